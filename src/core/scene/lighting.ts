import { heroOf, type Light, type Point, type Scene } from './document'
import { cardBefore, type Face, faceOfLight, placeOfLight, share, spotOn } from './face'
import { towards } from './geometry'
import { clamp, rad } from './numbers'

/** Points of a face, those of a round one within the circle, for its sum of light: in the middles of so many fields to each side. */
const FINE = 6
const steps = Array.from({ length: FINE }, (_, i) => (2 * i + 1) / FINE - 1)
const SPOTS = steps.flatMap((x) => steps.map((y) => [x, y] as const))

/**
 * Light that reaches a point (mm) whose surface looks in a direction (unit length), linear: 1 = a white card there comes out at 1 at
 * exposure 0. The sum over the face of cos(surface) · beam / distance², with a beam of cos θ (a bare bulb: 1) that fades smoothly between 0.6 and 1 of half its spread; scaled so
 * that 1,000 mm before the face it is 2^power, as the document says. Nothing stands in the way.
 */
export function irradianceAt(light: Light, point: Point, facing: Point): number {
  const face = faceOfLight(light)
  const before = cardBefore(face)
  const unit = meanOver(face, before.card, before.normal)
  return light.on && unit > 0 ? (2 ** light.power * meanOver(face, point, facing)) / unit : 0
}

function meanOver(face: Face, card: Point, normal: Point): number {
  const spots = face.round ? SPOTS.filter(([x, y]) => Math.hypot(x, y) <= 1) : SPOTS
  return spots.reduce((sum, [x, y]) => sum + share(face, spotOn(face, x, y), card, normal), 0) / spots.length
}

/** What a light meter held at the hero and turned to the camera would read. */
export interface Reading {
  /** Of each light, stops over a white card at linear 1; null = nothing of it arrives. Exposure counted in. */
  readonly lights: readonly { readonly id: string; readonly stops: number | null }[]
  /** Of the environment: half of what a card lying open gets, since half of it is behind the card. */
  readonly environment: number
  /** Lit side to shadow side: log2((key + fill) / fill), where all that is not key, rim or background fills. Null = no key light arrives. */
  readonly ratio: number | null
}

/** Reads the set's light `height` mm above the hero's foot. */
export function meter(scene: Scene, height: number): Reading {
  const { at } = heroOf(scene)
  const facing = towards([0, 0, 0], scene.camera.azimuth, 0, 1)
  const point: Point = [at[0], at[1] + height, at[2]]
  const arriving = scene.lights.map((light) => ({ light, linear: irradianceAt(light, point, facing) }))
  const of = (...roles: Light['role'][]) => arriving.reduce((sum, { light, linear }) => sum + (roles.includes(light.role) ? linear : 0), 0)
  const around = 2 ** scene.environment.power / 2
  const [key, fill] = [of('key'), of('fill', 'accent') + around]
  const stops = (linear: number) => Math.log2(linear) + scene.camera.exposure
  return {
    lights: arriving.map(({ light, linear }) => ({ id: light.id, stops: linear > 0 ? stops(linear) : null })),
    environment: stops(around),
    ratio: key > 0 ? Math.log2((key + fill) / fill) : null,
  }
}

/** Where a light stands on the plan (seen from above), mm. */
export function planOf(light: Light): { x: number; z: number } {
  const [x, , z] = placeOfLight(light)
  return { x, z }
}

/** The same light on the same stand, its foot moved on the plan: it keeps its height and its aim, as far as a light may go. */
export function movedOnPlan(light: Light, { x, z }: { x: number; z: number }): Light {
  const here = planOf(light)
  if (here.x === x && here.z === z) return light
  const [dx, dz] = [x - light.aim[0], z - light.aim[2]]
  const high = Math.sin(light.elevation * rad) * light.distance
  const flat = Math.hypot(dx, dz)
  const wanted = flat < 1e-9 ? light.azimuth : Math.atan2(dx, dz) / rad
  return {
    ...light,
    azimuth: nearest(wanted, light.azimuth),
    elevation: clamp(Math.atan2(high, flat) / rad, -30, 90),
    distance: clamp(Math.hypot(flat, high), 100, 20_000),
  }
}

/** The same angle, in the turn that is nearest to another (within ±360°), so that a slider does not jump. */
function nearest(angle: number, to: number): number {
  const turned = angle + 360 * Math.round((to - angle) / 360)
  return Math.abs(turned) <= 360 ? turned : angle
}

/**
 * Width of the half-shadow beside what stands at the light's aim, mm, across the rays: size · behind / before, the ways from edge to ground
 * and from face to edge, which are as `height` (of the edge over the ground, mm) to the rest of the light's height. Infinity where no shadow falls.
 */
export function penumbra(light: Light, height: number): number {
  const [, high] = placeOfLight(light)
  return high > height ? (light.width * height) / (high - height) : Number.POSITIVE_INFINITY
}
