import type { ImageValue, MaskValue } from '../../core/recipe'

/** A mask as a picture, so that it lies in the frame as its cutout does: grey as light may act. */
export function pictureOf({ width, height, data: alpha }: MaskValue): ImageValue {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let i = 0, p = 0; i < alpha.length; i++, p += 4) {
    const grey = alpha[i] as number
    data[p] = grey
    data[p + 1] = grey
    data[p + 2] = grey
    data[p + 3] = 255
  }
  return { kind: 'image', width, height, data }
}
