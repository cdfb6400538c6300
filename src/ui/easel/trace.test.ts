import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Point } from '../../core/repair'
import { FIRST, repairOf, tellRepair } from './tools'
import { cornersOf, inEighths, placeOf, pointAt, simplified, squared } from './trace'

const frame = { left: -300, top: 40, width: 800, height: 600 }
const share = fc.double({ min: -0.5, max: 1.5, noNaN: true })
const point = fc.tuple(share, share)
const turn = fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const)

describe('places and points', () => {
  it('lead back to each other, zoomed, panned and turned', () => {
    fc.assert(
      fc.property(point, turn, (p, quarter) => {
        const back = pointAt(placeOf(p, frame, quarter), frame, quarter)
        expect(back[0]).toBeCloseTo(p[0], 9)
        expect(back[1]).toBeCloseTo(p[1], 9)
      }),
    )
  })

  it('find the unturned photo’s top left corner where a clockwise turn has brought it', () => {
    expect(placeOf([0, 0], frame, 1)).toEqual({ x: 500, y: 40 })
    expect(placeOf([0, 0], frame, 2)).toEqual({ x: 500, y: 640 })
    expect(placeOf([0, 0], frame, 3)).toEqual({ x: -300, y: 640 })
    expect(pointAt({ x: 500, y: 40 }, frame, 1)).toEqual([0, 0])
  })
})

describe('a simplified line', () => {
  const size = { width: 1000, height: 500 }
  const line = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })), {
    minLength: 1,
    maxLength: 80,
  })

  it('keeps its ends and stays within the tolerance of every point drawn', () => {
    fc.assert(
      fc.property(line, (drawn) => {
        const points = drawn as Point[]
        const out = simplified(points, size, 3, 20_000)
        expect(out.length).toBeLessThanOrEqual(points.length)
        expect(out[0]?.[0]).toBeCloseTo(points[0]?.[0] as number, 4)
        expect(out.at(-1)?.[1]).toBeCloseTo(points.at(-1)?.[1] as number, 4)
        for (const p of points) {
          const gaps = out.map((a, i) => gap(p, a, out[Math.min(i + 1, out.length - 1)] as Point, size))
          expect(Math.min(...gaps)).toBeLessThan(3.1)
        }
      }),
    )
  })

  it('has no more points than a document may hold, and two for a straight one', () => {
    const wild = Array.from({ length: 300 }, (_, i): Point => [i / 300, i % 2])
    expect(simplified(wild, size, 0.5, 40).length).toBeLessThanOrEqual(40)
    expect(
      simplified(
        Array.from({ length: 50 }, (_, i): Point => [i / 50, i / 50]),
        size,
        0.5,
        40,
      ),
    ).toHaveLength(2)
  })
})

/** Distance in px from the segment a b, found by looking along it. */
function gap(p: Point, a: Point, b: Point, { width, height }: { width: number; height: number }): number {
  let least = Number.POSITIVE_INFINITY
  for (let t = 0; t <= 1; t += 1 / 512)
    least = Math.min(least, Math.hypot((p[0] - a[0] - t * (b[0] - a[0])) * width, (p[1] - a[1] - t * (b[1] - a[1])) * height))
  return least
}

it('Shift draws along the eight directions, and squares, as the photo is seen', () => {
  const wide = { width: 2000, height: 1000 }
  expect(inEighths([0, 0], [0.3, 0.02], wide)[1]).toBeCloseTo(0)
  const [x, y] = inEighths([0.1, 0.1], [0.2, 0.31], wide)
  expect((x - 0.1) * 2000).toBeCloseTo((y - 0.1) * 1000)
  expect(squared([0.5, 0.5], [0.4, 0.6], wide)).toEqual([0.4, 0.7])
})

describe('repairs', () => {
  const line: Point[] = [
    [0.2, 0.2],
    [0.4, 0.2],
  ]
  it('are what the tool in hand makes of the points', () => {
    expect(repairOf('keep', FIRST, 'keep', line)).toEqual({ act: 'select', to: 'keep', points: line, radius: 0.015 })
    expect(repairOf('eraser', { ...FIRST, hardness: 0.5, opacity: 0.25 }, 'remove', line)).toMatchObject({
      act: 'paint',
      to: 'remove',
      hardness: 0.5,
      opacity: 0.25,
    })
    expect(repairOf('choose', FIRST, 'keep', line)).toEqual({ act: 'choose', at: [0.2, 0.2] })
    const rectangle = repairOf('rectangle', FIRST, 'remove', cornersOf([0.1, 0.1], [0.3, 0.4]))
    expect(rectangle && tellRepair(rectangle)).toBe('Rectangle, removed')
  })

  it('are none beside the photo, and none without an area', () => {
    expect(repairOf('brush', FIRST, 'keep', [[1.4, 0.5]])).toBeNull()
    expect(repairOf('polygon', FIRST, 'keep', line)).toBeNull()
    expect(repairOf('rectangle', FIRST, 'keep', cornersOf([0.1, 0.1], [0.1, 0.4]))).toBeNull()
    expect(
      repairOf('polygon', FIRST, 'keep', [
        [-1, -1],
        [-0.5, -1],
        [-0.5, -0.2],
      ]),
    ).toBeNull()
    expect(repairOf('brush', FIRST, 'keep', [[1.005, 0.5]])).not.toBeNull()
  })
})
