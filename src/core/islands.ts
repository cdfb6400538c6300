import type { MaskValue } from './recipe'

/** One connected piece of a mask (8-connected). */
export interface Island {
  readonly label: number
  /** Pixels. */
  readonly area: number
  /** Highest alpha in it, 0 to 255. */
  readonly peak: number
}

/** Labels (0 = none, else 1, 2, …) of the connected pieces whose alpha is at least `level`, and what they are. */
export function islandsOf(mask: MaskValue, level: number): { labels: Int32Array; islands: Island[] } {
  const { width, height, data } = mask
  const labels = new Int32Array(width * height)
  /** For each first label the lowest one known to belong to the same piece. */
  const lower = [0]
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if ((data[i] as number) < level) continue
      const left = x > 0 ? (labels[i - 1] as number) : 0
      const above = y > 0 ? (labels[i - width] as number) : 0
      // A pixel above touches all other neighbours, so their labels are joined already.
      let label = above
      if (above === 0) {
        const before = y > 0 && x > 0 ? (labels[i - width - 1] as number) : 0
        const behind = y > 0 && x < width - 1 ? (labels[i - width + 1] as number) : 0
        label = left || before
        if (label === 0) label = behind
        else if (behind !== 0 && behind !== label) join(lower, label, behind)
      }
      if (label === 0) label = lower.push(lower.length) - 1
      labels[i] = label
    }
  }
  return { labels, islands: count(labels, data, lower) }
}

/**
 * The pieces whose alpha is at most `highest` and that the mask cuts off from the frame, as a handle or a ring does: labels
 * (0 = no hole) and what they are, as `islandsOf` gives them, with the peak of what they lack.
 */
export function holesOf(mask: MaskValue, highest: number): { labels: Int32Array; holes: Island[] } {
  const { width, height, data } = mask
  const { labels, islands } = islandsOf({ ...mask, data: data.map((a) => 255 - a) }, 255 - highest)
  const hole = new Uint8Array(islands.length + 1).fill(1, 1)
  for (let x = 0; x < width; x++) hole[labels[x] as number] = hole[labels[(height - 1) * width + x] as number] = 0
  for (let y = 0; y < height; y++) hole[labels[y * width] as number] = hole[labels[(y + 1) * width - 1] as number] = 0
  for (let i = 0; i < labels.length; i++) if (!hole[labels[i] as number]) labels[i] = 0
  return { labels, holes: islands.filter(({ label }) => hole[label]) }
}

function root(lower: number[], label: number): number {
  let r = label
  while (lower[r] !== r) r = lower[r] as number
  lower[label] = r
  return r
}

function join(lower: number[], a: number, b: number): void {
  const [ra, rb] = [root(lower, a), root(lower, b)]
  lower[Math.max(ra, rb)] = Math.min(ra, rb)
}

/** Renumbers the labels without gaps, in the order of first appearance, and measures the pieces. */
function count(labels: Int32Array, data: Uint8Array, lower: number[]): Island[] {
  const final = new Int32Array(lower.length)
  let pieces = 0
  for (let label = 1; label < lower.length; label++) {
    const r = root(lower, label)
    if (r === label) pieces++
    final[label] = r === label ? pieces : (final[r] as number)
  }
  const area = new Int32Array(pieces + 1)
  const peak = new Uint8Array(pieces + 1)
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] === 0) continue
    const label = final[labels[i] as number] as number
    labels[i] = label
    area[label] = (area[label] as number) + 1
    if ((data[i] as number) > (peak[label] as number)) peak[label] = data[i] as number
  }
  return Array.from({ length: pieces }, (_, i) => ({ label: i + 1, area: area[i + 1] as number, peak: peak[i + 1] as number }))
}
