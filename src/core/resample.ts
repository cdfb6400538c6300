import type { ImageValue } from './recipe'

/**
 * How one axis of a picture is laid onto another raster. Pixel `j` covers [j, j + 1); the centre of output pixel `i`
 * reads the source at `(i + 0.5) / scale + offset`.
 */
export interface Axis {
  /** Source pixels. */
  readonly from: number
  /** Output pixels. */
  readonly to: number
  /** Output pixels per source pixel, above 0. */
  readonly scale: number
  /** Source coordinate of the output's edge, in source px. */
  readonly offset: number
  /** What lies past the source's ends: `edge` = ignored, the rest is weighted up; `nothing` = zero. */
  readonly beyond: 'edge' | 'nothing'
}

/** Fills `row` with source row `y`, all channels premultiplied; returns false when the whole row is zero (then `row` is not read). */
export type RowSource = (y: number, row: Float64Array) => boolean

/** Shrinks or stretches a whole axis of `from` px to `to` px. */
export function whole(from: number, to: number): Axis {
  return { from, to, scale: to / from, offset: 0, beyond: 'edge' }
}

interface Taps {
  /** First source pixel that each output pixel reads, and how many. */
  readonly first: Int32Array
  readonly count: Int32Array
  /** `width` weights for each output pixel. */
  readonly weights: Float64Array
  readonly width: number
}

/**
 * Magic Kernel Sharp 2013 (J. P. Costella): as sharp as Lanczos-3 with little ringing, and made of parabolas, so that
 * every machine computes the same weights (Math.sin may differ between browsers in the last bit).
 */
function kernel(x: number): number {
  const d = Math.abs(x)
  if (d >= 2.5) return 0
  if (d >= 1.5) return -0.125 * (d - 2.5) * (d - 2.5)
  if (d >= 0.5) return 0.25 * (4 * d * d - 11 * d + 7)
  return 1.0625 - 1.75 * d * d
}

function tapsOf(axis: Axis): Taps {
  const stretch = Math.max(1, 1 / axis.scale)
  const reach = 2.5 * stretch
  const width = Math.ceil(2 * reach) + 1
  const first = new Int32Array(axis.to)
  const count = new Int32Array(axis.to)
  const weights = new Float64Array(axis.to * width)
  for (let i = 0; i < axis.to; i++) {
    const centre = (i + 0.5) / axis.scale + axis.offset
    const from = Math.ceil(centre - reach - 0.5)
    const to = Math.floor(centre + reach - 0.5)
    const low = Math.max(0, from)
    const high = Math.min(axis.from - 1, to)
    if (high < low) continue
    let sum = 0
    for (let j = from; j <= to; j++) {
      const w = kernel((j + 0.5 - centre) / stretch)
      if (j >= low && j <= high) weights[i * width + j - low] = w
      if (axis.beyond === 'nothing' || (j >= low && j <= high)) sum += w
    }
    for (let k = 0; k <= high - low; k++) weights[i * width + k] = (weights[i * width + k] as number) / sum
    first[i] = low
    count[i] = high - low + 1
  }
  return { first, count, weights, width }
}

/**
 * Resamples rows of `channels` (3 or 4) interleaved, premultiplied values and hands every output row to `write`, top
 * down; the row is reused. Weighted sums are neither rounded nor clamped. Needs memory for a few rows only.
 */
export function resample(source: RowSource, channels: 3 | 4, x: Axis, y: Axis, write: (y: number, row: Float64Array) => void): void {
  const across = tapsOf(x)
  const down = tapsOf(y)
  const length = x.to * channels
  const input = new Float64Array(x.from * channels)
  const ring = Array.from({ length: down.width }, () => new Float64Array(length))
  const output = new Float64Array(length)
  const empty = new Float64Array(length)
  const lines: Float64Array[] = []
  let read = 0
  for (let i = 0; i < y.to; i++) {
    const first = down.first[i] as number
    const count = down.count[i] as number
    for (read = Math.max(read, first); read < first + count; read++) {
      const slot = ring[read % down.width] as Float64Array
      if (!source(read, input)) slot.fill(0)
      else if (channels === 3) acrossRgb(input, across, slot)
      else acrossRgba(input, across, slot)
    }
    for (let k = 0; k < down.width + 3; k++) lines[k] = k < count ? (ring[(first + k) % down.width] as Float64Array) : empty
    downTo(output, lines, count, down.weights, i * down.width, length)
    write(i, output)
  }
}

