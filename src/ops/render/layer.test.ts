import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutout, disc } from '../../../tests/support/products'
import { extentOf } from '../../core/extent'
import type { Stand } from '../../core/scene/standing'
import { layerOf } from './layer'
import { LIGHT } from './srgb'

const stand = (given: Partial<Stand> = {}): Stand => ({
  left: 10,
  top: 20,
  across: 1,
  down: 1,
  mirrored: false,
  depth: 1500,
  mm: 0.3,
  ...given,
})
const picture = cutout(60, 50, disc(28, 25, 20))
const frame = { left: 0, top: 0, width: 120, height: 100 }

describe('a product’s own pixels in the frame', () => {
  test('at their own size they are the cutout’s bytes, also mirrored, in every tile', () => {
    const tiles = fc.record({
      left: fc.integer({ min: -20, max: 90 }),
      top: fc.integer({ min: -20, max: 80 }),
      width: fc.integer({ min: 1, max: 90 }),
      height: fc.integer({ min: 1, max: 90 }),
    })
    fc.assert(
      fc.property(tiles, fc.boolean(), (tile, mirrored) => {
        const layer = layerOf(picture, stand({ mirrored }), tile)
        let wrong = 0
        let seen = 0
        for (let y = 0; y < tile.height; y++) {
          for (let x = 0; x < tile.width; x++) {
            const [u, v] = [x + tile.left - 10, y + tile.top - 20]
            const there = u >= 0 && v >= 0 && u < 60 && v < 50
            const [i, j] = [x - layer.left, y - layer.top]
            const held = i >= 0 && j >= 0 && i < layer.width && j < layer.height
            if (there !== held) wrong++
            if (!there || !held) continue
            seen++
            const from = (v * 60 + (mirrored ? 59 - u : u)) * 4
            for (let c = 0; c < 4; c++) if (layer.data[(j * layer.width + i) * 4 + c] !== picture.data[from + c]) wrong++
          }
        }
        expect(wrong).toBe(0)
        expect(seen * 4).toBe(layer.data.length)
      }),
    )
  })

  test('tiles are parts of the whole, sharp or out of focus', () => {
    const cases = fc.record({
      across: fc.double({ min: 0.2, max: 2.2, noNaN: true }),
      left: fc.double({ min: -30, max: 40, noNaN: true }),
      circle: fc.constantFrom(0, 3.3, 30, 61),
      tile: fc.record({ left: fc.integer({ min: 0, max: 60 }), top: fc.integer({ min: 0, max: 60 }) }),
    })
    fc.assert(
      fc.property(cases, ({ across, left, circle, tile }) => {
        const where = stand({ across, down: across, left })
        const [all, part] = [frame, { ...tile, width: 50, height: 40 }].map((of) => layerOf(picture, where, of, circle))
        if (!all || !part) return
        let most = 0
        const alphaAt = (l: typeof all, x: number, y: number) =>
          x < l.left || y < l.top || x >= l.left + l.width || y >= l.top + l.height
            ? 0
            : (l.data[((y - l.top) * l.width + x - l.left) * 4 + 3] as number)
        for (let y = 0; y < 40; y++)
          for (let x = 0; x < 50; x++) most = Math.max(most, Math.abs(alphaAt(part, x, y) - alphaAt(all, x + tile.left, y + tile.top)))
        expect(most).toBeLessThanOrEqual(1)
      }),
      { numRuns: 40 },
    )
  })

  test('it is as large and lies where it is said to, within half a pixel', () => {
    const cases = fc.record({
      across: fc.double({ min: 0.25, max: 2, noNaN: true }),
      left: fc.double({ min: 0, max: 9, noNaN: true }),
      mirrored: fc.boolean(),
    })
    fc.assert(
      fc.property(cases, ({ across, left, mirrored }) => {
        const layer = layerOf(picture, stand({ across, down: across, left, mirrored }), { ...frame, width: 160, height: 160 })
        const box = extentOf(layer.data, layer.width, layer.height, 4, 3)
        const middle = mirrored ? 60 - 28 : 28
        expect(Math.abs((box?.left ?? 0) + layer.left - left - (middle - 20) * across)).toBeLessThan(0.5)
        expect(Math.abs((box?.right ?? 0) + layer.left - left - (middle + 20) * across)).toBeLessThan(0.5)
      }),
      { numRuns: 40 },
    )
  })
})

describe('out of focus', () => {
  const point = cutout(21, 21, (x, y) => Math.abs(x - 10.5) < 1 && Math.abs(y - 10.5) < 1)
  for (let p = 3; p < point.data.length; p += 4) if ((point.data[p] as number) > 0) point.data.set([255, 255, 255, 255], p - 3)

  test.each([7, 13, 24])('a small bright thing becomes a disc of %d px', (circle) => {
    const wide = { left: 0, top: 0, width: 121, height: 121 }
    const layer = layerOf(point, stand({ left: 50, top: 50 }), wide, circle)
    let most = 0
    for (let p = 3; p < layer.data.length; p += 4) most = Math.max(most, layer.data[p] as number)
    const row = Math.floor(layer.height / 2)
    let width = 0
    for (let x = 0; x < layer.width; x++) if ((layer.data[(row * layer.width + x) * 4 + 3] as number) > most / 2) width++
    expect(Math.abs(width / circle - 1)).toBeLessThan(0.15)
  })

  test('it keeps the light: what it loses at a point it gives around', () => {
    for (const circle of [5, 20, 60]) {
      const layer = layerOf(picture, stand({ left: 60, top: 60 }), { left: 0, top: 0, width: 200, height: 200 }, circle)
      const light = (data: Uint8ClampedArray) => {
        let sum = 0
        for (let p = 0; p < data.length; p += 4) sum += (LIGHT[data[p + 1] as number] as number) * (data[p + 3] as number)
        return sum
      }
      expect(light(layer.data) / light(picture.data)).toBeCloseTo(1, 1)
    }
  })

  test('half a pixel is none', () => {
    expect(layerOf(picture, stand(), frame, 1)).toEqual(layerOf(picture, stand(), frame))
  })
})
