import { Dices } from 'lucide-react'
import type { Client } from '../../core/client'
import type { Photo } from '../../core/project'
import { MOST, type Prop, type Scene } from '../../core/scene/document'
import { hexOf } from '../../ui/colour'
import { ChoiceRow } from './ChoiceRow'
import { type Desk, taken } from './desk'
import { changed, sizedBy, withProp } from './edits'
import { Amount, Length, Section } from './Fields'
import { MaterialFields } from './MaterialFields'
import { ModelFields } from './ModelFields'
import { colourOfProp, formatLength } from './measure'
import { nameOf, PROP_GROUPS, SCATTERED, titled } from './names'
import { OwnModel } from './OwnModel'
import { Duplicate, Remove, ThingRow } from './ThingRow'
import { Above, Angle } from './Units'

interface PropsPanelProps {
  readonly client: Client
  readonly desk: Desk
  readonly photo: Photo
}

/** What else stands in the set. */
export function PropsPanel({ client, desk, photo }: PropsPanelProps) {
  const { scene, disabled, chosen } = desk
  const prop = chosen?.in === 'props' ? scene.props.find(({ id }) => id === chosen.id) : undefined
  return (
    <>
      <Section title="Props" act={<span className="hint number">{scene.props.length > 0 ? scene.props.length : ''}</span>}>
        {scene.props.length === 0 ? (
          <p className="hint">
            The product stands alone. A podium under it or a branch in front of it gives depth: add one below, then drag it on the plan.
          </p>
        ) : (
          <ul className="set-list">
            {scene.props.map((one) => (
              <PropRow key={one.id} desk={desk} prop={one} />
            ))}
          </ul>
        )}
      </Section>
      {prop ? <PropFields key={prop.id} desk={desk} prop={prop} to={(change) => changed(scene, 'props', prop.id, change)} /> : null}
      <OwnModel client={client} desk={desk} photo={photo} />
      <Section title="Add a prop">
        {PROP_GROUPS.map(({ title, kinds }) => (
          <ChoiceRow
            key={title}
            title={title}
            titled
            options={kinds.map((kind) => [kind, titled(kind)] as const)}
            disabled={disabled || scene.props.length >= MOST.props}
            onChoose={(kind) => taken(desk, 'props', withProp(scene, kind))}
          />
        ))}
      </Section>
    </>
  )
}

function PropRow({ desk, prop }: { readonly desk: Desk; readonly prop: Prop }) {
  const me = { in: 'props', id: prop.id } as const
  return (
    <li>
      <ThingRow
        desk={desk}
        thing={me}
        chip={<span className="chip" style={{ background: hexOf(colourOfProp(prop)) }} aria-hidden />}
        detail={<span className="hint number">{formatLength(Math.max(prop.size[0], prop.size[1]))}</span>}
      >
        <Duplicate desk={desk} thing={me} />
        <Remove desk={desk} thing={me} />
      </ThingRow>
    </li>
  )
}

interface PropFieldsProps {
  readonly desk: Desk
  readonly prop: Prop
  to(change: Partial<Prop>): Scene
}

const SIDES = ['Prop width', 'Prop height', 'Prop depth'] as const

function PropFields({ desk, prop, to }: PropFieldsProps) {
  const { size } = prop
  return (
    <Section title={nameOf(desk.scene, { in: 'props', id: prop.id })}>
      <div className="set-fields">
        {prop.model ? (
          <Length
            desk={desk}
            label="Prop size"
            value={Math.max(...size)}
            least={1}
            most={5000}
            to={(mm) => to({ size: sizedBy(prop, mm / Math.max(...size)) })}
          />
        ) : null}
        {SIDES.map((label, i) => (
          <Length
            key={label}
            desk={desk}
            label={label}
            value={size[i] ?? 1}
            least={i === 1 ? 0.2 : 1}
            most={3000}
            to={(mm) => to({ size: size.map((was, j) => (i === j ? mm : was)) as Prop['size'] })}
          />
        ))}
        <Angle desk={desk} label="Prop turned" value={prop.turn} rest={0} to={(turn) => to({ turn })} />
        <Above desk={desk} label="Prop above the ground" at={prop.at} rest={0} to={(at) => to({ at })} />
        {SCATTERED.has(prop.kind) ? (
          <Amount
            desk={desk}
            label="Pieces"
            value={prop.count}
            least={1}
            most={200}
            step={1}
            tell={(count) => `${count}`}
            to={(count) => to({ count: Math.round(count) })}
          />
        ) : null}
        {prop.model ? null : (
          <button
            type="button"
            className="button button--small set-start"
            disabled={desk.disabled}
            onClick={() => desk.commit(to({ seed: (prop.seed + 1) % 10_000 }))}
          >
            <Dices size={15} aria-hidden /> Another one like it
          </button>
        )}
      </div>
      {prop.model ? <ModelFields desk={desk} model={prop.model} to={to} /> : null}
      {prop.model?.dress === 'file' ? null : (
        <MaterialFields desk={desk} of="Made of" material={prop.material} to={(material) => to({ material })} />
      )}
    </Section>
  )
}
