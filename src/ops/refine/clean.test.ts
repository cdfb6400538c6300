import { describe, expect, test } from 'vitest'
import { mask } from '../../../tests/support/rasters'
import { clean } from './clean'

describe('clean', () => {
  const curve = clean(mask(256, 1, (x) => x)).data

  test('is monotonous, ends in 0 and 255, and leaves the middle alone', () => {
    for (let a = 1; a < 256; a++) expect(curve[a] as number).toBeGreaterThanOrEqual(curve[a - 1] as number)
    expect([curve[0], curve[5], curve[250], curve[255]]).toEqual([0, 0, 255, 255])
    for (let a = 26; a <= 229; a++) expect(curve[a]).toBe(a)
  })

  test('drops faint islands and specks, keeps detached parts', () => {
    const dirty = mask(200, 200, (x, y) =>
      x < 100 && y < 100 ? 255 : x > 120 && y > 120 && x < 150 ? 60 : x === 180 && y === 20 ? 255 : x > 150 && y < 110 && y > 100 ? 255 : 0,
    )
    const { data } = clean(dirty)
    expect([data[50 * 200 + 50], data[130 * 200 + 130], data[20 * 200 + 180], data[105 * 200 + 170]]).toEqual([255, 0, 0, 255])
  })
})
