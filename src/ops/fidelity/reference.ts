import type { Cutting } from '../../core/enlarge'
import type { ImageValue } from '../../core/recipe'
import { type Pose, type Taps, tapsOf } from './axis'

/** One row of what the photo alone would put into the file. */
export interface Expected {
  /** Red, green, blue, times alpha (0 to 255), and alpha (0 to 1), for each pixel. */
  readonly row: Float64Array
  /** Least and greatest alpha (0 to 255) of the photo's pixels behind each pixel. */
  readonly least: Uint8Array
  readonly greatest: Uint8Array
}

/**
 * Lays the photo's own pixels, as far as they are product, onto a file of that size, row by row; what is handed over is reused.
 * On purpose not by `core/resample`: a fault of that shows as a difference. Weights columns first, then rows.
 */
export function lay(
  photo: ImageValue,
  cut: Cutting,
  size: { readonly width: number; readonly height: number },
  pose: Pose,
  take: (y: number, expected: Expected) => void,
): void {
  const across = tapsOf(photo.width, size.width, pose.scale, pose.x, pose.copied)
  const down = tapsOf(photo.height, size.height, pose.scale, pose.y, pose.copied)
  const column = { sum: new Float64Array(cut.width * 4), least: new Uint8Array(cut.width), greatest: new Uint8Array(cut.width) }
  const expected = { row: new Float64Array(size.width * 4), least: new Uint8Array(size.width), greatest: new Uint8Array(size.width) }
  for (let y = 0; y < size.height; y++) {
    const first = down.first[y] as number
    const end = first + (down.count[y] as number)
    if (end <= cut.top || first >= cut.top + cut.height) {
      expected.row.fill(0)
      expected.least.fill(0)
      expected.greatest.fill(0)
    } else {
      stack(photo, cut, first, end, down.weights, y * down.width, column)
      if (down.past[y]) column.least.fill(0)
      spread(column, cut, across, expected)
    }
    take(y, expected)
  }
}

interface Columns {
  readonly sum: Float64Array
  readonly least: Uint8Array
  readonly greatest: Uint8Array
}

/** Weights photo rows `first` to before `end` into one, over the cutting's columns. */
function stack(photo: ImageValue, cut: Cutting, first: number, end: number, weights: Float64Array, at: number, column: Columns): void {
  const { sum, least, greatest } = column
  sum.fill(0)
  const within = first >= cut.top && end <= cut.top + cut.height
  least.fill(within ? 255 : 0)
  greatest.fill(0)
  for (let j = Math.max(first, cut.top); j < Math.min(end, cut.top + cut.height); j++) {
    const w = weights[at + j - first] as number
    const alphas = (j - cut.top) * cut.width
    const pixels = (j * photo.width + cut.left) * 4
    for (let x = 0; x < cut.width; x++) {
      const p = pixels + x * 4
      const a = Math.min(cut.alpha[alphas + x] as number, photo.data[p + 3] as number)
      if (a < (least[x] as number)) least[x] = a
      if (a === 0) continue
      if (a > (greatest[x] as number)) greatest[x] = a
      const wa = (w * a) / 255
      const o = x * 4
      sum[o] = (sum[o] as number) + wa * (photo.data[p] as number)
      sum[o + 1] = (sum[o + 1] as number) + wa * (photo.data[p + 1] as number)
      sum[o + 2] = (sum[o + 2] as number) + wa * (photo.data[p + 2] as number)
      sum[o + 3] = (sum[o + 3] as number) + wa
    }
  }
}

function spread(column: Columns, cut: Cutting, { first, count, past, weights, width }: Taps, { row, least, greatest }: Expected): void {
  for (let x = 0; x < first.length; x++) {
    const from = first[x] as number
    const end = from + (count[x] as number)
    const low = Math.max(from, cut.left)
    const high = Math.min(end, cut.left + cut.width)
    let [r, g, b, a, smallest, largest] = [0, 0, 0, 0, low === from && high === end && end > from && !past[x] ? 255 : 0, 0]
    for (let i = low, k = x * width + low - from, o = (low - cut.left) * 4; i < high; i++, k++, o += 4) {
      const w = weights[k] as number
      r += w * (column.sum[o] as number)
      g += w * (column.sum[o + 1] as number)
      b += w * (column.sum[o + 2] as number)
      a += w * (column.sum[o + 3] as number)
      smallest = Math.min(smallest, column.least[o >> 2] as number)
      largest = Math.max(largest, column.greatest[o >> 2] as number)
    }
    row[x * 4] = r
    row[x * 4 + 1] = g
    row[x * 4 + 2] = b
    row[x * 4 + 3] = a
    least[x] = smallest
    greatest[x] = largest
  }
}
