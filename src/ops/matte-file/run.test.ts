import fc from 'fast-check'
import { PNG } from 'pngjs'
import { expect, test } from 'vitest'
import type { RunContext } from '../../core/recipe'
import { run } from './run'

const written = async (width: number, height: number, data: Uint8Array<ArrayBuffer>) => {
  const { blob } = await run({ mask: { kind: 'mask', width, height, data } }, {}, {} as RunContext)
  return Buffer.from(await blob.arrayBuffer())
}

test('another reader finds one grey channel of 8 bits, value by value', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), fc.integer(), async (width, height, seed) => {
      const data = new Uint8Array(width * height).map((_, i) => Math.imul(i + 1, seed | 1) >>> 24)
      const bytes = await written(width, height, data)
      // Bits and colour type stand at a fixed place in the head; 0 is grey.
      expect([bytes[24], bytes[25]]).toEqual([8, 0])
      const png = PNG.sync.read(bytes)
      expect([png.width, png.height]).toEqual([width, height])
      for (const [i, a] of data.entries()) expect([...png.data.subarray(i * 4, i * 4 + 4)]).toEqual([a, a, a, 255])
    }),
    { numRuns: 40 },
  )
})

test('an ordinary matte of 4 megapixels takes little room', async () => {
  const side = 2000
  const data = new Uint8Array(side * side).map(
    (_, i) => 255 * Math.min(1, Math.max(0, 700 - Math.hypot((i % side) - 1000, i / side - 1000))),
  )
  expect((await written(side, side, data)).length).toBeLessThan(120_000)
})
