import { heroOf, type Light, type Point, type Scene } from './document'
import { towards } from './geometry'
import { clamp, rad } from './numbers'

/** Where the middle of a light's face is, mm. */
export const placeOfLight = ({ aim, azimuth, elevation, distance }: Light): Point => towards(aim, azimuth, elevation, distance)

/** Points of a face to each of its sides, for its sum of light. */
const FINE = 6

/**
 * Light that reaches a point (mm) whose surface looks in a direction (unit length), linear: 1 = a white card there comes out at 1 at
 * exposure 0. The sum over the face of cos(surface) · beam / distance², with the beam I(θ) = cos θ inside its spread; scaled so
 * that 1,000 mm before the face it is 2^power, as the document says. Nothing stands in the way.
 */
export function irradianceAt(light: Light, point: Point, facing: Point): number {
  const face = faceOf(light)
  const before: Point = add(face.middle, scaled(face.axis, 1000))
  const unit = sumOver(face, before, scaled(face.axis, -1))
  return light.on && unit > 0 ? (2 ** light.power * sumOver(face, point, facing)) / unit : 0
}

interface Face {
  readonly middle: Point
  /** Unit vector out of the face, to its aim. */
  readonly axis: Point
  readonly points: readonly Point[]
  /** Cosine of half of its beam. */
  readonly edge: number
}

const ROUND: readonly Light['kind'][] = ['octabox', 'spot', 'sun', 'bare-bulb']

function faceOf(light: Light): Face {
  const middle = placeOfLight(light)
  const axis = scaled(towards([0, 0, 0], light.azimuth, light.elevation, 1), -1)
  const right: Point = [Math.cos(light.azimuth * rad), 0, -Math.sin(light.azimuth * rad)]
  const up = towards([0, 0, 0], light.azimuth, light.elevation + 90, 1)
  const round = ROUND.includes(light.kind)
  const height = round ? light.width : light.height
  const steps = Array.from({ length: FINE }, (_, i) => (i + 0.5) / FINE - 0.5)
  const points = steps.flatMap((u) =>
    steps.flatMap((v) =>
      round && Math.hypot(u, v) > 0.5 ? [] : [add(add(middle, scaled(right, u * light.width)), scaled(up, v * height))],
    ),
  )
  return { middle, axis, points, edge: Math.cos((light.spread / 2) * rad) }
}

function sumOver({ points, axis, edge }: Face, at: Point, facing: Point): number {
  let sum = 0
  for (const point of points) {
    const way: Point = [at[0] - point[0], at[1] - point[1], at[2] - point[2]]
    const distance = Math.hypot(...way)
    if (distance === 0) continue
    const leaving = dot(way, axis) / distance
    const arriving = -dot(way, facing) / distance
    if (leaving > 0 && leaving >= edge - 1e-9 && arriving > 0) sum += (leaving * arriving) / distance ** 2
  }
  return sum / points.length
}

const add = (a: Point, b: Point): Point => [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
const scaled = (a: Point, by: number): Point => [a[0] * by, a[1] * by, a[2] * by]
const dot = (a: Point, b: Point) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]

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
