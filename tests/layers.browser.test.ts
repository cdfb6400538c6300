import { describe, expect, test } from 'vitest'
import type { ImageValue, RunContext } from '../src/core/recipe'
import { run as lay } from '../src/ops/lay/run'
import { run as shadow } from '../src/ops/shadow/run'
import { stripes } from './bench/studio/measures'
import { lamp, type Sketch, take } from './bench/studio/take'

const ctx = {} as RunContext
const key = lamp({ azimuth: -60, elevation: 35, aim: [0, 50, 0], width: 300, height: 300, power: -0.5 })
const camera = { target: [0, 50, 0] as [number, number, number], distance: 900, tilt: 12, focal: 60, fNumber: 8 }
const environment = { kind: 'studio', power: -2 } as const
const height = { by: 'height', height: 100 } as const
const two = [
  { id: 'front', size: height, at: [-20, 0, 60] as [number, number, number] },
  { id: 'back', size: height, at: [20, 0, -40] as [number, number, number] },
]
const post = { id: 'post', kind: 'box', at: [-30, 0, 110], size: [12, 60, 12], material: { kind: 'plaster' } } as const

/** Sets, and how much of what products do to them is black at least. */
const sets: Readonly<Record<string, Sketch & { least: number }>> = {
  'wooden table and wall': {
    least: 0.4,
    ground: { material: { kind: 'oak' } },
    backdrop: { kind: 'wall', distance: 500, material: { kind: 'plaster' } },
    products: two,
  },
  'sweep, a prop before the products, light that shapes them': {
    least: 0.05,
    ground: { material: { kind: 'paper', colour: [214, 120, 90] } },
    backdrop: { kind: 'sweep', distance: 400, radius: 150 },
    props: [{ ...post, at: [...post.at], size: [...post.size] }],
    products: two.map((one) => ({ ...one, relight: 0.8 })),
  },
  'black mirror': {
    least: 0.05,
    ground: { material: { kind: 'acrylic', colour: [20, 20, 22], roughness: 0.05 } },
    backdrop: { kind: 'wall', distance: 500, material: { kind: 'paper', colour: [60, 60, 70] } },
    products: two,
  },
  'plain colour': { least: 0.99, backdrop: { kind: 'none', colour: [240, 236, 228] }, products: two },
  'pattern of a window': {
    least: 0.3,
    ground: { material: { kind: 'linen' } },
    lights: [{ ...key, kind: 'sun', gobo: { kind: 'leaves', distance: 400 } }],
    products: two,
  },
}

const apart = (a: ImageValue, b: ImageValue) =>
  a.data.reduce((most, value, i) => Math.max(most, Math.abs(value - (b.data[i] as number))), 0)

describe('a scene in layers', () => {
  test.each(Object.entries(sets))(
    '%s: shows in its layers what it shows at once',
    { timeout: 300_000 },
    async (_, { least, ...sketch }) => {
      const size = { width: 96, height: 96, samples: 8 }
      const cutouts = [stripes(48, 64), stripes(40, 64)]
      const scene = { camera, environment, lights: [key], ...sketch }
      const picture = (layer: 'all' | 'set' | 'bare' | 'products', only?: number) =>
        take(scene, { ...size, layer, ...(only === undefined ? {} : { only }) }, cutouts)
      const [all, set, bare] = [await picture('all'), await picture('set'), await picture('bare')]
      const products = [await picture('products', 1), await picture('products', 0)]
      expect(apart(await lay({ images: [set, ...products] }, {}, ctx), all)).toBe(0)

      const veil = await shadow({ bare, set }, {}, ctx)
      expect(apart(await lay({ images: [bare, veil, ...products] }, {}, ctx), all)).toBeLessThanOrEqual(1)
      let [black, seen] = [0, 0]
      for (let p = 0; p < veil.data.length; p += 4) {
        const dark = Math.max(veil.data[p] as number, veil.data[p + 1] as number, veil.data[p + 2] as number) === 0
        seen += veil.data[p + 3] as number
        if (dark) black += veil.data[p + 3] as number
      }
      expect(seen / 255).toBeGreaterThan(20)
      // What a mirror shows, and what coloured paper sends into its own shadow, has a colour.
      expect(black / seen).toBeGreaterThan(least)
      // Far from the products the bare set is the set.
      expect(veil.data[3]).toBe(0)
    },
  )
})
