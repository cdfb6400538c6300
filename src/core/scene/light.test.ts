import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lightColour, luminance, planckian, whiteBalance } from './light'

const bell = (x: number, middle: number, below: number, above: number) =>
  Math.exp(-0.5 * ((x - middle) / (x < middle ? below : above)) ** 2)

/** u', v' of Planck's law seen by the CIE 1931 observer, in the closed form of Wyman, Sloan and Shirley (JCGT 2, 2013). */
function integrated(kelvin: number): { u: number; v: number } {
  let [x, y, z] = [0, 0, 0]
  for (let nm = 360; nm <= 830; nm++) {
    const power = nm ** -5 / Math.expm1(1.4387769e7 / (nm * kelvin))
    x += power * (1.056 * bell(nm, 599.8, 37.9, 31) + 0.362 * bell(nm, 442, 16, 26.7) - 0.065 * bell(nm, 501.1, 20.4, 26.2))
    y += power * (0.821 * bell(nm, 568.8, 46.9, 40.5) + 0.286 * bell(nm, 530.9, 16.3, 31.1))
    z += power * (1.217 * bell(nm, 437, 11.8, 36) + 0.681 * bell(nm, 459, 26, 13.8))
  }
  const all = x + 15 * y + 3 * z
  return { u: (4 * x) / all, v: (9 * y) / all }
}

test('light of any kelvin lies on the Planck locus', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1500, max: 15_000 }), (kelvin) => {
      const [a, b] = [planckian(kelvin), integrated(kelvin)]
      expect(Math.hypot(a.u - b.u, a.v - b.v)).toBeLessThan(0.01)
    }),
  )
})

test('its colour has luminance 1, and a camera set to it sees it neutral', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2000, max: 15_000 }), (kelvin) => {
      const light = lightColour(kelvin)
      expect(luminance(light)).toBeCloseTo(1, 3)
      const gain = whiteBalance(kelvin)
      for (const c of [0, 1, 2] as const) expect(light[c] * gain[c]).toBeCloseTo(1, 6)
    }),
  )
})

test('candle light is redder and skylight bluer than the 6,500 K of sRGB', () => {
  const [candle, sky] = [lightColour(1900), lightColour(12_000)]
  expect(candle[0]).toBeGreaterThan(3 * candle[2])
  expect(sky[2]).toBeGreaterThan(1.2 * sky[0])
})
