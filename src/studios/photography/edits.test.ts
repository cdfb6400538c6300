import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Light, LightKind, MadeKind, MOST, Scene } from '../../core/scene/document'
import { placeOfLight } from '../../core/scene/face'
import { lensHeight } from '../../core/scene/lens'
import {
  changed,
  duplicated,
  floorOf,
  moved,
  removed,
  soloed,
  wearing,
  withCard,
  withCompanion,
  withLight,
  withModel,
  withProp,
} from './edits'
import { STARTER } from './starter'

const key = (scene: Scene) => scene.lights.find(({ id }) => id === 'key') as Light
const floor = fc.record({ x: fc.integer({ min: -2000, max: 2000 }), z: fc.integer({ min: -2000, max: 2000 }) })

describe('moving on the plan', () => {
  it('puts a light where the hand is, as high as it was', () => {
    fc.assert(
      fc.property(floor, (to) => {
        fc.pre(Math.hypot(to.x, to.z) > 100)
        const after = moved(STARTER, { in: 'lights', id: 'key' }, to)
        const at = floorOf(after, { in: 'lights', id: 'key' })
        expect(at?.x).toBeCloseTo(to.x)
        expect(at?.z).toBeCloseTo(to.z)
        expect(placeOfLight(key(after))[1]).toBeCloseTo(placeOfLight(key(STARTER))[1])
        expect(Scene.safeParse(after).success).toBe(true)
      }),
    )
  })

  it('rolls the camera over the floor at its height, still looking at its target', () => {
    fc.assert(
      fc.property(floor, (to) => {
        fc.pre(Math.hypot(to.x, to.z) > 100)
        const after = moved(STARTER, { in: 'camera' }, to)
        expect(floorOf(after, { in: 'camera' })?.x).toBeCloseTo(to.x)
        expect(lensHeight(after.camera)).toBeCloseTo(lensHeight(STARTER.camera))
        expect(after.camera.target).toEqual(STARTER.camera.target)
        expect(Scene.safeParse(after).success).toBe(true)
      }),
    )
  })

  it('keeps everything within what a scene may be, wherever it is dragged', () => {
    const far = fc.record({ x: fc.double({ min: -1e6, max: 1e6, noNaN: true }), z: fc.double({ min: -1e6, max: 1e6, noNaN: true }) })
    const set = withProp(STARTER, 'stone')
    const things = [
      { in: 'camera' },
      { in: 'backdrop' },
      { in: 'lights', id: 'key' },
      { in: 'cards', id: 'bounce' },
      { in: 'props', id: 'prop-1' },
      { in: 'products', id: 'hero' },
    ] as const
    fc.assert(
      fc.property(far, fc.constantFrom(...things), (to, thing) => {
        expect(Scene.safeParse(moved(set, thing, to)).error).toBeUndefined()
      }),
    )
  })
})

describe('adding and taking away', () => {
  it('makes only lights, props and cards that a scene may hold, each with an id of its own, up to the most', () => {
    let scene = STARTER
    for (let i = 0; i < 70; i++) {
      scene = withProp(scene, MadeKind.options[i % MadeKind.options.length] as MadeKind)
      scene = withLight(scene, LightKind.options[i % LightKind.options.length] as LightKind)
      scene = withCard(scene, 'silver')
      scene = withCompanion(scene, `photo-${i}`)
    }
    expect(Scene.safeParse(scene).error).toBeUndefined()
    for (const list of ['lights', 'cards', 'props', 'products'] as const) expect(scene[list]).toHaveLength(MOST[list])
    const ids = [...scene.lights, ...scene.cards, ...scene.props, ...scene.products].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('gives a set without lights a key first, then a fill', () => {
    const dark = { ...STARTER, lights: [] }
    const roles = withLight(withLight(dark, 'softbox'), 'octabox').lights.map(({ role }) => role)
    expect(roles).toEqual(['key', 'fill'])
  })

  it('duplicates a light beside the first and changes nothing of that', () => {
    const after = duplicated(STARTER, 'lights', 'key')
    expect(after.lights).toHaveLength(STARTER.lights.length + 1)
    expect(key(after)).toEqual(key(STARTER))
    expect(floorOf(after, { in: 'lights', id: after.lights.at(-1)?.id ?? '' })).not.toEqual(floorOf(STARTER, { in: 'lights', id: 'key' }))
  })

  it('never takes the last product', () => {
    expect(removed(STARTER, 'products', 'hero')).toBe(STARTER)
    expect(removed(withCompanion(STARTER, 'other'), 'products', 'hero').products).toHaveLength(1)
  })
})

it('wears a look, and keeps what was said of the product itself and of its companions', () => {
  const mine = changed(withCompanion(STARTER, 'other'), 'products', 'hero', {
    contact: [0.8, 0.9],
    size: { by: 'height', height: 95 },
    relight: 0.3,
  })
  const look = Scene.parse({
    ...STARTER,
    aspect: 0.8,
    products: [{ id: 'h', at: [0, 40, 10], size: { by: 'fit', width: 50, height: 50 } }],
  })
  const after = wearing(look, mine, 0.5)
  expect(after.aspect).toBe(0.8)
  expect(after.products[0]).toMatchObject({ at: [0, 40, 10], contact: [0.8, 0.9], size: { by: 'height', height: 95 }, relight: 0.3 })
  expect(after.products[1]?.photo).toBe('other')
  expect(after.products[1]?.at[1]).toBe(40)
})

it('shows one light alone without touching the scene that is kept', () => {
  const alone = soloed(STARTER, 'rim')
  expect(alone.lights.map(({ id, on }) => [id, on])).toEqual([
    ['key', false],
    ['rim', true],
  ])
  expect(alone.environment.power).toBe(-12)
  expect(soloed(STARTER, null)).toBe(STARTER)
  expect(STARTER.lights.every(({ on }) => on)).toBe(true)
})

describe('a 3D file of the seller’s', () => {
  const brought = (size: [number, number, number]) => ({
    file: 'a'.repeat(64),
    title: 'Chair',
    size,
    triangles: 12,
    outline: [],
    colour: [1, 2, 3] as [number, number, number],
    left: [],
  })

  it('stands in its own size, or in its own proportions where a set has no room for that; never in the hero', () => {
    const side = fc.double({ min: 1e-4, max: 1e7, noNaN: true })
    fc.assert(
      fc.property(fc.tuple(side, side, side), (size) => {
        const after = withModel(STARTER, brought(size))
        const prop = after.props.at(-1)
        expect(Scene.safeParse(after).success).toBe(true)
        const most = Math.max(...size)
        const [w, h, d] = prop?.size ?? [0, 0, 0]
        if (most >= 1 && most <= 10_000) expect(Math.max(w, h, d)).toBeCloseTo(most, 0)
        else expect(Math.max(w, h, d)).toBeLessThan(2000)
        expect(Math.abs(prop?.at[0] ?? 0)).toBeGreaterThan(w / 2)
      }),
    )
  })
})
