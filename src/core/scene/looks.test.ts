import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FaultError } from '../fault'
import { heroOf, type Product, Scene } from './document'
import { cornersOf, extentOf } from './framing'
import { Look, lookOf, openLook, readLook, withLook } from './looks'

const scene = (over: object = {}, size: Product['size'] = { by: 'fit', width: 150, height: 250 }): Scene =>
  Scene.parse({
    camera: { distance: 1300, tilt: 8, focal: 85, target: [0, 140, 0], ...over },
    lights: [{ id: 'key', kind: 'softbox', role: 'key', azimuth: 40, elevation: 40, distance: 900, width: 600, height: 600 }],
    environment: { kind: 'studio' },
    ground: { material: { kind: 'paper' } },
    backdrop: { kind: 'sweep', distance: 600, radius: 300 },
    products: [
      {
        id: 'hero',
        photo: 'abc',
        contact: [0.9, 0.92],
        form: { kind: 'box', depth: 1 },
        mirrored: true,
        at: [0, 40, 0],
        size,
        relight: 0.4,
      },
    ],
  })
const look = (over?: object): Look => Look.parse({ id: 'one', title: 'One', scene: lookOf(scene(over), 1) })

const extent = (set: Scene, aspect: number) => {
  const { size, at, pose } = heroOf(set)
  if (size.by !== 'fit') throw new Error('a look gives a stage')
  const height = Math.min(size.height, size.width / aspect)
  return extentOf(set.camera, set.aspect, cornersOf({ width: height * aspect, height, depth: 0 }, at, pose, set.camera.azimuth))
}
const fill = ({ left, top, right, bottom }: ReturnType<typeof extent>) => Math.max(right - left, bottom - top)

test('a look keeps the stage and how light works on the product, and nothing of the product', () => {
  const [hero] = lookOf(scene(), 0.6).products
  expect(hero).toMatchObject({ photo: null, contact: null, form: null, mirrored: false, at: [0, 40, 0], relight: 0.4 })
  const [true_] = lookOf(scene({}, { by: 'height', height: 200 }), 0.5).products
  expect(true_?.size).toEqual({ by: 'fit', width: 100, height: 200 })
})

describe('a product in a look', () => {
  test('like the stage is the look itself', () => {
    expect(withLook(look(), { aspect: 0.6, poses: ['standing'] })).toEqual(look().scene)
  })

  test('fills the frame as the stage does, around the same middle, whatever its aspect', () => {
    const tilts = fc.double({ min: 0, max: 60, noNaN: true })
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 10, noNaN: true }), tilts, (aspect, tilt) => {
        const set = look({ tilt })
        const placed = withLook(set, { aspect, poses: ['standing', 'lying'] })
        const [stage, product] = [extent(set.scene, 0.6), extent(placed, aspect)]
        fc.pre(placed.camera.distance > 50)
        expect(fill(product)).toBeCloseTo(fill(stage), 3)
        expect(product.left + product.right).toBeCloseTo(stage.left + stage.right, 3)
        if (placed.camera.tilt === tilt) expect(product.top + product.bottom).toBeCloseTo(stage.top + stage.bottom, 3)
        expect(Scene.safeParse(placed).success).toBe(true)
        expect(withLook(set, { aspect, poses: ['standing', 'lying'] })).toEqual(placed)
      }),
    )
  })

  test('takes the look’s pose where it can, else its own best', () => {
    const poseOf = (poses: Product['pose'][]) => heroOf(withLook(look(), { aspect: 1, poses })).pose
    expect(poseOf(['hanging', 'standing'])).toBe('standing')
    expect(poseOf(['hanging', 'lying'])).toBe('hanging')
    expect(poseOf([])).toBe('standing')
    // The stage is at 40 mm; what hangs is clear of it.
    expect(heroOf(withLook(look(), { aspect: 1, poses: ['hanging'] })).at[1]).toBeGreaterThan(50)
  })
})

describe('a look out of a file', () => {
  const file = (of: unknown) => new TextEncoder().encode(JSON.stringify(of))
  const code = (of: Uint8Array | string) => {
    try {
      return readLook(of).id
    } catch (thrown) {
      if (!(thrown instanceof FaultError)) throw thrown
      expect(thrown.fault.remedy).toMatch(/\.$/)
      return thrown.fault.code
    }
  }

  test('comes back as it was saved, from a scene too', () => {
    expect(readLook(file(look()))).toEqual(look())
    expect(readLook(file(scene())).scene).toEqual(lookOf(scene(), 1))
  })

  test('leaves out the backdrop photo, which does not travel with it', () => {
    const read = readLook(file({ ...look(), scene: { ...scene(), backdrop: { kind: 'plate', photo: 'ab', horizon: 0.4 } } }))
    expect(read.scene.backdrop.kind).toBe('none')
    expect(read.scene.lights).toEqual(look().scene.lights)
  })

  test('leaves out 3D files, and says which', () => {
    const model = {
      id: 'own',
      kind: 'model',
      at: [0, 0, 0],
      size: [9, 9, 9],
      material: { kind: 'paper' },
      model: { file: 'a'.repeat(64), title: 'Oak chair' },
    }
    const opened = openLook(file({ ...look(), scene: { ...scene(), props: [...scene().props, model] } }))
    expect(opened.left).toEqual(['“Oak chair”'])
    expect(opened.look.scene).toEqual(look().scene)
    expect(openLook(file(look())).left).toEqual([])
  })

  test('is refused with a reason', () => {
    expect(code('')).toBe('not-a-look')
    expect(code('[1,2]')).toBe('not-a-look')
    expect(code('null')).toBe('not-a-look')
    expect(code(`{"scene":${'['.repeat(100_000)}`)).toBe('not-a-look')
    expect(code(' '.repeat(600_000))).toBe('too-large')
    expect(code(file({ ...look(), v: 2 }))).toBe('newer')
    expect(code(file({ ...look(), scene: { ...scene(), v: 7 } }))).toBe('newer')
    expect(code(file({ ...look(), scene: { ...scene(), lights: Array(13).fill(scene().lights[0]) } }))).toBe('out-of-range')
    expect(code(file({ ...look(), scene: { ...scene(), lights: Array(2).fill(scene().lights[0]) } }))).toBe('out-of-range')
    expect(code(JSON.stringify(look()).replace('"distance":900', '"distance":1e999'))).toBe('out-of-range')
    expect(code(file({ ...scene(), lights: [{ ...scene().lights[0], width: 0 }] }))).toBe('out-of-range')
    expect(code(file({ scene: { ...scene(), camera: { ...scene().camera, focal: 0 } }, id: 'x', title: 'x' }))).toBe('out-of-range')
  })

  test('leaves no trace of names it does not know', () => {
    const text = JSON.stringify(look()).replace('"v":1', '"v":1,"__proto__":{"polluted":1},"extra":2')
    expect(readLook(text)).toEqual(look())
  })

  test('whatever its bytes, is a look or a fault', () => {
    const good = JSON.stringify(look())
    const broken = fc
      .tuple(fc.nat({ max: good.length - 1 }), fc.string({ maxLength: 4 }), fc.nat({ max: 8 }))
      .map(([at, put, cut]) => good.slice(0, at) + put + good.slice(at + cut))
    fc.assert(
      fc.property(
        fc.oneof(
          broken,
          fc.json(),
          fc.uint8Array({ maxLength: 200 }),
          fc.json().map((inner) => `{"scene":${inner}}`),
        ),
        (bytes) => {
          expect(typeof code(bytes)).toBe('string')
        },
      ),
      { numRuns: 500 },
    )
  })
})
