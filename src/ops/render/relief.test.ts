import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { camera, cutout, cylinder, disc, product, rectangle } from '../../../tests/support/products'
import { image } from '../../../tests/support/rasters'
import type { ImageValue } from '../../core/recipe'
import type { Point, Product } from '../../core/scene/document'
import { project, viewOf } from '../../core/scene/geometry'
import { seenAt, standOf } from '../../core/scene/standing'
import { bodyOf } from './body'
import { outlineOf } from './outline'
import { profileOf } from './profile'
import { type Relief, reliefOf } from './relief'

const floating = (kind: 'inflated' | 'flat' | 'box' | 'cylinder' | 'sphere', depth: number) => ({
  pose: 'floating' as const,
  form: { kind, depth },
})
const reliefIn = (picture: ImageValue, it: Pick<Product, 'form' | 'pose'>) => reliefOf(profileOf(picture), it, outlineOf(picture))
/** Depth at a point of the photo (px), of the nearest vertex. */
const at = (r: Relief, x: number, y: number) =>
  r.depth[Math.round((y - r.top) / r.cell) * r.columns + Math.round((x - r.left) / r.cell)] as number
const facing = (r: Relief, x: number, y: number) =>
  r.normals[(Math.round((y - r.top) / r.cell) * r.columns + Math.round((x - r.left) / r.cell)) * 3 + 2] as number

describe('depths of the forms', () => {
  test('a membrane without stiffness over a disc is nearly a half sphere', () => {
    const r = reliefIn(cutout(300, 300, disc(150, 150, 120)), floating('inflated', 1))
    for (const x of [150, 190, 220, 250]) expect(at(r, x, 150) / Math.sqrt(120 ** 2 - (x - 150) ** 2)).toBeCloseTo(1, 0.7)
  })

  test('sphere and cylinder are what they are called, within a cell', () => {
    const ball = reliefIn(cutout(300, 300, disc(150, 150, 120)), floating('sphere', 1))
    const can = reliefIn(cutout(300, 300, rectangle(90, 40, 210, 260)), floating('cylinder', 1))
    for (const x of [150, 170, 190, 200]) {
      expect(Math.abs(at(ball, x, 150) - Math.sqrt(120 ** 2 - (x - 150) ** 2))).toBeLessThan(2)
      expect(Math.abs(at(can, x, 150) - Math.sqrt(60 ** 2 - (x - 150) ** 2))).toBeLessThan(3)
    }
  })

  test('a form’s depth is its depth in widths', () => {
    const kinds = fc.constantFrom('inflated' as const, 'flat' as const, 'box' as const)
    fc.assert(
      fc.property(kinds, fc.double({ min: 0.02, max: 1.5, noNaN: true }), (kind, depth) => {
        const r = reliefIn(cutout(200, 160, rectangle(30, 30, 170, 130)), floating(kind, depth))
        expect(2 * Math.max(...r.depth)).toBeCloseTo(depth * 140, 1)
      }),
      { numRuns: 8 },
    )
  })

  test('a depth map says it: linear from the farthest to the nearest, whatever its own size, and facing where it rises', () => {
    const picture = cutout(300, 300, rectangle(60, 60, 240, 240))
    const form = { kind: 'depth' as const, depth: 0.5, map: 'a' }
    // Light on the right; eight bits have a step every four px of the photo.
    const map = image(75, 40, (x) => [x * 3, x * 3, x * 3])
    const r = reliefOf(profileOf(picture), { pose: 'floating', form }, outlineOf(picture), map)
    expect(2 * Math.max(...r.depth)).toBeCloseTo(0.5 * 180, 0)
    const [left, middle, right] = [at(r, 70, 150), at(r, 150, 150), at(r, 230, 150)]
    expect(middle - left).toBeCloseTo(right - middle, -0.5)
    expect(right - left).toBeGreaterThan(30)
    for (const x of [90, 120, 150, 180, 210]) {
      const k = (Math.round((150 - r.top) / r.cell) * r.columns + Math.round((x - r.left) / r.cell)) * 3
      expect(r.normals[k]).toBeLessThan(-0.2)
      expect(Math.abs(r.normals[k + 1] as number)).toBeLessThan(0.02)
    }
    expect(at(r, 57, 150)).toBe(0)
  })

  test('it rises from the outline to the middle and falls again, and is nothing outside', () => {
    const sizes = fc.record({ a: fc.integer({ min: 30, max: 130 }), b: fc.integer({ min: 30, max: 130 }) })
    fc.assert(
      fc.property(sizes, fc.constantFrom('inflated' as const, 'box' as const), ({ a, b }, kind) => {
        const r = reliefIn(
          cutout(300, 300, (x, y) => ((x - 150) / a) ** 2 + ((y - 150) / b) ** 2 < 1),
          floating(kind, 0.5),
        )
        const row = r.depth.subarray(Math.floor(r.rows / 2) * r.columns, (Math.floor(r.rows / 2) + 1) * r.columns)
        const middle = Math.floor(r.columns / 2)
        for (let i = 1; i < middle; i++) expect((row[i] as number) - (row[i - 1] as number)).toBeGreaterThan(-0.05)
        for (let i = middle + 2; i < r.columns; i++) expect((row[i] as number) - (row[i - 1] as number)).toBeLessThan(0.05)
        for (let k = 0; k < r.depth.length; k++) if (r.cover[k] === 0) expect(r.depth[k]).toBe(0)
      }),
      { numRuns: 8 },
    )
  })

  test('flat goods are level but for their rim: no creases from the corners', () => {
    const r = reliefIn(cutout(300, 300, rectangle(40, 60, 260, 240)), floating('flat', 0.1))
    for (let t = 0; t <= 1; t += 0.05) expect(facing(r, 70 + t * 160, 90 + t * 120)).toBeGreaterThan(0.98)
  })

  test('what stands goes straight down to the ground, what floats is round below', () => {
    const picture = cutout(300, 300, rectangle(60, 40, 240, 260))
    const [standing, hovering] = (['standing', 'floating'] as const).map((pose) =>
      reliefIn(picture, { pose, form: { kind: 'inflated', depth: 0.4 } }),
    )
    expect(at(standing as Relief, 150, 258)).toBeGreaterThan(0.95 * (standing?.foot ?? 0))
    expect(at(hovering as Relief, 150, 258)).toBeLessThan(0.5 * at(hovering as Relief, 150, 150))
    expect(hovering?.foot).toBe(0)
  })
})

