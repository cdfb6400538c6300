import type { ImageValue } from '../../core/recipe'
import type { Grid } from './grid'
import type { Profile } from './profile'

/** The farthest of it lies so far before the middle plane, as a share of the nearest: a body has no holes. */
const LEAST = 0.1

/**
 * Squares of the depths (px of the profile) that a grey picture says, stretched over the profile: white lies `half` before the middle
 * plane. Between the darkest and the lightest of what is covered it is linear in the picture's own values. From row `straight` on it
 * goes straight down.
 */
export function mapped(
  map: ImageValue,
  { width, height }: Profile,
  grid: Grid,
  cover: Float32Array,
  half: number,
  straight: number,
): Float32Array {
  const { left, top, cell, columns, rows } = grid
  const grey = new Float32Array(columns * rows)
  for (let k = 0; k < grey.length; k++) {
    const x = left + (k % columns) * cell
    const y = top + Math.min(Math.floor(k / columns), straight) * cell
    grey[k] = meanOf(
      map,
      ((x - cell / 2) / width) * map.width,
      ((x + cell / 2) / width) * map.width,
      ((y - cell / 2) / height) * map.height,
      ((y + cell / 2) / height) * map.height,
    )
  }
  const even = smoothed(grey, columns, rows)
  let [dark, light] = [Infinity, -Infinity]
  for (let k = 0; k < even.length; k++) {
    if ((cover[k] as number) < 0.5) continue
    dark = Math.min(dark, even[k] as number)
    light = Math.max(light, even[k] as number)
  }
  const range = light - dark
  return even.map((value, k) => {
    const share = range > 0 ? Math.min(1, Math.max(0, (value - dark) / range)) : 1
    const depth = half * (LEAST + (1 - LEAST) * share)
    return Math.min(1, 2 * (cover[k] as number)) * depth * depth
  })
}

/** Mean grey of the pixels between two corners, at least one; beside the picture its edge goes on. */
function meanOf({ width, height, data }: ImageValue, left: number, right: number, top: number, bottom: number): number {
  const within = (value: number, most: number) => Math.min(most - 1, Math.max(0, Math.floor(value)))
  const [x0, x1, y0, y1] = [within(left, width), within(right, width), within(top, height), within(bottom, height)]
  let sum = 0
  for (let y = y0; y <= y1; y++)
    for (let x = x0, p = (y * width + x0) * 4; x <= x1; x++, p += 4)
      sum += (data[p] as number) + (data[p + 1] as number) + (data[p + 2] as number)
  return sum / 3 / ((x1 - x0 + 1) * (y1 - y0 + 1))
}

/** Each value with its neighbours, a binomial over 3 by 3: eight bits have steps, which light would show. */
function smoothed(values: Float32Array, columns: number, rows: number): Float32Array {
  const line = (from: Float32Array, step: number, count: (k: number) => readonly [at: number, length: number]) =>
    from.map((value, k) => {
      const [at, length] = count(k)
      const before = at > 0 ? (from[k - step] as number) : value
      const after = at + 1 < length ? (from[k + step] as number) : value
      return (before + 2 * value + after) / 4
    })
  const across = line(values, 1, (k) => [k % columns, columns])
  return line(across, columns, (k) => [Math.floor(k / columns), rows])
}
