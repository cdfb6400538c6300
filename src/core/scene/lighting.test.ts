import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Light, type Point, Scene } from './document'
import { placeOfLight } from './face'
import { irradianceAt, meter, movedOnPlan, penumbra, planOf } from './lighting'

const light = (over: Partial<Light> = {}): Light =>
  Light.parse({ id: 'key', kind: 'softbox', role: 'key', azimuth: 0, elevation: 0, distance: 1000, width: 300, height: 300, ...over })

const scene = (lights: Light[], environment = -12, exposure = 0): Scene =>
  Scene.parse({
    camera: { distance: 1000, tilt: 0, focal: 85, exposure },
    lights,
    environment: { kind: 'studio', power: environment },
    ground: { material: { kind: 'paper' } },
    backdrop: { kind: 'none', colour: [255, 255, 255] },
    products: [{ id: 'hero', size: { by: 'fit', width: 200, height: 200 } }],
  })

const TO_CAMERA: Point = [0, 0, 1]
const AIM: Point = [0, 100, 0]
const sides = fc.constantFrom<Light['kind']>('softbox', 'octabox', 'strip', 'spot', 'window', 'sun', 'bare-bulb')
const anyLight = fc
  .record({
    kind: sides,
    azimuth: fc.double({ min: -360, max: 360, noNaN: true }),
    elevation: fc.double({ min: -30, max: 90, noNaN: true }),
    distance: fc.double({ min: 100, max: 20_000, noNaN: true }),
    width: fc.double({ min: 1, max: 6000, noNaN: true }),
    height: fc.double({ min: 1, max: 6000, noNaN: true }),
    power: fc.double({ min: -10, max: 10, noNaN: true }),
    spread: fc.double({ min: 5, max: 180, noNaN: true }),
  })
  .map(light)

describe('light that arrives', () => {
  test('is 1 a metre before the face, whatever its size, and doubles with a stop', () => {
    for (const width of [1, 300, 2000]) expect(irradianceAt(light({ width, height: width }), AIM, TO_CAMERA)).toBeCloseTo(1, 9)
    expect(irradianceAt(light({ power: 1 }), AIM, TO_CAMERA)).toBeCloseTo(2, 9)
    expect(irradianceAt(light({ on: false }), AIM, TO_CAMERA)).toBe(0)
  })

  test('falls with the square of the distance of a small light, slower near a large one', () => {
    const at = (width: number) => irradianceAt(light({ width, height: width, distance: 2000 }), AIM, TO_CAMERA)
    expect(at(5)).toBeCloseTo(0.25, 4)
    expect(at(1500)).toBeGreaterThan(0.3)
  })

  test('falls with the cosine on the surface, and nothing comes from behind it', () => {
    expect(irradianceAt(light({ width: 1, height: 1, azimuth: 60 }), AIM, TO_CAMERA)).toBeCloseTo(0.5, 5)
    expect(irradianceAt(light({ azimuth: 180 }), AIM, TO_CAMERA)).toBe(0)
  })

  test('stays inside the spread', () => {
    const beside: Point = [600, 100, 0]
    expect(irradianceAt(light({ width: 10, height: 10, spread: 40 }), beside, TO_CAMERA)).toBe(0)
    expect(irradianceAt(light({ width: 10, height: 10, spread: 90 }), beside, TO_CAMERA)).toBeGreaterThan(0.1)
  })
})

describe('the meter', () => {
  const key = light({ width: 10, height: 10 })
  const fill = light({ id: 'fill', role: 'fill', width: 10, height: 10, power: -1 })

  test('reads each light in stops, exposure counted in', () => {
    const { lights } = meter(scene([key, fill, light({ id: 'rim', role: 'rim', azimuth: 180 })], -12, 1), 100)
    expect(lights[0]?.stops).toBeCloseTo(1, 3)
    expect(lights[1]?.stops).toBeCloseTo(0, 3)
    expect(lights[2]).toEqual({ id: 'rim', stops: null })
  })

  test('gives the ratio of lit side to shadow side', () => {
    // Key 1 and fill 1/2: (1 + 1/2) : 1/2 = 3 : 1.
    expect(meter(scene([key, fill]), 100).ratio).toBeCloseTo(Math.log2(3), 2)
    expect(meter(scene([key], 1), 100).ratio).toBeCloseTo(1, 3)
    expect(meter(scene([fill]), 100).ratio).toBeNull()
  })
})

describe('moving on the plan', () => {
  test('a light put where it stands is the same light', () => {
    fc.assert(
      fc.property(anyLight, (one) => {
        expect(movedOnPlan(one, planOf(one))).toEqual(one)
      }),
    )
  })

  test('puts it exactly where it was dragged to, at its height', () => {
    const place = fc.double({ min: -5000, max: 5000, noNaN: true })
    fc.assert(
      fc.property(anyLight, place, place, (one, x, z) => {
        fc.pre(Math.hypot(x, z) > 100 && Math.abs(placeOfLight(one)[1] - 100) < 10_000)
        const moved = movedOnPlan(one, { x, z })
        fc.pre(moved.elevation > -30 && moved.elevation < 90)
        expect(planOf(moved).x).toBeCloseTo(x, 6)
        expect(planOf(moved).z).toBeCloseTo(z, 6)
        expect(placeOfLight(moved)[1]).toBeCloseTo(placeOfLight(one)[1], 6)
      }),
    )
  })

  test('keeps to what a light may be, and to the turn it is in', () => {
    const wild = fc.double({ min: -1e6, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(anyLight, wild, wild, (one, x, z) => {
        expect(Light.safeParse(movedOnPlan(one, { x, z })).success).toBe(true)
      }),
    )
    const behind = light({ azimuth: 179 })
    expect(movedOnPlan(behind, { x: -20, z: -1000 }).azimuth).toBeCloseTo(181.15, 1)
  })
})

test('a penumbra grows with the light and with the height of the edge', () => {
  const lamp = light({ elevation: 90, distance: 900, width: 200, aim: [0, 100, 0] })
  // The lamp hangs at 1,000 mm: 200 · 200 / 800.
  expect(penumbra(lamp, 200)).toBeCloseTo(50, 9)
  expect(penumbra(light({ ...lamp, width: 400 }), 200)).toBeCloseTo(100, 9)
  expect(penumbra(light({ elevation: 0 }), 200)).toBe(Number.POSITIVE_INFINITY)
})
