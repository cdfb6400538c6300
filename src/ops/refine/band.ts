import { grown, type Plane, type Size } from '../../core/sums'

/** Alpha from here to one minus it is unsure. */
const UNSURE = 0.05

/** The samples whose alpha is open to question: unsure ones, the border of product and background, and `reach` samples around both. */
export function bandOf(alpha: Plane, size: Size, reach: number): Uint8Array {
  const { width, height } = size
  const open = new Uint8Array(alpha.length)
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const a = alpha[i] as number
      const kept = a >= 0.5
      const unsure = a > UNSURE && a < 1 - UNSURE
      const border =
        (x + 1 < width && (alpha[i + 1] as number) >= 0.5 !== kept) || (y + 1 < height && (alpha[i + width] as number) >= 0.5 !== kept)
      if (unsure || border) open[i] = 1
    }
  }
  return grown(open, size, reach)
}
