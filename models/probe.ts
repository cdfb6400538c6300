import type { Network } from '../src/core/network'

/** Squares per side into which the answer to the test picture is averaged. */
export const GRID = 32

/**
 * A test picture that needs no file: a dark cup with a handle on a pale, shaded ground, as planes that a network takes
 * (`(v - mean) / scale`, `side` x `side` each).
 */
export function probe({ side, mean, scale }: Pick<Network['input'], 'side' | 'mean' | 'scale'>): Float32Array<ArrayBuffer> {
  const planes = new Float32Array(3 * side * side)
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      for (const [c, v] of colour((column + 0.5) / side, (row + 0.5) / side).entries()) {
        planes[(c * side + row) * side + column] = (v - (mean[c] as number)) / (scale[c] as number)
      }
    }
  }
  return planes
}

const body = (x: number, y: number) => Math.abs(x - 0.45) < 0.17 - 0.03 * (y - 0.5) && Math.abs(y - 0.52) < 0.21

function handle(x: number, y: number): boolean {
  const ring = Math.hypot((x - 0.63) * 1.1, y - 0.5)
  return ring < 0.12 && ring > 0.075 && x > 0.58
}

function colour(x: number, y: number): readonly [number, number, number] {
  if (body(x, y)) {
    const light = 1 - Math.abs(x - 0.38) * 2.4
    return [24 + 60 * light, 38 + 90 * light, 90 + 120 * light]
  }
  if (handle(x, y)) return [40, 66, 140]
  const ground = 222 - 40 * y - 14 * Math.hypot(x - 0.5, y - 0.75)
  return [ground, ground - 3, ground - 8]
}

/** How well `alpha` (`side` x `side`, 0 to 1) shows the cup: the intersection over the union with the truth, 0 to 1. */
export function agreement(alpha: Float32Array, side: number): number {
  let both = 0
  let either = 0
  for (let row = 0, i = 0; row < side; row++) {
    for (let column = 0; column < side; column++, i++) {
      const x = (column + 0.5) / side
      const y = (row + 0.5) / side
      const truth = body(x, y) || handle(x, y) ? 1 : 0
      const a = Math.min(1, Math.max(0, alpha[i] as number))
      both += Math.min(a, truth)
      either += Math.max(a, truth)
    }
  }
  return both / either
}

/** The mean of `alpha` (`side` x `side`, 0 to 1) in each of GRID x GRID squares, row by row, as 0 to 255. */
export function summary(alpha: Float32Array, side: number): number[] {
  const sums = new Float64Array(GRID * GRID)
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const square = Math.floor((row * GRID) / side) * GRID + Math.floor((column * GRID) / side)
      sums[square] = (sums[square] ?? 0) + (alpha[row * side + column] ?? Number.NaN)
    }
  }
  return Array.from(sums, (sum) => Math.round((sum * 255 * GRID * GRID) / (side * side)))
}

/** Whether two summaries show the same cutout: half precision may move an edge a little, a wrong kernel moves everything. */
export function agrees(seen: readonly number[], known: readonly number[]): boolean {
  if (seen.length !== known.length) return false
  let sum = 0
  let most = 0
  for (const [i, value] of seen.entries()) {
    const off = Math.abs(value - (known[i] ?? Number.NaN))
    // NaN compares false with everything, so ask for what is right.
    if (!(off <= 255)) return false
    sum += off
    most = Math.max(most, off)
  }
  return most <= 24 && sum / seen.length <= 1.5
}
