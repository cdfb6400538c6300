import type { ImageValue, Runner } from '../../core/recipe'
import type { silhouette } from './index'

export const run: Runner<typeof silhouette> = async ({ image }, { show }) => (show === 'alpha' ? alphaOf(image) : outlineOf(image))

function alphaOf({ width, height, data: from }: ImageValue): ImageValue {
  const data = new Uint8ClampedArray(from)
  for (let i = 0; i < data.length; i += 4) data.fill(255, i, i + 3)
  return { kind: 'image', width, height, data }
}

/** Opacity of the veil where nothing is kept: what was removed stays plain to see. */
const VEIL = 0.55
/** The line is two-toned, so that one tone shows on any product: blue inside of the contour, white outside. */
const INSIDE = [46, 107, 255] as const
const OUTSIDE = [255, 255, 255] as const

function outlineOf({ width, height, data: from }: ImageValue): ImageValue {
  const data = new Uint8ClampedArray(from.length)
  const inside = (x: number, y: number) => (from[(y * width + x) * 4 + 3] as number) >= 128
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = (y * width + x) * 4
      const here = inside(x, y)
      const contour =
        (x > 0 && inside(x - 1, y) !== here) ||
        (x + 1 < width && inside(x + 1, y) !== here) ||
        (y > 0 && inside(x, y - 1) !== here) ||
        (y + 1 < height && inside(x, y + 1) !== here)
      if (!contour) {
        data[i + 3] = Math.round((255 - (from[i + 3] as number)) * VEIL)
        continue
      }
      data.set(here ? INSIDE : OUTSIDE, i)
      data[i + 3] = 255
    }
  }
  return { kind: 'image', width, height, data }
}
