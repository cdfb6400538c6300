import fc from 'fast-check'
import { expect, test } from 'vitest'
import { islandsOf } from './islands'

/** Pieces found by walking from pixel to pixel: slow, but plainly right. */
function walk(data: readonly number[], width: number, level: number): number[] {
  const left = new Set(data.flatMap((a, i) => (a >= level ? [i] : [])))
  const areas: number[] = []
  for (const start of left) {
    const open = [start]
    left.delete(start)
    let area = 0
    for (let i = open.pop(); i !== undefined; i = open.pop()) {
      area++
      for (const j of left) {
        if (Math.abs((j % width) - (i % width)) > 1 || Math.abs(Math.floor(j / width) - Math.floor(i / width)) > 1) continue
        left.delete(j)
        open.push(j)
      }
    }
    areas.push(area)
  }
  return areas.sort((a, b) => a - b)
}

test('finds the same pieces as a walk from pixel to pixel', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 14 }),
      fc.array(fc.constantFrom(0, 0, 9, 200), { minLength: 1, maxLength: 160 }),
      (width, raw) => {
        const height = Math.max(1, Math.floor(raw.length / width))
        const data = Uint8Array.from({ length: width * height }, (_, i) => raw[i] ?? 0)
        const { labels, islands } = islandsOf({ kind: 'mask', width, height, data }, 9)
        expect(islands.map(({ area }) => area).sort((a, b) => a - b)).toEqual(walk([...data], width, 9))
        for (const { label, area, peak } of islands) {
          const own = [...labels.keys()].filter((i) => labels[i] === label)
          expect(own.length).toBe(area)
          expect(Math.max(...own.map((i) => data[i] as number))).toBe(peak)
        }
        expect([...labels.keys()].every((i) => (labels[i] === 0) === (data[i] as number) < 9)).toBe(true)
      },
    ),
    { numRuns: 300 },
  )
})
