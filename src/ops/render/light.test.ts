import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Environment, Light } from '../../core/scene/document'
import { luminance } from '../../core/scene/light'
import { develop, lightOf } from './develop'
import { domeOf } from './dome'
import { irradiance, lampOf } from './lamps'
import { facetOf, slope } from './mirror'
import { centred, onDisc, point } from './sequence'

test('any first 2^n points have one in each strip and each square of the unit square', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 4 }), (seed, half) => {
      const [side, count] = [2 ** half, 4 ** half]
      const points = Array.from({ length: count }, (_, i) => point(i, seed))
      const cells = (of: (p: readonly [number, number]) => number) => new Set(points.map(of)).size
      expect(cells(([x]) => Math.floor(x * count))).toBe(count)
      expect(cells(([, y]) => Math.floor(y * count))).toBe(count)
      expect(cells(([x, y]) => Math.floor(x * side) * side + Math.floor(y * side))).toBe(count)
    }),
  )
})

test('the first sample is taken through the middle of the lens', () => {
  const [x, y] = onDisc(centred(0, 2))
  expect(Math.hypot(x, y)).toBeLessThan(1e-9)
})

test('at 0 stops a card 1,000 mm before a light of any size and beam gets the irradiance π', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('softbox', 'octabox', 'strip', 'spot', 'bare-bulb'),
      fc.integer({ min: 20, max: 2000 }),
      fc.integer({ min: 40, max: 180 }),
      fc.integer({ min: -180, max: 180 }),
      fc.integer({ min: -30, max: 90 }),
      (kind, side, spread, azimuth, elevation) => {
        const light = {
          id: 'a',
          role: 'key',
          kind,
          azimuth,
          elevation,
          distance: 1000,
          width: side,
          height: side,
          spread,
          aim: [0, 0, 0],
        } as const
        const lamp = lampOf(Light.parse(light))
        const back = lamp.normal.map((n) => -n) as [number, number, number]
        expect(luminance(irradiance([lamp], [0, 0, 0], back)) / Math.PI).toBeCloseTo(1, 2)
      },
    ),
  )
})

test('environments light an open card alike, and what is drawn from them adds up to their light', () => {
  for (const kind of Environment.shape.kind.options) {
    const dome = domeOf(Environment.parse({ kind, power: 0, azimuth: 70 }))
    expect(luminance(dome.level) / Math.PI, kind).toBeCloseTo(1, 3)
    let sum = 0
    for (let i = 0; i < 1024; i++) {
      const { direction, colour } = dome.draw(point(i, 71))
      sum += (luminance(colour) * direction[1]) / 1024
    }
    expect(sum / Math.PI, kind).toBeCloseTo(1, 1)
  }
})

test('what a mirrored product sends comes out as its own pixels', () => {
  const gain = [1.3, 0.9, 0.7] as const
  const out = new Uint8ClampedArray(4)
  for (let value = 0; value <= 250; value++) {
    develop(Float32Array.from([...gain.map((g) => lightOf(value / 255, g)), 1]), gain, [0, 0, 0], out)
    for (let c = 0; c < 3; c++) expect(Math.abs((out[c] as number) - value)).toBeLessThanOrEqual(1)
  }
})

test('a flat backdrop keeps its colour to the byte', () => {
  const out = new Uint8ClampedArray(4)
  develop(new Float32Array(4), [1.2, 1, 0.8], [1, 1, 1], out)
  expect([...out]).toEqual([255, 255, 255, 255])
})

test('a polished ground blurs less than a rough one, and a level facet not at all', () => {
  const into: [number, number, number] = [0, -0.5, -Math.sqrt(0.75)]
  const spread = (roughness: number) => {
    const leans = Array.from({ length: 64 }, (_, i) => slope(into, facetOf(centred(i, 3), roughness)))
    return Math.sqrt(leans.reduce((sum, [x, z]) => sum + x * x + z * z, 0) / 64)
  }
  expect(Math.hypot(...slope(into, facetOf([0.5, 0.5], 0.3)))).toBeCloseTo(0, 9)
  expect(spread(0.1)).toBeGreaterThan(1.5 * spread(0.05))
  expect(spread(0.3)).toBeGreaterThan(1.5 * spread(0.15))
})
