import type { Colour } from '../core/colour'
import { colourOf, hexOf } from './colour'
import { useSettled } from './useSettled'
import './colour.css'

interface ColourInputProps {
  readonly label: string
  readonly colour: Colour
  readonly disabled?: boolean
  /** While the picker is open. */
  onPreview(colour: Colour): void
  /** Once, when it closes with another colour. */
  onCommit(colour: Colour): void
}

/** The browser's own colour picker in a swatch. */
export function ColourInput({ label, colour, disabled, onPreview, onCommit }: ColourInputProps) {
  const input = useSettled((value) => {
    const picked = colourOf(value)
    if (picked) onCommit(picked)
  })
  return (
    <label className="swatch" style={{ '--colour': hexOf(colour) } as React.CSSProperties} title={label}>
      <input
        ref={input}
        type="color"
        aria-label={label}
        value={hexOf(colour)}
        disabled={disabled}
        onChange={(event) => {
          const picked = colourOf(event.target.value)
          if (picked) onPreview(picked)
        }}
      />
    </label>
  )
}
