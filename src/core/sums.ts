/** A raster of float samples, row by row. */
export type Plane = Float32Array<ArrayBuffer>

export interface Size {
  readonly width: number
  readonly height: number
}

/**
 * Sums over the square of `reach` samples around each sample, cut off at the raster's edges, by running sums: the cost
 * does not depend on `reach`. `row` and `out` may not be the same as `from`.
 */
export function boxSums(from: Plane, { width, height }: Size, reach: number, out: Plane): void {
  const across = new Float32Array(width * height)
  for (let y = 0; y < height; y++) sumAlong(from, y * width, width, reach, across)
  const column = new Float64Array(width)
  for (let y = 0; y < Math.min(reach, height); y++) add(column, across, y * width, 1)
  for (let y = 0; y < height; y++) {
    const next = (y + reach) * width
    const last = (y - reach - 1) * width
    if (y + reach < height && y > reach) move(column, across, next, last)
    else if (y + reach < height) add(column, across, next, 1)
    else if (y > reach) add(column, across, last, -1)
    out.set(column, y * width)
  }
}

function sumAlong(from: Plane, at: number, count: number, reach: number, out: Plane): void {
  let sum = 0
  for (let x = 0; x < Math.min(reach, count); x++) sum += from[at + x] as number
  const full = Math.max(0, count - reach)
  const start = Math.min(reach + 1, count)
  for (let x = 0; x < start; x++) {
    if (x < full) sum += from[at + x + reach] as number
    out[at + x] = sum
  }
  for (let x = start; x < full; x++) {
    sum = sum + (from[at + x + reach] as number) - (from[at + x - reach - 1] as number)
    out[at + x] = sum
  }
  for (let x = Math.max(start, full); x < count; x++) {
    sum -= from[at + x - reach - 1] as number
    out[at + x] = sum
  }
}

function add(column: Float64Array, rows: Plane, at: number, sign: number): void {
  for (let x = 0; x < column.length; x++) column[x] = (column[x] as number) + sign * (rows[at + x] as number)
}

/** Both at once, for nearly all rows: one pass over the column where two would take most of the time. */
function move(column: Float64Array, rows: Plane, next: number, last: number): void {
  for (let x = 0; x < column.length; x++) column[x] = (column[x] as number) + (rows[next + x] as number) - (rows[last + x] as number)
}

/** Whether any sample within `reach` (square) of each is set: 1 or 0. */
export function grown(set: Uint8Array, { width, height }: Size, reach: number): Uint8Array {
  const across = new Uint8Array(set.length)
  for (let y = 0; y < height; y++) {
    let last = -1
    const at = y * width
    for (let x = 0; x < Math.min(reach, width); x++) if (set[at + x]) last = x
    for (let x = 0; x < width; x++) {
      if (x + reach < width && set[at + x + reach]) last = x + reach
      across[at + x] = last >= 0 && last >= x - reach ? 1 : 0
    }
  }
  const out = new Uint8Array(set.length)
  const last = new Int32Array(width).fill(-1)
  const note = (y: number) => {
    for (let x = 0; x < width; x++) if (across[y * width + x]) last[x] = y
  }
  for (let y = 0; y < Math.min(reach, height); y++) note(y)
  for (let y = 0; y < height; y++) {
    if (y + reach < height) note(y + reach)
    for (let x = 0; x < width; x++) out[y * width + x] = (last[x] as number) >= 0 && (last[x] as number) >= y - reach ? 1 : 0
  }
  return out
}
