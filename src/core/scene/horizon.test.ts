import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Camera, type Point } from './document'
import { project, viewOf } from './geometry'
import { groundAt, lightFromShadow, perspectiveOf, withPerspective } from './horizon'
import { lensHeight } from './lens'

const size = { width: 3000, height: 4000 }
const lens = fc.record({
  tilt: fc.double({ min: 4, max: 60, noNaN: true }),
  focal: fc.double({ min: 24, max: 120, noNaN: true }),
})
const viewFrom = (over: Partial<Camera>) => {
  const camera = Camera.parse({ distance: 900, tilt: 20, focal: 50, ...over })
  return viewOf(camera, size.width / size.height, size.width, size.height)
}

/** What a user would draw over a level circle about the set's middle. */
function rimOf(view: ReturnType<typeof viewFrom>, radius: number, high: number) {
  const points = Array.from({ length: 3600 }, (_, i) => {
    const turn = (i * Math.PI) / 1800
    return project(view, [radius * Math.sin(turn), high, radius * Math.cos(turn)])
  })
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  return { middle: { x: size.width / 2, y: (top + bottom) / 2 }, across: (Math.max(...xs) - Math.min(...xs)) / 2, down: (bottom - top) / 2 }
}
const upright = (view: ReturnType<typeof viewFrom>, x: number) => [project(view, [x, 0, 0]), project(view, [x, 180, 0])] as const

describe('the camera of a product’s photo', () => {
  test('given to the set leaves what stands at its target as large and where it is, and stays above the ground', () => {
    fc.assert(
      fc.property(fc.double({ min: -15, max: 80, noNaN: true }), fc.double({ min: 20, max: 200, noNaN: true }), (tilt, focal) => {
        const camera = Camera.parse({ target: [0, 90, 0], distance: 900, tilt: 12, focal: 85 })
        const after = withPerspective(camera, tilt, focal)
        expect(lensHeight(after)).toBeGreaterThanOrEqual(1 - 1e-6)
        if (lensHeight({ ...after, tilt }) > 1) expect(after.tilt).toBe(tilt)
        expect(after.focal).toBe(focal)
        const [was, is] = [camera, after].map((one) => project(viewOf(one, 1, 1000, 1000), one.target))
        const [before, now] = [camera, after].map((one) => viewOf(one, 1, 1000, 1000).focal)
        expect([is?.x, is?.y]).toEqual([expect.closeTo(was?.x ?? 0), expect.closeTo(was?.y ?? 0)])
        expect((now ?? 0) / (is?.depth ?? 1)).toBeCloseTo((before ?? 0) / (was?.depth ?? 1), 6)
      }),
    )
    expect(withPerspective(Camera.parse({ distance: 900, tilt: 12, focal: 85 }), 30, null)).toMatchObject({
      tilt: 30,
      focal: 85,
      distance: 900,
    })
  })

  test('from one rim, where the lens is known', () => {
    fc.assert(
      fc.property(lens, (one) => {
        const found = perspectiveOf({ rims: [rimOf(viewFrom(one), 60, 150)] }, size, one.focal)
        expect(found?.tilt).toBeCloseTo(one.tilt, 1)
        expect(found?.focalFound).toBe(false)
      }),
    )
  })

  test('says by how much aids contradict each other: uprights of a level view, and a rim seen from high above', () => {
    const level = viewFrom({ tilt: 0, target: [0, 90, 0] })
    const found = perspectiveOf(
      { verticals: [upright(level, -70), upright(level, 90)], rims: [rimOf(viewFrom({ tilt: 30 }), 60, 150)] },
      size,
    )
    expect(found?.discord).toBeGreaterThan(10)
  })

  test('from two uprights, where the lens is known', () => {
    fc.assert(
      fc.property(lens, (one) => {
        const view = viewFrom(one)
        expect(perspectiveOf({ verticals: [upright(view, -70), upright(view, 90)] }, size, one.focal)?.tilt).toBeCloseTo(one.tilt, 6)
      }),
    )
  })

  test('with its lens, from a rim and two uprights', () => {
    fc.assert(
      fc.property(lens, (one) => {
        const view = viewFrom({ ...one, distance: 600 })
        // A rim is seen from above.
        fc.pre(view.eye[1] > 170)
        const found = perspectiveOf({ verticals: [upright(view, -70), upright(view, 90)], rims: [rimOf(view, 60, 150)] }, size)
        expect(found?.tilt).toBeCloseTo(one.tilt, 0)
        expect(Math.abs((found?.focal ?? 0) / one.focal - 1)).toBeLessThan(0.03)
        expect(found?.focalFound).toBe(true)
        expect(found?.discord).toBeLessThan(0.1)
      }),
    )
  })

  test('at eye level shows rims as lines and uprights side by side', () => {
    const level = perspectiveOf(
      {
        verticals: [
          [
            { x: 100, y: 0 },
            { x: 100, y: 900 },
          ],
          [
            { x: 800, y: 0 },
            { x: 800, y: 900 },
          ],
        ],
      },
      size,
    )
    expect(level?.tilt).toBe(0)
    expect(perspectiveOf({ rims: [{ middle: { x: 1500, y: 2000 }, across: 300, down: 0 }] }, size)?.tilt).toBeCloseTo(0, 9)
  })

  test('is not guessed without aids, nor from what nobody can have drawn', () => {
    expect(perspectiveOf({}, size)).toBeNull()
    expect(
      perspectiveOf(
        {
          verticals: [
            [
              { x: 1, y: 1 },
              { x: 1, y: 1 },
            ],
            [
              { x: 5, y: 5 },
              { x: 5, y: 9 },
            ],
          ],
        },
        size,
      ),
    ).toBeNull()
    expect(perspectiveOf({ rims: [{ middle: { x: 0, y: 0 }, across: 10, down: 300 }] }, size)).toBeNull()
  })

  test('is a camera, whatever is drawn', () => {
    const place = fc.record({ x: fc.integer({ min: 0, max: 3000 }), y: fc.integer({ min: 0, max: 4000 }) })
    const line = fc.tuple(place, place)
    const rim = fc.record({ middle: place, across: fc.integer({ min: 0, max: 2000 }), down: fc.integer({ min: 0, max: 2000 }) })
    fc.assert(
      fc.property(fc.record({ verticals: fc.tuple(line, line), rims: fc.array(rim, { maxLength: 3 }) }, { requiredKeys: [] }), (aids) => {
        const found = perspectiveOf(aids, size)
        if (found) expect(Camera.safeParse({ distance: 1000, tilt: found.tilt, focal: found.focal }).success).toBe(true)
      }),
    )
  })
})

