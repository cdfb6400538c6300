import type { ImageValue, MaskValue, Runner } from '../../core/recipe'
import type { silhouette } from './index'

export const run: Runner<typeof silhouette> = async ({ mask }, { show }) => (show === 'alpha' ? alphaOf(mask) : outlineOf(mask))

function alphaOf({ width, height, data: alpha }: MaskValue): ImageValue {
  const data = new Uint8ClampedArray(alpha.length * 4).fill(255)
  for (let i = 0; i < alpha.length; i++) data[i * 4 + 3] = alpha[i] as number
  return { kind: 'image', width, height, data }
}

/** Opacity of the veil where nothing is kept: what was removed stays plain to see. */
const VEIL = 0.55
/** The line is two-toned, so that one tone shows on any product: blue inside of the contour, white outside. */
const INSIDE = [46, 107, 255] as const
const OUTSIDE = [255, 255, 255] as const

function outlineOf({ width, height, data: alpha }: MaskValue): ImageValue {
  const data = new Uint8ClampedArray(alpha.length * 4)
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const a = alpha[i] as number
      const here = a >= 128
      const contour =
        (x > 0 && (alpha[i - 1] as number) >= 128 !== here) ||
        (x + 1 < width && (alpha[i + 1] as number) >= 128 !== here) ||
        (y > 0 && (alpha[i - width] as number) >= 128 !== here) ||
        (y + 1 < height && (alpha[i + width] as number) >= 128 !== here)
      if (contour) data.set(here ? INSIDE : OUTSIDE, i * 4)
      data[i * 4 + 3] = contour ? 255 : Math.round((255 - a) * VEIL)
    }
  }
  return { kind: 'image', width, height, data }
}
