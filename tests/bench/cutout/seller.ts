import { islandsOf } from '../../../src/core/islands'
import type { MaskValue } from '../../../src/core/recipe'
import type { Point, Repair } from '../../../src/core/repair'
import { squaredDistance } from './distance'

type Stroke = Repair & { act: 'select' }

/** Truth below and above which nobody doubts a pixel. */
const [EMPTY, SOLID] = [55, 200]

/**
 * The stroke that a seller would draw next: from end to end through the middle of the largest piece that is plainly
 * wrong, with a pen narrower than the piece. Null when nothing is.
 */
export function strokeFor(now: MaskValue, truth: MaskValue): Stroke | null {
  const wrong = [largestWrong(now, truth, 'keep'), largestWrong(now, truth, 'remove')]
  const [worst] = wrong.flatMap((one) => one ?? []).sort((a, b) => b.area - a.area)
  if (!worst) return null
  const { width, height } = truth
  const depth = depthOf(worst.inside, width, height)
  const deepest = depth.reduce((best, d, i) => (d > (depth[best] as number) ? i : best), 0)
  const most = depth[deepest] as number
  const [one] = pathFrom(deepest, depth, most, width).slice(-1)
  const path = pathFrom(one ?? deepest, depth, most, width)
  // A hand begins and ends a little inside.
  const spare = Math.floor(path.length * 0.04)
  const drawn = path.slice(spare, path.length - spare)
  const points = drawn
    .filter((_, k) => k % 6 === 0 || k === drawn.length - 1)
    .map((i): Point => [((i % width) + 0.5) / width, (Math.floor(i / width) + 0.5) / height])
  const radius = Math.min(0.012, Math.max(0.0015, (0.4 * most) / Math.max(width, height)))
  return { act: 'select', to: worst.to, points, radius }
}

function largestWrong(now: MaskValue, truth: MaskValue, to: 'keep' | 'remove') {
  const wrong = now.data.map((a, i) => {
    const t = truth.data[i] as number
    return (to === 'keep' ? t > SOLID && a < 128 : t < EMPTY && a >= 128) ? 255 : 0
  })
  const { labels, islands } = islandsOf({ ...truth, data: wrong }, 128)
  const [largest] = [...islands].sort((a, b) => b.area - a.area)
  return largest ? { to, area: largest.area, inside: Uint8Array.from(labels, (label) => (label === largest.label ? 1 : 0)) } : null
}

/** How far each pixel inside is from what is outside, the frame included, in px; 0 outside. */
function depthOf(inside: Uint8Array, width: number, height: number): Float64Array {
  const line = width + 2
  const outside = new Uint8Array(line * (height + 2)).fill(1)
  for (let i = 0; i < inside.length; i++) if (inside[i]) outside[(Math.floor(i / width) + 1) * line + (i % width) + 1] = 0
  const square = squaredDistance(outside, line, height + 2)
  return Float64Array.from(inside, (_, i) => Math.sqrt(square[(Math.floor(i / width) + 1) * line + (i % width) + 1] as number))
}

/** The way from a pixel to the one farthest from it, which keeps to the middle of the piece. */
function pathFrom(start: number, depth: Float64Array, most: number, width: number): number[] {
  const cost = new Float64Array(depth.length).fill(Infinity)
  const length = new Float64Array(depth.length)
  const back = new Int32Array(depth.length).fill(-1)
  const buckets: number[][] = [[start]]
  cost[start] = 0
  let far = start
  const step = (i: number, j: number, way: number) => {
    const d = depth[j] ?? 0
    if (d === 0 || (d < 0.35 * most && d < 6)) return
    const next = (cost[i] as number) + way * (1 + 2 * Math.max(0, most / d - 1))
    if (next >= (cost[j] as number) - 1e-9) return
    cost[j] = next
    length[j] = (length[i] as number) + way
    back[j] = i
    const bucket = Math.floor(next)
    buckets[bucket] ??= []
    buckets[bucket]?.push(j)
  }
  for (let b = 0; b < buckets.length; b++) {
    for (const i of buckets[b] ?? []) {
      if (Math.floor(cost[i] as number) !== b) continue
      if ((length[i] as number) > (length[far] as number)) far = i
      const sides = [...(i % width > 0 ? [-1] : []), 0, ...(i % width < width - 1 ? [1] : [])]
      for (const dy of [-width, 0, width])
        for (const dx of sides) if (dx !== 0 || dy !== 0) step(i, i + dx + dy, dx !== 0 && dy !== 0 ? Math.SQRT2 : 1)
    }
  }
  const path: number[] = []
  for (let i = far; i >= 0; i = back[i] as number) path.unshift(i)
  return path
}
