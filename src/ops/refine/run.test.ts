import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { image, mask } from '../../../tests/support/rasters'
import type { RunContext } from '../../core/recipe'
import { run } from './run'

const ctx = { signal: new AbortController().signal, alive: () => {} } as unknown as RunContext
const plain = { seeThrough: false }

const distance = (a: Uint8Array, b: Uint8Array) => a.reduce((sum, v, i) => sum + Math.abs(v - (b[i] as number)), 0) / 255
/** Noise that is the same on every machine. */
const grain = (x: number, y: number) => ((x * 7919 + y * 104_729) % 23) - 11

describe('refine', () => {
  test('gives back at the photo’s size the teeth that the network blurred away', async () => {
    // A comb, dark before a pale wall: teeth of 10 px, gaps of 10 px. The network sees a quarter of the size, blurred over 8 px.
    const [width, height] = [320, 240]
    const truth = mask(width, height, (x, y) => (x > 80 && x < 240 && y > 60 && y < 180 && (x % 20 < 10 || y < 120) ? 255 : 0))
    const photo = image(width, height, (x, y) => {
      const v = (truth.data[y * width + x] === 255 ? 40 : 200) + grain(x, y)
      return [v, v - 10, v + 5]
    })
    const blurred = mask(80, 60, (x, y) => {
      let sum = 0
      let count = 0
      for (let v = y * 4 - 2; v < y * 4 + 6; v++) {
        for (let u = x * 4 - 2; u < x * 4 + 6; u++) {
          if (u < 0 || v < 0 || u >= width || v >= height) continue
          sum += truth.data[v * width + u] as number
          count++
        }
      }
      return Math.round(sum / count)
    })
    const raw = await run({ image: image(width, height, () => [128, 128, 128]), mask: blurred }, plain, ctx)
    const refined = await run({ image: photo, mask: blurred }, plain, ctx)
    expect([refined.width, refined.height]).toEqual([width, height])
    expect(distance(refined.data, truth.data)).toBeLessThan(0.45 * distance(raw.data, truth.data))
  })

  test('where product and background look alike it leaves the network’s edge alone', async () => {
    const photo = image(200, 160, (x, y) => [128 + grain(x, y), 128 + grain(y, x), 128])
    const soft = mask(200, 160, (x, y) => Math.max(0, Math.min(255, Math.round(128 + (60 - Math.abs(x - 100)) * 20 - (y < 20 ? 500 : 0)))))
    const { data } = await run({ image: photo, mask: soft }, plain, ctx)
    expect(distance(data, soft.data) / (200 * 160)).toBeLessThan(0.01)
  })

  test('what is sure stays as it is, whatever the picture', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(1000), fc.integer({ min: 90, max: 160 }), async (seed, side) => {
        const photo = image(side, side, (x, y) => [(x * seed) % 256, (y * (seed + 3)) % 256, (x * y + seed) % 256])
        const half = mask(32, 32, (x) => (x < 16 ? 255 : 0))
        const { data } = await run({ image: photo, mask: half }, plain, ctx)
        for (let y = 0; y < side; y += 7) expect([data[y * side], data[y * side + side - 1]]).toEqual([255, 0])
      }),
      { numRuns: 20 },
    )
  })

  test('a photo that brings its own cutout keeps its alpha to the bit', async () => {
    const cut = image(64, 48, (x, y) => [10, 20, 30, x < 20 ? 0 : (x * y) % 256])
    const { data } = await run({ image: cut, mask: mask(16, 16, () => 255) }, plain, ctx)
    expect([...data]).toEqual([...cut.data].filter((_, i) => i % 4 === 3))
  })

  test('see-through: what shows the background through it loses alpha, a label on it does not', async () => {
    const inGlass = (x: number, y: number) => x >= 60 && x < 140 && y >= 30 && y < 130
    const inLabel = (x: number, y: number) => x >= 80 && x < 120 && y >= 60 && y < 100
    const photo = image(200, 160, (x, y) => (inLabel(x, y) ? [230, 40, 30] : inGlass(x, y) ? [96, 136, 176] : [90, 130, 170]))
    const glass = mask(200, 160, (x, y) => (inGlass(x, y) ? 255 : 0))
    const { data } = await run({ image: photo, mask: glass }, { ...plain, seeThrough: true }, ctx)
    const at = (x: number, y: number) => data[y * 200 + x] as number
    expect(at(70, 45)).toBeLessThan(90)
    expect(at(70, 45)).toBeGreaterThan(0)
    expect(at(100, 80)).toBeGreaterThan(150)
    expect(at(20, 20)).toBe(0)
  })
})
