import { type RowSource, resample, whole } from '../../core/resample'
import { encoded, LIGHT } from './srgb'
import type { Layer } from './tile'

/** Radius in px up to which a disc is summed at full size; a larger one is as smooth in a smaller picture. */
const FINE = 6

const factorOf = (circle: number) => Math.max(1, Math.floor(circle / 2 / FINE))

/** Px around a part of the frame from which light reaches it. */
export const marginOf = (circle: number): number => Math.ceil(circle / 2) + 4 * factorOf(circle)

/**
 * A layer out of focus, larger by what it spreads: premultiplied linear light, averaged over a disc. Its corner is given in px of the
 * frame, so that every tile sums the same blocks.
 */
export function defocused(layer: Layer, circle: number): Layer {
  const factor = factorOf(circle)
  const margin = marginOf(circle)
  const before = (edge: number) => Math.floor((edge - margin) / factor) * factor
  const [left, top] = [before(layer.left), before(layer.top)]
  const w = Math.ceil((layer.left + layer.width + margin - left) / factor)
  const h = Math.ceil((layer.top + layer.height + margin - top) / factor)
  const [width, height] = [w * factor, h * factor]
  const soft = disc(shrunk(layer, layer.left - left, layer.top - top, factor, w, h), w, h, circle / 2 / factor)
  const data = new Uint8ClampedArray(width * height * 4)
  const rows: RowSource = (y, row) => {
    row.set(soft.subarray(y * w * 4, (y + 1) * w * 4))
    return true
  }
  resample(rows, 4, whole(w, width), whole(h, height), (y, row) => {
    for (let i = 0, p = y * width * 4; i < width * 4; i += 4, p += 4) {
      const a = Math.min(1, row[i + 3] as number)
      if (a * 255 < 0.5) continue
      for (let c = 0; c < 3; c++) data[p + c] = encoded((row[i + c] as number) / a)
      data[p + 3] = a * 255
    }
  })
  return { left, top, width, height, data }
}

/** Premultiplied linear light of the layer `right` and `down` px within a larger one, means of `factor` x `factor` px. */
function shrunk({ width, height, data }: Layer, right: number, down: number, factor: number, w: number, h: number): Float32Array {
  const out = new Float32Array(w * h * 4)
  const share = 1 / (factor * factor)
  for (let y = 0, p = 0; y < height; y++) {
    const row = Math.floor((y + down) / factor) * w
    for (let x = 0; x < width; x++, p += 4) {
      const a = ((data[p + 3] as number) / 255) * share
      if (a === 0) continue
      const o = (row + Math.floor((x + right) / factor)) * 4
      for (let c = 0; c < 3; c++) out[o + c] = (out[o + c] as number) + (LIGHT[data[p + c] as number] as number) * a
      out[o + 3] = (out[o + 3] as number) + a
    }
  }
  return out
}

/** Means over a disc; the ends of its rows count by how much of the pixel they cover. Running sums make each row one step. */
function disc(from: Float32Array, width: number, height: number, radius: number): Float32Array {
  const spans = spansOf(radius)
  const area = spans.reduce((sum, { half }) => sum + 2 * half, 0)
  const out = new Float32Array(from.length)
  const sums = new Float64Array((width + 1) * 4)
  for (let y = 0; y < height; y++) {
    for (let i = 0; i < width * 4; i++) sums[i + 4] = (sums[i] as number) + (from[y * width * 4 + i] as number)
    for (const { down, half } of spans) {
      const to = (y + down) * width
      if (y + down < 0 || y + down >= height) continue
      for (let x = 0; x < width; x++) {
        const first = Math.max(0, x + 0.5 - half)
        const last = Math.min(width, x + 0.5 + half)
        const [f, l] = [Math.floor(first), Math.min(width - 1, Math.floor(last))]
        const [u, v] = [first - f, last - l]
        for (let c = 0, o = (to + x) * 4; c < 4; c++, o++) {
          const [a, b] = [sums[f * 4 + c] as number, sums[l * 4 + c] as number]
          const start = a + u * ((sums[f * 4 + 4 + c] as number) - a)
          const end = b + v * ((sums[l * 4 + 4 + c] as number) - b)
          out[o] = (out[o] as number) + (end - start) / area
        }
      }
    }
  }
  return out
}

/** Half the width of a disc in each row of pixels, the mean over the row's height. */
function spansOf(radius: number): { down: number; half: number }[] {
  const reach = Math.ceil(radius)
  const steps = 8
  return Array.from({ length: 2 * reach + 1 }, (_, i) => {
    let half = 0
    for (let s = 0; s < steps; s++) {
      const y = i - reach - 0.5 + (s + 0.5) / steps
      half += Math.sqrt(Math.max(0, radius * radius - y * y)) / steps
    }
    return { down: i - reach, half }
  }).filter(({ half }) => half > 0)
}
