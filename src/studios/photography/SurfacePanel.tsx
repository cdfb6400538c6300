import { useState } from 'react'
import type { Client } from '../../core/client'
import type { Photo } from '../../core/project'
import type { Backdrop } from '../../core/scene/document'
import { ColourInput } from '../../ui/ColourInput'
import type { Desk } from './desk'
import { extentOf, plain } from './edits'
import { Choice, Length, Section, Switch } from './Fields'
import { MaterialFields } from './MaterialFields'
import { BACKDROPS } from './names'
import { PlateFields } from './PlateFields'
import type { Tracing } from './useTracing'

interface SurfacePanelProps {
  readonly client: Client
  readonly desk: Desk
  readonly photo: Photo
  readonly tracing: Tracing
}

/** What the product stands on, and what is behind it. */
export function SurfacePanel({ client, desk, photo, tracing }: SurfacePanelProps) {
  // A backdrop photo is there only once it has been chosen and opened.
  const [wanted, setWanted] = useState(false)
  const { scene, disabled } = desk
  const { ground, backdrop } = scene
  const behind = (to: Backdrop) => ({ ...scene, backdrop: to })
  const distance = 'distance' in backdrop ? backdrop.distance : Math.round(extentOf(scene) * 3)
  const fresh = (kind: Exclude<Backdrop['kind'], 'plate'>): Backdrop => {
    if (kind === 'wall') return { kind, distance, material: plain('plaster') }
    if (kind === 'sweep') return { kind, distance, radius: Math.round(distance * 0.5) }
    return { kind: 'none', colour: [236, 234, 230] }
  }
  const shown = wanted ? 'plate' : backdrop.kind
  const kinds = (['sweep', 'wall', 'none', 'plate'] as const).map((kind) => [kind, BACKDROPS[kind]] as const)
  return (
    <>
      <Section title="Ground">
        <MaterialFields
          desk={desk}
          of="Ground"
          material={ground.material}
          to={(material) => ({ ...scene, ground: { ...ground, material } })}
        />
        <div className="set-fields">
          <Switch
            label="A table with edges"
            on={ground.size !== null}
            disabled={disabled}
            onChange={() => {
              const side = Math.round(extentOf(scene) * 4)
              desk.commit({ ...scene, ground: { ...ground, size: ground.size ? null : [side, side] } })
            }}
          />
          {ground.size ? (
            <>
              <Length
                desk={desk}
                label="Table width"
                value={ground.size[0]}
                least={50}
                most={10_000}
                to={(width) => ({ ...scene, ground: { ...ground, size: [width, ground.size?.[1] ?? width] } })}
              />
              <Length
                desk={desk}
                label="Table depth"
                value={ground.size[1]}
                least={50}
                most={10_000}
                to={(depth) => ({ ...scene, ground: { ...ground, size: [ground.size?.[0] ?? depth, depth] } })}
              />
            </>
          ) : null}
        </div>
      </Section>
      <Section title="Backdrop" hint={HINTS[shown]}>
        <div className="set-fields">
          <Choice
            label="Behind the set"
            value={shown}
            options={kinds}
            disabled={disabled}
            onChoose={(kind) => {
              setWanted(kind === 'plate')
              if (kind !== 'plate') desk.commit(behind(fresh(kind)))
            }}
          />
          {shown === 'plate' ? (
            <PlateFields client={client} desk={desk} photo={photo} tracing={tracing} onTaken={() => setWanted(false)} />
          ) : null}
          {backdrop.kind === 'none' && !wanted ? (
            <div className="row">
              <ColourInput
                label="Backdrop colour"
                colour={backdrop.colour}
                disabled={disabled}
                onPreview={(colour) => desk.preview(behind({ ...backdrop, colour }))}
                onCommit={(colour) => desk.commit(behind({ ...backdrop, colour }))}
              />
              <span className="hint" aria-hidden>
                Colour
              </span>
            </div>
          ) : null}
          {!wanted && (backdrop.kind === 'sweep' || backdrop.kind === 'wall') ? (
            <Length
              desk={desk}
              label="Backdrop distance"
              value={backdrop.distance}
              least={50}
              most={20_000}
              to={(distance) => behind({ ...backdrop, distance })}
            />
          ) : null}
          {backdrop.kind === 'sweep' && !wanted ? (
            <Length
              desk={desk}
              label="Radius of the cove"
              value={Math.max(10, backdrop.radius)}
              least={10}
              most={5000}
              to={(radius) => behind({ ...backdrop, radius })}
            />
          ) : null}
        </div>
        {backdrop.kind === 'wall' && !wanted ? (
          <MaterialFields desk={desk} of="Wall" material={backdrop.material} to={(material) => behind({ ...backdrop, material })} />
        ) : null}
      </Section>
    </>
  )
}

const HINTS: Record<Backdrop['kind'], string> = {
  sweep: 'The ground rises behind the set in one piece: no horizon.',
  wall: 'A wall of its own stands on the ground.',
  none: 'A plain colour, untouched by the light.',
  plate: 'A photo of your own, as it is. The product stands on its ground.',
}
