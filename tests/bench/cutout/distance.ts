import type { MaskValue } from '../../../src/core/recipe'

const FAR = 1e12

/** The lower envelope of parabolas rooted at (i, `f`[i]), sampled at every i (Felzenszwalb and Huttenlocher 2012). */
function transformed(f: Float64Array, out: Float64Array, roots: Int32Array, borders: Float64Array): void {
  const n = f.length
  let last = 0
  roots[0] = 0
  borders[0] = Number.NEGATIVE_INFINITY
  borders[1] = Number.POSITIVE_INFINITY
  const meet = (q: number, r: number) => ((f[q] as number) + q * q - ((f[r] as number) + r * r)) / (2 * q - 2 * r)
  for (let q = 1; q < n; q++) {
    let at = meet(q, roots[last] as number)
    while (at <= (borders[last] as number)) at = meet(q, roots[--last] as number)
    roots[++last] = q
    borders[last] = at
    borders[last + 1] = Number.POSITIVE_INFINITY
  }
  for (let i = 0, k = 0; i < n; i++) {
    while ((borders[k + 1] as number) < i) k++
    const r = roots[k] as number
    out[i] = (i - r) ** 2 + (f[r] as number)
  }
}

/** For each pixel the squared Euclidean distance (px) to the nearest one that `marked` holds; 1e12 and more where it holds none. */
export function squaredDistance(marked: Uint8Array, width: number, height: number): Float64Array {
  const distance = Float64Array.from(marked, (m) => (m ? 0 : FAR))
  const most = Math.max(width, height)
  const roots = new Int32Array(most)
  const borders = new Float64Array(most + 1)
  const [column, down] = [new Float64Array(height), new Float64Array(height)]
  for (let x = 0; x < width; x++) {
    for (let y = 0; y < height; y++) column[y] = distance[y * width + x] as number
    transformed(column, down, roots, borders)
    for (let y = 0; y < height; y++) distance[y * width + x] = down[y] as number
  }
  for (let y = 0; y < height; y++) {
    const row = distance.subarray(y * width, (y + 1) * width)
    transformed(row.slice(), row, roots, borders)
  }
  return distance
}

/** 1 for each pixel of the subject (alpha >= 0.5) that has a 4-neighbour outside it; the picture's frame is no edge. */
export function outlineOf({ data, width, height }: MaskValue): Uint8Array {
  const outline = new Uint8Array(data.length)
  const outside = (i: number) => (data[i] as number) < 128
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      if (outside(i)) continue
      const beside = (x > 0 && outside(i - 1)) || (x < width - 1 && outside(i + 1))
      if (beside || (y > 0 && outside(i - width)) || (y < height - 1 && outside(i + width))) outline[i] = 1
    }
  return outline
}
