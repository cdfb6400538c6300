import { type Camera, type Card, heroOf, Light, MOST, type Point, type Scene, Scene as SceneSchema } from './document'
import { type Body, cornersOf, extentOf, framedOn } from './framing'
import { towards } from './geometry'
import { aboveGround, withFocal } from './lens'
import { irradianceAt } from './lighting'
import { Material, type MaterialKind } from './materials'
import { clamp, wrapped } from './numbers'
import { withThings } from './placing'
import { posed } from './poses'
import type { LightWish, Wish } from './wish'

/** The scene as a wish wants it. Granting it again changes nothing. */
export function granted(wish: Wish, scene: Scene, hero: Body): Scene {
  if (Object.keys(wish).length === 0) return scene
  const set = withBackdrop(wish, withSurface(wish, withPose(wish, scene, hero)), hero)
  const things = withThings(wish, set, hero)
  return SceneSchema.parse(withCamera(wish, withCards(wish, withLights(wish, things, hero), hero), hero))
}

function withPose({ pose }: Wish, scene: Scene, hero: Body): Scene {
  if (!pose) return scene
  return { ...scene, products: scene.products.map((product, i) => posed(product, pose, i === 0 ? hero.height : product.size.height)) }
}

/** Of these a sweep can be rolled out or cast. */
const SWEEPS: readonly MaterialKind[] = ['paper', 'acrylic', 'plaster', 'concrete', 'linen', 'velvet', 'satin', 'wool']

function withSurface({ surface, backdrop: said }: Wish, scene: Scene): Scene {
  if (!surface) return scene
  const before = scene.ground.material
  const material = surface.kind ? veined(Material.parse(surface)) : { ...before, ...surface }
  const { backdrop } = scene
  const stands = said || backdrop.kind !== 'sweep' || SWEEPS.includes(material.kind)
  const wall = { kind: 'paper', colour: before.kind === 'paper' ? before.colour : [232, 230, 226] } as const
  return {
    ...scene,
    ground: { ...scene.ground, material },
    backdrop: stands ? backdrop : { kind: 'wall', distance: backdrop.distance, material: Material.parse(wall) },
  }
}

/** Dark marble has light veins. */
const veined = (material: Material): Material =>
  material.kind === 'marble' && material.colour && Math.max(...material.colour) < 90 && !material.accent
    ? { ...material, accent: [206, 200, 192] }
    : material

function withBackdrop({ backdrop: wish, surface }: Wish, scene: Scene, hero: Body): Scene {
  if (!wish) return scene
  const { backdrop, ground } = scene
  const own = backdrop.kind === 'sweep' || backdrop.kind === 'wall' ? backdrop.distance : 0
  const distance = own || clamp(Math.max(hero.width, hero.height) * 4, 300, 6000)
  if (wish.as === 'plain') return { ...scene, backdrop: { kind: 'none', colour: wish.material.colour ?? [255, 255, 255] } }
  const paper = (wish.material.kind ?? 'paper') === 'paper'
  // A sheet of paper is one colour, on the ground and behind.
  const sheet = wish.as === 'seamless' || (paper && backdrop.kind === 'sweep' && ground.material.kind === 'paper')
  if (sheet && !surface) {
    const colour = wish.material.colour ?? (paper && ground.material.kind === 'paper' ? ground.material.colour : null)
    const material = Material.parse({ kind: 'paper', ...wish.material, colour })
    const radius = backdrop.kind === 'sweep' ? backdrop.radius : Math.min(5000, distance / 2)
    return { ...scene, ground: { material, size: null }, backdrop: { kind: 'sweep', distance, radius } }
  }
  const plain: MaterialKind = wish.material.colour ? 'paper' : 'plaster'
  return { ...scene, backdrop: { kind: 'wall', distance, material: veined(Material.parse({ kind: plain, ...wish.material })) } }
}

const clampSize = (mm: number) => clamp(mm, 1, 6000)

