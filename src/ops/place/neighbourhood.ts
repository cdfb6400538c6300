import type { Cutting } from '../../core/enlarge'
import type { ImageValue } from '../../core/recipe'

/** Cells along the longer side of the grid on which colours spread: 7 photo px each at 3,000 px. */
const CELLS = 400
/** Cells on either side that a colour reaches: near colours count first, far ones where nothing is near. */
const NEAR = 1
const FAR = 8
/** Weight of the far mean against one solid near cell. */
const TRUST = 0.02

/** A part of a raster: its pixels from the first corner to before the second. */
export interface Part {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Mean colours of product (r, g, b, certainty) and background (the same) for each cell, and the sums they come from. */
export interface Grid {
  readonly cell: number
  readonly width: number
  readonly height: number
  readonly sums: Float64Array
  readonly means: Float64Array
}

/** The part, and so much more on each side, within a raster of that size. */
const around = ({ left, top, right, bottom }: Part, more: number, width: number, height: number): Part => ({
  left: Math.max(0, left - more),
  top: Math.max(0, top - more),
  right: Math.min(width, right + more),
  bottom: Math.min(height, bottom + more),
})

/** Where the product's own colour can be another when alpha has changed in a part of the cutting. */
export const touchedBy = (changed: Part, { cell }: Grid, cut: Cutting): Part => around(changed, (FAR + 2) * cell, cut.width, cut.height)

const emptyGrid = (cut: Cutting): Grid => {
  const cell = Math.max(1, Math.ceil(Math.max(cut.width, cut.height) / CELLS))
  const width = Math.ceil(cut.width / cell)
  const height = Math.ceil(cut.height / cell)
  const values = () => new Float64Array(width * height * 8)
  return { cell, width, height, sums: values(), means: values() }
}

/**
 * Gathers the colours of a cutting's surely solid and surely empty pixels. Only in the `changed` part where `before` has
 * the grid of the same cutting with other alpha there; that grid is brought up to date and returned. All sums are exact
 * (weights of 20 binary places), so both ways end in the same bits.
 */
export function neighbourhoodOf(photo: ImageValue, cut: Cutting, before: { readonly grid: Grid; readonly changed: Part } | null): Grid {
  const grid = before?.grid ?? emptyGrid(cut)
  const { cell, width, height, sums, means } = grid
  const { left, top, right, bottom } = before?.changed ?? { left: 0, top: 0, right: cut.width, bottom: cut.height }
  const cells = {
    left: Math.floor(left / cell),
    top: Math.floor(top / cell),
    right: Math.ceil(right / cell),
    bottom: Math.ceil(bottom / cell),
  }
  // Every second pixel is plenty for a mean of 16 or more.
  const stride = cell >= 4 ? 2 : 1
  for (let v = cells.top; v < cells.bottom; v++) {
    const rows = { from: v * cell + ((v * cell) % stride), to: Math.min(cut.height, (v + 1) * cell) }
    for (let u = cells.left; u < cells.right; u++) {
      const columns = { from: u * cell + ((u * cell) % stride), to: Math.min(cut.width, (u + 1) * cell) }
      gather(photo, cut, rows, columns, stride, sums, (v * width + u) * 8)
    }
  }
  const part = around(cells, FAR, width, height)
  const near = spread(sums, width, height, part, NEAR)
  const far = spread(sums, width, height, part, FAR)
  const full = (cell / stride) * (cell / stride) * TRUST
  for (let v = part.top, o = 0; v < part.bottom; v++) {
    for (let m = (v * width + part.left) * 8; m < (v * width + part.right) * 8; m += 4, o += 4) {
      const known = far[o + 3] as number
      const total = (near[o + 3] as number) + full
      for (let c = 0; c < 3; c++)
        means[m + c] = known === 0 ? 0 : ((near[o + c] as number) + (full * (far[o + c] as number)) / known) / total
      means[m + 3] = known === 0 ? 0 : 1
    }
  }
  return grid
}

interface Span {
  readonly from: number
  readonly to: number
}

/** Sums of one cell: in variables of its own, since a sum in an array is read and written for every pixel. */
function gather(photo: ImageValue, cut: Cutting, rows: Span, columns: Span, stride: number, sums: Float64Array, o: number): void {
  const { data } = photo
  let [fr, fg, fb, fs, br, bg, bb, bs] = [0, 0, 0, 0, 0, 0, 0, 0]
  for (let y = rows.from; y < rows.to; y += stride) {
    const at = y * cut.width
    const line = ((cut.top + y) * photo.width + cut.left) * 4
    for (let x = columns.from; x < columns.to; x += stride) {
      const a = cut.alpha[at + x] as number
      const p = line + x * 4
      // A mixed pixel tells little of either colour: the 20th power leaves one of 90 % an eighth.
      const f = CERTAIN[a] as number
      const b = CERTAIN[255 - a] as number
      fr += f * (data[p] as number)
      fg += f * (data[p + 1] as number)
      fb += f * (data[p + 2] as number)
      fs += f
      br += b * (data[p] as number)
      bg += b * (data[p + 1] as number)
      bb += b * (data[p + 2] as number)
      bs += b
    }
  }
  sums[o] = fr
  sums[o + 1] = fg
  sums[o + 2] = fb
  sums[o + 3] = fs
  sums[o + 4] = br
  sums[o + 5] = bg
  sums[o + 6] = bb
  sums[o + 7] = bs
}

/** Rounded, so that sums of it are exact and it does not matter in which order they were made. */
const CERTAIN = Float64Array.from({ length: 256 }, (_, a) => Math.round(weigh(a / 255) * 2 ** 20) / 2 ** 20)

/** x to the 20th, by multiplication, which is the same in every browser (Math.pow is not). */
function weigh(x: number): number {
  const x5 = x * x * x * x * x
  return x5 * x5 * x5 * x5
}

/** Sums over the square of `reach` cells around each cell of a part of the grid, for eight values a cell. */
function spread(values: Float64Array, width: number, height: number, part: Part, reach: number): Float64Array {
  const across = part.right - part.left
  const from = Math.max(0, part.top - reach)
  const to = Math.min(height, part.bottom + reach)
  const rows = new Float64Array((to - from) * across * 8)
  for (let y = from; y < to; y++) {
    run8({ values, at: y * width * 8, step: 8, count: width }, part.left, part.right, reach, rows, (y - from) * across * 8, 8)
  }
  const out = new Float64Array((part.bottom - part.top) * across * 8)
  for (let x = 0; x < across; x++) {
    const column = { values: rows, at: x * 8, step: across * 8, count: to - from }
    run8(column, part.top - from, part.bottom - from, reach, out, x * 8, across * 8)
  }
  return out
}

interface Line {
  readonly values: Float64Array
  readonly at: number
  readonly step: number
  readonly count: number
}

/** For each cell of a line from `first` to before `last`, the sum of those up to `reach` beside it. */
function run8(
  { values, at, step, count }: Line,
  first: number,
  last: number,
  reach: number,
  to: Float64Array,
  o: number,
  stride: number,
): void {
  for (let c = 0; c < 8; c++) {
    let sum = 0
    for (let i = Math.max(0, first - reach); i < Math.min(first + reach, count); i++) sum += values[at + c + i * step] as number
    for (let i = first, p = o + c; i < last; i++, p += stride) {
      if (i + reach < count) sum += values[at + c + (i + reach) * step] as number
      if (i > first && i - reach > 0) sum -= values[at + c + (i - reach - 1) * step] as number
      to[p] = sum
    }
  }
}

/** Writes the means at a pixel of the cutting, between the centres of four cells: product (r, g, b, certainty), background (the same). */
export function look({ cell, width, height, means }: Grid, x: number, y: number, out: Float64Array): void {
  const u = Math.min(width - 1, Math.max(0, (x + 0.5) / cell - 0.5))
  const v = Math.min(height - 1, Math.max(0, (y + 0.5) / cell - 0.5))
  const left = Math.floor(u)
  const top = Math.floor(v)
  const right = Math.min(width - 1, left + 1)
  const bottom = Math.min(height - 1, top + 1)
  const across = u - left
  const down = v - top
  for (let c = 0; c < 8; c += 4) {
    const a = (top * width + left) * 8 + c
    const b = (top * width + right) * 8 + c
    const d = (bottom * width + left) * 8 + c
    const e = (bottom * width + right) * 8 + c
    const wa = (1 - across) * (1 - down) * (means[a + 3] as number)
    const wb = across * (1 - down) * (means[b + 3] as number)
    const wd = (1 - across) * down * (means[d + 3] as number)
    const we = across * down * (means[e + 3] as number)
    const known = wa + wb + wd + we
    out[c + 3] = known
    for (let k = 0; k < 3; k++) {
      const sum =
        wa * (means[a + k] as number) + wb * (means[b + k] as number) + wd * (means[d + k] as number) + we * (means[e + k] as number)
      out[c + k] = known > 0 ? sum / known : 0
    }
  }
}
