import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deltaE } from '../../src/core/colour-difference'
import type { ImageValue, MaskValue } from '../../src/core/recipe'
import { squaredDistance } from '../bench/cutout/distance'
import { edgeColour } from '../bench/cutout/edge-colour'
import { gradientOf } from '../bench/cutout/gradient'
import * as metrics from '../bench/cutout/metrics'

const mask = (width: number, height: number, at: (x: number, y: number) => number): MaskValue => ({
  kind: 'mask',
  width,
  height,
  data: Uint8Array.from({ length: width * height }, (_, i) => at(i % width, Math.floor(i / width))),
})
const image = (of: MaskValue, colour: (i: number) => readonly [number, number, number]): ImageValue => ({
  kind: 'image',
  width: of.width,
  height: of.height,
  data: Uint8ClampedArray.from([...of.data].flatMap((a, i) => [...colour(i), a])),
})
const inside = (x: number, y: number, left: number, top: number, right: number, bottom: number) =>
  x >= left && x < right && y >= top && y < bottom
const square = (size: number, from: number, to: number) => mask(size, size, (x, y) => (inside(x, y, from, from, to, to) ? 255 : 0))

const masks = fc
  .tuple(
    fc.integer({ min: 1, max: 14 }),
    fc.integer({ min: 1, max: 14 }),
    fc.integer({ min: 2, max: 255 }),
    fc.integer({ min: 0, max: 1e6 }),
  )
  .map(([width, height, levels, seed]) => {
    const next = (i: number) => Math.abs(Math.sin(seed + i * 12.9898) * 43758.5453) % 1
    return mask(width, height, (x, y) => Math.round((Math.floor(next(y * width + x) * levels) / (levels - 1)) * 255))
  })
const pairs = fc
  .tuple(masks, masks)
  .map(([a, b]) => [a, mask(a.width, a.height, (x, y) => b.data[(y * 7 + x) % b.data.length] as number)] as const)

describe('against the truth', () => {
  const truth = square(100, 20, 80)

  it('counts what is wrong: a square that is a pixel too wide on each side', () => {
    const wide = square(100, 19, 81)
    expect(metrics.sad(wide, truth)).toBeCloseTo((62 ** 2 - 60 ** 2) / 1000)
    expect(metrics.mse(wide, truth)).toBeCloseTo((62 ** 2 - 60 ** 2) / 1e4)
    expect(metrics.iou(wide, truth)).toBeCloseTo(60 ** 2 / 62 ** 2)
    expect(metrics.iou(wide, truth, metrics.edgeBand(truth, 2))).toBe(1)
    expect(metrics.boundaryF(wide, truth)).toBe(1)
    expect(metrics.boundaryF(square(100, 16, 84), truth)).toBe(0)
    expect(metrics.edgeError(wide, truth)).toBeCloseTo((62 ** 2 - 60 ** 2) / metrics.edgeBand(truth, 10).reduce((sum, v) => sum + v, 0))
  })

  it('half an outline that agrees gives the F measure of its precision and recall', () => {
    const [one, two] = [mask(60, 60, (x) => (x < 30 ? 255 : 0)), mask(60, 60, (x) => (x < 30 || x > 50 ? 255 : 0))]
    expect(metrics.boundaryF(two, one)).toBeCloseTo((2 * 0.5 * 1) / 1.5)
    expect(metrics.boundaryF(square(60, 0, 0), one)).toBe(0)
  })

  it('the gradient error is that of the published filters, on a soft diagonal edge against a hard one', () => {
    const at = (soft: number) => mask(24, 17, (x, y) => Math.round(255 * Math.min(1, Math.max(0, (x + y - 18) / soft + 0.5))))
    expect(metrics.gradientError(at(4), at(1))).toBeCloseTo(GRADIENT, 9)
  })

  it('takes no two mattes of different sizes', () => {
    expect(() => metrics.sad(square(4, 1, 2), square(5, 1, 2))).toThrow('different sizes')
  })

  it('nothing is better than the truth, and the two may change places', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        for (const measure of [metrics.sad, metrics.mse, metrics.gradientError]) {
          expect(measure(a, a)).toBe(0)
          expect(measure(a, b)).toBeGreaterThanOrEqual(0)
          expect(measure(a, b)).toBeCloseTo(measure(b, a), 9)
        }
        for (const measure of [metrics.iou, metrics.boundaryF]) {
          expect(measure(a, a)).toBe(1)
          expect(measure(a, b)).toBeLessThanOrEqual(1)
          expect(measure(a, b)).toBeCloseTo(measure(b, a), 9)
        }
      }),
    )
  })
})

