import { X } from 'lucide-react'
import { useId } from 'react'
import { formatShare } from '../format'
import { Slider } from '../Slider'
import { paints, type Settings, SIZE_LEAST, SIZE_MOST, type To, type ToolId, toolOf } from './tools'
import type { Size } from './view'

interface ToolOptionsProps {
  readonly tool: ToolId
  readonly settings: Settings
  readonly photo: Size
  onSettings(settings: Settings): void
  /** Puts the tool away; absent = it stays in hand. */
  onClose?(): void
}

const DIRECTIONS: readonly { readonly id: To; readonly title: string }[] = [
  { id: 'keep', title: 'Keep' },
  { id: 'remove', title: 'Remove' },
]

/** Sizes double at even steps of the slider. */
const STEPS = 100
const stepOf = (size: number) => Math.round((Math.log(size / SIZE_LEAST) / Math.log(SIZE_MOST / SIZE_LEAST)) * STEPS)
const sizeOf = (step: number) => SIZE_LEAST * (SIZE_MOST / SIZE_LEAST) ** (step / STEPS)

/** Over the stage's top: how the tool in hand is set. */
export function ToolOptions({ tool, settings, photo, onSettings, onClose }: ToolOptionsProps) {
  const name = useId()
  const { title, does, draws } = toolOf(tool)
  if (tool === 'move' || (draws === 'point' && !onClose)) return null
  const longer = Math.max(photo.width, photo.height)
  const share = (label: string, value: number, least: number, set: (value: number) => void) => (
    <Slider
      label={label}
      value={value * 100}
      least={least}
      most={100}
      step={1}
      tell={(v) => formatShare(v / 100)}
      onPreview={set}
      onCommit={set}
    />
  )
  return (
    <section className="tool-options" aria-label={`${title} settings`}>
      {draws === 'stroke' ? (
        <Slider
          label="Size"
          value={stepOf(settings.size)}
          least={0}
          most={STEPS}
          step={1}
          tell={(step) => `${Math.max(1, Math.round((step === stepOf(settings.size) ? settings.size : sizeOf(step)) * longer))} px`}
          onPreview={(step) => onSettings({ ...settings, size: sizeOf(step) })}
          onCommit={(step) => onSettings({ ...settings, size: sizeOf(step) })}
        />
      ) : null}
      {paints(tool) ? share('Hardness', settings.hardness, 0, (v) => onSettings({ ...settings, hardness: v / 100 })) : null}
      {paints(tool) ? share('Opacity', settings.opacity, 1, (v) => onSettings({ ...settings, opacity: v / 100 })) : null}
      {draws === 'polygon' || draws === 'rectangle' ? (
        <fieldset className="segmented">
          <legend className="visually-hidden">The area inside</legend>
          {DIRECTIONS.map(({ id, title: word }) => (
            <label key={id}>
              <input type="radio" name={name} checked={settings.to === id} onChange={() => onSettings({ ...settings, to: id })} />
              <span>{word}</span>
            </label>
          ))}
        </fieldset>
      ) : null}
      {paints(tool) ? null : <p className="hint tool-does">{does}.</p>}
      {onClose ? (
        <button
          type="button"
          className="icon-button icon-button--small"
          aria-label="Put the tool away"
          title="Put the tool away (Esc)"
          onClick={onClose}
        >
          <X size={15} aria-hidden />
        </button>
      ) : null}
    </section>
  )
}
