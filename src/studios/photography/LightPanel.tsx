import { useId } from 'react'
import { Environment, LightKind, MOST } from '../../core/scene/document'
import { meter } from '../../core/scene/lighting'
import { CardRow } from './CardRow'
import type { Desk } from './desk'
import { type Chosen, changed, withCard, withLight } from './edits'
import { Amount, Choice, Section } from './Fields'
import { LightFields } from './LightFields'
import { LightRow } from './LightRow'
import { formatAzimuth, formatStops } from './measure'
import { CARDS, ENVIRONMENTS, LIGHT_KINDS } from './names'

interface LightPanelProps {
  readonly desk: Desk
  /** The light that is looked at alone; null = all as they are. */
  readonly solo: string | null
  onSolo(light: string | null): void
}

/** The set's light: its lamps, what comes from all around, cards and flags. */
export function LightPanel({ desk, solo, onSolo }: LightPanelProps) {
  const { scene, disabled, chosen } = desk
  const name = useId()
  const light = chosen?.in === 'lights' ? scene.lights.find(({ id }) => id === chosen.id) : undefined
  const environment = (change: Partial<Environment>) => ({ ...scene, environment: { ...scene.environment, ...change } })
  const add = (kind: LightKind) => {
    const next = withLight(scene, kind)
    desk.commit(next)
    const made = next.lights.at(-1)
    if (made) desk.choose({ in: 'lights', id: made.id } satisfies Chosen)
  }
  return (
    <>
      <Section title="Lights" act={<Ratio desk={desk} />}>
        {scene.lights.length === 0 ? (
          <p className="hint">
            No lamp stands in this set: all light comes from around. A softbox from the left, a little above, is a good beginning.
          </p>
        ) : (
          <ul className="set-list">
            {scene.lights.map((one) => (
              <LightRow key={one.id} desk={desk} light={one} solo={solo === one.id} onSolo={onSolo} />
            ))}
          </ul>
        )}
        <fieldset className="set-adds" disabled={disabled || scene.lights.length >= MOST.lights} aria-labelledby={`${name}-add`}>
          <span className="hint" id={`${name}-add`}>
            Add a light
          </span>
          {LightKind.options.map((kind) => (
            <button key={kind} type="button" className="button button--small" onClick={() => add(kind)}>
              {LIGHT_KINDS[kind]}
            </button>
          ))}
        </fieldset>
      </Section>
      {light ? <LightFields key={light.id} desk={desk} light={light} to={(change) => changed(scene, 'lights', light.id, change)} /> : null}
      <Section title="All around" hint="Fills the shadows, and shines in what is glossy.">
        <div className="set-fields">
          <Choice
            label="Surroundings"
            value={scene.environment.kind}
            options={Environment.shape.kind.options.map((kind) => [kind, ENVIRONMENTS[kind]] as const)}
            disabled={disabled}
            onChoose={(kind) => desk.commit(environment({ kind }))}
          />
          <Amount
            desk={desk}
            label="Surroundings power"
            value={scene.environment.power}
            least={-8}
            most={3}
            step={0.1}
            rest={-1.5}
            tell={formatStops}
            to={(power) => environment({ power })}
          />
          <Amount
            desk={desk}
            label="Surroundings colour"
            value={scene.environment.kelvin}
            least={2000}
            most={12_000}
            step={50}
            rest={5500}
            tell={(kelvin) => `${kelvin} K`}
            to={(kelvin) => environment({ kelvin })}
          />
          <Amount
            desk={desk}
            label="Surroundings turned"
            value={scene.environment.azimuth}
            least={-180}
            most={180}
            step={1}
            rest={0}
            tell={formatAzimuth}
            to={(azimuth) => environment({ azimuth })}
          />
        </div>
      </Section>
      <Section title="Cards and flags" hint="White, silver and gold throw light back; a black flag takes it away.">
        {scene.cards.length > 0 ? (
          <ul className="set-list">
            {scene.cards.map((card) => (
              <CardRow key={card.id} desk={desk} card={card} />
            ))}
          </ul>
        ) : null}
        <fieldset className="set-adds" disabled={disabled || scene.cards.length >= MOST.cards} aria-labelledby={`${name}-card`}>
          <span className="hint" id={`${name}-card`}>
            Add
          </span>
          {(['white', 'silver', 'gold', 'black'] as const).map((kind) => (
            <button key={kind} type="button" className="button button--small" onClick={() => desk.commit(withCard(scene, kind))}>
              {CARDS[kind]}
            </button>
          ))}
        </fieldset>
      </Section>
    </>
  )
}

/** Lit side to shadow side at the hero, as a meter turned to the camera reads it. */
function Ratio({ desk }: { readonly desk: Desk }) {
  const { ratio } = meter(desk.scene, desk.scene.camera.target[1])
  if (ratio === null) return <span className="hint">no key light</span>
  const times = 2 ** ratio
  return (
    <span className="hint number" title="Lit side to shadow side: (key + fill) to fill, as a meter at the product reads it">
      Key : fill <output aria-label="Key to fill">{times < 9.95 ? times.toFixed(1) : Math.round(times)} : 1</output>
    </span>
  )
}
