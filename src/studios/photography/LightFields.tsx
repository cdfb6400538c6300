import { Dices } from 'lucide-react'
import { type Gobo, type Light, LightKind, type Scene } from '../../core/scene/document'
import { penumbra } from '../../core/scene/lighting'
import { clamp } from '../../core/scene/numbers'
import type { Desk } from './desk'
import { extentOf } from './edits'
import { Amount, Choice, Length, Section } from './Fields'
import { formatAzimuth, formatLength } from './measure'
import { GOBOS, LIGHT_KINDS, nameOf, ROLES, titled } from './names'
import { Angle, Kelvin, Stops } from './Units'

interface LightFieldsProps {
  readonly desk: Desk
  readonly light: Light
  to(change: Partial<Light>): Scene
}

const DISCS = new Set<LightKind>(['octabox', 'spot', 'sun', 'bare-bulb'])

/** All that one light can be told. */
export function LightFields({ desk, light, to }: LightFieldsProps) {
  const { disabled } = desk
  const soft = penumbra(light, extentOf(desk.scene) / 2)
  const disc = DISCS.has(light.kind)
  return (
    <Section
      title={nameOf(desk.scene, { in: 'lights', id: light.id })}
      act={<span className="hint">{Number.isFinite(soft) ? `shadow edge ${formatLength(soft)}` : ''}</span>}
    >
      <div className="set-fields">
        <div className="set-pair">
          <Choice
            label="Role"
            value={light.role}
            options={Object.entries(ROLES) as [Light['role'], string][]}
            disabled={disabled}
            onChoose={(role) => desk.commit(to({ role }))}
          />
          <Choice
            label="Kind"
            value={light.kind}
            options={LightKind.options.map((kind) => [kind, LIGHT_KINDS[kind]] as const)}
            disabled={disabled}
            onChoose={(kind) => desk.commit(to({ kind }))}
          />
        </div>
        <Stops desk={desk} label="Power" value={light.power} least={-8} most={8} rest={0} to={(power) => to({ power })} />
        <div className="set-kelvin">
          <Kelvin desk={desk} label="Colour" value={light.kelvin} to={(kelvin) => to({ kelvin })} />
        </div>
        <Angle desk={desk} label="Direction" value={light.azimuth} tell={formatAzimuth} to={(azimuth) => to({ azimuth })} />
        <Amount
          desk={desk}
          label="Elevation"
          value={light.elevation}
          least={-30}
          most={90}
          step={1}
          tell={(angle) => (Math.round(angle) === 90 ? 'straight above' : `${Math.round(angle)}°`)}
          to={(elevation) => to({ elevation })}
        />
        <Length desk={desk} label="Distance" value={light.distance} least={100} most={20_000} to={(distance) => to({ distance })} />
        <Length desk={desk} label={disc ? 'Diameter' : 'Width'} value={light.width} least={1} most={6000} to={(width) => to({ width })} />
        {disc ? null : <Length desk={desk} label="Height" value={light.height} least={1} most={6000} to={(height) => to({ height })} />}
        <Amount
          desk={desk}
          label="Spread"
          value={light.spread}
          least={5}
          most={180}
          step={1}
          rest={180}
          tell={(angle) => (angle === 180 ? 'wide open' : `${angle}°`)}
          to={(spread) => to({ spread })}
        />
        <GoboFields desk={desk} light={light} to={(gobo) => to({ gobo })} />
      </div>
    </Section>
  )
}

interface GoboFieldsProps {
  readonly desk: Desk
  readonly light: Light
  to(gobo: Gobo | null): Scene
}

/** What stands in a light's way and casts its pattern. */
function GoboFields({ desk, light, to }: GoboFieldsProps) {
  const { gobo } = light
  const choose = (kind: Gobo['kind'] | 'none') => {
    if (kind === 'none') return desk.commit(to(null))
    const fresh: Gobo = { kind, distance: clamp(light.distance * 0.4, 50, 10_000), scale: 1, turn: 0, seed: 0 }
    desk.commit(to(gobo ? { ...gobo, kind } : fresh))
  }
  return (
    <>
      <Choice
        label="Gobo"
        value={gobo?.kind ?? 'none'}
        options={[['none', 'None'] as const, ...GOBOS.map((kind) => [kind, titled(kind)] as const)]}
        disabled={desk.disabled}
        onChoose={choose}
      />
      {gobo ? (
        <>
          <Length
            desk={desk}
            label="Gobo distance"
            value={gobo.distance}
            least={50}
            most={10_000}
            tell={(mm) => `${formatLength(mm)} before the aim`}
            to={(distance) => to({ ...gobo, distance })}
          />
          <Amount
            desk={desk}
            label="Gobo scale"
            value={gobo.scale}
            least={0.1}
            most={5}
            step={0.05}
            rest={1}
            tell={(scale) => `${scale.toFixed(2)} ×`}
            to={(scale) => to({ ...gobo, scale })}
          />
          <Angle desk={desk} label="Gobo turned" value={gobo.turn} rest={0} to={(turn) => to({ ...gobo, turn })} />
          <button
            type="button"
            className="button button--small set-start"
            disabled={desk.disabled}
            onClick={() => desk.commit(to({ ...gobo, seed: (gobo.seed + 1) % 10_000 }))}
          >
            <Dices size={15} aria-hidden /> Let it fall differently
          </button>
        </>
      ) : null}
    </>
  )
}
