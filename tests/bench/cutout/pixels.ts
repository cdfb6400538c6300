import { PNG } from 'pngjs'
import type { ImageValue, MaskValue } from '../../../src/core/recipe'

/** Bytes of straight RGBA as the app's kind of picture. */
export const imageOf = ({ width, height, data }: { width: number; height: number; data: Uint8Array }): ImageValue => ({
  kind: 'image',
  width,
  height,
  data: new Uint8ClampedArray(data),
})

/** The alpha of a cutout. */
export const alphaOf = ({ width, height, data }: ImageValue): MaskValue => ({
  kind: 'mask',
  width,
  height,
  data: new Uint8Array(width * height).map((_, i) => data[i * 4 + 3] as number),
})

/** PNG of an RGBA picture. */
export function pngOf({ width, height, data }: ImageValue): Buffer {
  const png = new PNG({ width, height })
  png.data = Buffer.from(data)
  return PNG.sync.write(png)
}
