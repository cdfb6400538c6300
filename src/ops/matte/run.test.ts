import fc from 'fast-check'
import { expect, test } from 'vitest'
import { modelOf } from '../../../models'
import { image as picture } from '../../../tests/support/rasters'
import type { RunContext, Tensor } from '../../core/recipe'
import { run } from './run'
import { stretch, taps } from './stretch'

const grey = (side: number) => ({ side, mean: [128, 128, 128], scale: [256, 256, 256] }) as const
const signal = new AbortController().signal
const farthest = (a: Float32Array, b: Float32Array) => a.reduce((most, v, i) => Math.max(most, Math.abs(v - (b[i] ?? Number.NaN))), 0)

test('every sample of the result is a weighted mean of source samples around its place', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 1, max: 300 }), (from, to) => {
      const { span, first, weight } = taps(from, to)
      for (let at = 0; at < to; at += 1 + Math.floor(to / 20)) {
        const mine = weight.subarray(at * span, (at + 1) * span)
        const start = first[at] ?? -1
        expect(start).toBeGreaterThanOrEqual(0)
        expect(start + span).toBeLessThanOrEqual(from)
        expect(Math.min(...mine)).toBeGreaterThanOrEqual(0)
        expect(mine.reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 4)
        const place = mine.reduce((sum, w, i) => sum + w * (start + i), 0)
        const inner = (at + 0.5) * (from / to) - 0.5
        // Away from the ends the filter is symmetric, so its middle is the sample's own place.
        if (inner - from / to > 1 && inner + from / to < from - 2) expect(Math.abs(place - inner)).toBeLessThan(0.3)
      }
    }),
    { numRuns: 60 },
  )
})

test('the same size gives the same pixels, an even colour stays, at any shape', () => {
  const noise = picture(64, 64, (x, y) => [(x * 37 + y * 11) % 256, (x * 5) % 256, (y * 91) % 256, 255])
  const { planes } = stretch(noise, grey(64), signal)
  const same = Float32Array.from({ length: 3 * 4096 }, (_, i) => ((noise.data[4 * (i % 4096) + Math.floor(i / 4096)] ?? 0) - 128) / 256)
  expect(farthest(planes, same)).toBeLessThan(1e-5)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }), fc.nat(255), (width, height, v) => {
      const { planes: even, alpha } = stretch(
        picture(width, height, () => [v, 255 - v, 7, 255]),
        grey(64),
        signal,
      )
      expect(alpha).toBeNull()
      expect(farthest(even.subarray(0, 4096), new Float32Array(4096).fill((v - 128) / 256))).toBeLessThan(1e-5)
      expect(farthest(even.subarray(4096, 8192), new Float32Array(4096).fill((127 - v) / 256))).toBeLessThan(1e-5)
    }),
    { numRuns: 30 },
  )
})

test('shrinking averages: a fine checkerboard becomes mid grey, not an alias', () => {
  const { planes } = stretch(
    picture(512, 512, (x, y) => ((x + y) % 2 ? [255, 255, 255, 255] : [0, 0, 0, 255])),
    grey(64),
    signal,
  )
  expect(farthest(planes, new Float32Array(planes.length).fill((127.5 - 128) / 256))).toBeLessThan(0.01)
})

test.each([
  [1, 1],
  [1, 20000],
  [20000, 1],
  [2, 3],
])('a picture of %i x %i px gives finite planes', (width, height) => {
  const { planes } = stretch(
    picture(width, height, (x, y) => [x % 256, y % 256, 9, 255]),
    grey(128),
    signal,
  )
  expect(planes.every((v) => Number.isFinite(v) && Math.abs(v) < 0.5001)).toBe(true)
})

const context = (answer: (input: Tensor) => Tensor): RunContext => ({
  signal,
  alive: () => {},
  network: async (id) => modelOf(id),
  infer: async (_, input) => answer(input),
  part: () => Promise.reject(new Error('no part is needed')),
})
const opposite = modelOf('isnet-fast').input.side

test('the network sees see-through pixels as mid grey, and the photo’s own alpha stays in the matte', async () => {
  const half = picture(40, 40, (x) => [255, 0, 40, x < 20 ? 51 : 255])
  let seen: Tensor | null = null
  const ctx = context((input) => {
    seen = input
    return { data: new Float32Array(opposite * opposite).fill(0.5), shape: [1, 1, opposite, opposite] }
  })
  const mask = await run({ image: half }, { model: 'isnet-fast', looks: 1 }, ctx)
  expect(mask).toMatchObject({ kind: 'mask', width: opposite, height: opposite })
  const { data, shape } = seen as unknown as Tensor
  expect(shape).toEqual([1, 3, opposite, opposite])
  const middle = (opposite / 2) * opposite
  expect(data[middle + 10]).toBeCloseTo((0.2 * 127) / 256, 4)
  expect(data[middle + opposite - 10]).toBeCloseTo(127 / 256, 4)
  expect(mask.data[middle + 10]).toBe(26)
  expect(mask.data[middle + opposite - 10]).toBe(128)
})

test('an answer of another shape is refused', async () => {
  const ctx = context(() => ({ data: new Float32Array(9), shape: [1, 1, 3, 3] }))
  await expect(run({ image: picture(4, 4, () => [0, 0, 0, 255]) }, { model: 'isnet-fast', looks: 1 }, ctx)).rejects.toThrow('gave 9 values')
})

test('an aborted job ends before the network is asked', async () => {
  const ctx = { ...context(() => expect.fail('was asked')), signal: AbortSignal.abort(new Error('cancelled')) }
  await expect(run({ image: picture(4, 4, () => [0, 0, 0, 255]) }, { model: 'isnet-fast', looks: 1 }, ctx)).rejects.toThrow('cancelled')
})

test('a photo that was cut out before it came keeps its alpha, and no network is asked', async () => {
  const cut = picture(300, 200, (x, y) => [200, 30, 40, x < 100 ? 0 : y < 100 ? 102 : 255])
  const ctx = { ...context(() => expect.fail('was asked')), network: () => expect.fail('was asked') }
  const { width, height, data } = await run({ image: cut }, { model: 'isnet-fine', looks: 1 }, ctx)
  const at = (x: number, y: number) => data[Math.floor(y * height) * width + Math.floor(x * width)]
  expect([at(0.2, 0.5), at(0.7, 0.2), at(0.7, 0.8)]).toEqual([0, 102, 255])
})

test('a network that takes its colours in another way gets them so', async () => {
  const mean = [123.675, 116.28, 103.53] as const
  const scale = [58.395, 57.12, 57.375] as const
  let seen: Tensor | null = null
  const ctx: RunContext = {
    ...context((input) => {
      seen = input
      return { data: new Float32Array(64 * 64), shape: [1, 1, 64, 64] }
    }),
    network: async (id) => ({
      id,
      sha256: '',
      input: { name: 'x', side: 64, mean, scale },
      output: { name: 'y', sigmoid: true },
      free: {},
    }),
  }
  const mask = await run({ image: picture(50, 70, () => [200, 100, 30, 255]) }, { model: 'own:aa', looks: 1 }, ctx)
  expect([mask.width, mask.height]).toEqual([64, 64])
  const { data } = seen as unknown as Tensor
  for (const [c, v] of [200, 100, 30].entries()) expect(data[c * 4096 + 77]).toBeCloseTo((v - (mean[c] ?? 0)) / (scale[c] ?? 0), 4)
})
