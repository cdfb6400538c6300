import { describe, expect, test } from 'vitest'
import { mask } from '../../../tests/support/rasters'
import { adjust } from './adjust'

describe('the edge as a whole', () => {
  const disc = () =>
    mask(300, 300, (x, y) => Math.max(0, Math.min(255, Math.round(128 + 60 * (60 - Math.sqrt((x - 150) ** 2 + (y - 150) ** 2))))))
  const area = (data: Uint8Array) => data.reduce((sum, a) => sum + a, 0) / 255

  test('looser and tighter move it by thousandths of the longer side, all around', () => {
    for (const by of [5, 2, 1, -1, -4]) {
      const { data } = disc()
      adjust(data, { width: 300, height: 300 }, by, 0)
      const radius = Math.sqrt(area(data) / Math.PI)
      expect(Math.abs(radius - (60.5 + by * 0.3))).toBeLessThan(0.6)
    }
  })

  test('softer widens it and keeps its place; harder narrows it', () => {
    const between = (data: Uint8Array) => data.filter((a) => a > 5 && a < 250).length
    const { data } = disc()
    const was = { area: area(data), between: between(data) }
    adjust(data, { width: 300, height: 300 }, 0, 8)
    expect(Math.abs(area(data) - was.area)).toBeLessThan(0.01 * was.area)
    expect(between(data)).toBeGreaterThan(2 * was.between)
    const soft = between(data)
    adjust(data, { width: 300, height: 300 }, 0, -3)
    expect(between(data)).toBeLessThan(0.6 * soft)
  })
})
