import * as measures from './measures'

/** Every measure of the table, one after the other, with its goal. */
const rows: readonly (readonly [name: string, goal: string, measure: () => Promise<number>, met: (value: number) => boolean])[] = [
  ['shadow turns with the key light, degrees', '180 ± 3', measures.shadowTurn, (v) => Math.abs(v - 180) <= 3],
  ['penumbra of a 100 mm face over geometry', '1 ± 0.1', () => measures.penumbra(100), (v) => Math.abs(v - 1) <= 0.1],
  ['penumbra of a 300 mm face over geometry', '1 ± 0.1', () => measures.penumbra(300), (v) => Math.abs(v - 1) <= 0.1],
  ['one stop more, times', '2 ± 0.04', measures.stop, (v) => Math.abs(v - 2) <= 0.04],
  ['half the distance, times', '4 ± 0.12', measures.halved, (v) => Math.abs(v - 4) <= 0.12],
  ['0 stops at 1,000 mm, a face of 20 mm', '1 ± 0.05', () => measures.calibrated(20), (v) => Math.abs(v - 1) <= 0.05],
  ['0 stops at 1,000 mm, a face of 1,200 mm', '1 ± 0.05', () => measures.calibrated(1200), (v) => Math.abs(v - 1) <= 0.05],
  ...[2500, 4000, 8000].map(
    (k) => [`${k} K from the Planck locus, u'v' x 100`, 'at most 1', () => measures.kelvinError(k), (v: number) => v <= 1] as const,
  ),
  ...[1.4, 2, 2.8].map(
    (n) =>
      [
        `blur circle at f/${n} over the thin lens's`,
        '1 ± 0.1',
        () => measures.blurCircle(n),
        (v: number) => Math.abs(v - 1) <= 0.1,
      ] as const,
  ),
  ['reflection off its place, px', 'at most 1', measures.mirrorOffset, (v) => v <= 1],
  ['solid pixels that are not the cutout’s own', '0', measures.strangers, (v) => v === 0],
  ['median shift of hue under relight, degrees', 'at most 1', measures.hueShift, (v) => v <= 1],
  ['bytes that differ the second time', '0', measures.restless, (v) => v === 0],
  ['first picture over 64 samples, time', 'at most 0.1', () => measures.firstPicture(160), (v) => v <= 0.1],
  ['64 samples to 1,024, dB', 'at least 40', () => measures.convergence(measures.still, 96), (v) => v >= 40],
]

async function row(i: number) {
  const [name, goal, measure, met] = rows[i] as (typeof rows)[number]
  const value = await measure()
  return { name, goal, value, met: met(value) }
}

Object.assign(window, { row, rows: rows.length, names: rows.map(([name]) => name) })
