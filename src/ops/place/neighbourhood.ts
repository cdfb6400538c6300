import type { Cutting } from '../../core/enlarge'
import type { ImageValue } from '../../core/recipe'

/** Cells along the longer side of the grid on which colours spread: 7 photo px each at 3,000 px. */
const CELLS = 400
/** Cells on either side that a colour reaches: near colours count first, far ones where nothing is near. */
const NEAR = 1
const FAR = 8
/** Weight of the far mean against one solid near cell. */
const TRUST = 0.02

/** Mean colours of product (r, g, b, certainty) and background (the same) for each cell. */
interface Grid {
  readonly cell: number
  readonly width: number
  readonly height: number
  readonly means: Float64Array
}

/** Gathers the colours of a cutting's surely solid and surely empty pixels. */
export function neighbourhoodOf(photo: ImageValue, cut: Cutting): Grid {
  const cell = Math.max(1, Math.ceil(Math.max(cut.width, cut.height) / CELLS))
  const width = Math.ceil(cut.width / cell)
  const height = Math.ceil(cut.height / cell)
  const sums = new Float64Array(width * height * 8)
  // Every second pixel is plenty for a mean of 16 or more.
  const stride = cell >= 4 ? 2 : 1
  for (let y = 0; y < cut.height; y += stride) {
    const cells = Math.floor(y / cell) * width
    const line = ((cut.top + y) * photo.width + cut.left) * 4
    for (let x = 0; x < cut.width; x += stride) {
      const a = cut.alpha[y * cut.width + x] as number
      const p = line + x * 4
      // A mixed pixel tells little of either colour: the 20th power leaves one of 90 % an eighth.
      const f = CERTAIN[a] as number
      const b = CERTAIN[255 - a] as number
      const o = (cells + Math.floor(x / cell)) * 8
      const red = photo.data[p] as number
      const green = photo.data[p + 1] as number
      const blue = photo.data[p + 2] as number
      if (f > 0) {
        sums[o] = (sums[o] as number) + f * red
        sums[o + 1] = (sums[o + 1] as number) + f * green
        sums[o + 2] = (sums[o + 2] as number) + f * blue
        sums[o + 3] = (sums[o + 3] as number) + f
      }
      if (b > 0) {
        sums[o + 4] = (sums[o + 4] as number) + b * red
        sums[o + 5] = (sums[o + 5] as number) + b * green
        sums[o + 6] = (sums[o + 6] as number) + b * blue
        sums[o + 7] = (sums[o + 7] as number) + b
      }
    }
  }
  const near = spread(sums, width, height, NEAR)
  const far = spread(sums, width, height, FAR)
  const full = (cell / stride) * (cell / stride) * TRUST
  for (let o = 0; o < near.length; o += 4) {
    const known = far[o + 3] as number
    if (known === 0) continue
    const total = (near[o + 3] as number) + full
    for (let c = 0; c < 3; c++) near[o + c] = ((near[o + c] as number) + (full * (far[o + c] as number)) / known) / total
    near[o + 3] = 1
  }
  return { cell, width, height, means: near }
}

const CERTAIN = Float64Array.from({ length: 256 }, (_, a) => weigh(a / 255))

/** x to the 20th, by multiplication, which is the same in every browser (Math.pow is not). */
function weigh(x: number): number {
  const x5 = x * x * x * x * x
  return x5 * x5 * x5 * x5
}

/** Sums over the square of `reach` cells around each cell, for eight values a cell. */
function spread(values: Float64Array, width: number, height: number, reach: number): Float64Array {
  const across = new Float64Array(values.length)
  for (let y = 0; y < height; y++) run8(values, across, y * width * 8, width, 8, reach)
  const out = new Float64Array(values.length)
  for (let x = 0; x < width; x++) run8(across, out, x * 8, height, width * 8, reach)
  return out
}

function run8(from: Float64Array, to: Float64Array, at: number, count: number, step: number, reach: number): void {
  for (let c = at; c < at + 8; c++) {
    let sum = 0
    for (let i = 0; i < Math.min(reach, count); i++) sum += from[c + i * step] as number
    for (let i = 0; i < count; i++) {
      if (i + reach < count) sum += from[c + (i + reach) * step] as number
      if (i - reach > 0) sum -= from[c + (i - reach - 1) * step] as number
      to[c + i * step] = sum > 1e-9 ? sum : 0
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
  out.fill(0)
  add(means, (top * width + left) * 8, (1 - (u - left)) * (1 - (v - top)), out)
  add(means, (top * width + right) * 8, (u - left) * (1 - (v - top)), out)
  add(means, (bottom * width + left) * 8, (1 - (u - left)) * (v - top), out)
  add(means, (bottom * width + right) * 8, (u - left) * (v - top), out)
  for (let o = 0; o < 8; o += 4) {
    const known = out[o + 3] as number
    if (known > 0) for (let c = 0; c < 3; c++) out[o + c] = (out[o + c] as number) / known
  }
}

function add(means: Float64Array, o: number, weight: number, out: Float64Array): void {
  for (let c = 0; c < 8; c += 4) {
    const w = weight * (means[o + c + 3] as number)
    out[c] = (out[c] as number) + w * (means[o + c] as number)
    out[c + 1] = (out[c + 1] as number) + w * (means[o + c + 1] as number)
    out[c + 2] = (out[c + 2] as number) + w * (means[o + c + 2] as number)
    out[c + 3] = (out[c + 3] as number) + w
  }
}
