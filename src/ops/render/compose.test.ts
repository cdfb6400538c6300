import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutout, disc } from '../../../tests/support/products'
import { image } from '../../../tests/support/rasters'
import { lab } from '../../core/colour-difference'
import { over } from '../../core/over'
import type { ImageValue } from '../../core/recipe'
import { meanLight, type Pass, type Shading, shaded } from './compose'
import type { Layer } from './tile'

const [W, H] = [64, 48]
const layerWith = (at: (x: number, y: number) => readonly number[]): Layer => ({ left: 0, top: 0, ...image(W, H, at) })
const passWith = (
  light: (x: number, y: number) => readonly [number, number, number],
  seen: (x: number, y: number) => number = () => 1,
): Pass => ({
  width: W,
  height: H,
  light: Float32Array.from({ length: W * H * 3 }, (_, k) => light(Math.floor(k / 3) % W, Math.floor(k / 3 / W))[k % 3] as number),
  seen: Float32Array.from({ length: W * H }, (_, k) => seen(k % W, Math.floor(k / W))),
})
/** The set with a product over it. */
function composed(under: ImageValue, layer: Layer, lit: { pass: Pass; shading: Shading } | null = null): ImageValue {
  const data = under.data.slice()
  over(data, W, lit ? shaded(layer, lit.pass, lit.shading, meanLight(layer, lit.pass)) : layer)
  return { ...under, data }
}
const still = { relight: 0, tint: 0, gloss: 0 }
const set = image(W, H, (x, y) => [x * 3, y * 4, 90])
const bytes = fc.integer({ min: 0, max: 255 })
/** Light from the left, warm and uneven. */
const ramp = passWith((x, y) => [0.2 + x * 0.03, 0.18 + x * 0.025, 0.1 + x * 0.02 + y * 0.001])

describe('products over the set', () => {
  test('without relighting, solid pixels that are seen are the product’s very bytes, whatever the light', () => {
    const product = cutout(W, H, disc(30, 24, 18))
    const layer: Layer = { left: 0, top: 0, ...product }
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 9, noNaN: true }), (power) => {
        const pass = passWith(
          (x) => [power * x, power, 0.1],
          () => 0.999,
        )
        const out = composed(set, layer, { pass, shading: still })
        let wrong = 0
        for (let p = 0; p < out.data.length; p += 4) {
          const from = product.data[p + 3] === 255 ? product.data : product.data[p + 3] === 0 ? set.data : null
          for (let c = 0; from && c < 3; c++) if (out.data[p + c] !== from[p + c]) wrong++
        }
        expect(wrong).toBe(0)
      }),
      { numRuns: 20 },
    )
  })

  test('outside of a mask solid pixels are the product’s very bytes, in the middle of it as lit as without one, between them in between', () => {
    const layer: Layer = { left: 0, top: 0, ...cutout(W, H, disc(30, 24, 18)) }
    const mask = layerWith((x) => [0, 120, 255].map(() => (x < 24 ? 0 : x < 34 ? 128 : 255)))
    const shading = { relight: 0.9, tint: 0.6, gloss: 0 }
    const mean = meanLight(layer, ramp)
    const [bare, masked] = [shaded(layer, ramp, shading, mean), shaded(layer, ramp, shading, mean, mask)]
    let between = 0
    for (let i = 0, p = 0; i < W * H; i++, p += 4) {
      const share = mask.data[p]
      for (let c = 0; c < 4; c++) {
        if (share === 0 || layer.data[p + 3] === 0) expect(masked.data[p + c]).toBe(layer.data[p + c])
        else if (share === 255) expect(masked.data[p + c]).toBe(bare.data[p + c])
        else if (masked.data[p + c] !== layer.data[p + c] && masked.data[p + c] !== bare.data[p + c]) between++
      }
    }
    expect(between).toBeGreaterThan(100)
  })

  test('what stands before it hides it by as much', () => {
    const layer = layerWith(() => [200, 100, 50])
    const pass = passWith(
      () => [1, 1, 1],
      (x) => (x < 20 ? 0 : x < 40 ? 0.5 : 1),
    )
    const out = composed(
      image(W, H, () => [0, 0, 0]),
      layer,
      { pass, shading: still },
    )
    expect([...out.data.subarray(0, 3)]).toEqual([0, 0, 0])
    expect(out.data[30 * 4]).toBeCloseTo(100, -1)
    expect([...out.data.subarray(50 * 4, 50 * 4 + 3)]).toEqual([200, 100, 50])
  })

  test('a set with nothing in it keeps the layer’s alpha, as files with a clear background need', () => {
    const layer = layerWith((x) => [200, 100, 50, x * 4])
    const out = composed({ ...set, data: new Uint8ClampedArray(set.data.length) }, layer)
    expect(out.data[20 * 4 + 3]).toBe(80)
    expect(out.data[20 * 4]).toBe(200)
  })
})

