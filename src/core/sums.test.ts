import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boxSums, grown } from './sums'

describe('sums', () => {
  test('are those of the square around each sample, cut off at the edges', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 6 }),
        (width, height, reach) => {
          const from = Float32Array.from({ length: width * height }, (_, i) => (i * 37) % 11)
          const set = Uint8Array.from(from, (v) => (v === 4 ? 1 : 0))
          const out = new Float32Array(width * height)
          boxSums(from, { width, height }, reach, out)
          const near = grown(set, { width, height }, reach)
          for (let y = 0; y < height; y++) {
            for (let x = 0; x < width; x++) {
              let sum = 0
              let any = 0
              for (let v = Math.max(0, y - reach); v <= Math.min(height - 1, y + reach); v++) {
                for (let u = Math.max(0, x - reach); u <= Math.min(width - 1, x + reach); u++) {
                  sum += from[v * width + u] as number
                  any |= set[v * width + u] as number
                }
              }
              expect(out[y * width + x]).toBeCloseTo(sum, 4)
              expect(near[y * width + x]).toBe(any)
            }
          }
        },
      ),
    )
  })
})
