import type { ImageValue } from '../../core/recipe'
import type { Plane, Size } from '../../core/sums'
import type { Planes } from './colour-model'

/** Longest side in px at which colours are compared: more than a network sees, and a second's work less than the whole photo. */
const LONGEST = 1280

/** The size at which the matte is thought about: the photo's own, or a smaller one of its shape. */
export function workingSize({ width, height }: Size): Size {
  const scale = Math.min(1, LONGEST / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** The photo's colours at the working size, 0 to 1, sRGB-encoded. */
export const planesOf = (image: ImageValue, size: Size): Planes => [
  shrunk(image.data, image, size, 4, 0),
  shrunk(image.data, image, size, 4, 1),
  shrunk(image.data, image, size, 4, 2),
]

/** One channel of a raster at a smaller size, 0 to 1: each sample the mean of the pixels whose corner lies in it. Pixel i is `data[i * stride + at]`. */
export function shrunk(data: Uint8Array | Uint8ClampedArray, { width, height }: Size, size: Size, stride = 1, at = 0): Plane {
  const out = new Float32Array(size.width * size.height)
  const columns = edges(width, size.width)
  const rows = edges(height, size.height)
  for (let y = 0, i = 0; y < size.height; y++) {
    const [top, bottom] = [rows[y] as number, rows[y + 1] as number]
    for (let x = 0; x < size.width; x++, i++) {
      const [left, right] = [columns[x] as number, columns[x + 1] as number]
      let sum = 0
      for (let v = top; v < bottom; v++) {
        const end = (v * width + right) * stride + at
        for (let p = (v * width + left) * stride + at; p < end; p += stride) sum += data[p] as number
      }
      out[i] = sum * (1 / (255 * (right - left) * (bottom - top)))
    }
  }
  return out
}

/** Where each of `to` samples begins among `from` pixels, and where the last ends. */
const edges = (from: number, to: number): number[] => Array.from({ length: to + 1 }, (_, i) => Math.round((i * from) / to))

/** For each of `to` pixels, the two of `from` samples it lies between and the second one's share. */
export interface Between {
  readonly first: Int32Array
  readonly second: Int32Array
  readonly share: Plane
}
export function between(from: number, to: number): Between {
  const first = new Int32Array(to)
  const second = new Int32Array(to)
  const share = new Float32Array(to)
  for (let i = 0; i < to; i++) {
    const at = Math.min(from - 1, Math.max(0, ((i + 0.5) * from) / to - 0.5))
    first[i] = Math.floor(at)
    second[i] = Math.min(from - 1, (first[i] as number) + 1)
    share[i] = at - (first[i] as number)
  }
  return { first, second, share }
}
