import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sceneOf } from '../../../tests/support/scenes'
import { Camera } from './document'
import { project, viewOf } from './geometry'
import { aboveGround, atHeight, circleOfConfusion, depthOfField, fieldOfView, focusOf, lensHeight, withFocal } from './lens'

const camera = (over: Partial<Camera> = {}) => Camera.parse({ distance: 1000, tilt: 10, focal: 50, fNumber: 2, ...over })

test('height and tilt belong together', () => {
  expect(lensHeight(camera({ tilt: 30 }))).toBeCloseTo(600, 9)
  expect(atHeight(camera(), 600).tilt).toBeCloseTo(30, 9)
  expect(atHeight(camera(), 1e9).tilt).toBe(90)
  expect(lensHeight(aboveGround(camera({ tilt: -20 })))).toBeCloseTo(1, 9)
  expect(aboveGround(camera())).toEqual(camera())
})

test('another lens leaves what is at the target as large, and all that is seen lies within the angles of view', () => {
  fc.assert(
    fc.property(fc.double({ min: 14, max: 400, noNaN: true }), fc.double({ min: 0.2, max: 5, noNaN: true }), (focal, aspect) => {
      const other = withFocal(camera({ distance: 700 }), focal)
      const size = (one: Camera) => {
        const view = viewOf(one, aspect, 1000 * aspect, 1000)
        return project(view, [0, 100, 0]).x - project(view, [-50, 100, 0]).x
      }
      expect(size(other)).toBeCloseTo(size(camera({ distance: 700 })), 6)
      const { across } = fieldOfView(other, aspect)
      const half = Math.tan((across / 2) * (Math.PI / 180)) * other.distance
      expect(project(viewOf(other, aspect, 1000 * aspect, 1000), [half, 100, 0]).x).toBeCloseTo(1000 * aspect, 6)
    }),
  )
  expect(fieldOfView(camera({ focal: 36 }), 1.5).across).toBeCloseTo(53.13, 2)
})

test('circles of confusion follow the thin lens', () => {
  // 50 mm at f/2 sharp at 1 m: 2500 / 2 / 950 · 1/2 at 2 m.
  expect(circleOfConfusion(camera(), 1000, 2000)).toBeCloseTo(0.658, 3)
  expect(circleOfConfusion(camera(), 2000, 2000)).toBe(0)
})

test('at the limits of the depth of field the circle is as large as asked', () => {
  const lens = fc.record({
    focal: fc.double({ min: 14, max: 200, noNaN: true }),
    fNumber: fc.double({ min: 1, max: 32, noNaN: true }),
    distance: fc.double({ min: 400, max: 10_000, noNaN: true }),
  })
  fc.assert(
    fc.property(lens, (over) => {
      const { near, far } = depthOfField(camera(over), over.distance, 0.03)
      expect(circleOfConfusion(camera(over), over.distance, near)).toBeCloseTo(0.03, 6)
      expect(near).toBeLessThan(over.distance)
      if (Number.isFinite(far)) expect(circleOfConfusion(camera(over), over.distance, far)).toBeCloseTo(0.03, 6)
      else expect(circleOfConfusion(camera(over), over.distance, 1e9)).toBeLessThanOrEqual(0.03 + 1e-6)
    }),
  )
})

test('sharp is what is set, else the plane that the hero stands in, and never nearer than the lens can', () => {
  const set = (focus: number | null, z: number, focal = 50) =>
    sceneOf({
      camera: { target: [0, 0, 0], distance: 1000, tilt: 0, focal, focus },
      products: [{ id: 'hero', at: [80, 0, z], size: { by: 'height', height: 100 } }],
    })
  expect(focusOf(set(null, 300))).toBeCloseTo(700, 6)
  expect(focusOf(set(600, 300))).toBe(600)
  expect(focusOf(set(50, 0, 200))).toBeCloseTo(210, 6)
})
