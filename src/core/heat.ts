import type { Colour } from './colour'

/** The difference (CIEDE2000) that is drawn darkest; what is greater looks the same. */
export const HOTTEST = 10

/**
 * “Magma” of matplotlib (S. van der Walt, N. Smith; CC0), from light to dark, so that what is unaltered stays quiet. Even steps look
 * even, lightness alone tells them apart, also in print and for those who see fewer colours.
 */
const STOPS: readonly Colour[] = [
  [252, 253, 191],
  [254, 207, 146],
  [254, 159, 109],
  [247, 112, 92],
  [222, 73, 104],
  [183, 55, 121],
  [140, 41, 129],
  [100, 26, 128],
  [59, 15, 112],
  [20, 14, 54],
  [0, 0, 4],
]

/** The colour that stands for a difference. */
export function heatOf(difference: number): Colour {
  const at = (Math.min(HOTTEST, Math.max(0, difference)) / HOTTEST) * (STOPS.length - 1)
  const low = Math.min(STOPS.length - 2, Math.floor(at))
  const [from, to] = [STOPS[low] as Colour, STOPS[low + 1] as Colour]
  return from.map((v, c) => Math.round(v + ((to[c] as number) - v) * (at - low))) as Colour
}
