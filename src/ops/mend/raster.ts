import type { ImageValue, MaskValue } from '../../core/recipe'

export interface Size {
  readonly width: number
  readonly height: number
}

/** A part of a picture, in its pixels. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A part of a picture, and how far each of its pixels is covered, 0 to 1, row by row. */
export interface Cover extends Box {
  readonly share: Float32Array
}

/** The pixels of a picture that lie wholly or partly between two corners; null when none does. */
export function within({ width, height }: Size, left: number, top: number, right: number, bottom: number): Box | null {
  const box = {
    left: Math.max(0, Math.floor(left)),
    top: Math.max(0, Math.floor(top)),
    right: Math.min(width, Math.ceil(right)),
    bottom: Math.min(height, Math.ceil(bottom)),
  }
  return box.right > box.left && box.bottom > box.top ? box : null
}

/** Pixels at most of the small picture in which a stroke is understood. */
const WORKING = 45_000

/** The size at which a stroke is understood: the picture's own, or smaller in the same shape. */
export function workingSize({ width, height }: Size): Size {
  const shrink = Math.min(1, Math.sqrt(WORKING / (width * height)))
  return { width: Math.max(1, Math.floor(width * shrink)), height: Math.max(1, Math.floor(height * shrink)) }
}

/** For each of `to` pixels the first of the `from` pixels that it covers; one more entry ends the last one. */
function spans(from: number, to: number): Int32Array {
  return Int32Array.from({ length: to + 1 }, (_, i) => Math.floor((i * from) / to))
}

/** Mean red, green and blue, 0 to 255 each, of a picture made smaller; the fourth of four values a pixel is not used. */
export function shrunkColours(image: ImageValue, { width, height }: Size): Uint8ClampedArray {
  const out = new Uint8ClampedArray(width * height * 4)
  const across = spans(image.width, width)
  const down = spans(image.height, height)
  for (let y = 0, o = 0; y < height; y++) {
    const [top, bottom] = [down[y] as number, down[y + 1] as number]
    for (let x = 0; x < width; x++, o += 4) {
      const [left, right] = [across[x] as number, across[x + 1] as number]
      let r = 0
      let g = 0
      let b = 0
      for (let v = top; v < bottom; v++) {
        for (let p = (v * image.width + left) * 4; p < (v * image.width + right) * 4; p += 4) {
          r += image.data[p] as number
          g += image.data[p + 1] as number
          b += image.data[p + 2] as number
        }
      }
      const n = (right - left) * (bottom - top)
      out[o] = r / n
      out[o + 1] = g / n
      out[o + 2] = b / n
    }
  }
  return out
}

/** A mask's mean alpha, 0 to 1, made smaller. */
export function shrunkAlpha(mask: MaskValue, { width, height }: Size): Float32Array {
  const alpha = new Float32Array(width * height)
  const across = spans(mask.width, width)
  const down = spans(mask.height, height)
  for (let y = 0, o = 0; y < height; y++) {
    const [top, bottom] = [down[y] as number, down[y + 1] as number]
    for (let x = 0; x < width; x++, o++) {
      const [left, right] = [across[x] as number, across[x + 1] as number]
      let sum = 0
      for (let v = top; v < bottom; v++) for (let p = v * mask.width + left; p < v * mask.width + right; p++) sum += mask.data[p] as number
      alpha[o] = sum / ((right - left) * (bottom - top) * 255)
    }
  }
  return alpha
}
