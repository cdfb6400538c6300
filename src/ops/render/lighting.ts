import { type Sphere, Vector3 } from 'three'
import { type Scene as Document, heroOf } from '../../core/scene/document'
import { LAMBERTIAN } from '../../core/scene/face'
import { type Linear, luminance } from '../../core/scene/light'
import type { Looking, Seen } from './atlas'
import { type Dome, domeOf } from './dome'
import { bounceOf, irradiance, type Lamp, lampOf, pointOn, radianceOf } from './lamps'
import type { Face, Spark } from './rig'
import { centred, point } from './sequence'
import { gobosLayer } from './stage'
import { type Wall, wallOf } from './wall'

/** Directions of the environment in a sample. */
export const DIRECTIONS = 2
/** What stands in the way of a direction is lit like the middle of the set, less what it hides from itself. */
const HIDDEN = 0.5

/** All the light of a scene, before it is sampled. */
export interface Lighting {
  readonly lamps: readonly Lamp[]
  readonly dome: Dome
  /** Irradiance of a bare card that lies in the set's middle, linear. */
  readonly level: Linear
  /** Null where nothing closes the surroundings. */
  readonly wall: Wall | null
  /** Which lights have a gobo in their way. */
  readonly gobos: ReadonlySet<number>
}

/** `bare`: without what stands behind the set. */
export function lightingOf(document: Document, bare = false): Lighting {
  const lights = document.lights.filter(({ on }) => on)
  const faces = lights.map(lampOf)
  const dome = domeOf(document.environment)
  const bounces = document.cards.map((card) => bounceOf(card, faces, dome.level)).filter((lamp) => lamp !== null)
  const lamps = [...faces, ...bounces]
  const direct = irradiance(lamps, heroOf(document).at, [0, 1, 0])
  const level: Linear = [direct[0] + dome.level[0], direct[1] + dome.level[1], direct[2] + dome.level[2]]
  const wall = bare ? null : wallOf(document, lamps, dome.level)
  return { lamps, dome, level, wall, gobos: new Set(lights.flatMap(({ gobo }, i) => (gobo ? [i] : []))) }
}

type Draft = Omit<Spark, keyof Seen>

/** The lights of one sample: where each shines from, and the shadow maps that this asks for. `wide` = all that a gobo's pattern can fall on. */
export function sparksOf(
  { lamps, dome, gobos }: Lighting,
  sample: number,
  around: Sphere,
  wide: Sphere,
): { drafts: Draft[]; wanted: Looking[] } {
  const roll = (i: number) => 2 * Math.PI * ((sample * 0.618034 + i * 0.7548777) % 1)
  const drafts: Draft[] = []
  const wanted: Looking[] = []
  lamps.forEach((lamp, i) => {
    const at = pointOn(lamp, centred(sample, 101 + i * 13))
    const { normal, beam, cosine, intensity } = lamp
    drafts.push({ at, far: false, colour: intensity, normal, beam, cosine, solid: 0, face: mirroredFace(lamp) })
    const own = gobos.has(i)
    wanted.push({ at, far: false, around: own ? wide : around, roll: roll(i), layer: own ? gobosLayer(i) : null })
  })
  for (let k = 0; k < DIRECTIONS; k++) {
    const { direction, colour, solid } = dome.draw(point(sample * DIRECTIONS + k, 71))
    const share = 1 / DIRECTIONS
    drafts.push({
      at: direction,
      far: true,
      colour: [colour[0] * share, colour[1] * share, colour[2] * share],
      normal: [0, 1, 0],
      beam: LAMBERTIAN,
      cosine: false,
      solid: solid * share,
      face: null,
    })
    wanted.push({ at: direction, far: true, around, roll: roll(lamps.length + k), layer: null })
  }
  return { drafts, wanted }
}

/** Radiance of a thing of albedo 1 that stands in the way of the environment, of a ground of so much albedo, and of what stands behind. */
export function bouncesOf({ level, wall }: Lighting, ground: Linear) {
  const of = (albedo: Linear, by: number) => new Vector3(...level.map((l, c) => (l * (albedo[c] as number) * by) / Math.PI))
  return {
    mean: of([1, 1, 1], HIDDEN),
    below: of(ground, 0.8),
    open: Math.max(1e-6, luminance(level)),
    wall: wall ? [wall.distance, wall.half] : [0, 0],
    wallLight: new Vector3(...(wall?.radiance ?? [0, 0, 0])),
  }
}

function mirroredFace(lamp: Lamp): Face {
  const { at, right, up, width, height, round } = lamp
  const half = (axis: readonly [number, number, number], side: number): [number, number, number] => [
    (axis[0] * side) / 2,
    (axis[1] * side) / 2,
    (axis[2] * side) / 2,
  ]
  return { middle: at, across: half(right, width), up: half(up, height), round, radiance: radianceOf(lamp) }
}