describe('relighting', () => {
  test('the hue of colours stays: median at most 1°, in any light', () => {
    const turns: number[] = []
    fc.assert(
      fc.property(fc.tuple(bytes, bytes, bytes), fc.double({ min: 0.3, max: 1, noNaN: true }), ([r, g, b], relight) => {
        const layer = layerWith(() => [r, g, b])
        const out = shaded(layer, ramp, { ...still, relight }, meanLight(layer, ramp)).data
        const [, a0, b0] = lab(r, g, b)
        if (Math.hypot(a0, b0) < 10) return
        for (let p = 0; p < out.length; p += 4 * 37) {
          const [l, a1, b1] = lab(out[p] as number, out[p + 1] as number, out[p + 2] as number)
          if (l < 5) continue
          const turn = Math.abs(Math.atan2(b1, a1) - Math.atan2(b0, a0)) * (180 / Math.PI)
          turns.push(Math.min(turn, 360 - turn))
        }
      }),
    )
    turns.sort((a, b) => a - b)
    expect(turns.length).toBeGreaterThan(1000)
    expect(turns[turns.length >> 1]).toBeLessThanOrEqual(1)
    expect(turns[Math.floor(turns.length * 0.95)]).toBeLessThan(4)
  })

  test('more light is never darker, brighter pixels stay brighter, and nothing clips that did not before', () => {
    fc.assert(
      fc.property(bytes, bytes, fc.double({ min: 0, max: 1, noNaN: true }), (v, w, relight) => {
        const out = (value: number) => {
          const layer = layerWith(() => [value, value, value])
          return shaded(layer, ramp, { ...still, relight }, meanLight(layer, ramp)).data
        }
        const [one, other] = [out(Math.min(v, w)), out(Math.max(v, w))]
        let wrong = 0
        for (let x = 1; x < W; x++) {
          if ((one[x * 4] as number) < (one[x * 4 - 4] as number)) wrong++
          if ((one[x * 4] as number) > (other[x * 4] as number)) wrong++
          if (one[x * 4] === 255 && Math.min(v, w) < 250) wrong++
        }
        expect(wrong).toBe(0)
      }),
    )
  })

  test('a dark grey in twice the mean light has twice the light', () => {
    const layer = layerWith(() => [60, 60, 60])
    const pass = passWith((x) => (x < 32 ? [0.5, 0.5, 0.5] : [1.5, 1.5, 1.5]))
    const out = shaded(layer, pass, { ...still, relight: 1 }, meanLight(layer, pass)).data
    const linear = (v: number) => ((v / 255 + 0.055) / 1.055) ** 2.4
    expect(linear(out[0] as number) / linear(60)).toBeCloseTo(0.5, 1)
    expect(linear(out[40 * 4] as number) / linear(60)).toBeCloseTo(1.5, 1)
  })

  test('tint alone lends the colour of the light, and no lightness of it', () => {
    const layer = layerWith(() => [120, 120, 120])
    const pass = passWith(() => [1.2, 1, 0.6])
    const out = shaded(layer, pass, { ...still, tint: 1 }, meanLight(layer, pass)).data
    expect(out[0] as number).toBeGreaterThan(out[2] as number)
    expect(Math.abs(lab(out[0] as number, out[1] as number, out[2] as number)[0] - lab(120, 120, 120)[0])).toBeLessThan(1)
  })

  test('gloss adds the lights’ shine and never clips', () => {
    const layer = layerWith(() => [120, 60, 30])
    const pass: Pass = { ...ramp, shine: new Float32Array(W * H * 3).fill(0.5) }
    const out = shaded(layer, pass, { ...still, gloss: 1 }, 1).data
    expect(out[2] as number).toBeGreaterThan(60)
    expect(out[0] as number).toBeLessThan(255)
  })
})
