import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ImageValue, RunContext } from '../../core/recipe'
import { run as layered } from '../layered/run'
import { merged } from './merged'

const ctx = { signal: new AbortController().signal } as RunContext

async function read(flat: ImageValue): Promise<{ data: Uint8ClampedArray; bytes: Uint8Array }> {
  const { blob } = await layered({ layers: [flat], flat }, { names: ['a'], density: 300, rights: null }, ctx)
  const bytes = new Uint8Array(await blob.arrayBuffer())
  const data = new Uint8ClampedArray(flat.data.length)
  expect(merged(bytes, (rows, top, width) => data.set(rows, top * width * 4))).toEqual({ width: flat.width, height: flat.height })
  return { data, bytes }
}
/** Runs and noise, so that PackBits has both to do. */
const picture = (width: number, height: number, alpha: (value: number) => number) =>
  fc.integer({ min: 1, max: 9999 }).map((seed): ImageValue => {
    const value = (i: number) => (((i >> 5) & 1 ? i : i >> 4) * seed) % 251
    return {
      kind: 'image',
      width,
      height,
      data: Uint8ClampedArray.from({ length: width * height * 4 }, (_, i) => (i % 4 === 3 ? alpha(value(i)) : value(i))),
    }
  })

test('an opaque picture comes back as it was written, in strips', async () => {
  await fc.assert(
    fc.asyncProperty(
      picture(300, 600, () => 255),
      async (flat) => {
        expect(Buffer.from((await read(flat)).data).equals(Buffer.from(flat.data))).toBe(true)
      },
    ),
    { numRuns: 10 },
  )
})

test('a transparent one keeps its alpha, and its colours as far as they are seen', async () => {
  await fc.assert(
    fc.asyncProperty(
      picture(13, 9, (v) => (v < 99 ? 0 : v)),
      async (flat) => {
        const { data } = await read(flat)
        for (let p = 0; p < data.length; p += 4) {
          const alpha = flat.data[p + 3] as number
          expect(data[p + 3]).toBe(alpha)
          // The library cuts off what is left when it mixes with white.
          for (let c = p; c < p + 3; c++)
            expect((Math.abs((data[c] as number) - (flat.data[c] as number)) * alpha) / 255).toBeLessThanOrEqual(1.5)
        }
      },
    ),
    { numRuns: 40 },
  )
})

test('a file that was cut off or spoilt is not read as a whole one', async () => {
  const flat: ImageValue = {
    kind: 'image',
    width: 40,
    height: 20,
    data: Uint8ClampedArray.from({ length: 3200 }, (_, i) => (i % 4 === 3 ? 255 : (i * i) % 251)),
  }
  const { bytes } = await read(flat)
  for (const length of [10, 41, 100, bytes.length - 1]) expect(merged(bytes.subarray(0, length), () => {})).toBeNull()
  expect(merged(Uint8Array.of(...bytes.subarray(0, 4), 0, 2), () => {})).toBeNull()
})
