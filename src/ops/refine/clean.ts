import { islandsOf } from '../../core/islands'
import type { MaskValue } from '../../core/recipe'

/** Alpha up to here (2 %) is the network's haze and becomes 0; above `TOE_END` (10 %) nothing changes. */
const HAZE = 5
const TOE_END = 26
/** An island whose alpha never gets this high (30 %) is haze too. */
const FAINT = 77
/** An island smaller than this share of the largest one is a speck. */
const SPECK = 1 / 2000

/**
 * The matte as it is used: alpha up to 2 % becomes 0 and from 98 % on 255, so that white stays white and the product's
 * inside keeps the photo's own pixels; between 10 and 90 % alpha is left alone, and a smooth, monotonous curve (Hermite)
 * leads there. Then faint islands (peak under 30 %) and specks (area under 1/2000 of the largest island's) are removed.
 */
export function clean(mask: MaskValue): MaskValue {
  const data = new Uint8Array(mask.data.length)
  for (let i = 0; i < data.length; i++) data[i] = CURVE[mask.data[i] as number] as number
  const cleaned: MaskValue = { ...mask, data }
  const { labels, islands } = islandsOf(cleaned, 1)
  const largest = islands.reduce((most, island) => Math.max(most, island.area), 0)
  const drop = new Uint8Array(islands.length + 1)
  for (const { label, area, peak } of islands) if (peak < FAINT || area < largest * SPECK) drop[label] = 1
  if (drop.includes(1)) for (let i = 0; i < data.length; i++) if (drop[labels[i] as number]) data[i] = 0
  return cleaned
}

/** The same curve on a matte at its final size, in place: what is nearly solid is solid, what is nearly nothing is nothing. */
export function finish(alpha: Uint8Array): void {
  for (let i = 0; i < alpha.length; i++) alpha[i] = CURVE[alpha[i] as number] as number
}

const CURVE = Uint8Array.from({ length: 256 }, (_, a) => Math.round(a < 128 ? toe(a) : 255 - toe(255 - a)))

/** From (HAZE, 0), flat, to (TOE_END, TOE_END), rising 1:1. */
function toe(a: number): number {
  if (a <= HAZE) return 0
  if (a >= TOE_END) return a
  const t = (a - HAZE) / (TOE_END - HAZE)
  return TOE_END * t * t * (3 - 2 * t) + (TOE_END - HAZE) * t * t * (t - 1)
}
