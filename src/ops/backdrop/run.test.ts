import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RunContext } from '../../core/recipe'
import { run } from './run'

const byte = fc.integer({ min: 0, max: 255 })

test('alpha 0 becomes exactly the colour, alpha 255 stays, the rest is mixed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 64, maxLength: 64 }), fc.tuple(byte, byte, byte), async (raw, colour) => {
      const from = Uint8ClampedArray.from(raw, (value, i) => (i % 16 === 3 ? 0 : i % 16 === 7 ? 255 : value))
      const before = from.slice()
      const { data } = await run({ image: { kind: 'image', width: 4, height: 4, data: from } }, { colour }, {} as RunContext)
      expect(from).toEqual(before)
      for (let p = 0; p < 64; p += 4) {
        const a = from[p + 3] as number
        expect(data[p + 3]).toBe(255)
        for (let c = 0; c < 3; c++) {
          const mixed = ((from[p + c] as number) * a + (colour[c] as number) * (255 - a)) / 255
          if (a === 0) expect(data[p + c]).toBe(colour[c])
          else if (a === 255) expect(data[p + c]).toBe(from[p + c])
          else expect(Math.abs((data[p + c] as number) - mixed)).toBeLessThanOrEqual(0.5 + 1e-6)
        }
      }
    }),
  )
})
