import type { Light, Point } from './document'
import { towards } from './geometry'
import { rad, smooth } from './numbers'
import { cross, dot, minus } from './vectors'

/** A face that shines. Axes are unit vectors; `normal` is where it shines to. */
export interface Face {
  readonly at: Point
  readonly right: Point
  readonly up: Point
  readonly normal: Point
  readonly width: number
  readonly height: number
  readonly round: boolean
  /** Cosines of half its beam where it ends and where it begins to fade; a Lambertian face fades nowhere. */
  readonly beam: readonly [end: number, fading: number]
  /** Whether it shines by the cosine of the angle to its normal, as faces do and bulbs do not. */
  readonly cosine: boolean
}

/** The axes of a face that looks to an azimuth and elevation. */
export function facing(azimuth: number, elevation: number): Pick<Face, 'right' | 'up' | 'normal'> {
  const normal = towards([0, 0, 0], azimuth, elevation, 1)
  const right: Point = [Math.cos(azimuth * rad), 0, -Math.sin(azimuth * rad)]
  return { right, up: cross(normal, right), normal }
}

/** Where the middle of a light's face is, mm. */
export const placeOfLight = ({ aim, azimuth, elevation, distance }: Light): Point => towards(aim, azimuth, elevation, distance)

/** Of a beam that fades nowhere. */
export const LAMBERTIAN = [-2, -1] as const

const ROUND: ReadonlySet<Light['kind']> = new Set(['octabox', 'spot', 'sun', 'bare-bulb'])

/** The face of a light of the scene. */
export function faceOfLight(light: Light): Face {
  const half = (light.spread / 2) * rad
  const round = ROUND.has(light.kind)
  return {
    at: placeOfLight(light),
    ...facing(light.azimuth + 180, -light.elevation),
    width: light.width,
    height: round ? light.width : light.height,
    round,
    beam: light.spread >= 180 ? LAMBERTIAN : [Math.cos(half), Math.cos(half * 0.6)],
    cosine: light.kind !== 'bare-bulb',
  }
}

/** A point of a face, `x` to its right and `y` up, -1 to 1 from edge to edge. */
export function spotOn({ at, right, up, width, height }: Face, x: number, y: number): Point {
  const [a, b] = [(x * width) / 2, (y * height) / 2]
  return [at[0] + right[0] * a + up[0] * b, at[1] + right[1] * a + up[1] * b, at[2] + right[2] * a + up[2] * b]
}

/** Where a light's power is told: a small card 1,000 mm before its face's middle, which looks back at it. */
export function cardBefore({ at, normal: axis }: Face): { card: Point; normal: Point } {
  return {
    card: [at[0] + axis[0] * 1000, at[1] + axis[1] * 1000, at[2] + axis[2] * 1000],
    normal: [-axis[0], -axis[1], -axis[2]],
  }
}

/** What a small card at `card` that looks along `normal` gets of a face, were all of it in one of its points, for intensity 1 (1/mm²). */
export function share({ normal: axis, beam, cosine }: Face, from: Point, card: Point, normal: Point): number {
  const way = minus(card, from)
  const square = dot(way, way)
  if (square === 0) return 0
  const length = Math.sqrt(square)
  const leaving = dot(way, axis) / length
  const arriving = -dot(way, normal) / length
  if (leaving <= 0 || arriving <= 0) return 0
  return ((cosine ? leaving : 1) * smooth(beam[0], beam[1], leaving) * arriving) / square
}
