import { ownAlpha } from '../../core/alpha'
import { enlarge } from '../../core/enlarge'
import { fail } from '../../core/fault'
import type { ImageValue, MaskValue, Runner } from '../../core/recipe'
import type { adopt } from './index'

/** What is kept of a matte: the resolution of the photos it is for. */
const MAX_PIXELS = 12e6
/** Sizes rounded to whole pixels differ this much, and no eye sees it; a matte of another photo differs more. */
const TOLERANCE = 0.02
/** Alpha under a tenth is nothing, above nine tenths all: a matte has at least one pixel of both. */
const NOTHING = 25
const ALL = 230

/** Throws `matte-other-shape`, `matte-on-its-side`, `matte-empty` and `matte-full`. */
export const run: Runner<typeof adopt> = async ({ matte, image }) => {
  checkShape(matte, image)
  const data = ownAlpha(matte) ?? brightness(matte)
  checkRange(data)
  return within({ kind: 'mask', width: matte.width, height: matte.height, data })
}

function checkShape(matte: ImageValue, photo: ImageValue): void {
  const off = (width: number, height: number) => Math.abs(Math.log((width * photo.height) / (height * photo.width)))
  if (off(matte.width, matte.height) <= TOLERANCE) return
  const sizes = `the matte has ${matte.width} × ${matte.height} px, the photo ${photo.width} × ${photo.height}`
  if (off(matte.height, matte.width) <= TOLERANCE)
    fail(
      'matte-on-its-side',
      `The matte lies on its side: ${sizes}.`,
      'Turn the matte by 90°, so that it lies on the photo as it was before it was turned here, and bring it again.',
    )
  fail(
    'matte-other-shape',
    `The matte is not of this photo’s shape: ${sizes}.`,
    'Make it from the whole, uncropped photo, at any size with the same proportions.',
  )
}

/** Rec. 709 luma; of a grey pixel exactly its value. */
function brightness({ data, width, height }: ImageValue): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(width * height)
  for (let i = 0, p = 0; i < out.length; i++, p += 4)
    out[i] = (54 * (data[p] as number) + 183 * (data[p + 1] as number) + 19 * (data[p + 2] as number)) >> 8
  return out
}

function checkRange(alpha: Uint8Array): void {
  let low = 255
  let high = 0
  for (const a of alpha) {
    if (a < low) low = a
    if (a > high) high = a
  }
  const remedy = 'Bring one that is white (or opaque) on the product and black (or transparent) around it.'
  if (high <= NOTHING) fail('matte-empty', 'The matte is black all over, so it shows no product.', remedy)
  if (low >= ALL) fail('matte-full', 'The matte is white all over, so it cuts nothing out.', remedy)
}

function within(mask: MaskValue): MaskValue {
  const scale = Math.sqrt(MAX_PIXELS / (mask.width * mask.height))
  if (scale >= 1) return mask
  const [width, height] = [mask.width, mask.height].map((n) => Math.max(1, Math.floor(n * scale))) as [number, number]
  return { kind: 'mask', width, height, data: enlarge(mask, width, height) }
}
