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
  const parent: number[] = [0]
  const root = (label: number): number => {
    let r = label
    while (parent[r] !== r) r = parent[r] as number
    while (parent[label] !== r) [parent[label], label] = [r, parent[label] as number]
    return r
  }
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if ((data[i] as number) < level) continue
      let label = 0
      const meet = (other: number) => {
        if (other === 0 || other === label) return
        if (label === 0) label = other
        else parent[Math.max(root(label), root(other))] = Math.min(root(label), root(other))
      }
      if (x > 0) meet(labels[i - 1] as number)
      if (y > 0) {
        meet(labels[i - width] as number)
        if (x > 0) meet(labels[i - width - 1] as number)
        if (x < width - 1) meet(labels[i - width + 1] as number)
      }
      if (label === 0) {
        label = parent.length
        parent.push(label)
      }
      labels[i] = label
    }
  }
  return settle(labels, data, parent, root)
}

function settle(labels: Int32Array, data: Uint8Array, parent: number[], root: (label: number) => number): { labels: Int32Array; islands: Island[] } {
  const final = new Int32Array(parent.length)
  const area: number[] = []
  const peak: number[] = []
  for (let label = 1; label < parent.length; label++) {
    const r = root(label)
    // A root has the lowest label of its piece, so it was numbered before the others.
    if (r === label) final[label] = area.push(0) && peak.push(0)
    else final[label] = final[r] as number
  }
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] === 0) continue
    const label = final[labels[i] as number] as number
    labels[i] = label
    area[label - 1] = (area[label - 1] as number) + 1
    peak[label - 1] = Math.max(peak[label - 1] as number, data[i] as number)
  }
  return { labels, islands: area.map((n, i) => ({ label: i + 1, area: n, peak: peak[i] as number })) }
}
