import {
  type Card,
  heroOf,
  type LightKind,
  type MadeKind,
  MOST,
  type Point,
  type Product,
  type Prop,
  type Scene,
} from '../../core/scene/document'
import { towards } from '../../core/scene/geometry'
import { movedOnPlan, planOf } from '../../core/scene/lighting'
import { withLook } from '../../core/scene/looks'
import type { Material, MaterialKind } from '../../core/scene/materials'
import type { BroughtModel } from '../../core/scene/models'
import { clamp, wrapped } from '../../core/scene/numbers'

/** What of a scene can be taken in hand: the things of a list by their id, the camera, or the backdrop. */
export type List = 'lights' | 'cards' | 'props' | 'products'
export type Chosen = { readonly in: List; readonly id: string } | { readonly in: 'camera' | 'backdrop' }

/** A place on the floor, seen from above; mm. */
export interface Floor {
  readonly x: number
  readonly z: number
}

const degrees = (radians: number) => (radians * 180) / Math.PI
const tenth = (value: number) => Math.round(value * 10) / 10

export const sameChoice = (a: Chosen | null, b: Chosen): boolean => a?.in === b.in && ('id' in a ? a.id : '') === ('id' in b ? b.id : '')

type Thing<L extends List> = Scene[L][number]

/** The scene with one thing of a list changed. */
export function changed<L extends List>(scene: Scene, list: L, id: string, change: Partial<Thing<L>>): Scene {
  const things = scene[list] as readonly Thing<L>[]
  return { ...scene, [list]: things.map((thing) => (thing.id === id ? { ...thing, ...change } : thing)) }
}

/** The scene without one thing of a list. The last product stays: a scene is about something. */
export function removed(scene: Scene, list: List, id: string): Scene {
  const rest = (scene[list] as readonly { id: string }[]).filter((thing) => thing.id !== id)
  return list === 'products' && rest.length === 0 ? scene : { ...scene, [list]: rest }
}

/** "prop-3": the first number that no thing of the scene has. */
export function freshId(scene: Scene, word: string): string {
  const taken = new Set([...scene.lights, ...scene.cards, ...scene.props, ...scene.products].map(({ id }) => id))
  let n = 1
  while (taken.has(`${word}-${n}`)) n++
  return `${word}-${n}`
}

function added<L extends List>(scene: Scene, list: L, thing: Thing<L>): Scene {
  const things = scene[list] as readonly Thing<L>[]
  return things.length < MOST[list] ? { ...scene, [list]: [...things, thing] } : scene
}

/** A second one of a light, card or prop, a little beside the first. */
export function duplicated(scene: Scene, list: 'lights' | 'cards' | 'props', id: string): Scene {
  const copy = freshId(scene, list.slice(0, -1))
  const light = list === 'lights' && scene.lights.find((one) => one.id === id)
  if (light) return added(scene, 'lights', { ...light, id: copy, azimuth: wrapped(light.azimuth + 30) })
  const other = list === 'cards' ? scene.cards.find((one) => one.id === id) : scene.props.find((one) => one.id === id)
  if (!other) return scene
  const at: Point = [clamp(other.at[0] + 80, -20_000, 20_000), other.at[1], other.at[2]]
  return list === 'cards'
    ? added(scene, 'cards', { ...(other as Card), id: copy, at })
    : added(scene, 'props', { ...(other as Prop), id: copy, at })
}

/** How large the middle of the set is, mm: what a new thing's size and distance are measured by. */
export function extentOf(scene: Scene): number {
  return Math.max(60, ...scene.products.map(({ size }) => (size.by === 'fit' ? Math.max(size.width, size.height) : size.height)))
}

/** A new light: the first is the key, then fill, rim and background, each where a photographer would put it first. */
export function withLight(scene: Scene, kind: LightKind): Scene {
  const roles = ['key', 'fill', 'rim', 'background'] as const
  const role = roles.find((one) => scene.lights.every((light) => light.role !== one)) ?? 'accent'
  const place = { key: [-45, 40, 0], fill: [50, 20, -2], rim: [150, 35, -1], background: [-160, 15, -1], accent: [90, 30, -1] } as const
  const [azimuth, elevation, power] = place[role]
  const extent = extentOf(scene)
  const face: Record<LightKind, readonly [number, number]> = {
    softbox: [2, 2],
    octabox: [2.5, 2.5],
    strip: [0.6, 3],
    spot: [0.4, 0.4],
    window: [3, 4],
    sun: [0.1, 0.1],
    'bare-bulb': [0.2, 0.2],
  }
  const [width, height] = face[kind]
  const sized = (share: number) => clamp(Math.round(share * extent), 10, 3000)
  return added(scene, 'lights', {
    id: freshId(scene, 'light'),
    kind,
    role,
    on: true,
    aim: scene.camera.target,
    azimuth,
    elevation,
    distance: clamp(Math.round(extent * 4), 300, 20_000),
    width: sized(width),
    height: sized(height),
    // As bright on the product from there as a light at power 0 is from one metre.
    power: clamp(tenth(power + 2 * Math.log2(clamp(extent * 4, 300, 20_000) / 1000)), -10, 10),
    kelvin: 5500,
    spread: kind === 'spot' ? 40 : 180,
    gobo: null,
  })
}

