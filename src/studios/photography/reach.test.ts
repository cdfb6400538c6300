import fc from 'fast-check'
import { expect, it } from 'vitest'
import { heroOf } from '../../core/scene/document'
import { project, viewOf } from '../../core/scene/geometry'
import { bodyOf } from './body'
import { dragged, frameIn, onLevel, productAt } from './reach'
import { STARTER } from './starter'

const view = viewOf({ ...STARTER.camera, tilt: 20 }, 1, 600, 600)
const body = (product: Parameters<typeof bodyOf>[0]) => bodyOf(product, undefined)

it('moves a product so that it is seen where the hand went', () => {
  const near = fc.record({ x: fc.integer({ min: 150, max: 450 }), y: fc.integer({ min: 330, max: 480 }) })
  fc.assert(
    fc.property(near, near, (from, to) => {
      const a = onLevel(view, from.x, from.y, 0)
      if (!a) throw new Error('above the horizon')
      const scene = {
        ...STARTER,
        products: [{ ...heroOf(STARTER), at: [Math.round(a[0]), 0, Math.round(a[2])] as [number, number, number] }],
      }
      const start = project(view, heroOf(scene).at)
      const end = project(view, heroOf(dragged(scene, view, 'hero', start, to)).at)
      // Places are whole mm.
      expect(Math.hypot(end.x - to.x, end.y - to.y)).toBeLessThan(2)
    }),
  )
})

it('stays where it is when the hand goes above the horizon', () => {
  expect(dragged(STARTER, viewOf({ ...STARTER.camera, tilt: 2 }, 1, 600, 600), 'hero', { x: 300, y: 400 }, { x: 300, y: -500 })).toBe(
    STARTER,
  )
})

it('reaches the product on its body, not beside it', () => {
  const foot = project(view, [0, 0, 0])
  expect(productAt(STARTER, body, view, foot.x, foot.y - 30)?.id).toBe('hero')
  expect(productAt(STARTER, body, view, foot.x - 250, foot.y - 30)).toBeNull()
})

it('fits a frame of its aspect whole into the stage', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 100, max: 3000 }),
      fc.integer({ min: 100, max: 3000 }),
      fc.double({ min: 0.2, max: 5, noNaN: true }),
      (w, h, aspect) => {
        const { left, top, width, height } = frameIn(w, h, aspect, 20)
        expect(width / height).toBeCloseTo(aspect)
        expect(left).toBeGreaterThanOrEqual(19.99)
        expect(top).toBeGreaterThanOrEqual(19.99)
        expect(left + width).toBeLessThanOrEqual(w - 19.99)
        expect(top + height).toBeLessThanOrEqual(h - 19.99)
      },
    ),
  )
})
