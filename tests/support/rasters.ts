import type { ImageValue, MaskValue } from '../../src/core/recipe'

/** A mask whose alpha (0 to 255) a function gives for each sample. */
export const mask = (width: number, height: number, at: (x: number, y: number) => number): MaskValue => ({
  kind: 'mask',
  width,
  height,
  data: Uint8Array.from({ length: width * height }, (_, i) => at(i % width, Math.floor(i / width))),
})

/** An image whose red, green and blue (and alpha, else 255) a function gives for each pixel. */
export function image(width: number, height: number, at: (x: number, y: number) => readonly number[]): ImageValue {
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let y = 0, p = 0; y < height; y++) for (let x = 0; x < width; x++, p += 4) data.set(at(x, y), p)
  return { kind: 'image', width, height, data }
}
