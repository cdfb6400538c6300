import { expect, test } from 'vitest'
import {
  blurCircle,
  calibrated,
  halved,
  hueShift,
  kelvinError,
  mirrorOffset,
  penumbra,
  restless,
  shadowTurn,
  stop,
  strangers,
  stripes,
} from './bench/studio/measures'
import { lamp, take } from './bench/studio/take'

test('light is as bright and as coloured as its numbers say', { timeout: 300_000 }, async () => {
  expect(Math.abs((await stop()) - 2)).toBeLessThan(0.04)
  expect(Math.abs((await halved()) - 4)).toBeLessThan(0.12)
  expect(Math.abs((await calibrated(400)) - 1)).toBeLessThan(0.05)
  expect(await kelvinError(3200)).toBeLessThan(1)
})

test('shadows fall away from the light, with the penumbra of its size', { timeout: 300_000 }, async () => {
  expect(Math.abs((await shadowTurn()) - 180)).toBeLessThan(3)
  expect(Math.abs((await penumbra(300)) - 1)).toBeLessThan(0.1)
})

test('what is out of focus is blurred as a thin lens would', { timeout: 300_000 }, async () => {
  expect(Math.abs((await blurCircle(2)) - 1)).toBeLessThan(0.1)
})

test('a mirror shows things where they are', { timeout: 300_000 }, async () => {
  expect(await mirrorOffset()).toBeLessThan(1)
})

test('solid pixels are the cutout’s own; light that shapes a product leaves its hue; the same document is the same picture', {
  timeout: 300_000,
}, async () => {
  expect(await strangers()).toBe(0)
  expect(await hueShift()).toBeLessThan(1)
  expect(await restless()).toBe(0)
})

test('a ground that is not seen takes the shadow, and white stays white', { timeout: 300_000 }, async () => {
  const size = { width: 64, height: 64, samples: 8 }
  const seen = await take(
    {
      camera: { target: [0, 40, 0], distance: 900, tilt: 20, focal: 85, fNumber: 32 },
      lights: [lamp({ azimuth: -70, elevation: 35, width: 100, height: 100, power: 0 })],
      environment: { kind: 'studio', power: -2 },
      backdrop: { kind: 'none', colour: [255, 255, 255] },
      products: [{ id: 'p', size: { by: 'height', height: 100 } }],
    },
    size,
    [stripes(48, 64)],
  )
  const at = (x: number, y: number) => seen.data[(y * 64 + x) * 4] as number
  expect(at(2, 2)).toBe(255)
  // Beside the product, away from the light.
  const beside = Array.from({ length: 12 * 20 }, (_, i) => at(41 + (i % 20), 29 + Math.floor(i / 20)))
  expect(Math.min(...beside)).toBeLessThan(240)
})

test('a picture that nobody waits for is given up', { timeout: 300_000 }, async () => {
  const size = { width: 32, height: 32, samples: 64 }
  let shown = 0
  await expect(
    take({}, size, [], async () => {
      shown++
      throw new DOMException('gone', 'AbortError')
    }),
  ).rejects.toThrow('gone')
  expect(shown).toBe(1)
  expect((await take({}, { ...size, samples: 1 })).data.length).toBe(32 * 32 * 4)
})
