import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boxed, type RowSource, resample, whole } from './resample'

const grey =
  (width: number, at: (x: number, y: number) => number): RowSource =>
  (y, row) => {
    for (let x = 0; x < width; x++) row.fill(at(x, y), x * 3, x * 3 + 3)
    return true
  }

function run(source: RowSource, from: readonly [number, number], to: readonly [number, number]): number[] {
  const out: number[] = []
  resample(source, 3, whole(from[0], to[0]), whole(from[1], to[1]), (_, row) => {
    for (let x = 0; x < to[0]; x++) out.push(row[x * 3] as number)
  })
  return out
}

const side = fc.integer({ min: 1, max: 40 })

describe('resample', () => {
  test('keeps an even picture even at any size', () => {
    fc.assert(
      fc.property(side, side, side, side, fc.integer({ min: 0, max: 255 }), (w, h, tw, th, level) => {
        for (const value of run(
          grey(w, () => level),
          [w, h],
          [tw, th],
        ))
          expect(value).toBeCloseTo(level, 8)
      }),
    )
  })

  test('keeps a slope a slope, away from the ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 60 }), fc.double({ min: 0.3, max: 3, noNaN: true }), (w, scale) => {
        const to = Math.max(2, Math.round(w * scale))
        const out = run(
          grey(w, (x) => 4 * x),
          [w, 3],
          [to, 3],
        )
        const reach = 3 * Math.max(1, to / w) + 1
        for (let i = Math.ceil(reach); i < to - reach; i++) expect(out[i]).toBeCloseTo(4 * (((i + 0.5) * w) / to - 0.5), 0)
      }),
    )
  })

  test('gives the mirrored picture for the mirrored source', () => {
    fc.assert(
      fc.property(side, side, fc.infiniteStream(fc.integer({ min: 0, max: 255 })), (w, to, stream) => {
        const values = [...stream.take(w)]
        const plain = run(
          grey(w, (x) => values[x] as number),
          [w, 1],
          [to, 1],
        )
        const mirrored = run(
          grey(w, (x) => values[w - 1 - x] as number),
          [w, 1],
          [to, 1],
        )
        for (const [i, value] of mirrored.reverse().entries()) expect(value).toBeCloseTo(plain[i] as number, 6)
      }),
    )
  })

  test('is nothing beyond the source where nothing lies there', () => {
    const rows: number[][] = []
    const axis = { from: 10, to: 30, scale: 1.5, offset: -5, beyond: 'nothing' as const }
    resample(
      (_, row) => row.fill(1).length > 0,
      4,
      axis,
      whole(1, 1),
      (_, row) => rows.push([...row]),
    )
    const alpha = (rows[0] ?? []).filter((_, i) => i % 4 === 3)
    expect(alpha[0]).toBe(0)
    expect(alpha.at(-1)).toBe(0)
    expect(alpha[15]).toBeCloseTo(1, 8)
    expect(alpha.reduce((sum, a) => sum + a, 0)).toBeCloseTo(15, 1)
  })

  test('blocks are means, the smaller ones at the ends too', () => {
    const row = new Float64Array(9)
    const source = boxed(
      grey(7, (x, y) => x + 10 * y),
      3,
      7,
      5,
      3,
    )
    source(0, row)
    expect([row[0], row[3], row[6]]).toEqual([11, 14, 16])
    source(1, row)
    expect([row[0], row[6]].map((v) => Math.round((v as number) * 1e6) / 1e6)).toEqual([36, 41])
  })
})
