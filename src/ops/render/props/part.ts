import { BufferAttribute, type BufferGeometry } from 'three'
import type { Colour } from '../../../core/colour'
import type { Prop } from '../../../core/scene/document'

/** A piece of a prop in mm, in the prop's own axes. */
export interface Part {
  readonly geometry: BufferGeometry
  /** A sheet without thickness, seen from both sides. */
  readonly sheet?: boolean
  /** What it is of, where that is not the prop's material: sRGB. */
  readonly plain?: { readonly colour: Colour; readonly roughness: number }
  /** Stops so much of the light instead of what its material does, 0 to 1. */
  readonly coverage?: number
}

/** Makes the parts of a kind. `random` is seeded by the prop. */
export type Maker = (prop: Prop, random: () => number) => Part[]

/** Multiplies the material's colour: linear RGB. */
export function tint(geometry: BufferGeometry, of: (vertex: number) => readonly [number, number, number]): BufferGeometry {
  const { count } = geometry.getAttribute('position')
  const colour = new Float32Array(count * 3)
  for (let i = 0; i < count; i++) colour.set(of(i), i * 3)
  return geometry.setAttribute('color', new BufferAttribute(colour, 3))
}

/** From `low` to `high`. */
export const between = (random: () => number, low: number, high: number): number => low + (high - low) * random()
