import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { all, extend, moveTo, NOTHING, prune, toggle } from './selection'

const shown = ['a', 'b', 'c', 'd', 'e']
const chosen = (selection: { chosen: ReadonlySet<string> }) => [...selection.chosen].sort().join('')

describe('selection', () => {
  it('takes a photo in and out', () => {
    expect(chosen(toggle(NOTHING, 'b'))).toBe('b')
    expect(chosen(toggle(toggle(NOTHING, 'b'), 'b'))).toBe('')
  })
  it('extends from the anchor in both directions, and keeps the anchor', () => {
    const from = toggle(NOTHING, 'c')
    expect(chosen(extend(from, 'e', shown))).toBe('cde')
    expect(chosen(extend(extend(from, 'e', shown), 'a', shown))).toBe('abcde')
  })
  it('begins a range where there is no anchor, or one that is not shown', () => {
    expect(chosen(extend(NOTHING, 'd', shown))).toBe('d')
    expect(chosen(extend(toggle(NOTHING, 'z'), 'd', shown))).toBe('dz')
  })
  it('chooses all, then none', () => {
    expect(chosen(all(NOTHING, shown))).toBe('abcde')
    expect(all(all(NOTHING, shown), shown)).toBe(NOTHING)
  })
  it('forgets what is gone, and is the same object when nothing is', () => {
    const two = toggle(toggle(NOTHING, 'a'), 'b')
    expect(prune(two, new Set(shown))).toBe(two)
    expect(chosen(prune(two, new Set(['b'])))).toBe('b')
  })
})

describe('arrow keys', () => {
  it('never leave the list', () => {
    const key = fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End')
    fc.assert(
      fc.property(key, fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 9 }), fc.nat(), (press, count, columns, seed) => {
        const to = moveTo(press, seed % count, count, columns)
        expect(to).not.toBeNull()
        expect(to).toBeGreaterThanOrEqual(0)
        expect(to).toBeLessThan(count)
      }),
    )
  })
  it('move by one and by a row', () => {
    expect(moveTo('ArrowRight', 3, 10, 4)).toBe(4)
    expect(moveTo('ArrowDown', 3, 10, 4)).toBe(7)
    expect(moveTo('ArrowUp', 3, 10, 4)).toBe(3)
    expect(moveTo('x', 3, 10, 4)).toBeNull()
  })
})
