import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frameOf, PAD, panBy, SIDE_MOST, sideFor, turned, type View, zoomOf, zoomTo } from './view'

const size = (least: number, most: number) =>
  fc.record({ width: fc.integer({ min: least, max: most }), height: fc.integer({ min: least, max: most }) })
const stages = size(200, 3000)
const photos = size(1, 12_000)
const density = fc.constantFrom(1, 1.25, 2, 3)

describe('the stage', () => {
  it('fits the whole photo, centred', () => {
    fc.assert(
      fc.property(stages, photos, density, (stage, photo, d) => {
        const frame = frameOf('fit', stage, photo, d)
        expect(frame.left).toBeGreaterThanOrEqual(PAD - 1)
        expect(frame.top).toBeGreaterThanOrEqual(PAD - 1)
        expect(Math.abs(2 * frame.left + frame.width - stage.width)).toBeLessThanOrEqual(1.01)
        expect(Math.abs(2 * frame.top + frame.height - stage.height)).toBeLessThanOrEqual(1.01)
      }),
    )
  })

  it('shows one photo px per device px at 100 %', () => {
    const view = zoomTo('fit', 1, { width: 800, height: 600 }, { width: 4000, height: 3000 }, 2)
    expect(frameOf(view, { width: 800, height: 600 }, { width: 4000, height: 3000 }, 2)).toMatchObject({ width: 2000, height: 1500 })
    expect(zoomOf(view, { width: 800, height: 600 }, { width: 4000, height: 3000 }, 2)).toBe(1)
  })

  it('keeps the point under the pointer while zooming in from inside the photo', () => {
    const stage = { width: 1000, height: 800 }
    const photo = { width: 4000, height: 3000 }
    const start = zoomTo('fit', 1, stage, photo, 1)
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 16, noNaN: true }),
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 0, max: 800 }),
        (zoom, x, y) => {
          const under = (view: View) => {
            const frame = frameOf(view, stage, photo, 1000)
            return { x: ((x - frame.left) / frame.width) * photo.width, y: ((y - frame.top) / frame.height) * photo.height }
          }
          const after = under(zoomTo(start, zoom, stage, photo, 1, { x, y }))
          expect(Math.abs(after.x - under(start).x)).toBeLessThan(0.01)
          expect(Math.abs(after.y - under(start).y)).toBeLessThan(0.01)
        },
      ),
    )
  })

  it('never loses the photo, however it is zoomed and panned', () => {
    const moves = fc.array(
      fc.record({
        zoom: fc.double({ min: 0.01, max: 40, noNaN: true }),
        x: fc.integer({ min: -9000, max: 9000 }),
        y: fc.integer({ min: -9000, max: 9000 }),
      }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(stages, photos, density, moves, (stage, photo, d, todo) => {
        let view: View = 'fit'
        for (const move of todo) view = panBy(zoomTo(view, move.zoom, stage, photo, d), move, stage, photo)
        const frame = frameOf(view, stage, photo, d)
        const gap = PAD + 1
        for (const [start, length, room] of [
          [frame.left, frame.width, stage.width],
          [frame.top, frame.height, stage.height],
        ] as const) {
          if (length <= room - 2 * PAD) expect(Math.abs(2 * start + length - room)).toBeLessThanOrEqual(1.01)
          else {
            expect(start).toBeLessThanOrEqual(gap)
            expect(start + length).toBeGreaterThanOrEqual(room - gap)
          }
        }
      }),
    )
  })

  it('asks for no more px than there are, no fewer than are seen, and never for a canvas too large', () => {
    fc.assert(
      fc.property(photos, fc.double({ min: 0.01, max: 16, noNaN: true }), (photo, zoom) => {
        const side = sideFor(zoom, photo)
        const longest = Math.max(photo.width, photo.height)
        expect(side).toBeGreaterThanOrEqual(1)
        expect(side).toBeLessThanOrEqual(Math.min(longest, SIDE_MOST))
        expect(photo.width * photo.height * (side / longest) ** 2).toBeLessThanOrEqual(48_000_001)
        if (side < sideFor(1, photo)) expect(side).toBeGreaterThanOrEqual(Math.min(longest, longest * zoom) - 1)
      }),
    )
    expect(sideFor(1, { width: 4000, height: 3000 })).toBe(4000)
    expect(sideFor(0.2, { width: 4000, height: 3000 })).toBe(1024)
    expect(sideFor(3, { width: 12_000, height: 8000 })).toBe(SIDE_MOST)
  })

  it('swaps sides with odd quarter turns', () => {
    expect(turned({ width: 3, height: 4 }, 1)).toEqual({ width: 4, height: 3 })
    expect(turned({ width: 3, height: 4 }, 2)).toEqual({ width: 3, height: 4 })
  })
})
