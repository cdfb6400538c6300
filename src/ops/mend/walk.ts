import type { Size } from './raster'

/** Where a walk takes place. */
export interface Field extends Size {
  /** Red, green and blue of each pixel, 0 to 255, and a value that is not used. */
  readonly colour: Uint8ClampedArray
  readonly role: Uint8Array
}
/** Pixels that take no part. */
export const CLOSED = 0
/** Pixels that are walked through, and whose value is found. */
export const OPEN = 1
/** Pixels where a walk ends, and whose value is given. */
export const FIXED = 2

/** One size of a field: its open pixels, and how easy (0 to 1) the ways from each to the left, right, up and down are. */
export interface Level {
  readonly field: Field
  readonly open: Int32Array
  readonly ways: Float32Array
}

/** The difference of two colours (of 255) at which the way between them is a quarter as easy as between equal ones. */
const EDGE = 14
/** The chance to stop in the belief of a pixel of the largest field. */
const STOP = 0.03

/** The field, and up to `count` - 1 times half its size. */
export function levelsOf(field: Field, count: number): Level[] {
  const levels = [levelOf(field)]
  for (let last = field; levels.length < count && Math.min(last.width, last.height) > 24; ) {
    last = halved(last)
    levels.push(levelOf(last))
  }
  return levels
}

/**
 * How likely a walk from each open pixel ends well: it goes easily between like colours, and ends in a fixed pixel's
 * value or, now and then, in the belief (0 to 1) of the pixel where it is (Grady, “Multilabel random walker image
 * segmentation using prior models”, CVPR 2005). Solved from coarse to fine by Gauss-Seidel sweeps, with sums and
 * quotients alone, so that every machine finds the same. `x` holds the values of fixed pixels and a start for the open
 * ones, which it ends up with.
 */
export function walk(levels: readonly Level[], belief: Float32Array, x: Float32Array, sweeps: number, stop = STOP): void {
  const [level, ...coarser] = levels
  if (!level) return
  const { width, height, role } = level.field
  const [half] = coarser
  if (half) {
    const coarse = mean(level.field, half.field, x, true)
    walk(coarser, mean(level.field, half.field, belief, false), coarse, sweeps, stop * 4)
    for (let v = 0, i = 0; v < height; v++) {
      for (let u = 0; u < width; u++, i++) if (role[i] === OPEN) x[i] = coarse[(v >> 1) * half.field.width + (u >> 1)] as number
    }
  }
  for (let s = 0; s < sweeps; s++) sweep(level, belief, x, stop, s % 2 === 1)
}

function levelOf(field: Field): Level {
  const { role } = field
  let count = 0
  for (let i = 0; i < role.length; i++) if (role[i] === OPEN) count++
  const open = new Int32Array(count)
  for (let i = 0, n = 0; n < count; i++) if (role[i] === OPEN) open[n++] = i
  return { field, open, ways: waysOf(field, open) }
}

function waysOf(field: Field, open: Int32Array): Float32Array {
  const { width, height, role } = field
  const ways = new Float32Array(open.length * 4)
  for (let k = 0; k < open.length; k++) {
    const i = open[k] as number
    const column = i % width
    if (column > 0 && role[i - 1] !== CLOSED) ways[k * 4] = ease(field, i, i - 1)
    if (column < width - 1 && role[i + 1] !== CLOSED) ways[k * 4 + 1] = ease(field, i, i + 1)
    if (i >= width && role[i - width] !== CLOSED) ways[k * 4 + 2] = ease(field, i, i - width)
    if (i < width * (height - 1) && role[i + width] !== CLOSED) ways[k * 4 + 3] = ease(field, i, i + width)
  }
  return ways
}

function ease({ colour }: Field, i: number, j: number): number {
  const r = (colour[i * 4] as number) - (colour[j * 4] as number)
  const g = (colour[i * 4 + 1] as number) - (colour[j * 4 + 1] as number)
  const b = (colour[i * 4 + 2] as number) - (colour[j * 4 + 2] as number)
  const y = (r + 2 * g + b) / 4
  const v = (2 * g - r - b) / 2
  const far = 1 + (y * y + (r - b) * (r - b) + v * v) / (EDGE * EDGE)
  return 1 / (far * far) + 0.001
}

function sweep({ field, open, ways }: Level, belief: Float32Array, x: Float32Array, stop: number, back: boolean): void {
  const { width } = field
  for (let n = 0; n < open.length; n++) {
    const k = back ? open.length - 1 - n : n
    const i = open[k] as number
    const left = ways[k * 4] as number
    const right = ways[k * 4 + 1] as number
    const up = ways[k * 4 + 2] as number
    const down = ways[k * 4 + 3] as number
    let sum = stop * (belief[i] as number)
    // A way of no ease may lead out of the field.
    if (left > 0) sum += left * (x[i - 1] as number)
    if (right > 0) sum += right * (x[i + 1] as number)
    if (up > 0) sum += up * (x[i - width] as number)
    if (down > 0) sum += down * (x[i + width] as number)
    x[i] = sum / (stop + left + right + up + down)
  }
}

/** The field at half the size: mean colours of what takes part, fixed where any pixel is. */
function halved({ width, height, colour, role }: Field): Field {
  const size = { width: (width + 1) >> 1, height: (height + 1) >> 1 }
  const out = { ...size, colour: new Uint8ClampedArray(size.width * size.height * 4), role: new Uint8Array(size.width * size.height) }
  for (let v = 0, o = 0; v < size.height; v++) {
    for (let u = 0; u < size.width; u++, o++) {
      let n = 0
      let r = 0
      let g = 0
      let b = 0
      let most = CLOSED
      for (let y = 2 * v; y < Math.min(height, 2 * v + 2); y++) {
        for (let i = y * width + 2 * u; i < y * width + Math.min(width, 2 * u + 2); i++) {
          if (role[i] === CLOSED) continue
          most = Math.max(most, role[i] as number)
          n++
          r += colour[i * 4] as number
          g += colour[i * 4 + 1] as number
          b += colour[i * 4 + 2] as number
        }
      }
      out.role[o] = most
      if (n === 0) continue
      out.colour[o * 4] = r / n
      out.colour[o * 4 + 1] = g / n
      out.colour[o * 4 + 2] = b / n
    }
  }
  return out
}

/** Means of a value over what takes part; where pixels are fixed, `fixed` asks for the highest of theirs. */
function mean(field: Field, half: Field, values: Float32Array, fixed: boolean): Float32Array {
  const { width, height, role } = field
  const out = new Float32Array(half.role.length)
  for (let v = 0, o = 0; v < half.height; v++) {
    for (let u = 0; u < half.width; u++, o++) {
      if (half.role[o] === CLOSED) continue
      let n = 0
      let sum = 0
      let highest = 0
      for (let y = 2 * v; y < Math.min(height, 2 * v + 2); y++) {
        for (let i = y * width + 2 * u; i < y * width + Math.min(width, 2 * u + 2); i++) {
          if (role[i] === CLOSED) continue
          n++
          sum += values[i] as number
          if (role[i] === FIXED) highest = Math.max(highest, values[i] as number)
        }
      }
      out[o] = fixed && half.role[o] === FIXED ? highest : sum / n
    }
  }
  return out
}
