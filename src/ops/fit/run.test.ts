import { expect, test } from 'vitest'
import type { RunContext } from '../../core/recipe'
import { run } from './run'

test('a matte gets the image’s size, its edge stays where it was, and even parts stay even', async () => {
  const data = new Uint8Array(60 * 40).map((_, i) => (i % 60 < 30 ? 0 : 255))
  const image = { kind: 'image' as const, width: 600, height: 400, data: new Uint8ClampedArray(4) }
  const out = await run({ image, mask: { kind: 'mask', width: 60, height: 40, data } }, {}, {} as RunContext)
  expect([out.width, out.height]).toEqual([600, 400])
  const line = out.data.subarray(200 * 600, 201 * 600)
  expect(line.findIndex((a) => a >= 128)).toBe(300)
  expect([line[250], line[350]]).toEqual([0, 255])
})
