import fc from 'fast-check'
import { expect, it } from 'vitest'
import { deltaE } from '../../core/colour-difference'
import { type Pixels, turned, turning } from './pixels'

const pixels = fc.tuple(fc.integer({ min: 1, max: 130 }), fc.integer({ min: 1, max: 130 })).map(([width, height]): Pixels => {
  const numbers = Uint32Array.from({ length: width * height }, (_, i) => i)
  return { width, height, data: new Uint8ClampedArray(numbers.buffer) }
})
const numbersOf = (image: Pixels) => [...new Uint32Array(image.data.buffer)]
const turn = (image: Pixels, orientation: number, quarters: number) => turned(image, turning(orientation, quarters))

it('each orientation does what EXIF says', () => {
  // 0 1 2
  // 3 4 5
  const image: Pixels = { width: 3, height: 2, data: new Uint8ClampedArray(Uint32Array.of(0, 1, 2, 3, 4, 5).buffer) }
  const upright = [
    [0, 1, 2, 3, 4, 5],
    [2, 1, 0, 5, 4, 3],
    [5, 4, 3, 2, 1, 0],
    [3, 4, 5, 0, 1, 2],
    [0, 3, 1, 4, 2, 5],
    [3, 0, 4, 1, 5, 2],
    [5, 2, 4, 1, 3, 0],
    [2, 5, 1, 4, 0, 3],
  ]
  for (const [i, expected] of upright.entries()) expect(numbersOf(turn(image, i + 1, 0)), `orientation ${i + 1}`).toEqual(expected)
})

it('a further turn comes after the orientation', () => {
  fc.assert(
    fc.property(pixels, fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 3 }), (image, orientation, quarters) => {
      const both = turn(image, orientation, quarters)
      const after = turn(turn(image, orientation, 0), 1, quarters)
      expect([both.width, both.height, numbersOf(both)]).toEqual([after.width, after.height, numbersOf(after)])
    }),
  )
})

it('four quarter turns and two mirrorings change nothing', () => {
  fc.assert(
    fc.property(pixels, fc.constantFrom(2, 4, 5, 7), (image, mirror) => {
      expect(numbersOf([1, 1, 1, 1].reduce((before, quarter) => turn(before, 1, quarter), image))).toEqual(numbersOf(image))
      expect(numbersOf(turn(turn(image, mirror, 0), mirror, 0))).toEqual(numbersOf(image))
    }),
  )
})

it('the measure of colour used by these tests is CIEDE2000', () => {
  // Pairs 1, 7, 10, 17 and 25 of Sharma, Wu and Dalal's table.
  const pairs = [
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 0, 0], [50, -1, 2], 2.3669],
    [[50, 2.49, -0.001], [50, -2.49, 0.0011], 7.2195],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
  ] as const
  for (const [one, two, expected] of pairs) expect(deltaE(one, two)).toBeCloseTo(expected, 3)
})
