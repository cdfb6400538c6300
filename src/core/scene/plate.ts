import type { FileFacts } from '../project'
import type { Hash } from '../recipe'
import { type Camera, heroOf, type Plate, type Scene } from './document'
import { project, rayOf, SENSOR, type View, viewOf } from './geometry'
import { groundAt, heightOver, type Spot } from './horizon'
import { lensHeight } from './lens'
import { clamp, rad } from './numbers'

/** The lens that a photo is taken to have that says none, mm: a telephone's. */
export const USUAL_LENS = 28

/** Horizons that a hand may draw, as shares of the plate's height from the top: below it some ground must be left. */
export const HORIZONS = { least: -0.5, most: 0.85 } as const

/** The least share of the frame's height between the horizon and what stands on the ground. */
const GROUND = 0.04

/** A photo as a backdrop, with a horizon that has to be put right by hand. */
export function plateOf(photo: Hash, { width, height, focal }: Pick<FileFacts, 'width' | 'height' | 'focal'>): Plate {
  return { kind: 'plate', photo, horizon: 0.4, aspect: clamp(width / height, 0.02, 50), focal, height: null }
}

/** How large a plate is that fills a frame (`aspect`: width to height), in frames. */
function coverOf({ aspect: own }: Plate, aspect: number): { across: number; down: number } {
  const shape = (own ?? aspect) / aspect
  return { across: Math.max(1, shape), down: Math.max(1, 1 / shape) }
}

/** Where the plate's horizon is in the frame, as a share of its height from the top. */
export const horizonIn = (plate: Plate, aspect: number): number => 0.5 + (plate.horizon - 0.5) * coverOf(plate, aspect).down

/** The plate whose horizon is seen there (share of the frame's height), as far as `HORIZONS` allow. */
export function withHorizon(plate: Plate, aspect: number, share: number): Plate {
  const horizon = 0.5 + (share - 0.5) / coverOf(plate, aspect).down
  return { ...plate, horizon: clamp(horizon, HORIZONS.least, HORIZONS.most) }
}

/** The focal length (mm) of a camera whose frame shows what is seen of the plate. */
function focalIn(plate: Plate, aspect: number): number {
  const { across, down } = coverOf(plate, aspect)
  const longer = Math.max(across * aspect, down) / Math.max(aspect, 1)
  return clamp((plate.focal ?? USUAL_LENS) * longer, 14, 400)
}

/** Tilt (degrees) and lens (mm) that a plate asks of the scene's camera: tan tilt = (middle - horizon) / f. */
function aimOf(plate: Plate, aspect: number): Pick<Camera, 'tilt' | 'focal'> {
  const focal = focalIn(plate, aspect)
  const f = (focal / SENSOR) * Math.max(aspect, 1)
  return { focal, tilt: clamp(Math.atan2(0.5 - horizonIn(plate, aspect), f) / rad, -20, 90) }
}

/**
 * The scene before a plate, seen by the plate's own camera: its lens, its tilt, its height. The hero's foot stays where it is seen, as far as
 * there is ground. Where the height is not known it becomes the one from which the hero is seen as large as before. A camera comes no
 * nearer than 50 mm and goes no farther than 20 m.
 */
export function onPlate(scene: Scene, plate: Plate): Scene {
  const { camera, aspect } = scene
  const { at } = heroOf(scene)
  const now = viewOf(camera, aspect, aspect, 1)
  const seen = project(now, at)
  const aim = aimOf(plate, aspect)
  const level: Camera = { ...camera, ...aim, target: [0, 0, 0], distance: 1 }
  const view = viewOf(level, aspect, aspect, 1)
  const foot = {
    x: clamp(seen.x, 0, aspect),
    y: clamp(seen.y, horizonIn(plate, aspect) + GROUND, Math.max(1, horizonIn(plate, aspect) + GROUND)),
  }
  const ray = rayOf(view, foot.x, foot.y)
  // Along the axis, mm for each mm that the lens is above the product's foot.
  const deep = ray.reduce((sum, part, i) => sum + part * (view.into[i] as number), 0) / -ray[1]
  const wanted = plate.height === null ? (seen.depth * aim.focal) / camera.focal : (plate.height - at[1]) * deep
  const distance = clamp(wanted, 50, 20_000)
  const reach = distance / ray.reduce((sum, part, i) => sum + part * (view.into[i] as number), 0)
  const target = at.map((place, i) => clamp(place - (ray[i] as number) * reach + (view.into[i] as number) * distance, -20_000, 20_000))
  return { ...scene, backdrop: plate, camera: { ...level, target: target as Camera['target'], distance } }
}

/** Whether the scene's camera still is its plate's. */
export function seesPlate({ camera, aspect }: Scene, plate: Plate): boolean {
  const { tilt, focal } = aimOf(plate, aspect)
  const high = plate.height === null || Math.abs(lensHeight(camera) / plate.height - 1) < 0.01
  return high && Math.abs(camera.tilt - tilt) < 0.1 && Math.abs(camera.focal / focal - 1) < 0.005
}

/** What a seller knows of the ground in a plate: how tall something is that stands there, or how far away a spot is from under the camera. */
export type Known =
  | { readonly what: 'height'; readonly foot: Spot; readonly top: Spot; readonly mm: number }
  | { readonly what: 'distance'; readonly foot: Spot; readonly mm: number }

/**
 * The height (mm) of a plate's camera, out of one length that is known. Spots are px of the view, which is the plate's but for its height: all lengths
 * grow with it. Null where a spot is not on the ground.
 */
export function heightFrom(view: View, known: Known): number | null {
  const base = groundAt(view, known.foot)
  if (!base) return null
  const { eye } = view
  const found = known.what === 'height' ? heightOver(view, base, known.top) : Math.hypot(base[0] - eye[0], base[2] - eye[2])
  const height = found !== null && found > 0 ? (eye[1] * known.mm) / found : 0
  return height >= 1 && height <= 20_000 ? height : null
}

/**
 * The scene as a frame of another shape shows it. Where the plate does not reach so far it is shown larger, and the set with it, so that they still
 * belong together.
 */
export function inFrame(scene: Scene, { width, height }: { readonly width: number; readonly height: number }): Scene {
  const { backdrop, aspect, camera } = scene
  const shape = width / height
  if (backdrop.kind !== 'plate' || Math.abs(shape / aspect - 1) < 0.002) return scene
  const [inner, outer] = [coverOf(backdrop, aspect), coverOf(backdrop, shape)]
  // Heights of the plate where the scene's own frame is 1 wide or high, as `viewOf` lays it into the other.
  const own = inner.down * Math.min(1, shape / aspect)
  const larger = outer.down / own
  const sides = (camera.focal * Math.max(aspect, 1) * Math.min(1, shape / aspect)) / Math.max(shape, 1)
  return larger < 1.002 ? scene : { ...scene, aspect: clamp(shape, 0.2, 5), camera: { ...camera, focal: clamp(sides * larger, 14, 400) } }
}
