import type { Card, Light, Point } from '../../core/scene/document'
import { towards } from '../../core/scene/geometry'
import { fromStops, type Linear, lightColour } from '../../core/scene/light'
import { centred, onDisc } from './sequence'

/** A face that shines: a light's or a bounce card's. Axes are unit vectors; `normal` is where it shines to. */
export interface Lamp {
  readonly id: string
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
  /** Irradiance on a card that faces it 1 mm away, were all of it in one point (intensity along its normal), linear. */
  readonly intensity: Linear
}

const minus = (a: Point, b: Point): Point => [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
const dot = (a: Point, b: Point) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
const rad = Math.PI / 180
const scaled = (colour: Linear, by: number): Linear => [colour[0] * by, colour[1] * by, colour[2] * by]

/** The axes of a face that looks to an azimuth and elevation. */
function facing(azimuth: number, elevation: number): Pick<Lamp, 'right' | 'up' | 'normal'> {
  const normal = towards([0, 0, 0], azimuth, elevation, 1)
  const right: Point = [Math.cos(azimuth * rad), 0, -Math.sin(azimuth * rad)]
  const up: Point = [
    normal[1] * right[2] - normal[2] * right[1],
    normal[2] * right[0] - normal[0] * right[2],
    normal[0] * right[1] - normal[1] * right[0],
  ]
  return { right, up, normal }
}

const rounds = new Set<Light['kind']>(['octabox', 'spot', 'sun', 'bare-bulb'])

/** A light of the scene as a face, calibrated: at 0 stops a white card 1,000 mm before it is as bright as linear 1. */
export function lampOf(light: Light): Lamp {
  const half = (light.spread / 2) * rad
  const round = rounds.has(light.kind)
  const face = {
    id: light.id,
    at: towards(light.aim, light.azimuth, light.elevation, light.distance),
    ...facing(light.azimuth + 180, -light.elevation),
    width: light.width,
    height: round ? light.width : light.height,
    round,
    beam: light.spread >= 180 ? ([-2, -1] as const) : ([Math.cos(half), Math.cos(half * 0.6)] as const),
    cosine: light.kind !== 'bare-bulb',
  }
  const there: Point = [face.at[0] + face.normal[0] * 1000, face.at[1] + face.normal[1] * 1000, face.at[2] + face.normal[2] * 1000]
  const back: Point = [-face.normal[0], -face.normal[1], -face.normal[2]]
  const share = formFactor(face, there, back)
  return { ...face, intensity: scaled(lightColour(light.kelvin), (Math.PI * fromStops(light.power)) / share) }
}

/** The point of a face that (u, v) in the unit square stands for. */
export function pointOn(
  { at, right, up, width, height, round }: Pick<Lamp, 'at' | 'right' | 'up' | 'width' | 'height' | 'round'>,
  uv: readonly [number, number],
): Point {
  const [x, y] = round ? onDisc(uv) : [2 * uv[0] - 1, 2 * uv[1] - 1]
  const [a, b] = [(x * width) / 2, (y * height) / 2]
  return [at[0] + right[0] * a + up[0] * b, at[1] + right[1] * a + up[1] * b, at[2] + right[2] * a + up[2] * b]
}

const smooth = (from: number, to: number, x: number) => {
  const t = Math.min(1, Math.max(0, (x - from) / (to - from)))
  return t * t * (3 - 2 * t)
}

type Face = Omit<Lamp, 'intensity'>
const LOOKS = 64

/** Mean over a face of what a small card gets from its points, for intensity 1 (1/mm²). */
function formFactor(face: Face, card: Point, normal: Point): number {
  let sum = 0
  for (let i = 0; i < LOOKS; i++) {
    const way = minus(card, pointOn(face, centred(i, 7)))
    const square = dot(way, way)
    const length = Math.sqrt(square)
    const leaving = dot(way, face.normal) / length
    const arriving = -dot(way, normal) / length
    if (leaving <= 0 || arriving <= 0) continue
    sum += ((face.cosine ? leaving : 1) * smooth(face.beam[0], face.beam[1], leaving) * arriving) / square
  }
  return sum / LOOKS
}

/** Irradiance of a small card from faces that nothing hides, linear. */
export function irradiance(lamps: readonly Lamp[], at: Point, normal: Point): Linear {
  const sum: [number, number, number] = [0, 0, 0]
  for (const lamp of lamps) {
    const share = formFactor(lamp, at, normal)
    for (let c = 0; c < 3; c++) sum[c] = (sum[c] as number) + (lamp.intensity[c] as number) * share
  }
  return sum
}

/** What a bounce card gives back of the light that falls on it. */
const returns: { readonly [K in Card['kind']]: Linear } = {
  white: [0.9, 0.9, 0.9],
  silver: [0.92, 0.93, 0.94],
  gold: [0.9, 0.62, 0.28],
  black: [0, 0, 0],
}

/** Sheet metal throws light back in a lobe, white card all around. */
const lobes: { readonly [K in Card['kind']]: readonly [number, number] } = {
  white: [-2, -1],
  silver: [Math.cos(75 * rad), Math.cos(20 * rad)],
  gold: [Math.cos(75 * rad), Math.cos(20 * rad)],
  black: [-2, -1],
}

/** The face of a card, without its light. */
export function cardFace(card: Card): Omit<Lamp, 'intensity'> {
  return {
    id: card.id,
    at: card.at,
    ...facing(card.azimuth, card.elevation),
    width: card.width,
    height: card.height,
    round: false,
    beam: lobes[card.kind],
    cosine: true,
  }
}

/**
 * A bounce card as a lamp: what falls on its middle from the lights and the environment, it gives back as a Lambertian face (a metal
 * one gathers the same power in a lobe). Null for a flag.
 */
export function bounceOf(card: Card, lights: readonly Lamp[], ambient: Linear): Lamp | null {
  if (card.kind === 'black') return null
  const face = cardFace(card)
  const fallen = irradiance(lights, face.at, face.normal)
  // An upright card sees half of what comes from above.
  const share = 0.5 + 0.5 * face.normal[1]
  const area = face.width * face.height
  const gathered = lobeGain(face.beam)
  const intensity = [0, 1, 2].map(
    (c) => ((((fallen[c] as number) + (ambient[c] as number) * share) * (returns[card.kind][c] as number) * area) / Math.PI) * gathered,
  )
  return { ...face, intensity: intensity as unknown as Linear }
}

/** How much stronger a narrowed beam is along its axis, when its power is that of a Lambertian face. */
function lobeGain([end, fading]: readonly [number, number]): number {
  let power = 0
  const steps = 64
  for (let i = 0; i < steps; i++) {
    const cosine = (i + 0.5) / steps
    power += (2 * cosine * smooth(end, fading, cosine)) / steps
  }
  return 1 / power
}

/** Radiance of a face along its normal: how bright it looks in a mirror. */
export function radianceOf({ intensity, width, height, round }: Lamp): Linear {
  return scaled(intensity, 1 / (width * height * (round ? Math.PI / 4 : 1)))
}
