import type { Card } from '../../core/scene/document'
import type { Desk } from './desk'
import { changed, sameChoice } from './edits'
import { Amount, Length, Switch } from './Fields'
import { formatAzimuth, formatLength } from './measure'
import { Remove, ThingRow } from './ThingRow'
import { Above, Angle } from './Units'

/** A bounce card or a flag in the list; chosen, with its size and where it looks. */
export function CardRow({ desk, card }: { readonly desk: Desk; readonly card: Card }) {
  const { scene, disabled } = desk
  const me = { in: 'cards', id: card.id } as const
  const to = (change: Partial<Card>) => changed(scene, 'cards', card.id, change)
  return (
    <li>
      <ThingRow
        desk={desk}
        thing={me}
        chip={<span className="chip chip--card" data-kind={card.kind} aria-hidden />}
        detail={<span className="hint number">{formatLength(card.width)}</span>}
      >
        <Remove desk={desk} thing={me} />
      </ThingRow>
      {sameChoice(desk.chosen, me) ? (
        <div className="set-fields set-inner">
          <Length desk={desk} label="Card width" value={card.width} least={10} most={4000} to={(width) => to({ width })} />
          <Length desk={desk} label="Card height" value={card.height} least={10} most={4000} to={(height) => to({ height })} />
          <Angle
            desk={desk}
            label="Faces"
            value={card.azimuth}
            tell={(angle) => (angle === 0 ? 'the camera' : formatAzimuth(angle))}
            to={(azimuth) => to({ azimuth })}
          />
          <Amount
            desk={desk}
            label="Tipped"
            value={card.elevation}
            least={-90}
            most={90}
            step={1}
            rest={0}
            tell={(angle) => `${angle}°`}
            to={(elevation) => to({ elevation })}
          />
          <Above desk={desk} label="Above the ground" at={card.at} step={5} to={(at) => to({ at })} />
          <Switch label="Seen in the picture" on={card.seen} disabled={disabled} onChange={() => desk.commit(to({ seen: !card.seen }))} />
        </div>
      ) : null}
    </li>
  )
}
