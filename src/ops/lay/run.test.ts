import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ImageValue, RunContext } from '../../core/recipe'
import { run } from './run'

const ctx = {} as RunContext
const image = fc.uint8Array({ minLength: 64, maxLength: 64 }).map(
  (raw): ImageValue => ({
    kind: 'image',
    width: 4,
    height: 4,
    data: Uint8ClampedArray.from(raw, (v, i) => (i % 8 === 3 ? 255 : i % 8 === 7 ? v & 1 : v)),
  }),
)

test('what is solid hides what is below, and nothing is changed of what was given', async () => {
  await fc.assert(
    fc.asyncProperty(image, image, async (below, above) => {
      const before = [below.data.slice(), above.data.slice()]
      const { data } = await run({ images: [below, above] }, {}, ctx)
      expect([below.data, above.data]).toEqual(before)
      for (let p = 0; p < 64; p += 8) expect(data.subarray(p, p + 4)).toEqual(above.data.subarray(p, p + 4))
      expect((await run({ images: [below] }, {}, ctx)).data).toEqual(below.data)
    }),
  )
})

test('a veil of half its alpha is mixed half and half', async () => {
  const one = (...rgba: number[]): ImageValue => ({ kind: 'image', width: 1, height: 1, data: Uint8ClampedArray.from(rgba) })
  expect([...(await run({ images: [one(200, 100, 0, 255), one(0, 0, 0, 128)] }, {}, ctx)).data]).toEqual([100, 50, 0, 255])
})