function acrossRgba(input: Float64Array, taps: Taps, out: Float64Array): void {
  const { first, count, weights, width } = taps
  for (let i = 0; i < first.length; i++) {
    let p = (first[i] as number) * 4
    let r = 0
    let g = 0
    let b = 0
    let a = 0
    const end = i * width + (count[i] as number)
    for (let k = i * width; k < end; k++, p += 4) {
      const w = weights[k] as number
      r += w * (input[p] as number)
      g += w * (input[p + 1] as number)
      b += w * (input[p + 2] as number)
      a += w * (input[p + 3] as number)
    }
    out[i * 4] = r
    out[i * 4 + 1] = g
    out[i * 4 + 2] = b
    out[i * 4 + 3] = a
  }
}

function acrossRgb(input: Float64Array, taps: Taps, out: Float64Array): void {
  const { first, count, weights, width } = taps
  for (let i = 0; i < first.length; i++) {
    let p = (first[i] as number) * 3
    let r = 0
    let g = 0
    let b = 0
    const end = i * width + (count[i] as number)
    for (let k = i * width; k < end; k++, p += 3) {
      const w = weights[k] as number
      r += w * (input[p] as number)
      g += w * (input[p + 1] as number)
      b += w * (input[p + 2] as number)
    }
    out[i * 3] = r
    out[i * 3 + 1] = g
    out[i * 3 + 2] = b
  }
}

/** Four lines at a time: a third of the time of one line at a time, since `out` is loaded and stored less often. */
function downTo(out: Float64Array, lines: readonly Float64Array[], count: number, weights: Float64Array, at: number, length: number): void {
  out.fill(0)
  for (let k = 0; k < count; k += 4) {
    const a = lines[k] as Float64Array
    const b = lines[k + 1] as Float64Array
    const c = lines[k + 2] as Float64Array
    const d = lines[k + 3] as Float64Array
    const wa = weights[at + k] as number
    const wb = k + 1 < count ? (weights[at + k + 1] as number) : 0
    const wc = k + 2 < count ? (weights[at + k + 2] as number) : 0
    const wd = k + 3 < count ? (weights[at + k + 3] as number) : 0
    for (let j = 0; j < length; j++) {
      out[j] = (out[j] as number) + wa * (a[j] as number) + wb * (b[j] as number) + wc * (c[j] as number) + wd * (d[j] as number)
    }
  }
}

/** A source whose pixels are the means of `factor` x `factor` blocks of another one (the last blocks may be smaller). */
export function boxed(source: RowSource, channels: 3 | 4, width: number, height: number, factor: number): RowSource {
  const line = new Float64Array(width * channels)
  const sum = new Float64Array(width * channels)
  return (y, row) => {
    const first = y * factor
    const last = Math.min(height, first + factor)
    let any = false
    for (let s = first; s < last; s++) {
      if (!source(s, any ? line : sum)) continue
      if (any) for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + (line[i] as number)
      any = true
    }
    if (!any) return false
    for (let left = 0, o = 0; left < width; left += factor, o += channels) {
      const right = Math.min(width, left + factor)
      const share = 1 / ((right - left) * (last - first))
      for (let c = 0; c < channels; c++) {
        let total = 0
        for (let p = left * channels + c; p < right * channels; p += channels) total += sum[p] as number
        row[o + c] = total * share
      }
    }
    return true
  }
}

/** An axis whose source is `boxed` by a factor. */
export const boxedAxis = ({ from, to, scale, offset, beyond }: Axis, factor: number): Axis => ({
  from: Math.ceil(from / factor),
  to,
  scale: scale * factor,
  offset: offset / factor,
  beyond,
})

/** Rows of an image, premultiplied: colours 0 to 255, alpha 0 to 1. `mirrored`: from the right to the left. */
export function premultiplied({ width, data }: ImageValue, mirrored = false): RowSource {
  return (y, row) => {
    let any = false
    for (let x = 0, p = y * width * 4; x < width; x++, p += 4) {
      const o = (mirrored ? width - 1 - x : x) * 4
      const a = (data[p + 3] as number) / 255
      if (a > 0) any = true
      row[o] = (data[p] as number) * a
      row[o + 1] = (data[p + 1] as number) * a
      row[o + 2] = (data[p + 2] as number) * a
      row[o + 3] = a
    }
    return any
  }
}

/** Writes a row of such values as pixels of straight alpha, from `data[at]` on. */
export function writeStraight(data: Uint8ClampedArray, at: number, row: Float64Array): void {
  for (let i = 0, p = at; i < row.length; i += 4, p += 4) {
    const a = row[i + 3] as number
    // Under half a level the pixel is transparent, and its colour is nothing but rounding.
    if (a * 255 < 0.5) continue
    data[p] = (row[i] as number) / a
    data[p + 1] = (row[i + 1] as number) / a
    data[p + 2] = (row[i + 2] as number) / a
    data[p + 3] = a * 255
  }
}
