import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatBytes, formatDay, formatLeft, formatPlural, formatShare } from './format'

describe('bytes', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1000, '1 kB'],
    [44_342_436, '44.3 MB'],
    [999_600, '1.0 MB'],
    [120_000_000_000, '120 GB'],
  ])('%d is %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text))
  it('never shows more than three digits of a unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9e14 }), (bytes) => {
        expect(formatBytes(bytes)).toMatch(/^(\d{1,3}|\d{1,2}\.\d) /)
      }),
    )
  })
})

describe('time left', () => {
  it.each([
    [null, ''],
    [3, 'a few seconds left'],
    [31, 'about 30 s left'],
    [58, 'about 1 min left'],
    [245, 'about 4 min left'],
    [9000, 'about 2.5 h left'],
  ])('%s is "%s"', (seconds, text) => expect(formatLeft(seconds)).toBe(text))
})

it('counts in words', () => {
  expect(formatPlural(1, 'photo')).toBe('1 photo')
  expect(formatPlural(1200, 'photo')).toBe('1,200 photos')
  expect(formatShare(0.999)).toBe('99 %')
})

it('names the day', () => {
  const today = new Date(2026, 10, 23)
  expect(formatDay(today, today)).toBe('23 November')
  expect(formatDay(new Date(2025, 0, 2), today)).toBe('2 January 2025')
})
