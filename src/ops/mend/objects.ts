import { holesOf, islandsOf } from '../../core/islands'
import type { MaskValue } from '../../core/recipe'
import type { Point } from '../../core/repair'

type Bytes = Uint8Array<ArrayBuffer>

/** The matte with every hole closed: what is less than half product and cannot be reached from the frame, with the hole's soft rim. */
export function filled(mask: MaskValue): Bytes {
  const { width } = mask
  const out = mask.data.slice()
  const { labels } = holesOf(mask, 127)
  const rim: number[] = []
  for (let i = 0; i < out.length; i++) if (labels[i] !== 0) rim.push(i)
  const seen = new Uint8Array(out.length)
  for (const i of rim) seen[i] = 1
  // Up the slope of the rim to its crest, never down its far side, which is the product's own edge.
  for (let next = 0; next < rim.length; next++) {
    const i = rim[next] as number
    out[i] = 255
    for (const j of besides(i, width, out.length)) {
      if (seen[j] || mask.data[j] === 255 || (mask.data[j] as number) < (mask.data[i] as number)) continue
      seen[j] = 1
      rim.push(j)
    }
  }
  return out
}

/** The matte with nothing but its largest object; unchanged when it has none. */
export function largest(mask: MaskValue): Bytes {
  const { labels, islands } = islandsOf(mask, 128)
  const most = islands.reduce((best, island) => (island.area > best.area ? island : best), { label: 0, area: 0, peak: 0 })
  return most.label === 0 ? mask.data.slice() : only(mask, labels, most.label)
}

/** The matte with nothing but the object at a point, or the one nearest to it; unchanged when there is none. */
export function chosen(mask: MaskValue, [x, y]: Point): Bytes {
  const { width, height } = mask
  const { labels } = islandsOf(mask, 128)
  let nearest = 0
  let least = Infinity
  for (let v = 0, i = 0; v < height; v++) {
    for (let u = 0; u < width; u++, i++) {
      if (labels[i] === 0) continue
      const [dx, dy] = [u + 0.5 - x * width, v + 0.5 - y * height]
      const square = dx * dx + dy * dy
      if (square >= least) continue
      least = square
      nearest = labels[i] as number
    }
  }
  return nearest === 0 ? mask.data.slice() : only(mask, labels, nearest)
}

/** Leaves one object with its own soft edge: faint pixels belong to the object that reaches them first. `labels` is used up. */
function only(mask: MaskValue, labels: Int32Array, label: number): Bytes {
  const { width } = mask
  let front: number[] = []
  for (let i = 0; i < labels.length; i++) {
    // Only the objects' borders can reach further.
    if (labels[i] !== 0 && (!labels[i - 1] || !labels[i + 1] || !labels[i - width] || !labels[i + width])) front.push(i)
  }
  while (front.length > 0) {
    const next: number[] = []
    for (const i of front) {
      for (const j of besides(i, width, labels.length)) {
        if (labels[j] !== 0 || mask.data[j] === 0) continue
        labels[j] = labels[i] as number
        next.push(j)
      }
    }
    front = next
  }
  return mask.data.map((a, i) => (labels[i] === label ? a : 0))
}

/** The pixels left, right, above and below. */
function besides(i: number, width: number, count: number): number[] {
  const out: number[] = []
  if (i % width > 0) out.push(i - 1)
  if (i % width < width - 1) out.push(i + 1)
  if (i >= width) out.push(i - width)
  if (i + width < count) out.push(i + width)
  return out
}
