import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extentOf } from './extent'

describe('extentOf', () => {
  test('a solid rectangle has the edges of its pixels', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.nat(9), fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }), (left, top, w, h) => {
        const data = Uint8Array.from({ length: 400 }, (_, i) => {
          const [x, y] = [i % 20, Math.floor(i / 20)]
          return x >= left && x < left + w && y >= top && y < top + h ? 255 : 0
        })
        expect(extentOf(data, 20, 20)).toEqual({ left, top, right: left + w, bottom: top + h })
      }),
    )
  })

  test('a soft edge lies where alpha is one half', () => {
    // A slope of 51 a pixel: 127.5 is reached 2.5 px behind the zero.
    const row = Uint8Array.of(0, 51, 102, 153, 204, 255, 255, 255, 0)
    const extent = extentOf(row, 9, 1)
    expect(extent?.left).toBeCloseTo(3, 6)
    expect(extent?.right).toBeCloseTo(8, 6)
  })

  test('reads one channel of several, and finds nothing under one half', () => {
    expect(extentOf(Uint8Array.of(9, 9, 9, 0, 9, 9, 9, 255), 2, 1, 4, 3)).toEqual({ left: 1, top: 0, right: 2, bottom: 1 })
    expect(extentOf(Uint8Array.of(127, 127), 2, 1)).toBeNull()
  })
})
