import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { image, mask } from '../../../tests/support/rasters'
import { deltaE, lab } from '../../core/colour-difference'
import type { ImageValue, RunContext } from '../../core/recipe'
import { type Balance, Illuminant, matched, UNBALANCED } from '../../core/scene/balance'
import { run as balanced } from '../balance/run'
import { run } from './run'

const ctx = {} as RunContext
const SIDE = 96
const away = (x: number, y: number) => Math.hypot(x - SIDE / 2, y - SIDE / 2)
const matte = mask(SIDE, SIDE, (x, y) => (away(x, y) < 24 ? 255 : 0))
/** A coloured ball on paper that is lit from the left, with its shadow on the right. */
const still = (paper: readonly [number, number, number]) =>
  image(SIDE, SIDE, (x, y) => {
    if (away(x, y) < 24) return [200 - y, 60 + x, 90]
    const shade = away(x - 12, y - 6) < 26 ? 0.6 : 1 - x / SIDE / 12 + (((x * 7 + y * 13) % 5) - 2) / 120
    return paper.map((value) => Math.round(value * shade)) as [number, number, number]
  })
const lightOf = async (photo: ImageValue, at: [number, number] | null = null) =>
  Illuminant.parse((await run({ image: photo, mask: matte }, { at }, ctx)).facts)
const shifted = async (photo: ImageValue, balance: Balance) => await balanced({ image: photo }, { balance }, ctx)

describe('photos in different light', () => {
  test('are brought together by what lies behind their products: the product is within 2 ΔE00 of itself', async () => {
    const stops = (least: number, most: number) => fc.double({ min: least, max: most, noNaN: true })
    await fc.assert(
      fc.asyncProperty(stops(-1, -0.6), stops(-0.8, 0.8), stops(-0.15, 0.15), async (exposure, warmth, green) => {
        const hero = still([215, 214, 212])
        const other = await shifted(hero, { exposure, warmth, green })
        const [to, from] = [await lightOf(hero), await lightOf(other)]
        expect(from.from).toBe('ground')
        const balance = matched(from, null, to, null) ?? UNBALANCED
        const back = await shifted(other, balance)
        const differences: number[] = []
        for (let i = 0; i < SIDE * SIDE; i++) {
          if (matte.data[i] === 0) continue
          const at = (data: Uint8ClampedArray) => lab(data[i * 4] as number, data[i * 4 + 1] as number, data[i * 4 + 2] as number)
          differences.push(deltaE(at(back.data), at(hero.data)))
        }
        expect(Math.max(...differences)).toBeLessThan(2)
      }),
      { numRuns: 25 },
    )
  })

  test('show no shadow of their products in what is measured', async () => {
    const { white, sure } = await lightOf(still([215, 214, 212]))
    const without = await lightOf(image(SIDE, SIDE, (x, y) => (away(x, y) < 24 ? [90, 60, 20] : [205, 204, 202])))
    expect(Math.abs(Math.log2(white[1] / without.white[1]))).toBeLessThan(0.12)
    expect(Math.min(sure.colour, sure.level)).toBeGreaterThan(0.6)
  })
})

describe('a background that is no white paper', () => {
  test('of a strong colour is not taken for its light, nor is one full of things', async () => {
    for (const photo of [
      still([40, 90, 200]),
      still([190, 60, 60]),
      image(SIDE, SIDE, (x, y) => [(x * 97 + y * 31) % 256, (x * 41 + y * 89) % 256, (x * 13 + y * 57) % 256]),
    ]) {
      const { from, sure } = await lightOf(photo)
      expect(from).toBe('picture')
      expect(sure.level).toBe(0)
      expect(sure.colour).toBeLessThanOrEqual(0.4)
    }
  })

  test('that is dark tells the colour of the light, not how much of it there was', async () => {
    const { from, sure } = await lightOf(still([60, 60, 60]))
    expect(from).toBe('ground')
    expect(sure.colour).toBeGreaterThan(0.6)
    expect(sure.level).toBe(0)
  })

  test('that is blown out is white, and half as sure', async () => {
    const light = await lightOf(image(SIDE, SIDE, (x, y) => (away(x, y) < 24 ? [90, 60, 20] : [255, 255, 255])))
    expect(light).toMatchObject({ white: [1, 1, 1], from: 'ground', sure: { colour: 0.5, level: 0.5 } })
  })

  test('that is transparent is not there', async () => {
    const photo = still([215, 214, 212])
    const data = photo.data.map((value, i) => (i % 4 === 3 && matte.data[i >> 2] === 0 ? 0 : value))
    expect((await lightOf({ ...photo, data })).from).toBe('picture')
  })
})

test('a spot tells the colour that is there; one that is blown out or black is refused with a remedy', async () => {
  const photo = image(SIDE, SIDE, (x) => (x < 32 ? [180, 160, 120] : x < 64 ? [255, 250, 240] : [2, 2, 2]))
  const { white, from } = await lightOf(photo, [0.1, 0.5])
  expect(from).toBe('spot')
  expect(Math.log2(white[0] / white[2])).toBeCloseTo(
    Math.log2(((180 / 255 + 0.055) / 1.055) ** 2.4 / ((120 / 255 + 0.055) / 1.055) ** 2.4),
    3,
  )
  await expect(lightOf(photo, [0.5, 0.5])).rejects.toThrow(/nothing-there.*Point at something grey/)
  await expect(lightOf(photo, [0.9, 0.5])).rejects.toThrow(/nothing-there/)
})