it('distances are those to the nearest marked pixel', () => {
  fc.assert(
    fc.property(masks, ({ data, width, height }) => {
      const marked = data.map((v) => (v > 200 ? 1 : 0))
      const found = squaredDistance(marked, width, height)
      for (let i = 0; i < found.length; i++) {
        let least = 1e12
        for (let j = 0; j < marked.length; j++)
          if (marked[j]) least = Math.min(least, ((i % width) - (j % width)) ** 2 + (Math.floor(i / width) - Math.floor(j / width)) ** 2)
        if (least < 1e12) expect(found[i]).toBe(least)
        else expect(found[i]).toBeGreaterThanOrEqual(1e12)
      }
    }),
  )
})

it('the gradient of a ramp has one length everywhere, whichever way it goes', () => {
  const across = gradientOf(mask(40, 40, (x) => 6 * x))
  const down = gradientOf(mask(40, 40, (_, y) => 6 * y))
  for (let y = 8; y < 32; y++)
    for (let x = 8; x < 32; x++) {
      expect(across[y * 40 + x]).toBeCloseTo(across[20 * 40 + 20] as number, 9)
      expect(down[y * 40 + x]).toBeCloseTo(across[20 * 40 + 20] as number, 9)
    }
  expect(across[20 * 40 + 20]).toBeGreaterThan(0.05)
})

describe('holes', () => {
  // A frame of alpha around a hole of 10 x 10, one of 6 x 6, and a bay that is open to the frame.
  const subject = mask(60, 40, (x, y) => {
    const hole = inside(x, y, 10, 10, 20, 20) || inside(x, y, 30, 10, 36, 16) || inside(x, y, 44, 0, 50, 20)
    return inside(x, y, 4, 4, 56, 36) && !hole ? 255 : 0
  })

  it('only what the subject encloses and is large enough is a hole', () => {
    expect(metrics.openHoles(subject, subject)).toEqual({ area: 100, open: 100 })
  })

  it('a filled hole is not open, a half filled one is half', () => {
    const filled = mask(60, 40, (x, y) => (inside(x, y, 4, 4, 56, 36) ? 255 : 0))
    expect(metrics.openHoles(filled, subject)).toEqual({ area: 100, open: 0 })
    const half = mask(60, 40, (x, y) => (inside(x, y, 10, 10, 20, 15) ? 200 : (subject.data[y * 60 + x] as number)))
    expect(metrics.openHoles(half, subject)).toEqual({ area: 100, open: 50 })
    const aside = Uint8Array.from(subject.data, (_, i) => (i % 60 < 15 ? 1 : 0))
    expect(metrics.openHoles(half, subject, aside)).toEqual({ area: 50, open: 25 })
  })
})

describe('colours', () => {
  const alpha = square(30, 10, 20)

  it('counts the opaque pixels that another colour came into', () => {
    const photo = image(alpha, (i) => [i % 256, 3, 4])
    const cutout = image(alpha, (i) => [i % 256, i === 10 * 30 + 12 ? 9 : 3, i < 200 ? 77 : 4])
    expect(metrics.solidPixels(photo, photo)).toEqual({ solid: 100, changed: 0 })
    expect(metrics.solidPixels(cutout, photo)).toEqual({ solid: 100, changed: 1 })
  })

  it('the old background in a half-seen edge shows, its alpha being right', () => {
    const soft = mask(30, 30, (x) => (x < 14 ? 255 : x < 17 ? 128 : 0))
    const product = image(soft, () => [200, 30, 30])
    const halo = image(soft, (i) => (i % 30 < 14 ? [200, 30, 30] : [30, 200, 30]))
    expect(edgeColour(product, { alpha: soft, colour: product })).toEqual({ median: 0, mean: 0 })
    expect(edgeColour(halo, { alpha: soft, colour: product })?.mean).toBeGreaterThan(10)
    expect(edgeColour(product, { alpha: square(30, 0, 0), colour: product })).toBeNull()
  })

  it("CIEDE2000 gives Sharma's 34 published pairs", () => {
    for (const [l1, a1, b1, l2, a2, b2, expected] of SHARMA) {
      expect(deltaE([l1, a1, b1], [l2, a2, b2])).toBeCloseTo(expected, 4)
      expect(deltaE([l2, a2, b2], [l1, a1, b1])).toBeCloseTo(expected, 4)
    }
  })
})

