import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { camera, product } from '../../../tests/support/products'
import { project, viewOf } from './geometry'
import { anchorOf, circleOf, naturalPose, type Outline, seenAt, standOf } from './standing'

const outline: Outline = {
  width: 640,
  height: 800,
  box: { left: 120, top: 60, right: 480, bottom: 760 },
  contact: [
    [150, 740],
    [460, 756],
  ],
  stands: 1,
  tilt: null,
  form: { kind: 'inflated', depth: 0.4 },
}

const views = fc
  .record({
    tilt: fc.double({ min: -15, max: 89, noNaN: true }),
    azimuth: fc.double({ min: -180, max: 180, noNaN: true }),
    focal: fc.double({ min: 24, max: 200, noNaN: true }),
    distance: fc.double({ min: 800, max: 4000, noNaN: true }),
    width: fc.integer({ min: 200, max: 2000 }),
    height: fc.integer({ min: 200, max: 2000 }),
  })
  .map(({ width, height, ...given }) => viewOf(camera(given), 1, width, height))
const spots = fc.tuple(fc.integer({ min: -300, max: 300 }), fc.integer({ min: 0, max: 200 }), fc.integer({ min: -300, max: 300 }))
const poses = fc.constantFrom('standing', 'lying', 'hanging', 'floating')

describe('where a product stands in the frame', () => {
  test('what touches the ground is seen within a pixel of where it was put', () => {
    fc.assert(
      fc.property(views, spots, poses, fc.boolean(), (view, at, pose, mirrored) => {
        const it = product({ at, pose, mirrored })
        const stand = standOf(it, outline, view)
        if (!stand) return
        const [x, y] = seenAt(stand, outline, anchorOf(it, outline))
        const aim = project(view, at)
        expect(Math.hypot(x - aim.x, y - aim.y)).toBeLessThan(1)
      }),
    )
  })

  test('its height is true at its depth, whatever the camera', () => {
    fc.assert(
      fc.property(views, spots, fc.double({ min: 20, max: 600, noNaN: true }), (view, at, height) => {
        const stand = standOf(product({ at, size: { by: 'height', height } }), outline, view)
        if (!stand) return
        const wanted = (height * view.focal) / project(view, at).depth
        expect(Math.abs((stand.down * 700) / wanted - 1)).toBeLessThan(0.01)
        expect(stand.across).toBe(stand.down)
      }),
    )
  })

  test('of two side by side the one twice as high is twice as large', () => {
    const view = viewOf(camera({ tilt: 0 }), 1, 1000, 1000)
    const [a, b] = [60, 120].map((height) => standOf(product({ size: { by: 'height', height }, at: [height, 0, 0] }), outline, view))
    expect((b?.across ?? 0) / (a?.across ?? 1)).toBeCloseTo(2, 2)
  })

  test('a box to fit in is filled by the longer way', () => {
    const view = viewOf(camera(), 1, 1000, 1000)
    const stand = standOf(product({ size: { by: 'fit', width: 72, height: 1000 } }), outline, view)
    expect(stand?.mm).toBeCloseTo(72 / 360)
  })

  test('nearly its own size becomes its own size, on whole pixels', () => {
    const view = viewOf(camera({ tilt: 0, target: [0, 0, 0] }), 1, 1000, 1000)
    const height = (700.3 * 1500) / view.focal
    const stand = standOf(product({ size: { by: 'height', height } }), outline, view)
    expect(stand).toMatchObject({ across: 1, down: 1 })
    expect(Number.isInteger(stand?.left) && Number.isInteger(stand?.top)).toBe(true)
  })

  test('the ends of the contact line that the seller has set count', () => {
    const it = product({ contact: [0.5, 0.6] })
    expect(anchorOf(it, outline)).toEqual([305, 440])
  })

  test('what lies is seen as its photo from above and lower by a low camera', () => {
    const down = (tilt: number) => {
      const stand = standOf(product({ pose: 'lying' }), outline, viewOf(camera({ tilt }), 1, 1000, 1000))
      return (stand?.down ?? 0) / (stand?.across ?? 1)
    }
    expect(down(90)).toBe(1)
    expect(down(61)).toBe(1)
    expect(down(30)).toBeLessThan(0.7)
  })

  test('behind the camera there is nothing to see', () => {
    expect(standOf(product({ at: [0, 0, 3000] }), outline, viewOf(camera(), 1, 500, 500))).toBeNull()
  })

  test('what does not stand by itself floats', () => {
    expect(naturalPose({ ...outline, stands: 0.1 })).toBe('floating')
    expect(naturalPose(outline)).toBe('standing')
  })
})

test('the circle of confusion is what two image distances give, within 1 %', () => {
  const numbers = fc.record({
    focal: fc.double({ min: 24, max: 200, noNaN: true }),
    fNumber: fc.double({ min: 1.4, max: 22, noNaN: true }),
    focus: fc.double({ min: 700, max: 3000, noNaN: true }),
    depth: fc.double({ min: 700, max: 6000, noNaN: true }),
  })
  fc.assert(
    fc.property(numbers, ({ focal, fNumber, focus, depth }) => {
      const view = viewOf(camera({ focal }), 1, 1000, 1000)
      const image = (d: number) => (focal * d) / (d - focal)
      const aperture = focal / fNumber
      const mm = (aperture * Math.abs(image(depth) - image(focus))) / image(depth)
      const found = circleOf(camera({ focal, fNumber }), view, focus, depth)
      expect(found).toBeCloseTo(Math.min(100, (mm / 36) * 1000), 3)
    }),
  )
})
