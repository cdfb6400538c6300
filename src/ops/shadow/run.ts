import type { Runner } from '../../core/recipe'
import type { shadow } from './index'

/** Throws a RangeError where the sizes differ. */
export const run: Runner<typeof shadow> = async ({ bare, set }) => {
  const { width, height } = bare
  if (set.width !== width || set.height !== height) throw new RangeError('the two sets differ in size')
  const data = new Uint8ClampedArray(width * height * 4)
  for (let p = 0; p < data.length; p += 4) if (differ(bare.data, set.data, p)) lift(bare.data, set.data, p, data)
  return { kind: 'image', width, height, data }
}

const differ = (a: Uint8ClampedArray, b: Uint8ClampedArray, p: number) => a[p] !== b[p] || a[p + 1] !== b[p + 1] || a[p + 2] !== b[p + 2]

/** The pixel at `p`: what has to lie over `bare` to give `set`. */
function lift(bare: Uint8ClampedArray, set: Uint8ClampedArray, p: number, out: Uint8ClampedArray): void {
  const black = blackOver(bare, set, p)
  if (black !== null) {
    out[p + 3] = black
    return
  }
  let least = 0
  for (let c = p; c < p + 3; c++) {
    const [from, to] = [bare[c] as number, set[c] as number]
    least = Math.max(least, to < from ? (from - to) / from : to > from ? (to - from) / (255 - from) : 0)
  }
  const alpha = Math.ceil(least * 255 - 1e-9)
  for (let c = p; c < p + 3; c++) out[c] = (bare[c] as number) + (((set[c] as number) - (bare[c] as number)) * 255) / alpha
  out[p + 3] = alpha
}

/** The alpha, 0 to 255, of black that comes nearest; null where that is more than 1 off in a channel. */
function blackOver(bare: Uint8ClampedArray, set: Uint8ClampedArray, p: number): number | null {
  let [darker, square] = [0, 0]
  for (let c = p; c < p + 3; c++) {
    const from = bare[c] as number
    darker += from * (from - (set[c] as number))
    square += from * from
  }
  const alpha = square > 0 ? Math.min(255, Math.max(0, Math.round((255 * darker) / square))) : 0
  for (let c = p; c < p + 3; c++)
    if (Math.abs(Math.round(((bare[c] as number) * (255 - alpha)) / 255) - (set[c] as number)) > 1) return null
  return alpha
}
