import type { Card, Light, Point } from '../../core/scene/document'
import { cardBefore, type Face, faceOfLight, facing, LAMBERTIAN, share, spotOn } from '../../core/scene/face'
import { fromStops, type Linear, lightColour } from '../../core/scene/light'
import { rad, smooth } from '../../core/scene/numbers'
import { centred, onDisc } from './sequence'

/** A face that shines: a light's or a bounce card's. */
export interface Lamp extends Face {
  /** Irradiance on a card that faces it 1 mm away, were all of it in one point (intensity along its normal), linear. */
  readonly intensity: Linear
}

const scaled = (colour: Linear, by: number): Linear => [colour[0] * by, colour[1] * by, colour[2] * by]

/** A light of the scene as a face, calibrated: at 0 stops a white card 1,000 mm before it is as bright as linear 1. */
export function lampOf(light: Light): Lamp {
  const face = faceOfLight(light)
  const { card, normal } = cardBefore(face)
  return { ...face, intensity: scaled(lightColour(light.kelvin), (Math.PI * fromStops(light.power)) / formFactor(face, card, normal)) }
}

/** The point of a face that (u, v) in the unit square stands for. */
export function pointOn(face: Face, uv: readonly [number, number]): Point {
  const [x, y] = face.round ? onDisc(uv) : [2 * uv[0] - 1, 2 * uv[1] - 1]
  return spotOn(face, x, y)
}

const LOOKS = 64

/** Mean over a face of what a small card gets from its points, for intensity 1 (1/mm²). */
function formFactor(face: Face, card: Point, normal: Point): number {
  let sum = 0
  for (let i = 0; i < LOOKS; i++) sum += share(face, pointOn(face, centred(i, 7)), card, normal)
  return sum / LOOKS
}

/** Irradiance of a small card from faces that nothing hides, linear. */
export function irradiance(lamps: readonly Lamp[], at: Point, normal: Point): Linear {
  const sum: [number, number, number] = [0, 0, 0]
  for (const lamp of lamps) {
    const gets = formFactor(lamp, at, normal)
    for (let c = 0; c < 3; c++) sum[c] = (sum[c] as number) + (lamp.intensity[c] as number) * gets
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
  white: LAMBERTIAN,
  silver: [Math.cos(75 * rad), Math.cos(20 * rad)],
  gold: [Math.cos(75 * rad), Math.cos(20 * rad)],
  black: LAMBERTIAN,
}

/** The face of a card, without its light. */
export function cardFace(card: Card): Face {
  return {
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
  const open = 0.5 + 0.5 * face.normal[1]
  const area = face.width * face.height
  const gathered = lobeGain(face.beam)
  const intensity = [0, 1, 2].map(
    (c) => ((((fallen[c] as number) + (ambient[c] as number) * open) * (returns[card.kind][c] as number) * area) / Math.PI) * gathered,
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
