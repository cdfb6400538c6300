import fc from 'fast-check'
import { expect, it } from 'vitest'
import { colourOf, hexOf, sameColour } from './colour'

const channel = fc.integer({ min: 0, max: 255 })

it('reads back every colour it writes', () => {
  fc.assert(
    fc.property(channel, channel, channel, (r, g, b) => {
      expect(colourOf(hexOf([r, g, b]))).toEqual([r, g, b])
      expect(sameColour(colourOf(hexOf([r, g, b])), [r, g, b])).toBe(true)
    }),
  )
  for (const text of ['', '#fff', 'red', '#1234567', '#12345g']) expect(colourOf(text)).toBeNull()
})