function asked(light: Light, wish: LightWish, side: number, camera: number): Light {
  const kind = wish.kind ?? light.kind
  const size = wish.size && clampSize(wish.size * side)
  const [wide, high] = kind === 'strip' ? [0.25, 1] : kind === 'window' ? [1, 1.2] : [1, 1]
  return {
    ...light,
    kind,
    on: wish.on ?? true,
    ...(wish.azimuth !== undefined && { azimuth: wrapped(camera + wish.azimuth) }),
    ...(wish.elevation !== undefined && { elevation: clamp(wish.elevation, -30, 90) }),
    ...(wish.kelvin && { kelvin: wish.kelvin }),
    ...(wish.away && { distance: clamp(wish.away * side, 100, 20_000) }),
    ...(size && { width: clampSize(size * wide), height: clampSize(size * high) }),
  }
}

/** What arrives of a light at its aim, on a card that faces it. */
const atAim = (light: Light) => irradianceAt({ ...light, on: true }, light.aim, towards([0, 0, 0], light.azimuth, light.elevation, 1))

/** The light with the power at which `stops` more arrive at its aim than of another. */
function like(light: Light, other: Light, stops: number): Light {
  const gain = Math.log2(atAim(other) / atAim(light)) + stops
  return Number.isFinite(gain) ? { ...light, power: clamp(light.power + gain, -10, 10) } : light
}

function withLights({ key: keyWish, fill, rim, environment, gobo }: Wish, scene: Scene, hero: Body): Scene {
  const side = Math.max(hero.width, hero.height)
  const { azimuth } = scene.camera
  const before = scene.lights.find(({ role }) => role === 'key') ?? newLight('key', scene, side)
  let key = keyWish ? asked(before, keyWish, side, azimuth) : before
  if (gobo) key = masked(key, gobo.kind, side)
  // What was metered stays: another place or size of the key light is no other exposure.
  if (key !== before) key = like(key, before, 0)
  const lights = keyWish || gobo?.kind ? withLight(scene.lights, key) : scene.lights.map((light) => (light.id === key.id ? key : light))
  const opposite = wrapped(2 * azimuth - key.azimuth)
  let all = gobo?.kind === null ? lights.map((light) => ({ ...light, gobo: null })) : lights
  if (fill)
    all = second('fill', fill, all, like({ ...newLight('fill', scene, side), azimuth: opposite, elevation: 15 }, key, -2), side, azimuth)
  if (rim) {
    const back = wrapped(azimuth + (wrapped(key.azimuth - azimuth) > 0 ? -150 : 150))
    const strip: Light = { ...newLight('rim', scene, side), kind: 'strip', azimuth: back, elevation: 35, width: clampSize(side / 2) }
    all = second('rim', rim, all, like(strip, key, 0.5), side, azimuth)
  }
  return { ...scene, lights: all, environment: { ...scene.environment, ...environment } }
}

const newLight = (role: Light['role'], { camera, lights }: Scene, side: number): Light =>
  Light.parse({
    id: `said-${role}`,
    kind: 'softbox',
    role,
    aim: lights[0]?.aim ?? camera.target,
    azimuth: wrapped(camera.azimuth - 50),
    elevation: 40,
    distance: clamp(side * 4, 100, 20_000),
    width: clampSize(side * 2),
    height: clampSize(side * 2),
    power: role === 'key' ? clamp(2 * Math.log2((side * 4) / 1000), -10, 10) : 0,
  })

/** A light that is not the key: what is there is changed, or switched off; else `fresh` is put up. */
function second(role: 'fill' | 'rim', wish: LightWish, lights: readonly Light[], fresh: Light, side: number, camera: number): Light[] {
  const on = wish.on ?? true
  const mine = lights.filter((light) => light.role === role)
  if (mine.length > 0 || !on) return lights.map((light) => (light.role === role ? { ...asked(light, wish, side, camera), on } : light))
  return withLight(lights, asked(fresh, wish, side, camera))
}

/** A light put in place of the one that has its id, or put up if there is room. */
const withLight = (lights: readonly Light[], light: Light): Light[] =>
  lights.some(({ id }) => id === light.id) || lights.length >= MOST.lights
    ? lights.map((one) => (one.id === light.id ? light : one))
    : [...lights, light]

