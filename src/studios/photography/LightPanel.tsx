import { Environment, LightKind, MOST } from '../../core/scene/document'
import { meter } from '../../core/scene/lighting'
import { CardRow } from './CardRow'
import { ChoiceRow } from './ChoiceRow'
import { type Desk, taken } from './desk'
import { changed, withCard, withLight } from './edits'
import { Choice, Section } from './Fields'
import { LightFields } from './LightFields'
import { LightRow } from './LightRow'
import { formatAzimuth } from './measure'
import { CARDS, ENVIRONMENTS, LIGHT_KINDS } from './names'
import { Angle, Kelvin, Stops } from './Units'

interface LightPanelProps {
  readonly desk: Desk
  /** The light that is looked at alone; null = all as they are. */
  readonly solo: string | null
  onSolo(light: string | null): void
}

/** The set's light: its lamps, what comes from all around, cards and flags. */
export function LightPanel({ desk, solo, onSolo }: LightPanelProps) {
  const { scene, disabled, chosen } = desk
  const light = chosen?.in === 'lights' ? scene.lights.find(({ id }) => id === chosen.id) : undefined
  const environment = (change: Partial<Environment>) => ({ ...scene, environment: { ...scene.environment, ...change } })
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
        <ChoiceRow
          title="Add a light"
          titled
          options={LightKind.options.map((kind) => [kind, LIGHT_KINDS[kind]] as const)}
          disabled={disabled || scene.lights.length >= MOST.lights}
          onChoose={(kind) => taken(desk, 'lights', withLight(scene, kind))}
        />
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
          <Stops
            desk={desk}
            label="Surroundings power"
            value={scene.environment.power}
            least={-8}
            most={3}
            rest={-1.5}
            to={(power) => environment({ power })}
          />
          <Kelvin desk={desk} label="Surroundings colour" value={scene.environment.kelvin} to={(kelvin) => environment({ kelvin })} />
          <Angle
            desk={desk}
            label="Surroundings turned"
            value={scene.environment.azimuth}
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
        <ChoiceRow
          title="Add"
          titled
          options={(['white', 'silver', 'gold', 'black'] as const).map((kind) => [kind, CARDS[kind]] as const)}
          disabled={disabled || scene.cards.length >= MOST.cards}
          onChoose={(kind) => desk.commit(withCard(scene, kind))}
        />
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
