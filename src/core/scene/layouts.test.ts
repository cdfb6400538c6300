import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Product, Scene } from './document'
import { type Body, cornersOf, extentOf } from './framing'
import { grouped, worstHidden } from './layouts'
import { LAYOUTS } from './plans'

const sceneOf = (count: number, camera: object = {}, aspect = 1): Scene =>
  Scene.parse({
    aspect,
    camera: { distance: 1200, tilt: 10, focal: 85, ...camera },
    lights: [],
    environment: { kind: 'studio' },
    ground: { material: { kind: 'paper' } },
    backdrop: { kind: 'sweep', distance: 600, radius: 300 },
    products: Array.from({ length: count }, (_, i) => ({ id: `p${i}`, size: { by: 'fit', width: 100, height: 200 } })),
  })

const mm = fc.double({ min: 20, max: 500, noNaN: true })
const body: fc.Arbitrary<Body> = fc.record({ width: mm, height: mm, depth: mm })
const group = fc.record({
  layout: fc.constantFrom(...LAYOUTS),
  bodies: fc.array(body, { minLength: 2, maxLength: 12 }),
  tilt: fc.double({ min: 0, max: 60, noNaN: true }),
  azimuth: fc.double({ min: -180, max: 180, noNaN: true }),
  aspect: fc.double({ min: 0.5, max: 2, noNaN: true }),
  focal: fc.double({ min: 35, max: 150, noNaN: true }),
  overlap: fc.double({ min: 0, max: 0.4, noNaN: true }),
})

/** A product's footprint as the camera's axes see it. */
const footprint = (scene: Scene, bodies: readonly Body[], i: number) => {
  const { at, pose } = scene.products[i] as Product
  const turn = (scene.camera.azimuth * Math.PI) / 180
  const x = at[0] * Math.cos(turn) - at[2] * Math.sin(turn)
  const z = at[0] * Math.sin(turn) + at[2] * Math.cos(turn)
  const { width, height, depth } = bodies[i] as Body
  return { x, z, y: at[1], width, deep: pose === 'lying' ? height : depth }
}

describe('a group', () => {
  test('stands apart on the ground, hidden no more than asked, in balance, all in the frame, at its own heights', () => {
    fc.assert(
      fc.property(group, ({ layout, bodies, tilt, azimuth, aspect, focal, overlap }) => {
        const asked = { gap: 0.15, overlap, margin: 0.08 }
        const scene = grouped(sceneOf(bodies.length, { tilt, azimuth, focal }, aspect), layout, bodies, asked)
        const feet = bodies.map((_, i) => footprint(scene, bodies, i))
        for (const [i, a] of feet.entries())
          for (const b of feet.slice(0, i))
            expect(Math.max(Math.abs(a.x - b.x) - (a.width + b.width) / 2, Math.abs(a.z - b.z) - (a.deep + b.deep) / 2)).toBeGreaterThan(
              -1e-6,
            )
        expect(worstHidden(scene, bodies)).toBeLessThanOrEqual(overlap + 1e-9)
        const weight = feet.reduce((sum, { x }, i) => sum + x * (bodies[i] as Body).width * (bodies[i] as Body).height, 0)
        expect(weight / bodies.reduce((sum, { width, height }) => sum + width * height, 0)).toBeCloseTo(0, 6)
        const corners = bodies.flatMap((one, i) =>
          cornersOf(one, (scene.products[i] as Product).at, (scene.products[i] as Product).pose, azimuth),
        )
        const { left, top, right, bottom } = extentOf(scene.camera, scene.aspect, corners)
        expect(Math.min(left, top, 1 - right, 1 - bottom)).toBeGreaterThan(0.08 - 1e-6)
        expect(scene.products.map(({ size }) => size)).toEqual(bodies.map(({ height }) => ({ by: 'height', height })))
        expect(Scene.safeParse(scene).success).toBe(true)
      }),
      { numRuns: 120 },
    )
  })

  test('put up again is the same, and leaves no podiums of another layout', () => {
    const bodies = [80, 60, 120, 90, 40].map((width, i) => ({ width, height: 100 + 40 * i, depth: 50 }))
    const stairs = grouped(sceneOf(5), 'stairs', bodies)
    expect(grouped(stairs, 'stairs', bodies)).toEqual(stairs)
    expect(stairs.props).toHaveLength(4)
    expect(grouped(stairs, 'row', bodies).props).toEqual([])
  })

  test('has its layout’s own order', () => {
    const bodies = [150, 100, 200, 120, 180].map((height) => ({ width: 60, height, depth: 40 }))
    const at = (layout: (typeof LAYOUTS)[number]) => grouped(sceneOf(5), layout, bodies).products.map((product) => product.at)
    const row = at('row')
    expect(row.filter(([x]) => x < (row[0]?.[0] ?? 0))).toHaveLength(2)
    // The pyramid's tallest stands behind all; the hero of the others in front of all.
    const pyramid = at('pyramid')
    expect(Math.min(...pyramid.map(([, , z]) => z))).toBe(pyramid[2]?.[2])
    for (const layout of ['V', 'hero and supporting'] as const) {
      const [hero, ...others] = at(layout)
      expect(others.every(([, , z]) => z < (hero?.[2] ?? 0))).toBe(true)
    }
    const stairs = at('stairs')
    const rising = [...stairs].sort((a, b) => a[0] - b[0]).map(([, y]) => y)
    expect(rising).toEqual([...rising].sort((a, b) => a - b))
    expect(new Set(rising).size).toBe(5)
    const flat = grouped(sceneOf(5), 'flat lay', bodies)
    expect(flat.products.every(({ pose }) => pose === 'lying')).toBe(true)
    expect(flat.camera.tilt).toBe(90)
  })
})
