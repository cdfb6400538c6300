import { describe, expect, test } from 'vitest'
import { mask } from '../../tests/support/rasters'
import { alphaAt } from './enlarge'
import { extentOf } from './extent'

describe('alphaAt', () => {
  test('a mask of the photo’s size is taken as it is', () => {
    const matte = mask(40, 30, (x, y) => (x > 10 && x < 30 && y > 5 ? (x * y) % 256 : 0))
    const cut = alphaAt(matte, { width: 40, height: 30 })
    for (let y = 0; y < (cut?.height ?? 0); y++) {
      for (let x = 0; x < (cut?.width ?? 0); x++)
        expect(cut?.alpha[y * (cut?.width ?? 0) + x]).toBe(matte.data[((cut?.top ?? 0) + y) * 40 + (cut?.left ?? 0) + x])
    }
  })

  test('enlarging a hard edge makes no ring and keeps the edge in its place', () => {
    const cut = alphaAt(
      mask(50, 50, (x, y) => (x >= 10 && x < 40 && y >= 10 && y < 40 ? 255 : 0)),
      { width: 400, height: 400 },
    )
    if (!cut) throw new Error('nothing found')
    const box = extentOf(cut.alpha, cut.width, cut.height)
    expect(box && [cut.left + box.left, cut.left + box.right].map(Math.round)).toEqual([80, 320])
    const row = cut.alpha.subarray(200 * cut.width - cut.top * cut.width, 201 * cut.width - cut.top * cut.width)
    const rises = [...row].filter((a, i) => i > 0 && a > (row[i - 1] as number)).length
    expect([...row.subarray(0, cut.width / 2)]).toEqual([...row.subarray(0, cut.width / 2)].sort((a, b) => a - b))
    expect(rises).toBeGreaterThan(3)
  })
})
