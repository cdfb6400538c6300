import fc from 'fast-check'
import { expect, test } from 'vitest'
import { image } from '../../../tests/support/rasters'
import { deltaE, lab } from '../../core/colour-difference'
import type { ImageValue, RunContext } from '../../core/recipe'
import { type Balance, balanceOf, gainsOf, UNBALANCED } from '../../core/scene/balance'
import { linearOf } from '../../core/scene/light'
import { run } from './run'

const ctx = {} as RunContext
const stops = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true })
const balances = fc.record({ exposure: stops(2), warmth: stops(2), green: stops(1) })
const pixels = fc.uint8Array({ minLength: 64, maxLength: 64 })
const picture = (raw: Uint8Array): ImageValue => ({ kind: 'image', width: 4, height: 4, data: Uint8ClampedArray.from(raw) })
const balanced = async (from: ImageValue, balance: Balance) => (await run({ image: from }, { balance }, ctx)).data

test('nothing set gives the bytes back', async () => {
  await fc.assert(
    fc.asyncProperty(pixels, async (raw) => {
      expect(await balanced(picture(raw), UNBALANCED)).toEqual(picture(raw).data)
    }),
  )
})

test('alpha stays, what was handed in stays, and equal pixels stay equal wherever they are', async () => {
  await fc.assert(
    fc.asyncProperty(pixels, balances, async (raw, balance) => {
      const from = picture(Uint8Array.from(raw, (value, i) => (i < 32 ? value : (raw[i - 32] as number))))
      const before = from.data.slice()
      const made = await balanced(from, balance)
      expect(from.data).toEqual(before)
      expect(made.filter((_, i) => i % 4 === 3)).toEqual(before.filter((_, i) => i % 4 === 3))
      expect(made.slice(0, 32)).toEqual(made.slice(32))
    }),
  )
})

test('below the shoulder light is multiplied by the gains', async () => {
  await fc.assert(
    fc.asyncProperty(pixels, balances, async (raw, balance) => {
      const from = picture(raw)
      const made = await balanced(from, balance)
      const gains = gainsOf(balance)
      for (let p = 0; p < 64; p += 4) {
        const light = linearOf([from.data[p] as number, from.data[p + 1] as number, from.data[p + 2] as number])
        const wanted = light.map((value, c) => value * (gains[c] as number))
        if (from.data[p + 3] === 0 || Math.max(...wanted) > 0.9) continue
        for (let c = 0; c < 3; c++) {
          const [low, high] = linearOf([Math.max(0, (made[p + c] as number) - 0.51), Math.min(255, (made[p + c] as number) + 0.51), 0])
          expect(wanted[c]).toBeGreaterThanOrEqual(low - 1e-9)
          expect(wanted[c]).toBeLessThanOrEqual(high + 1e-9)
        }
      }
    }),
  )
})

test('of two greys the lighter one stays lighter, up to white, which stays in range', async () => {
  await fc.assert(
    fc.asyncProperty(stops(3), async (exposure) => {
      const made = await balanced(
        image(256, 1, (x) => [x, x, x]),
        { ...UNBALANCED, exposure },
      )
      for (let x = 1; x < 256; x++) expect(made[x * 4]).toBeGreaterThanOrEqual(made[x * 4 - 4] as number)
      if (exposure > 0) expect(made[255 * 4]).toBe(255)
    }),
  )
})

test('a colour that eases keeps its hue: the ratios of its channels are those of the gains', async () => {
  const made = await balanced(
    image(1, 1, () => [225, 180, 120]),
    { ...UNBALANCED, exposure: 1 },
  )
  const [before, after] = [linearOf([225, 180, 120]), linearOf([made[0] as number, made[1] as number, made[2] as number])]
  expect(made[0]).toBeLessThan(255)
  for (const c of [1, 2] as const) expect(Math.abs(after[c] / after[0] / (before[c] / before[0]) - 1)).toBeLessThan(0.02)
})

test('one that takes a shift back that clipped nothing leaves less than 2 ΔE00 of it', async () => {
  await fc.assert(
    fc.asyncProperty(stops(1), stops(1), stops(0.4), async (exposure, warmth, green) => {
      const shift = { exposure: Math.min(exposure, -Math.abs(warmth) / 2 - Math.abs(green)), warmth, green }
      const from = image(16, 16, (x, y) => [40 + x * 13, 60 + y * 11, 50 + ((x * y) % 16) * 12])
      const shifted = { ...from, data: await balanced(from, shift) }
      const gains = gainsOf(shift)
      const back = balanceOf([1 / gains[0], 1 / gains[1], 1 / gains[2]])
      const made = back ? await balanced(shifted, back) : shifted.data
      for (let p = 0; p < made.length; p += 4) {
        const at = (data: Uint8ClampedArray) => lab(data[p] as number, data[p + 1] as number, data[p + 2] as number)
        expect(deltaE(at(made), at(from.data))).toBeLessThan(2)
      }
    }),
    { numRuns: 60 },
  )
})
