import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Camera } from '../../core/scene/document'
import { project, viewOf } from '../../core/scene/geometry'
import { perspectiveOf } from '../../core/scene/horizon'
import { aidsOf, type Drawing, freshAid, handlesOf, redrawn } from './aids'

const size = { width: 900, height: 1200 }
const box = [0.2, 0.1, 0.8, 0.9] as const
const all: Drawing = { edges: freshAid('edges', size, box), rim: freshAid('rim', size, box), foot: freshAid('foot', size, box) }
const ids = handlesOf(all).map(({ id }) => id)
const spot = fc.record({ x: fc.double({ min: -400, max: 1600, noNaN: true }), y: fc.double({ min: -400, max: 1600, noNaN: true }) })
const at = (drawing: Drawing, id: string) => handlesOf(drawing).find((handle) => handle.id === id)?.at ?? { x: Number.NaN, y: Number.NaN }

describe('what is drawn over a photo', () => {
  it('begins on the product, each aid with handles of its own name', () => {
    const names = handlesOf(all).map(({ name }) => name)
    expect(new Set(names).size).toBe(10)
    for (const { at } of handlesOf(all)) {
      expect(at.x).toBeGreaterThan(0.2 * 900 - 1)
      expect(at.x).toBeLessThan(0.8 * 900 + 1)
      expect(at.y).toBeGreaterThan(0.1 * 1200 - 1)
      expect(at.y).toBeLessThan(1200)
    }
  })

  it('has an end of an edge where the hand has put it, within the picture, and nothing else moved', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ids.filter((id) => id.startsWith('edges'))), spot, (id, to) => {
        const after = redrawn(all, id, to, size)
        expect(at(after, id)).toEqual({ x: Math.min(900, Math.max(0, to.x)), y: Math.min(1200, Math.max(0, to.y)) })
        for (const other of ids) if (other !== id) expect(at(after, other)).toEqual(at(all, other))
      }),
    )
  })

  it('has ovals that stay wider than high, whatever is pulled', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...ids), spot), { maxLength: 12 }), (gestures) => {
        const { rim, foot } = gestures.reduce((drawing, [id, to]) => redrawn(drawing, id, to, size), all)
        for (const round of [rim, foot]) {
          expect(round?.across).toBeGreaterThanOrEqual(1)
          expect(round?.down).toBeGreaterThanOrEqual(0)
          expect(round?.across).toBeGreaterThanOrEqual(round?.down ?? Number.NaN)
        }
      }),
    )
  })

  it('gives the camera back that a box was photographed with, once its edges are traced', () => {
    fc.assert(
      fc.property(fc.double({ min: 3, max: 50, noNaN: true }), fc.double({ min: 30, max: 110, noNaN: true }), (tilt, focal) => {
        const camera = Camera.parse({ target: [0, 60, 0], distance: focal * 14, tilt, focal })
        const view = viewOf(camera, 0.75, size.width, size.height)
        const ends = [-50, 50].flatMap((x) => [120, 0].map((y) => project(view, [x, y, 0])))
        const edges = ids.filter((id) => id.startsWith('edges'))
        const drawn = edges.reduce<Drawing>((drawing, id, i) => redrawn(drawing, id, ends[i] ?? { x: 0, y: 0 }, size), {
          ...all,
          rim: null,
          foot: null,
        })
        expect(perspectiveOf(aidsOf(drawn), size, focal)?.tilt).toBeCloseTo(tilt, 4)
      }),
    )
  })
})