export const plain = (kind: MaterialKind): Material => ({ kind, colour: null, accent: null, roughness: null, scale: 1, relief: 1, seed: 0 })

const MADE_OF: Partial<Record<MadeKind, MaterialKind>> = {
  stone: 'stone',
  pebbles: 'stone',
  petals: 'petal',
  leaves: 'leaf',
  eucalyptus: 'leaf',
  'palm-leaf': 'leaf',
  'grass-tuft': 'grass',
  branch: 'oak',
  log: 'oak',
  sticks: 'oak',
  ice: 'ice',
  drops: 'water',
  candle: 'wax',
  drape: 'linen',
  curtain: 'linen',
  cushion: 'linen',
  ribbon: 'satin',
  bowl: 'ceramic',
  vase: 'ceramic',
  tray: 'brushed-metal',
  frame: 'walnut',
  book: 'paper',
}
const FLAT = new Set<MadeKind>(['petals', 'leaves', 'pebbles', 'drops', 'beans', 'berries', 'confetti', 'slab', 'tray', 'disc', 'book'])

/** A new prop beside the hero, of a size that suits it. */
export function withProp(scene: Scene, kind: MadeKind): Scene {
  const extent = extentOf(scene)
  const flat = FLAT.has(kind)
  const size = [0.6, flat ? 0.08 : 0.6, 0.6].map((share) => clamp(Math.round(share * extent), 2, 10_000)) as [number, number, number]
  const side = scene.props.length % 2 === 0 ? 1 : -1
  return added(scene, 'props', {
    id: freshId(scene, 'prop'),
    kind,
    at: [Math.round(side * extent * 0.8), 0, Math.round(-0.2 * extent)],
    size,
    turn: 0,
    material: plain(MADE_OF[kind] ?? 'plaster'),
    count: 12,
    seed: 0,
  })
}

/** A 3D file of the seller's beside the hero, in its own size where a set has room for it, else as large as other props come. */
export function withModel(scene: Scene, { file, title, size, outline, colour }: BroughtModel): Scene {
  const extent = extentOf(scene)
  const most = Math.max(...size)
  const scale = fitsSets(size) ? 1 : (0.6 * extent) / most
  const sides = size.map((side, axis) => clamp(tenth(side * scale), axis === 1 ? 0.2 : 1, 10_000)) as [number, number, number]
  const beside = Math.round(Math.max(0.8 * extent, 0.4 * extent + sides[0] / 2))
  return added(scene, 'props', {
    id: freshId(scene, 'prop'),
    kind: 'model',
    at: [Math.min(beside, 20_000) * (scene.props.length % 2 === 0 ? 1 : -1), 0, Math.round(-0.2 * extent)],
    size: sides,
    turn: 0,
    material: plain('plaster'),
    count: 12,
    seed: 0,
    model: { file, title, dress: 'file', outline, colour },
  })
}

/** Whether something of a size (mm) can stand in a set as it is. */
export const fitsSets = (size: readonly number[]): boolean => Math.max(...size) >= 1 && Math.max(...size) <= 10_000

/** A prop so many times as large on all its sides. */
export const sizedBy = ({ size }: Prop, by: number): Prop['size'] =>
  size.map((side, axis) => clamp(side * by, axis === 1 ? 0.2 : 1, 10_000)) as Prop['size']

/** A bounce card or a flag, across from the key. */
export function withCard(scene: Scene, kind: Card['kind']): Scene {
  const extent = extentOf(scene)
  const key = scene.lights.find(({ role }) => role === 'key')
  const azimuth = wrapped((key?.azimuth ?? -45) + 180)
  const [x, , z] = towards([0, 0, 0], azimuth, 0, extent * 1.6)
  const side = clamp(Math.round(extent * 1.5), 10, 4000)
  const at: Point = [Math.round(x), Math.round(side / 2), Math.round(z)]
  return added(scene, 'cards', {
    id: freshId(scene, 'card'),
    kind,
    at,
    width: side,
    height: side,
    azimuth: wrapped(azimuth + 180),
    elevation: 0,
    seen: false,
  })
}