describe('area under the curve', () => {
  const cases = (scores: readonly number[], positive: readonly boolean[]) =>
    scores.map((score, i) => ({ score, positive: positive[i] === true }))

  it('is 1 for a perfect order, 0 for its opposite, a half where nothing is told apart', () => {
    const truth = [true, true, false, false, false]
    expect(metrics.areaUnderCurve(cases([5, 4, 3, 2, 1], truth))).toBe(1)
    expect(metrics.areaUnderCurve(cases([1, 2, 3, 4, 5], truth))).toBe(0)
    expect(metrics.areaUnderCurve(cases([2, 2, 2, 2, 2], truth))).toBe(0.5)
    expect(metrics.areaUnderCurve(cases([5, 1, 3, 2, 1], truth))).toBeCloseTo((3 + 0.5) / 6)
    expect(metrics.areaUnderCurve(cases([1, 2], [true, true]))).toBeNull()
  })

  it('is what the trapezoids under the ROC give', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ score: fc.integer({ min: 0, max: 9 }), positive: fc.boolean() }), { minLength: 2 }), (list) => {
        const found = metrics.areaUnderCurve(list)
        const all = (positive: boolean, from: number) => list.filter((c) => c.positive === positive && c.score >= from).length
        if (found === null) return
        let area = 0
        for (let from = 9; from >= 0; from--)
          area += ((all(false, from) - all(false, from + 1)) * (all(true, from) + all(true, from + 1))) / 2
        expect(found).toBeCloseTo(area / (all(true, 0) * all(false, 0)), 9)
      }),
    )
  })
})

/** Taken with numpy from the filters of the benchmark's own Matlab code. */
const GRADIENT = 0.005112468023032547

const SHARMA = [
  [50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425],
  [50, 3.1571, -77.2803, 50, 0, -82.7485, 2.8615],
  [50, 2.8361, -74.02, 50, 0, -82.7485, 3.4412],
  [50, -1.3802, -84.2814, 50, 0, -82.7485, 1],
  [50, -1.1848, -84.8006, 50, 0, -82.7485, 1],
  [50, -0.9009, -85.5211, 50, 0, -82.7485, 1],
  [50, 0, 0, 50, -1, 2, 2.3669],
  [50, -1, 2, 50, 0, 0, 2.3669],
  [50, 2.49, -0.001, 50, -2.49, 0.0009, 7.1792],
  [50, 2.49, -0.001, 50, -2.49, 0.001, 7.1792],
  [50, 2.49, -0.001, 50, -2.49, 0.0011, 7.2195],
  [50, 2.49, -0.001, 50, -2.49, 0.0012, 7.2195],
  [50, -0.001, 2.49, 50, 0.0009, -2.49, 4.8045],
  [50, -0.001, 2.49, 50, 0.001, -2.49, 4.8045],
  [50, -0.001, 2.49, 50, 0.0011, -2.49, 4.7461],
  [50, 2.5, 0, 50, 0, -2.5, 4.3065],
  [50, 2.5, 0, 73, 25, -18, 27.1492],
  [50, 2.5, 0, 61, -5, 29, 22.8977],
  [50, 2.5, 0, 56, -27, -3, 31.903],
  [50, 2.5, 0, 58, 24, 15, 19.4535],
  [50, 2.5, 0, 50, 3.1736, 0.5854, 1],
  [50, 2.5, 0, 50, 3.2972, 0, 1],
  [50, 2.5, 0, 50, 1.8634, 0.5757, 1],
  [50, 2.5, 0, 50, 3.2592, 0.335, 1],
  [60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644],
  [63.0109, -31.0961, -5.8663, 62.8187, -29.7946, -4.0864, 1.263],
  [61.2901, 3.7196, -5.3901, 61.4292, 2.248, -4.962, 1.8731],
  [35.0831, -44.1164, 3.7933, 35.0232, -40.0716, 1.5901, 1.8645],
  [22.7233, 20.0904, -46.694, 23.0331, 14.973, -42.5619, 2.0373],
  [36.4612, 47.858, 18.3852, 36.2715, 50.5065, 21.2231, 1.4146],
  [90.8027, -2.0831, 1.441, 91.1528, -1.6435, 0.0447, 1.4441],
  [90.9257, -0.5406, -0.9208, 88.6381, -0.8985, -0.7239, 1.5381],
  [6.7747, -0.2908, -2.4247, 5.8714, -0.0985, -2.2286, 0.6377],
  [2.0776, 0.0795, -1.135, 0.9033, -0.0636, -0.5514, 0.9082],
] as const
