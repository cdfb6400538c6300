import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ImageValue, RunContext } from '../../core/recipe'
import { run } from './run'

const ctx = { signal: new AbortController().signal } as RunContext
const image = (width: number, height: number, at: (x: number, y: number) => readonly number[]): ImageValue => ({
  kind: 'image',
  width,
  height,
  data: Uint8ClampedArray.from(
    { length: width * height * 4 },
    (_, i) => at((i >> 2) % width, Math.floor((i >> 2) / width))[i % 4] as number,
  ),
})

describe('resize', () => {
  test('gives the size that was asked for and never enlarges', async () => {
    expect(await run({ image: image(400, 300, () => [1, 2, 3, 255]) }, { maxSide: 100 }, ctx)).toMatchObject({ width: 100, height: 75 })
    expect(await run({ image: image(1, 500, () => [1, 2, 3, 255]) }, { maxSide: 50 }, ctx)).toMatchObject({ width: 1, height: 50 })
    const small = image(40, 30, () => [1, 2, 3, 255])
    expect(await run({ image: small }, { maxSide: 40 }, ctx)).toBe(small)
  })

  test('an even colour stays exactly that colour, at any alpha', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 30 }),
        fc.uint8Array({ minLength: 4, maxLength: 4 }),
        async (w, h, maxSide, colour) => {
          const { data } = await run({ image: image(w, h, () => [...colour]) }, { maxSide }, ctx)
          const seen = colour[3] === 0 && Math.max(w, h) > maxSide ? [0, 0, 0, 0] : [...colour]
          for (let i = 0; i < data.length; i++) expect(data[i]).toBe(seen[i % 4])
        },
      ),
    )
  })

  test('the colour of transparent pixels does not bleed into the others', async () => {
    const { data } = await run({ image: image(90, 30, (x) => (x < 46 ? [200, 40, 40, 255] : [0, 255, 0, 0])) }, { maxSide: 20 }, ctx)
    for (let p = 0; p < data.length; p += 4) {
      if ((data[p + 3] as number) > 0) expect([...data.subarray(p, p + 3)]).toEqual([200, 40, 40])
    }
    expect([...data].some((a, i) => i % 4 === 3 && a > 0 && a < 255)).toBe(true)
  })

  test('a fine chequer becomes even grey: no aliasing', async () => {
    for (const maxSide of [97, 31, 12]) {
      const { data } = await run(
        { image: image(300, 300, (x, y) => ((x + y) % 2 ? [255, 255, 255, 255] : [0, 0, 0, 255])) },
        { maxSide },
        ctx,
      )
      for (let p = 0; p < data.length; p += 4) expect(Math.abs((data[p] as number) - 127.5)).toBeLessThan(3)
    }
  })

  test('the mirrored image gives the mirrored result', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 3, max: 24 }),
        fc.uint8Array({ minLength: 24 * 24 * 4, maxLength: 24 * 24 * 4 }),
        async (w, raw) => {
          const at = (x: number, y: number) => [...raw.subarray((y * 24 + x) * 4, (y * 24 + x) * 4 + 4)]
          const plain = await run({ image: image(w, 20, at) }, { maxSide: 11 }, ctx)
          const mirrored = await run({ image: image(w, 20, (x, y) => at(w - 1 - x, y)) }, { maxSide: 11 }, ctx)
          for (let y = 0; y < plain.height; y++) {
            for (let x = 0; x < plain.width; x++) {
              const [p, q] = [(y * plain.width + x) * 4, (y * plain.width + plain.width - 1 - x) * 4]
              expect(Math.abs((plain.data[p + 3] as number) - (mirrored.data[q + 3] as number))).toBeLessThanOrEqual(1)
              // A nearly transparent pixel's colour hangs on the last bit of its alpha.
              if ((plain.data[p + 3] as number) < 8) continue
              for (let c = 0; c < 3; c++)
                expect(Math.abs((plain.data[p + c] as number) - (mirrored.data[q + c] as number))).toBeLessThanOrEqual(1)
            }
          }
        },
      ),
      { numRuns: 40 },
    )
  })
})
