import { convergence } from './converging'
import * as measures from './measures'
import type { Row } from './row'

const near = (wanted: number, by: number) => (value: number) => Math.abs(value - wanted) <= by
const atMost = (most: number) => (value: number) => value <= most

const row = (part: string, name: string, goal: string, measure: Row['measure'], met: Row['met']): Row => ({
  part,
  name,
  goal,
  measure,
  met,
})

/** The set's light, its lens and its mirrors against the formulas. */
export const physics: readonly Row[] = [
  row('light', 'shadow turns with the key light, degrees', '180 ± 3', measures.shadowTurn, near(180, 3)),
  row('light', 'penumbra of a 100 mm face over geometry', '1 ± 0.1', () => measures.penumbra(100), near(1, 0.1)),
  row('light', 'penumbra of a 300 mm face over geometry', '1 ± 0.1', () => measures.penumbra(300), near(1, 0.1)),
  row('light', 'one stop more, times', '2 ± 0.04', measures.stop, near(2, 0.04)),
  row('light', 'half the distance, times', '4 ± 0.12', measures.halved, near(4, 0.12)),
  row('light', '0 stops at 1,000 mm, a face of 20 mm', '1 ± 0.05', () => measures.calibrated(20), near(1, 0.05)),
  row('light', '0 stops at 1,000 mm, a face of 1,200 mm', '1 ± 0.05', () => measures.calibrated(1200), near(1, 0.05)),
  ...[2500, 4000, 8000].map((k) =>
    row('light', `${k} K from the Planck locus, u'v' x 100`, 'at most 1', () => measures.kelvinError(k), atMost(1)),
  ),
  ...[1.4, 2, 2.8].map((n) =>
    row('lens', `blur circle at f/${n} over the thin lens's`, '1 ± 0.1', () => measures.blurCircle(n), near(1, 0.1)),
  ),
  row('lens', 'reflection off its place, px', 'at most 1', measures.mirrorOffset, atMost(1)),
  row('product', 'solid pixels that are not the cutout’s own', '0', measures.strangers, atMost(0)),
  row('product', 'median shift of hue under relight, degrees', 'at most 1', measures.hueShift, atMost(1)),
  row('samples', 'bytes that differ the second time', '0', measures.restless, atMost(0)),
  row('samples', 'first picture over 64 samples, time', 'at most 0.1', () => measures.firstPicture(160), atMost(0.1)),
  row(
    'samples',
    '64 samples to 1,024, dB',
    'at least 40',
    () => convergence(measures.still, 96, 1024),
    (dB) => dB >= 40,
  ),
]