interface Case extends Pick<Product, 'pose' | 'mirrored'> {
  name: 'bottle' | 'ring' | 'pair'
  tilt: number
  azimuth: number
  x: number
}

describe('the body in the set', () => {
  const pictures = {
    bottle: cylinder(160, 240, 40, 160, 12),
    ring: cutout(160, 160, (x, y) => Math.abs(Math.hypot(x - 80, y - 80) - 45) < 20),
    pair: cutout(200, 160, (x, y) => disc(60, 90, 40)(x, y) || rectangle(101, 30, 180, 130)(x, y)),
  }
  const cases: fc.Arbitrary<Case> = fc.record({
    name: fc.constantFrom('bottle' as const, 'ring' as const, 'pair' as const),
    tilt: fc.double({ min: -10, max: 90, noNaN: true }),
    azimuth: fc.double({ min: -60, max: 60, noNaN: true }),
    pose: fc.constantFrom('standing' as const, 'lying' as const, 'floating' as const),
    mirrored: fc.boolean(),
    x: fc.integer({ min: -100, max: 100 }),
  })
  const build = ({ name, tilt, azimuth, pose, mirrored, x }: Case) => {
    const picture = pictures[name]
    const it = product({ pose, mirrored, at: [x, pose === 'floating' ? 80 : 0, 20] })
    const view = viewOf(camera({ tilt, azimuth }), 1, 900, 900)
    const outline = outlineOf(picture)
    const stand = standOf(it, outline, view)
    if (!stand) throw new Error('behind the camera')
    const relief = reliefOf(profileOf(picture), it, outline)
    return { view, stand, outline, picture, it, relief, body: bodyOf(it, outline, stand, relief, view) }
  }

  test('every edge is shared by two triangles that run along it in opposite ways, and they enclose a volume', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { body } = build(given)
        const n = body.positions.length / 3
        const ways = new Set<number>()
        let [volume, twice] = [0, 0]
        for (let t = 0; t < body.indices.length; t += 3) {
          const corners = [...body.indices.subarray(t, t + 3)] as [number, number, number]
          const [a, b, c] = corners.map((v) => [...body.positions.subarray(v * 3, v * 3 + 3)]) as [Point, Point, Point]
          volume += (a[0] * (b[1] * c[2] - b[2] * c[1]) + a[1] * (b[2] * c[0] - b[0] * c[2]) + a[2] * (b[0] * c[1] - b[1] * c[0])) / 6
          corners.forEach((from, e) => {
            const way = from * n + (corners[(e + 1) % 3] as number)
            if (ways.has(way)) twice++
            ways.add(way)
          })
        }
        const alone = [...ways].filter((way) => !ways.has((way % n) * n + Math.floor(way / n))).length
        expect({ twice, alone }).toEqual({ twice: 0, alone: 0 })
        expect(volume).toBeGreaterThan(0)
      }),
      { numRuns: 12 },
    )
  })

  test('the camera sees every vertex at its pixel of the photo', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { body, view, stand, outline } = build(given)
        for (let v = 0; v < body.positions.length / 3; v += 7) {
          const seen = project(view, [...body.positions.subarray(v * 3, v * 3 + 3)] as Point)
          const spot = [(body.uvs[v * 2] as number) * outline.width, (body.uvs[v * 2 + 1] as number) * outline.height] as const
          const [x, y] = seenAt(stand, outline, spot)
          expect(Math.hypot(seen.x - x, seen.y - y)).toBeLessThan(0.02)
        }
      }),
      { numRuns: 12 },
    )
  })

  test('a bottle’s front meets the ground where it was put and all of it stands behind', () => {
    const { body, it, relief, stand } = build({ name: 'bottle', tilt: 12, azimuth: 0, pose: 'standing', mirrored: false, x: 0 })
    const low: Point[] = []
    let nearest = -1e9
    for (let v = 0; v < body.positions.length / 6; v++) {
      const [x, y, z] = body.positions.subarray(v * 3, v * 3 + 3) as unknown as Point
      nearest = Math.max(nearest, z)
      if (Math.abs(y) < 2 && Math.abs(x - it.at[0]) < 5) low.push([x, y, z])
    }
    expect(Math.max(...low.map(([, , z]) => z))).toBeCloseTo(it.at[2], -0.7)
    expect(nearest).toBeLessThan(it.at[2] + 1)
    expect(relief.foot * stand.mm).toBeGreaterThan(25)
  })

  test('an upright thing before a level camera is as high in the set as it is said to be', () => {
    const { body } = build({ name: 'bottle', tilt: 0, azimuth: 0, pose: 'floating', mirrored: false, x: 0 })
    let [low, high] = [1e9, -1e9]
    for (let v = 0; v < body.positions.length / 3; v++) {
      low = Math.min(low, body.positions[v * 3 + 1] as number)
      high = Math.max(high, body.positions[v * 3 + 1] as number)
    }
    expect((high - low) / 200).toBeCloseTo(1, 1)
  })

  test('what lies rests on the ground and rises from it', () => {
    const { body, it } = build({ name: 'pair', tilt: 75, azimuth: 0, pose: 'lying', mirrored: false, x: 0 })
    for (let v = 0; v < body.positions.length / 3; v++) expect(body.positions[v * 3 + 1] as number).toBeGreaterThanOrEqual(it.at[1] - 0.01)
  })

  test('normals look out of the front, towards the camera', () => {
    const { body, view } = build({ name: 'ring', tilt: 20, azimuth: 30, pose: 'standing', mirrored: true, x: 10 })
    const n = body.normals.length / 6
    for (let v = 0; v < n; v++) {
      const normal = body.normals.subarray(v * 3, v * 3 + 3)
      expect(Math.hypot(...normal)).toBeCloseTo(1, 4)
      const back = body.normals.subarray((v + n) * 3, (v + n) * 3 + 3)
      const level = (of: Float32Array) => (of[0] as number) * view.right[2] - (of[2] as number) * view.right[0]
      expect(level(normal)).toBeLessThan(1e-4)
      expect(level(back)).toBeGreaterThan(-1e-4)
    }
  })
})
