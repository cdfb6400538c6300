import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Camera, type Point } from './document'
import { project, rayOf, towards, viewOf } from './geometry'

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const cameras = fc
  .record({ distance: between(200, 5000), tilt: between(-20, 90), azimuth: between(-180, 180), focal: between(14, 400) })
  .map((camera) => Camera.parse(camera))

it('sees its target in the middle of the frame, at its distance', () => {
  fc.assert(
    fc.property(cameras, between(0.3, 3), (camera, aspect) => {
      const { x, y, depth } = project(viewOf(camera, aspect, 800, 600), camera.target)
      expect(x).toBeCloseTo(400, 6)
      expect(y).toBeCloseTo(300, 6)
      expect(depth).toBeCloseTo(camera.distance, 6)
    }),
  )
})

it('finds every pixel again that a ray was sent through', () => {
  fc.assert(
    fc.property(cameras, between(0, 800), between(0, 600), between(100, 9000), (camera, x, y, far) => {
      const view = viewOf(camera, 1, 800, 600)
      const ray = rayOf(view, x, y)
      const there = view.eye.map((at, i) => at + (ray[i] as number) * far) as Point
      const found = project(view, there)
      expect(found.x).toBeCloseTo(x, 5)
      expect(found.y).toBeCloseTo(y, 5)
    }),
  )
})

it('has no roll: what is higher in the set is higher in the picture, what is to the right is to the right', () => {
  const view = viewOf(Camera.parse({ distance: 1000, tilt: 20, focal: 50 }), 1, 600, 600)
  expect(project(view, [0, 200, 0]).y).toBeLessThan(project(view, [0, 100, 0]).y)
  expect(project(view, [10, 100, 0]).x).toBeGreaterThan(300)
  expect(project(view, [0, 100, 50]).y).toBeGreaterThan(project(view, [0, 100, -50]).y)
})

it('draws by the pinhole formula: 36 mm of sensor on the longer side of the scene’s own frame', () => {
  const camera = Camera.parse({ distance: 1000, tilt: 0, focal: 72 })
  const view = viewOf(camera, 0.5, 400, 800)
  const [one, other] = [project(view, [0, 100, 0]), project(view, [0, 150, 0])]
  expect(one.y - other.y).toBeCloseTo((50 / 1000) * (72 / 36) * 800, 6)
  // A wider frame shows more at its sides, and the same in the middle.
  expect(viewOf(camera, 0.5, 800, 800).focal).toBeCloseTo(view.focal, 6)
})

it('counts azimuths from the camera’s side to the right, elevations up', () => {
  expect(towards([0, 0, 0], 0, 0, 10)[2]).toBeCloseTo(10)
  expect(towards([0, 0, 0], 90, 0, 10)[0]).toBeCloseTo(10)
  expect(towards([1, 2, 3], 45, 90, 10)[1]).toBeCloseTo(12)
})
