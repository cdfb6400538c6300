import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Balance, balanceOf, gainsOf, type Illuminant, matched, neutralised } from './balance'
import { type Linear, luminance } from './light'

const stops = (limit: number) => fc.integer({ min: -limit * 100, max: limit * 100 }).map((hundredths) => hundredths / 100)
const balances = fc.record({ exposure: stops(2), warmth: stops(2), green: stops(0.5) })
const whites = fc.tuple(
  ...([0, 1, 2].map(() => fc.double({ min: 0.6, max: 1, noNaN: true })) as [
    fc.Arbitrary<number>,
    fc.Arbitrary<number>,
    fc.Arbitrary<number>,
  ]),
)
const measured = (white: Linear, colour = 1, level = 1): Illuminant => ({ white, from: 'ground', sure: { colour, level } })
const lit = (white: Linear, balance: Balance | null) => {
  const gains = gainsOf(balance ?? { exposure: 0, warmth: 0, green: 0 })
  return white.map((value, c) => value * (gains[c] as number)) as [number, number, number]
}

test('gains and balance are two ways to say the same, and exposure is what becomes of grey', () => {
  fc.assert(
    fc.property(balances, (balance) => {
      const again = balanceOf(gainsOf(balance)) ?? { exposure: 0, warmth: 0, green: 0 }
      for (const of of ['exposure', 'warmth', 'green'] as const) expect(again[of]).toBeCloseTo(balance[of], 6)
      expect(luminance(gainsOf(balance))).toBeCloseTo(2 ** balance.exposure, 6)
    }),
  )
})

test('brought together, white comes out alike in both photos, within a hundredth of a stop', () => {
  fc.assert(
    fc.property(whites, whites, fc.option(balances, { nil: null }), (own, other, goal) => {
      const [mine, theirs] = [lit(own, matched(measured(own), null, measured(other), goal)), lit(other, goal)]
      for (let c = 0; c < 3; c++) expect(Math.abs(Math.log2((mine[c] as number) / (theirs[c] as number)))).toBeLessThan(0.03)
    }),
  )
})

test('photos in the same light stay as photographed, and so do those whose light nobody knows', () => {
  fc.assert(
    fc.property(whites, whites, fc.option(balances, { nil: null }), (one, two, now) => {
      expect(matched(measured(one), null, measured(one), null)).toBeNull()
      expect(matched(measured(one, 0.1), now, measured(two), null)).toBe(now)
      expect(matched(measured(one), now, measured(two, 0.1), null)).toBe(now)
    }),
  )
})

test('where only the colour is sure the exposure stays', () => {
  fc.assert(
    fc.property(whites, whites, balances, (one, two, now) => {
      const balance = matched(measured(one, 1, 0), now, measured(two), null)
      expect(balance?.exposure ?? 0).toBeCloseTo(now.exposure, 6)
      const [r, g, b] = lit(one, balance).map((value, c) => value / (two[c] as number)) as [number, number, number]
      expect(Math.abs(Math.log2(r / b))).toBeLessThan(0.02)
      expect(Math.abs(Math.log2(g / r))).toBeLessThan(0.02)
    }),
  )
})

test('what is pointed at comes out grey at the exposure there was', () => {
  fc.assert(
    fc.property(whites, fc.option(balances, { nil: null }), (spot, now) => {
      const balance = neutralised(measured(spot), now)
      const [r, g, b] = lit(spot, balance)
      expect(Math.abs(Math.log2(r / b))).toBeLessThan(0.02)
      expect(Math.abs(Math.log2(g / b))).toBeLessThan(0.02)
      expect(balance?.exposure ?? 0).toBeCloseTo(now?.exposure ?? 0, 6)
    }),
  )
})
