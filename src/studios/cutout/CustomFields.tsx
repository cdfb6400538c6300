import { useId } from 'react'
import type { CustomSize } from '../../core/channels'
import type { Colour } from '../../core/colour'
import { ColourInput } from '../../ui/ColourInput'
import { sameColour, WHITE } from '../../ui/colour'
import { swatchStyle } from './sight'
import { customFault } from './wish'

interface CustomFieldsProps {
  readonly custom: CustomSize
  readonly brand: Colour
  readonly disabled: boolean
  onChange(custom: CustomSize): void
}

const FORMATS: readonly { readonly id: CustomSize['format']; readonly title: string }[] = [
  { id: 'jpeg', title: 'JPEG' },
  { id: 'png', title: 'PNG' },
  { id: 'psd', title: 'PSD, in layers' },
]

/** A size of one's own. */
export function CustomFields({ custom, brand, disabled, onChange }: CustomFieldsProps) {
  const name = useId()
  const put = (change: Partial<CustomSize>) => onChange({ ...custom, ...change })
  const fault = customFault(custom)
  const number = (label: string, value: number, change: (value: number) => void, unit: string, most: number) => (
    <label className="field">
      <span className="field__label">{label}</span>
      <span className="custom-unit">
        <input
          className="input number"
          type="number"
          inputMode="numeric"
          autoComplete="off"
          min={unit === '%' ? 10 : 16}
          max={most}
          disabled={disabled}
          value={Number.isNaN(value) ? '' : value}
          aria-invalid={fault !== null || undefined}
          aria-describedby={fault ? `${name}-fault` : undefined}
          onChange={(event) => change(event.target.valueAsNumber)}
        />
        <span aria-hidden>{unit}</span>
      </span>
    </label>
  )
  const { background } = custom
  const own =
    background !== null && background !== 'doc' && !sameColour(background, WHITE) && !sameColour(background, brand) ? background : null
  const grounds: readonly { readonly title: string; readonly colour: Colour | null }[] = [
    { title: 'White background', colour: WHITE },
    { title: 'Brand background', colour: brand },
    ...(custom.format === 'jpeg' ? [] : [{ title: 'Transparent background', colour: null }]),
  ]
  return (
    <fieldset className="custom" disabled={disabled}>
      <legend className="visually-hidden">Custom size, details</legend>
      <div className="custom-numbers">
        {number('Width', custom.width, (width) => put({ width }), 'px', 10000)}
        {number('Height', custom.height, (height) => put({ height }), 'px', 10000)}
        {number('Product fills', Math.round(custom.fill * 100), (fill) => put({ fill: fill / 100 }), '%', 100)}
      </div>
      <div className="row custom-looks">
        <div className="segmented" role="radiogroup" aria-label="Format">
          {FORMATS.map(({ id, title }) => (
            <label key={id}>
              <input
                type="radio"
                name={`${name}-format`}
                checked={custom.format === id}
                onChange={() => put({ format: id, background: id === 'jpeg' ? (custom.background ?? WHITE) : custom.background })}
              />
              <span>{title}</span>
            </label>
          ))}
        </div>
        {grounds.map(({ title, colour }) => (
          <button
            key={title}
            type="button"
            className={colour ? 'swatch' : 'swatch checkerboard'}
            style={swatchStyle(colour)}
            aria-label={title}
            title={title}
            aria-pressed={background !== 'doc' && sameColour(background, colour)}
            onClick={() => put({ background: colour })}
          />
        ))}
        <span className="own-colour" data-on={own ? '' : undefined}>
          <ColourInput
            label="Own background colour"
            colour={own ?? [214, 214, 214]}
            disabled={disabled}
            onPreview={(background) => put({ background })}
            onCommit={(background) => put({ background })}
          />
        </span>
        <button
          type="button"
          className="button button--small"
          aria-pressed={background === 'doc'}
          title="Each photo’s own scene, or its backdrop colour"
          onClick={() => put({ background: 'doc' })}
        >
          Scene or backdrop
        </button>
      </div>
      {fault ? (
        <p className="custom-fault" id={`${name}-fault`} role="alert">
          {fault}
        </p>
      ) : null}
    </fieldset>
  )
}
