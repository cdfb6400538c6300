import { isOpaque } from '../../core/alpha'
import type { Network } from '../../core/network'
import type { ImageValue } from '../../core/recipe'

/** What each sample of the result is made of: `span` neighbouring source samples from `first` on, with these weights (sum 1). */
export interface Taps {
  readonly span: number
  readonly first: Int32Array
  readonly weight: Float32Array
}

/**
 * Triangle filter from `from` to `to` samples whose centres are `pitch` apart: linear interpolation when it enlarges,
 * antialiased when it shrinks.
 */
export function taps(from: number, to: number, pitch = from / to): Taps {
  const reach = Math.max(1, pitch)
  const span = Math.min(from, Math.floor(2 * reach) + 1)
  const first = new Int32Array(to)
  const weight = new Float32Array(to * span)
  for (let at = 0; at < to; at++) {
    const centre = (at + 0.5) * pitch - 0.5
    const start = Math.max(0, Math.min(from - span, Math.ceil(centre - reach)))
    let sum = 0
    for (let i = 0; i < span; i++) sum += Math.max(0, reach - Math.abs(start + i - centre))
    for (let i = 0; i < span; i++) weight[at * span + i] = Math.max(0, reach - Math.abs(start + i - centre)) / sum
    first[at] = start
  }
  return { span, first, weight }
}

export interface Stretched {
  /** Red, green and blue planes, `side` x `side` each, `(v - mean) / scale`; see-through pixels stand on a backdrop of `mean`. */
  readonly planes: Float32Array<ArrayBuffer>
  /** The photo's own alpha at the same size, 0 to 1; null when it is opaque throughout. */
  readonly alpha: Float32Array<ArrayBuffer> | null
}

/**
 * Stretches a photo to a square, whatever its shape, reading it once: whole blocks of pixels are summed first, then a
 * triangle filter goes the rest of the way. Throws the signal's reason when aborted.
 */
export function stretch(
  image: ImageValue,
  { side, mean, scale }: Pick<Network['input'], 'side' | 'mean' | 'scale'>,
  signal: AbortSignal,
): Stretched {
  const { width, height } = image
  // At most 16 x 16, so that a sum of bytes stays within 16 bits.
  const block = [width, height].map((n) => Math.max(1, Math.min(16, Math.floor(n / side)))) as [number, number]
  const source: Source = { words: wordsOf(image.data), width, height, block, columns: Math.ceil(width / block[0]) }
  const lines = Math.ceil(height / block[1])
  const across = taps(source.columns, side, width / block[0] / side)
  const down = taps(lines, side, height / block[1] / side)
  const opaque = isOpaque(image)
  const channels = opaque ? 3 : 4
  const area = side * side
  const out = new Float32Array(channels * area)
  const read = new Float32Array(channels * source.columns)
  const line = new Float32Array(channels * side)
  let begin = 0
  for (let y = 0; y < lines; y++) {
    if (y % 64 === 0) signal.throwIfAborted()
    if (opaque) readOpaque(source, y, mean, read)
    else readSeeThrough(source, y, mean, read)
    for (let c = 0; c < channels; c++) shrink(read, c * source.columns, across, line, c * side, side)
    while ((down.first[begin] ?? lines) + down.span <= y) begin++
    for (let row = begin; row < side && (down.first[row] as number) <= y; row++) {
      const share = down.weight[row * down.span + y - (down.first[row] as number)] as number
      if (share === 0) continue
      for (let c = 0; c < channels; c++)
        add(line, c * side, c === 3 ? share : share / (scale[c] as number), out, c * area + row * side, side)
    }
  }
  return { planes: opaque ? out : out.slice(0, 3 * area), alpha: opaque ? null : out.slice(3 * area) }
}

interface Source {
  /** RGBA as 32-bit words, red lowest. */
  readonly words: Uint32Array
  readonly width: number
  readonly height: number
  /** Pixels across and down that are summed to one sample. */
  readonly block: readonly [number, number]
  /** Samples in a line. */
  readonly columns: number
}

const wordsOf = (data: Uint8ClampedArray): Uint32Array => {
  const whole = data.byteOffset % 4 === 0 ? data : data.slice()
  return new Uint32Array(whole.buffer, whole.byteOffset, whole.length / 4)
}

type Mean = Network['input']['mean']

/** One line of samples, planar, less `mean`. Two channels are summed in one number, 16 bits each. */
function readOpaque({ words, width, height, block, columns }: Source, line: number, mean: Mean, read: Float32Array) {
  const [r, g, b] = mean
  if (block[0] === 1 && block[1] === 1) {
    for (let x = 0, p = line * width; x < columns; x++, p++) {
      const word = words[p] as number
      read[x] = (word & 0xff) - r
      read[columns + x] = ((word >>> 8) & 0xff) - g
      read[2 * columns + x] = ((word >>> 16) & 0xff) - b
    }
    return
  }
  const bottom = Math.min(height, (line + 1) * block[1])
  for (let x = 0; x < columns; x++) {
    const left = x * block[0]
    const right = Math.min(width, left + block[0])
    let redBlue = 0
    let green = 0
    for (let y = line * block[1]; y < bottom; y++) {
      for (let p = y * width + left; p < y * width + right; p++) {
        const word = words[p] as number
        redBlue += word & 0xff00ff
        green += (word >>> 8) & 0xff
      }
    }
    const n = (right - left) * (bottom - line * block[1])
    read[x] = (redBlue & 0xffff) / n - r
    read[columns + x] = green / n - g
    read[2 * columns + x] = (redBlue >>> 16) / n - b
  }
}

/** Over a backdrop of `mean`, a pixel is `mean + alpha * (v - mean)`; so the backdrop drops out of the sum. Alpha is the fourth plane. */
function readSeeThrough({ words, width, height, block, columns }: Source, line: number, mean: Mean, read: Float32Array) {
  const bottom = Math.min(height, (line + 1) * block[1])
  for (let x = 0; x < columns; x++) {
    const left = x * block[0]
    const right = Math.min(width, left + block[0])
    const n = (right - left) * (bottom - line * block[1]) * 255
    read[x] = read[columns + x] = read[2 * columns + x] = read[3 * columns + x] = 0
    for (let y = line * block[1]; y < bottom; y++) {
      for (let p = y * width + left; p < y * width + right; p++) {
        const word = words[p] as number
        const alpha = (word >>> 24) / n
        for (let c = 0; c < 3; c++)
          read[c * columns + x] = (read[c * columns + x] as number) + alpha * (((word >>> (8 * c)) & 0xff) - (mean[c] as number))
        read[3 * columns + x] = (read[3 * columns + x] as number) + alpha
      }
    }
  }
}

function shrink(from: Float32Array, at: number, { span, first, weight }: Taps, to: Float32Array, start: number, length: number) {
  for (let x = 0; x < length; x++) {
    let sum = 0
    const p = at + (first[x] as number)
    for (let i = 0; i < span; i++) sum += (weight[x * span + i] as number) * (from[p + i] as number)
    to[start + x] = sum
  }
}

function add(from: Float32Array, at: number, share: number, to: Float32Array, start: number, length: number) {
  for (let x = 0; x < length; x++) to[start + x] = (to[start + x] as number) + share * (from[at + x] as number)
}