/** Where something stands on the plan; of the backdrop the middle of its foot. Null = it has no place. */
export function floorOf(scene: Scene, chosen: Chosen): Floor | null {
  const { camera, backdrop } = scene
  switch (chosen.in) {
    case 'camera': {
      const [x, , z] = towards(camera.target, camera.azimuth, camera.tilt, camera.distance)
      return { x, z }
    }
    case 'backdrop':
      return backdrop.kind === 'sweep' || backdrop.kind === 'wall' ? { x: 0, z: -backdrop.distance } : null
    case 'lights': {
      const light = scene.lights.find(({ id }) => id === chosen.id)
      return light ? planOf(light) : null
    }
    default: {
      const thing = (scene[chosen.in] as readonly (Card | Prop | Product)[]).find(({ id }) => id === chosen.id)
      return thing ? { x: thing.at[0], z: thing.at[2] } : null
    }
  }
}

/** Puts something elsewhere on the floor, at its own height. */
export function moved(scene: Scene, chosen: Chosen, to: Floor): Scene {
  const { camera, backdrop } = scene
  switch (chosen.in) {
    case 'camera': {
      const [x, z] = [to.x - camera.target[0], to.z - camera.target[2]]
      const [flat, rise] = [Math.hypot(x, z), Math.sin((camera.tilt * Math.PI) / 180) * camera.distance]
      const tilt = clamp(degrees(Math.atan2(rise, flat)), -20, 90)
      const distance = clamp(Math.hypot(flat, rise), 50, 20_000)
      return { ...scene, camera: { ...camera, azimuth: degrees(Math.atan2(x, z)), tilt, distance } }
    }
    case 'backdrop':
      return backdrop.kind === 'sweep' || backdrop.kind === 'wall'
        ? { ...scene, backdrop: { ...backdrop, distance: clamp(Math.round(-to.z), 50, 20_000) } }
        : scene
    case 'lights': {
      const light = scene.lights.find(({ id }) => id === chosen.id)
      return light ? changed(scene, 'lights', light.id, movedOnPlan(light, to)) : scene
    }
    default: {
      const thing = (scene[chosen.in] as readonly (Card | Prop | Product)[]).find(({ id }) => id === chosen.id)
      if (!thing) return scene
      const place = (mm: number) => clamp(Math.round(mm), -20_000, 20_000)
      return changed(scene, chosen.in, chosen.id, { at: [place(to.x), thing.at[1], place(to.z)] })
    }
  }
}

/** The camera `by` times as far from what it looks at. */
export function stepped(scene: Scene, by: number): Scene {
  const { camera } = scene
  return { ...scene, camera: { ...camera, distance: clamp(camera.distance * by, 50, 20_000) } }
}

/** Another photo of the project beside the hero, at the hero's true size until it has its own. */
export function withCompanion(scene: Scene, photo: string): Scene {
  const extent = extentOf(scene)
  const n = scene.products.length
  const side = (n % 2 === 1 ? 1 : -1) * Math.ceil(n / 2)
  const hero = heroOf(scene)
  return added(scene, 'products', {
    ...hero,
    id: freshId(scene, 'product'),
    photo,
    at: [Math.round(hero.at[0] + side * extent * 0.9), hero.at[1], Math.round(hero.at[2] - extent * 0.15)],
    form: null,
    contact: null,
    balance: null,
    mask: null,
  })
}

/**
 * A set for this photo, framed on its product (`aspect`: width to height of its cutout). What its seller said of the product itself stays:
 * its body, its contact line, how light may touch it; in a group also the true heights, and the companions beside it.
 */
export function wearing(look: Scene, was: Scene | null, aspect: number): Scene {
  const worn = withLook({ scene: look }, { aspect, poses: [heroOf(look).pose] })
  if (!was) return worn
  const [hero, mine] = [heroOf(worn), heroOf(was)]
  const { photo, mirrored, form, contact, relight, gloss, tint, balance, mask } = mine
  const size = was.products.length > 1 && mine.size.by === 'height' ? mine.size : hero.size
  const [dx, dz] = [hero.at[0] - mine.at[0], hero.at[2] - mine.at[2]]
  const companions = was.products.slice(1).map((one): Product => ({ ...one, at: [one.at[0] + dx, hero.at[1], one.at[2] + dz] }))
  return { ...worn, products: [{ ...hero, photo, mirrored, form, contact, relight, gloss, tint, balance, mask, size }, ...companions] }
}

/** The scene with one light alone, everything else dark; for looking at only. */
export function soloed(scene: Scene, light: string | null): Scene {
  if (light === null || scene.lights.every(({ id }) => id !== light)) return scene
  return {
    ...scene,
    lights: scene.lights.map((one) => ({ ...one, on: one.id === light })),
    environment: { ...scene.environment, power: -12 },
  }
}