test('what is seen at a spot of the ground is there', () => {
  const view = viewFrom({})
  const { x, y } = project(view, [120, 40, -60])
  const found = groundAt(view, { x, y }, 40)
  expect(found?.[0]).toBeCloseTo(120, 6)
  expect(found?.[2]).toBeCloseTo(-60, 6)
  expect(groundAt(viewFrom({ tilt: 5 }), { x: 1500, y: -9000 })).toBeNull()
})

test('a shadow tells where its light stands', () => {
  const angle = fc.double({ min: -179, max: 179, noNaN: true })
  fc.assert(
    fc.property(
      angle,
      fc.double({ min: 15, max: 80, noNaN: true }),
      fc.double({ min: 5, max: 70, noNaN: true }),
      (azimuth, elevation, tilt) => {
        const view = viewFrom({ tilt, distance: 2000 })
        const [foot, top]: [Point, Point] = [
          [30, 0, -40],
          [30, 100, -40],
        ]
        const far = 100 / Math.tan((elevation * Math.PI) / 180)
        const turn = (azimuth * Math.PI) / 180
        const tip: Point = [30 - Math.sin(turn) * far, 0, -40 - Math.cos(turn) * far]
        const found = lightFromShadow(view, project(view, foot), project(view, top), project(view, tip))
        expect(found?.elevation).toBeCloseTo(elevation, 5)
        expect(Math.cos((((found?.azimuth ?? 0) - azimuth) * Math.PI) / 180)).toBeCloseTo(1, 8)
      },
    ),
  )
})
