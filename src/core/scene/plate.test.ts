import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Hash } from '../recipe'
import { Backdrop, type Plate, type Point, Scene } from './document'
import { project, viewOf } from './geometry'
import { lensHeight } from './lens'
import { heightFrom, horizonIn, inFrame, onPlate, plateOf, seesPlate, withHorizon } from './plate'

const sceneOf = (aspect: number, tilt = 12): Scene =>
  Scene.parse({
    aspect,
    camera: { distance: 1200, tilt, focal: 85, target: [0, 90, 0] },
    lights: [],
    environment: { kind: 'studio' },
    ground: { material: { kind: 'paper' } },
    backdrop: { kind: 'none', colour: [255, 255, 255] },
    products: [{ id: 'hero', at: [20, 0, -30], size: { by: 'height', height: 180 } }],
  })
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const plates = fc
  .record({ horizon: between(0.05, 0.6), aspect: between(0.5, 2), focal: fc.option(between(22, 90)), height: fc.constant(null) })
  .map((one): Plate => ({ kind: 'plate', photo: 'ab', ...one }))
const aspects = between(0.6, 1.8)
const view = ({ camera, aspect }: Scene) => viewOf(camera, aspect, aspect, 1)

describe('a scene before a plate', () => {
  test('has the plate’s horizon, and its hero where it was and as large', () => {
    fc.assert(
      fc.property(plates, aspects, (plate, aspect) => {
        const was = sceneOf(aspect)
        const before = project(view(was), [20, 0, -30])
        fc.pre(before.y > horizonIn(plate, aspect) + 0.05)
        const is = onPlate(was, plate)
        const { eye, into, focal } = view(is)
        const far: Point = [eye[0] + into[0] * 1e9, eye[1], eye[2] + into[2] * 1e9]
        expect(project(view(is), far).y).toBeCloseTo(horizonIn(plate, aspect), 4)
        const after = project(view(is), [20, 0, -30])
        expect([after.x, after.y]).toEqual([expect.closeTo(before.x, 6), expect.closeTo(before.y, 6)])
        expect(focal / after.depth).toBeCloseTo(view(was).focal / before.depth, 6)
        expect(seesPlate(is, plate)).toBe(true)
        expect(Scene.parse(is)).toEqual(is)
      }),
    )
  })

  test('is seen from the height that is said, and a known height or distance on its ground gives that height', () => {
    fc.assert(
      fc.property(plates, between(200, 1500), between(-400, 400), (plate, height, x) => {
        const is = onPlate(sceneOf(1), { ...plate, height })
        fc.pre(is.camera.distance > 50 && is.camera.distance < 20_000)
        expect(lensHeight(is.camera) / height).toBeCloseTo(1, 6)
        // Another camera that differs in its height alone sees the same spots: its lengths are all as many times as large.
        const [foot, top] = [project(view(is), [x, 0, -200]), project(view(is), [x, 130, -200])]
        fc.pre(foot.depth > 0 && top.depth > 0)
        expect((heightFrom(view(is), { what: 'height', foot, top, mm: 390 }) ?? 0) / (3 * height)).toBeCloseTo(1, 5)
        const { eye } = view(is)
        const away = Math.hypot(x - eye[0], -200 - eye[2])
        expect((heightFrom(view(is), { what: 'distance', foot, mm: away / 2 }) ?? 0) / (height / 2)).toBeCloseTo(1, 5)
      }),
    )
  })

  test('says when its camera has left the plate’s view', () => {
    const plate = plateOf('ab' as Hash, { width: 3000, height: 2000, focal: 35 })
    const is = onPlate(sceneOf(1), plate)
    expect(seesPlate({ ...is, camera: { ...is.camera, tilt: is.camera.tilt + 1 } }, plate)).toBe(false)
    expect(seesPlate(is, withHorizon(plate, 1, horizonIn(plate, 1) - 0.05))).toBe(false)
  })

  test('keeps set and plate together in a frame of any shape', () => {
    /** Where a point of the set is seen on the plate, as shares of it, when the plate fills the frame. */
    const onIt = (scene: Scene, plate: Plate, [width, height]: readonly [number, number]) => {
      const large = Math.max(width / (plate.aspect ?? 1), height)
      return ([x, y, z]: Point) => {
        const seen = project(viewOf(scene.camera, scene.aspect, width, height), [x, y, z])
        return [(seen.x - width / 2) / large, (seen.y - height / 2) / large]
      }
    }
    fc.assert(
      fc.property(plates, aspects, aspects, (plate, aspect, shape) => {
        const scene = onPlate(sceneOf(aspect), plate)
        const [own, other] = [[aspect * 1000, 1000] as const, [shape * 1000, 1000] as const]
        const framed = inFrame(scene, { width: other[0], height: other[1] })
        fc.pre(framed.camera.focal < 400)
        const point: Point = [60, 40, -10]
        const [a, b] = [onIt(scene, plate, own)(point), onIt(framed, plate, other)(point)]
        for (const i of [0, 1]) expect(Math.abs((a[i] as number) - (b[i] as number))).toBeLessThan(0.002)
      }),
    )
  })
})

test('a horizon that is drawn is where it was drawn, within reason', () => {
  fc.assert(
    fc.property(plates, aspects, between(0.1, 0.7), (plate, aspect, share) => {
      expect(horizonIn(withHorizon(plate, aspect, share), aspect)).toBeCloseTo(share, 9)
    }),
  )
  expect(withHorizon(plateOf('ab' as Hash, { width: 1, height: 1, focal: null }), 1, 3).horizon).toBeLessThan(1)
})

test('a plate of an earlier version is read as it was', () => {
  expect(Backdrop.parse({ kind: 'plate', photo: 'ab', horizon: 0.3 })).toEqual({
    kind: 'plate',
    photo: 'ab',
    horizon: 0.3,
    aspect: null,
    focal: null,
    height: null,
  })
})