/** A key light with a gobo, small enough for the shadow's edges to be a sixth of the product wide at most: size · behind / before. */
function masked(key: Light, kind: NonNullable<Light['gobo']>['kind'] | null, side: number): Light {
  if (kind === null) return { ...key, gobo: null }
  const distance = clamp(Math.min(side, key.distance / 3), 50, 10_000)
  const most = clampSize((side / 6) * (key.distance / distance - 1))
  const gobo = key.gobo?.kind === kind ? key.gobo : { kind, distance, scale: 1, turn: 0, seed: 1 }
  return { ...key, on: true, width: Math.min(key.width, most), height: Math.min(key.height, most), gobo }
}

const CARD_FROM = { left: [-80, 0], right: [80, 0], front: [15, 25], above: [0, 90] } as const

function withCards({ cards = {}, noCards }: Wish, scene: Scene, hero: Body): Scene {
  const side = Math.max(hero.width, hero.height)
  const [x, y, z] = heroOf(scene).at
  const middle: Point = [x, y + hero.height / 2, z]
  const asks = Object.entries(cards) as [keyof typeof CARD_FROM, Card['kind']][]
  const kept = scene.cards.filter(({ id }) => !noCards && !asks.some(([at]) => id === `said-${at}`))
  const made = asks.map(([name, kind]): Card => {
    const [from, elevation] = CARD_FROM[name]
    const azimuth = wrapped(scene.camera.azimuth + from)
    const at = towards(middle, azimuth, elevation, side * 1.6)
    const size = clamp(side * 1.2, 10, 4000)
    return { id: `said-${name}`, kind, at, width: size, height: size, azimuth: wrapped(azimuth + 180), elevation: -elevation, seen: false }
  })
  return { ...scene, cards: [...kept, ...made].slice(0, MOST.cards) }
}

function withCamera(wish: Wish, scene: Scene, hero: Body): Scene {
  const { focal, ...rest } = wish.camera ?? {}
  const aspect = wish.aspect ?? scene.aspect
  const first = heroOf(scene)
  const corners = cornersOf(hero, first.at, first.pose, scene.camera.azimuth)
  const lens = { ...(focal ? withFocal(scene.camera, focal) : scene.camera), ...rest }
  // From below, how far down there is room depends on the framing.
  if (rest.tilt !== undefined && rest.tilt < 0) {
    const low = aboveGround(framedOn(lens, aspect, corners, wish.margin ?? 0.1))
    return { ...scene, aspect, camera: settled(scene.camera, aboveGround(framedOn(low, aspect, corners, wish.margin ?? 0.1))) }
  }
  const camera = aboveGround(lens)
  const next = { ...scene, aspect, camera }
  if (wish.margin !== undefined) return { ...next, camera: settled(scene.camera, framedOn(camera, aspect, corners, wish.margin)) }
  const moved = wish.pose || wish.aspect || wish.things || wish.noProps || focal || rest.tilt !== undefined
  if (!moved) return next
  const { left, top, right, bottom } = extentOf(camera, aspect, corners)
  const framed = framedOn(camera, aspect, corners, 0.1)
  // Where the lens that was asked for is too long for 20 m the framing has a shorter one, said once or twice.
  const inside = framed.focal === camera.focal && Math.min(left, top, 1 - right, 1 - bottom) > 0.01
  return inside ? next : { ...next, camera: settled(scene.camera, framed) }
}

/** A framing, or the one that the camera has already, where they are the same but for rounding. */
function settled(now: Camera, framed: Camera): Camera {
  const { target, distance, tilt, focal } = now
  const off = Math.hypot(...target.map((part, i) => part - (framed.target[i] as number)), distance - framed.distance)
  return off < 0.05 && Math.abs(tilt - framed.tilt) < 0.05 && Math.abs(focal - framed.focal) < 0.05
    ? { ...framed, target, distance, tilt, focal }
    : framed
}
