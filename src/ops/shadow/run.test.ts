import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ImageValue, RunContext } from '../../core/recipe'
import { run as lay } from '../lay/run'
import { run } from './run'

const ctx = {} as RunContext
const pixels = 64
const opaque = fc.uint8Array({ minLength: pixels * 4, maxLength: pixels * 4 }).map(
  (raw): ImageValue => ({
    kind: 'image',
    width: pixels,
    height: 1,
    data: Uint8ClampedArray.from(raw, (v, i) => (i % 4 === 3 ? 255 : v)),
  }),
)
const lifted = (bare: ImageValue, set: ImageValue) => run({ bare, set }, {}, ctx)

test('laid over the bare set it gives the set with the products in it, within 1 of 255', async () => {
  await fc.assert(
    fc.asyncProperty(opaque, opaque, async (bare, set) => {
      const { data } = await lay({ images: [bare, await lifted(bare, set)] }, {}, ctx)
      for (const [i, value] of data.entries()) expect(Math.abs(value - (set.data[i] as number))).toBeLessThanOrEqual(1)
    }),
  )
})

test('a set that is darkened evenly is under black, as dense as it is dark; one that nothing falls on is under nothing', async () => {
  await fc.assert(
    fc.asyncProperty(opaque, fc.double({ min: 0, max: 1, noNaN: true }), async (bare, light) => {
      const set = { ...bare, data: bare.data.map((v, i) => (i % 4 === 3 ? 255 : v * light)) }
      const { data } = await lifted(bare, set)
      for (let p = 0; p < data.length; p += 4) {
        expect([...data.subarray(p, p + 3)]).toEqual([0, 0, 0])
        const brightest = Math.max(...bare.data.subarray(p, p + 3))
        // A pixel of 8 bits tells its shade only as finely as it is bright.
        expect(Math.abs((data[p + 3] as number) - 255 * (1 - light))).toBeLessThanOrEqual(1 + 255 / Math.max(1, brightest))
      }
      expect((await lifted(bare, bare)).data.every((value) => value === 0)).toBe(true)
    }),
  )
})

test('what is brighter than the bare set, as in a mirror, is there in its own colour', async () => {
  const plain = (rgb: readonly number[]): ImageValue => ({ kind: 'image', width: 1, height: 1, data: Uint8ClampedArray.of(...rgb, 255) })
  const { data } = await lifted(plain([20, 20, 20]), plain([137, 20, 20]))
  expect([...data]).toEqual([255, 20, 20, 127])
})
