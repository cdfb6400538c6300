import { islandsOf } from '../../core/islands'
import type { ImageValue } from '../../core/recipe'
import { farFrom } from './distance'
import { type Profile, profileOf } from './profile'

/** No channel of a baked shadow is lighter than this. */
const DARK = 56
/** It lies no higher above the lowest solid pixel than this share of the height. */
const LOW = 0.3
/** Px of the profile beside solid pixels that are theirs: soft edges of dark goods. */
const BESIDE = 3
/** By how much its alpha departs from the mean around each pixel, on average, at most. Fur and lace depart by more. */
const SMOOTH = 3

/**
 * The cutout without the soft shadow that many a PNG brings along: pieces that are black, more clear than solid, smooth, and low. The
 * set casts its own. Where there is none the cutout itself comes back; solid pixels are never touched.
 */
export function withoutShadow(cutout: ImageValue): ImageValue {
  const made = known.get(cutout) ?? cleaned(cutout, profileOf(cutout))
  known.set(cutout, made)
  return made
}

const known = new WeakMap<ImageValue, ImageValue>()

function cleaned(cutout: ImageValue, profile: Profile): ImageValue {
  const { width, height, solid, box, factor } = profile
  const far = farFrom(solid, width, height)
  const from = Math.max(0, Math.floor(box.bottom - LOW * (box.bottom - box.top)))
  const seen = new Uint8Array(width * height)
  const alpha = new Uint8Array(width * height)
  for (let y = from; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x
      const [u, v] = [Math.min(cutout.width - 1, x * factor), Math.min(cutout.height - 1, y * factor)]
      const p = (v * cutout.width + u) * 4
      const most = Math.max(cutout.data[p] as number, cutout.data[p + 1] as number, cutout.data[p + 2] as number)
      seen[i] = cutout.data[p + 3] as number
      if ((far[i] as number) > BESIDE && most <= DARK) alpha[i] = seen[i] as number
    }
  }
  const { labels, islands } = islandsOf({ kind: 'mask', width, height, data: alpha }, 1)
  const rough = new Float64Array(islands.length + 1)
  for (let i = width; i < alpha.length - width; i++) {
    const label = labels[i] as number
    if (label === 0) continue
    const around = (seen[i - 1] as number) + (seen[i + 1] as number) + (seen[i - width] as number) + (seen[i + width] as number)
    rough[label] = (rough[label] as number) + Math.abs((seen[i] as number) - around / 4)
  }
  const smooth = islands.filter(({ label, area }) => (rough[label] as number) / area < SMOOTH)
  // Its thin ends fall to pieces, which count only beside a piece of some size.
  if (!smooth.some(({ area }) => area > profile.area * 0.001)) return cutout
  const gone = new Uint8Array(islands.length + 1)
  for (const { label } of smooth) gone[label] = 1
  return { ...cutout, data: cleared(cutout, labels, gone, profile) }
}

function cleared(
  cutout: ImageValue,
  labels: Int32Array,
  gone: Uint8Array,
  { width, factor, solid }: Profile,
): Uint8ClampedArray<ArrayBuffer> {
  const data = cutout.data.slice()
  for (let y = 0, p = 3; y < cutout.height; y++) {
    for (let x = 0; x < cutout.width; x++, p += 4) {
      const i = Math.floor(y / factor) * width + Math.floor(x / factor)
      if (gone[labels[i] as number] && !solid[i] && (data[p] as number) < 255) data[p] = 0
    }
  }
  return data
}
