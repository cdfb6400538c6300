import { describe, expect, it } from 'vitest'
import type { ImageValue, RunContext } from '../../core/recipe'
import { run } from './run'

const ctx = {} as RunContext
/** A can of these half widths and half heights (px), solid in an empty photo. */
function can(a: number, b: number): ImageValue {
  const [width, height, top, bottom] = [300, 400, 90, 300]
  const data = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const across = (x + 0.5 - 150) / a
      const round = b * Math.sqrt(Math.max(0, 1 - across ** 2))
      if (Math.abs(across) < 1 && y + 0.5 > top - round && y + 0.5 < bottom + round) data.set([120, 90, 60, 255], (y * width + x) * 4)
    }
  return { kind: 'image', width, height, data }
}

describe('the tilt of a photo’s camera', () => {
  it('follows from how round a can’s foot is seen', async () => {
    for (const degrees of [8, 20, 35]) {
      const { facts } = await run({ cutout: can(80, 80 * Math.sin((degrees * Math.PI) / 180)) }, {}, ctx)
      const { tilt } = facts as { tilt: { degrees: number; sure: number } }
      expect(Math.abs(tilt.degrees - degrees)).toBeLessThan(2)
      expect(tilt.sure).toBeGreaterThan(0.3)
    }
  })

  it('is not guessed where nothing is round', async () => {
    const blank = can(80, 0)
    // A leaning bar.
    for (let y = 0; y < 400; y++)
      for (let x = 0; x < 300; x++)
        blank.data[(y * 300 + x) * 4 + 3] = Math.abs(x - 150 + (y - 200) * 0.4) < 40 && y > 50 && y < 350 ? 255 : 0
    const { facts } = await run({ cutout: blank }, {}, ctx)
    const { tilt } = facts as { tilt: { sure: number } | null }
    expect(tilt?.sure ?? 0).toBeLessThan(0.3)
  })

  it('of an empty cutout is refused', async () => {
    await expect(run({ cutout: { kind: 'image', width: 4, height: 4, data: new Uint8ClampedArray(64) } }, {}, ctx)).rejects.toThrow(
      'no-product',
    )
  })
})
