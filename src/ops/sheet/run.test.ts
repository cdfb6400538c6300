import { expect, test } from 'vitest'
import { image } from '../../../tests/support/rasters'
import type { RunContext } from '../../core/recipe'
import { run as backdrop } from '../backdrop/run'
import { run as lay } from '../lay/run'
import { run } from './run'

const ctx = {} as RunContext

test('a product over a sheet is that product on a backdrop of its colour', async () => {
  const product = image(9, 7, (x, y) => [x * 20, y * 30, 90, x < 2 ? 0 : x * y * 4])
  const colour = [31, 200, 77] as [number, number, number]
  const sheet = await run({ like: product }, { colour }, ctx)
  const [laid, backed] = [await lay({ images: [sheet, product] }, {}, ctx), await backdrop({ image: product }, { colour }, ctx)]
  expect([laid.width, laid.height]).toEqual([9, 7])
  // Half a step may be rounded either way.
  for (const [i, value] of laid.data.entries()) expect(Math.abs(value - (backed.data[i] as number))).toBeLessThanOrEqual(1)
  for (let p = 0; p < laid.data.length; p += 4)
    if (product.data[p + 3] === 0) expect([...laid.data.subarray(p, p + 4)]).toEqual([...colour, 255])
})
