import { heroOf, MOST, type Point, type Prop, type Scene } from './document'
import type { Body } from './framing'
import { towards } from './geometry'
import { Material } from './materials'
import { clamp, wrapped } from './numbers'
import { liftOf } from './poses'
import type { ThingWish, Where, Wish } from './wish'

/** Pieces of one kind at most that are not scattered. */
const PIECES = 8

/** Where pieces go in turn, degrees about the hero: 0 = to the camera, 90 = to the picture's right. */
const SPOTS: Record<Exclude<Where, 'under'>, readonly number[]> = {
  beside: [112, -100, 62, -128, -58, 148, -152, 90],
  left: [-95, -65, -125, -80, -110, -140, -50, -155],
  right: [95, 65, 125, 80, 110, 140, 50, 155],
  behind: [180, 140, -140, 160, -160, 120, -120, 170],
  front: [35, -35, 50, -50, 20, -20, 65, -65],
}

/** The scene with the props that are wished for, and the hero on what carries it. */
export function withThings({ things = {}, noProps }: Wish, scene: Scene, hero: Body): Scene {
  const [under, around] = [true, false].map((is) => Object.entries(things).filter(([, { where }]) => (where === 'under') === is))
  const asks = [...(under ?? []), ...(around ?? [])]
  if (asks.length === 0 && !noProps) return scene
  const lift = liftOf(heroOf(scene).pose, hero.height)
  const now = heroOf(scene).at[1] - lift
  const carried = asks.some(([, { where, count }]) => where === 'under' && count > 0)
  const goes = (prop: Prop) =>
    noProps ||
    asks.some(([name, { thing, count }]) => prop.id.startsWith(`${slug(name)}-`) || (count === 0 && prop.kind === thing.kind)) ||
    (carried && carries(prop, scene, now))
  const props = scene.props.filter((prop) => !goes(prop))
  let height = noProps || scene.props.some((prop) => goes(prop) && carries(prop, scene, now)) ? 0 : now
  for (const [name, ask] of asks) {
    if (ask.count === 0) continue
    const made = piecesOf(slug(name), ask, scene, hero, props)
    props.push(...made)
    const [first] = made
    if (ask.where === 'under' && !ask.thing.scattered && first) height = first.size[1]
  }
  return { ...onStage(scene, height + lift), props: props.slice(0, MOST.props) }
}

/** Whether a prop is what the hero stands on, at a height. */
function carries({ at, size, count }: Prop, scene: Scene, y: number): boolean {
  const [x, , z] = heroOf(scene).at
  return count === 1 && y > 0 && Math.abs(at[1] + size[1] - y) < 1 && Math.abs(at[0] - x) < size[0] / 2 && Math.abs(at[2] - z) < size[2] / 2
}

/** Ids of props that words put there. */
const slug = (name: string) => `said-${name.replace(/ /g, '-')}`

/** The hero at a height above the ground; lights and camera go with it. */
function onStage(scene: Scene, height: number): Scene {
  const [hero, ...others] = scene.products
  const rise = height - heroOf(scene).at[1]
  if (!hero || Math.abs(rise) < 1e-6) return scene
  const up = ([x, y, z]: Point): Point => [x, clamp(y + rise, -20_000, 20_000), z]
  return {
    ...scene,
    products: [{ ...hero, at: [hero.at[0], height, hero.at[2]] }, ...others],
    lights: scene.lights.map((light) => ({ ...light, aim: up(light.aim) })),
    camera: { ...scene.camera, target: up(scene.camera.target) },
  }
}

function piecesOf(name: string, { thing, count, where, material }: ThingWish, scene: Scene, hero: Body, others: readonly Prop[]): Prop[] {
  const unit = clamp(Math.max(hero.width, hero.height * 0.4), 5, 3000)
  const size: Prop['size'] = [
    clamp(thing.width * unit, 1, 10_000),
    clamp(thing.height * unit, 0.2, 10_000),
    clamp(Math.max(thing.depth * unit, where === 'under' ? hero.depth * 1.15 : 0), 1, 10_000),
  ]
  const [x, , z] = heroOf(scene).at
  const base = {
    kind: thing.kind,
    material: Material.parse({ ...thing.material, ...material }),
    count: thing.scattered ? clamp(count, 1, 200) : 1,
  }
  const pieces = thing.scattered ? 1 : Math.min(count, PIECES)
  const made: Prop[] = []
  for (let i = 0; i < pieces; i++) {
    const here = (where === 'under' || (thing.scattered && where === 'beside')) && i === 0
    const at = here
      ? ([x, 0, z] as Point)
      : free([x, 0, z], size, where === 'under' ? 'beside' : where, i, scene, hero, [...others, ...made])
    const turn = thing.carries || thing.tall ? scene.camera.azimuth : wrapped(i * 67)
    // The second of a pair of podiums is lower than the hero's.
    const high = where === 'under' && i > 0 ? size[1] * 0.6 : size[1]
    made.push({
      ...base,
      id: `${name}-${i + 1}`,
      at,
      size: [size[0], high, size[2]],
      turn,
      seed: i,
      material: { ...base.material, seed: i },
    })
  }
  return made
}

/** The nearest place in the direction of a spot that nothing else stands on. */
function free(
  middle: Point,
  size: Prop['size'],
  where: Exclude<Where, 'under'>,
  nth: number,
  scene: Scene,
  hero: Body,
  others: readonly Prop[],
): Point {
  const spots = SPOTS[where]
  const angle = scene.camera.azimuth + (spots[nth % spots.length] as number)
  const own = where === 'behind' ? size[2] / 2 : Math.max(size[0], size[2]) / 2
  const taken = [
    ...scene.products.map((product, i) => ({
      at: product.at,
      reach: i === 0 ? Math.max(hero.width, hero.depth) / 2 : reachOf(product.size),
    })),
    ...others
      .filter(({ count, kind }) => count === 1 && kind !== 'drape')
      .map(({ at, size: [wide, , deep] }) => ({ at, reach: (Math.hypot(wide, deep) / 2) * 0.85 })),
  ]
  const gap = Math.max(4, hero.width * 0.08)
  let distance = Math.max(hero.width, hero.depth) / 2 + own + gap
  const clear = (at: Point) => taken.every((one) => Math.hypot(one.at[0] - at[0], one.at[2] - at[2]) >= one.reach + own + gap * 0.5)
  for (let i = 0; i < 60; i++) {
    if (clear(towards(middle, angle, 0, distance))) break
    distance += gap + own * 0.2
  }
  const [x, y, z] = towards(middle, angle, 0, Math.min(distance, 15_000))
  return [clamp(x, -20_000, 20_000), y, clamp(z, -20_000, 20_000)]
}

const reachOf = (size: Scene['products'][number]['size']) => (size.by === 'fit' ? size.width : size.height) / 2
