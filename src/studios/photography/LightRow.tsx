import { Lightbulb, LightbulbOff } from 'lucide-react'
import type { Light } from '../../core/scene/document'
import type { Desk } from './desk'
import { changed } from './edits'
import { chipOf, formatStops } from './measure'
import { nameOf } from './names'
import { Duplicate, Remove, ThingRow } from './ThingRow'

interface LightRowProps {
  readonly desk: Desk
  readonly light: Light
  readonly solo: boolean
  onSolo(light: string | null): void
}

/** A light in the list: its colour, name and power, and whether it burns. */
export function LightRow({ desk, light, solo, onSolo }: LightRowProps) {
  const { scene, disabled } = desk
  const me = { in: 'lights', id: light.id } as const
  const name = nameOf(scene, me)
  return (
    <li>
      <ThingRow
        desk={desk}
        thing={me}
        chip={<span className="chip" style={{ background: chipOf(light.kelvin) }} aria-hidden />}
        detail={
          <span className="hint number" title="Power in stops">
            {formatStops(light.power).replace(/ stops?$/, '')}
          </span>
        }
        off={!light.on}
      >
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
        <Duplicate desk={desk} thing={me} />
        <Remove desk={desk} thing={me} />
      </ThingRow>
    </li>
  )
}
