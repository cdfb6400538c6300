/** Steps along each of three opponent colours: brightness, red against blue, green against both. */
const STEPS = 32
const PLANE = STEPS * STEPS
const BINS = STEPS * PLANE
/** A share of all pixels that makes no difference: colours rarer than this on both sides tell nothing. */
const RARE = 2e-5

/** The cell of the colour cube that a colour (0 to 255 each) lies in. Chroma is read twice as finely as brightness, and clamped. */
export function cellOf(r: number, g: number, b: number): number {
  return ((r + 2 * g + b) >> 5) * PLANE + chroma((r - b) >> 3) * STEPS + chroma((2 * g - r - b) >> 4)
}

function chroma(c: number): number {
  return Math.max(0, Math.min(STEPS - 1, c + STEPS / 2))
}

/** How often each colour occurs among weighted pixels: sums to 1; colours beside those seen are likely, too. */
export function frequencies(cells: Uint16Array, weights: Float32Array): Float32Array {
  const counts = new Float32Array(BINS)
  let total = 0
  for (let i = 0; i < cells.length; i++) {
    const w = weights[i] as number
    if (w === 0) continue
    counts[cells[i] as number] = (counts[cells[i] as number] as number) + w
    total += w
  }
  if (total === 0) return counts
  for (let again = 0; again < 2; again++) for (const step of [1, STEPS, PLANE]) soften(counts, step)
  for (let i = 0; i < BINS; i++) counts[i] = (counts[i] as number) / total
  return counts
}

/** Gives a quarter of each count to either neighbour along one colour, in place. */
function soften(counts: Float32Array, step: number): void {
  for (let block = 0; block < BINS; block += step * STEPS) {
    for (let start = block; start < block + step; start++) {
      let before = counts[start] as number
      for (let k = 0, i = start; k < STEPS; k++, i += step) {
        const here = counts[i] as number
        const after = k < STEPS - 1 ? (counts[i + step] as number) : here
        counts[i] = 0.25 * before + 0.5 * here + 0.25 * after
        before = here
      }
    }
  }
}

/**
 * How many times likelier each colour is in `wanted` than in the rest of a crowd that holds wanted pixels as well: the
 * crowd's colours are split between both by a few rounds of expectation and maximisation, beginning at `share` wanted
 * pixels for one other.
 */
export function likelihood(wanted: Float32Array, crowd: Float32Array, share: number): Float32Array {
  const rest = crowd.slice()
  for (let round = 0; round < 3; round++) {
    let sum = 0
    for (let i = 0; i < BINS; i++) {
      const r = rest[i] as number
      if (r === 0) continue
      rest[i] = (r * r) / (r + share * (wanted[i] as number))
      sum += rest[i] as number
    }
    for (let i = 0; i < BINS; i++) rest[i] = (rest[i] as number) / (sum || 1)
  }
  for (let i = 0; i < BINS; i++) rest[i] = ((wanted[i] as number) + RARE) / ((rest[i] as number) + RARE)
  return rest
}
