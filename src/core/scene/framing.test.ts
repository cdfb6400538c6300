import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Camera, type Product } from './document'
import { cornersOf, extentOf, framedOn } from './framing'

const pose = fc.constantFrom<Product['pose']>('standing', 'lying')
const side = fc.double({ min: 10, max: 1500, noNaN: true })
const spot = fc.tuple(
  fc.double({ min: -800, max: 800, noNaN: true }),
  fc.double({ min: 0, max: 300, noNaN: true }),
  fc.double({ min: -800, max: 800, noNaN: true }),
)
const camera = fc
  .record({
    tilt: fc.double({ min: 0, max: 90, noNaN: true }),
    azimuth: fc.double({ min: -180, max: 180, noNaN: true }),
    focal: fc.double({ min: 20, max: 200, noNaN: true }),
    distance: fc.double({ min: 50, max: 20_000, noNaN: true }),
  })
  .map((over) => Camera.parse(over))
const bodies = fc.array(fc.tuple(fc.record({ width: side, height: side, depth: side }), spot, pose), { minLength: 1, maxLength: 6 })

test('whatever stands in the set is framed with its margin, and touches it', () => {
  fc.assert(
    fc.property(
      camera,
      bodies,
      fc.double({ min: 0.3, max: 3, noNaN: true }),
      fc.double({ min: 0, max: 0.2, noNaN: true }),
      (from, things, aspect, margin) => {
        const points = things.flatMap(([body, at, how]) => cornersOf(body, at, how, from.azimuth))
        const framed = framedOn(from, aspect, points, margin)
        const { left, top, right, bottom } = extentOf(framed, aspect, points)
        expect(Math.min(left, top, 1 - right, 1 - bottom)).toBeGreaterThan(margin - 1e-6)
        expect(Camera.safeParse(framed).success).toBe(true)
        const tight = Math.min(left, top, 1 - right, 1 - bottom)
        // Where the lens would have to stand among the things, more is left.
        if (framed.distance > 4000) expect(tight).toBeCloseTo(margin, 6)
      },
    ),
  )
})

test('a product stays turned to the camera', () => {
  const from = Camera.parse({ distance: 1000, tilt: 0, azimuth: 40, focal: 85 })
  const flat = cornersOf({ width: 200, height: 200, depth: 0 }, [0, 0, 0], 'standing', 40)
  const { left, right } = extentOf(from, 1, flat)
  expect(right - left).toBeCloseTo((200 * 85) / 1000 / 36, 6)
})
