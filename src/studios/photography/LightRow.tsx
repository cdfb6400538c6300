import { Copy, Lightbulb, LightbulbOff, Trash2 } from 'lucide-react'
import { type Light, MOST } from '../../core/scene/document'
import type { Desk } from './desk'
import { type Chosen, changed, duplicated, removed, sameChoice } from './edits'
import { chipOf, formatStops } from './measure'
import { nameOf } from './names'

interface LightRowProps {
  readonly desk: Desk
  readonly light: Light
  readonly solo: boolean
  onSolo(light: string | null): void
}

/** A light in the list: its colour, name and power, and whether it burns. */
export function LightRow({ desk, light, solo, onSolo }: LightRowProps) {
  const { scene, disabled } = desk
  const me: Chosen = { in: 'lights', id: light.id }
  const name = nameOf(scene, me)
  return (
    <li className="set-row" data-off={light.on ? undefined : ''}>
      <button type="button" className="set-name" aria-pressed={sameChoice(desk.chosen, me)} onClick={() => desk.choose(me)}>
        <span className="chip" style={{ background: chipOf(light.kelvin) }} aria-hidden />
        <span className="clip">{name}</span>
        <span className="hint number" title="Power in stops">
          {formatStops(light.power).replace(/ stops?$/, '')}
        </span>
      </button>
      <button
        type="button"
        className="icon-button icon-button--small"
        aria-label={`${name} on`}
        title={light.on ? 'Turn off' : 'Turn on'}
        aria-pressed={light.on}
        disabled={disabled}
        onClick={() => desk.commit(changed(scene, 'lights', light.id, { on: !light.on }))}
      >
        {light.on ? <Lightbulb size={16} aria-hidden /> : <LightbulbOff size={16} aria-hidden />}
      </button>
      <button
        type="button"
        className="icon-button icon-button--small set-solo"
        aria-label={`${name} alone`}
        title="Look at this light alone"
        aria-pressed={solo}
        onClick={() => onSolo(solo ? null : light.id)}
      >
        S
      </button>
      <button
        type="button"
        className="icon-button icon-button--small"
        aria-label={`Duplicate ${name}`}
        title="Duplicate"
        disabled={disabled || scene.lights.length >= MOST.lights}
        onClick={() => desk.commit(duplicated(scene, 'lights', light.id))}
      >
        <Copy size={15} aria-hidden />
      </button>
      <button
        type="button"
        className="icon-button icon-button--small"
        aria-label={`Remove ${name}`}
        title="Remove"
        disabled={disabled}
        onClick={() => desk.commit(removed(scene, 'lights', light.id))}
      >
        <Trash2 size={15} aria-hidden />
      </button>
    </li>
  )
}
