import type { ImageValue } from './recipe'

/** A photo with this share of its pixels left out (alpha under one tenth) was cut out before it came. */
const LEFT_OUT = 0.02

/** Whether an image's own alpha is 255 throughout. */
export function isOpaque({ data }: ImageValue): boolean {
  for (let p = 3; p < data.length; p += 4) if (data[p] !== 255) return false
  return true
}

/** The image's own alpha, one byte a pixel; null when it is opaque throughout. */
export function ownAlpha(image: ImageValue): Uint8Array<ArrayBuffer> | null {
  if (isOpaque(image)) return null
  const alpha = new Uint8Array(image.width * image.height)
  for (let i = 0, p = 3; i < alpha.length; i++, p += 4) alpha[i] = image.data[p] as number
  return alpha
}

/** Whether an image's own alpha is a cutout, not a rounded corner or a stray see-through pixel. */
export function bringsCutout(alpha: Uint8Array): boolean {
  let out = 0
  for (const a of alpha) if (a < 26) out++
  return out >= alpha.length * LEFT_OUT && out < alpha.length
}
