import { type Extent, extentOf } from '../../core/extent'
import { fail } from '../../core/fault'
import { holesOf, islandsOf } from '../../core/islands'
import type { ImageValue, MaskValue } from '../../core/recipe'

/** A cutout's solid pixels, without stray ones, and its edge seen from four sides, in px of the photo shrunk by `factor`. */
export interface Profile {
  readonly factor: number
  readonly width: number
  readonly height: number
  readonly box: Extent
  /** 1 = solid. */
  readonly solid: Uint8Array
  /** Solid pixels. */
  readonly area: number
  /** Their middle. */
  readonly middle: { readonly x: number; readonly y: number }
  /** Of every column: where its solid pixels begin and end, to a fraction of a pixel; NaN where it has none. */
  readonly top: Float32Array
  readonly bottom: Float32Array
  /** Of every row, likewise. */
  readonly left: Float32Array
  readonly right: Float32Array
}

/** A piece smaller than this share of the largest is taken for dust. */
const DUST = 0.004

/** Longer side, px, that is enough to know a product's outline: edges are found to a fraction of a pixel. */
const ENOUGH = 1200

/**
 * Solid is what has alpha 0.5 or more; of a thing that is see-through nearly everywhere, half its usual alpha or more. Throws the fault
 * `no-product` where there is nothing.
 */
export function profileOf(cutout: ImageValue): Profile {
  const made = known.get(cutout) ?? madeOf(cutout)
  known.set(cutout, made)
  return made
}

/** A product is dragged about while its cutout stays the same. */
const known = new WeakMap<ImageValue, Profile>()

function madeOf(cutout: ImageValue): Profile {
  const factor = Math.ceil(Math.max(cutout.width, cutout.height) / ENOUGH)
  const { width, height, data: alpha } = alphaOf(cutout, factor)
  const level = levelOf(alpha)
  if (level < HALF) fillHoles({ kind: 'mask', width, height, data: alpha }, level)
  const { labels, islands } = islandsOf({ kind: 'mask', width, height, data: alpha }, level)
  const largest = Math.max(0, ...islands.map(({ area }) => area))
  if (largest === 0) fail('no-product', 'No product was found in this photo.', 'Cut it out again, or choose another photo.')
  const kept = new Uint8Array(islands.length + 1)
  for (const { label, area } of islands) kept[label] = area >= largest * DUST ? 1 : 0
  const solid = new Uint8Array(alpha.length)
  // Dust counts for nothing, and half alpha is half way whatever the level.
  const clean = new Uint8Array(alpha.length)
  for (let i = 0; i < solid.length; i++) {
    const label = labels[i] as number
    solid[i] = kept[label] as number
    if (label === 0 || solid[i]) clean[i] = Math.min(255, ((alpha[i] as number) * HALF) / level)
  }
  const box = extentOf(onlyNear(clean, solid, width, height), width, height) as Extent
  return { factor, width, height, box, solid, ...middleOf(solid, width), ...edgesOf(clean, solid, width, height) }
}

/** Means of the alpha of `factor` x `factor` px. What is left over at the right and below counts as empty. */
function alphaOf({ width, height, data }: ImageValue, factor: number): { width: number; height: number; data: Uint8Array<ArrayBuffer> } {
  const [w, h] = [Math.ceil(width / factor), Math.ceil(height / factor)]
  const sums = new Uint32Array(w * h)
  for (let y = 0, p = 3; y < height; y++) {
    const row = Math.floor(y / factor) * w
    for (let x = 0; x < width; x++, p += 4) {
      const i = row + Math.floor(x / factor)
      sums[i] = (sums[i] as number) + (data[p] as number)
    }
  }
  return { width: w, height: h, data: Uint8Array.from(sums, (sum) => Math.round(sum / (factor * factor))) }
}

const HALF = 128
/** Alpha under this is haze. */
const HAZE = 16
/** Where less than this share of what is seen is solid, the thing is see-through. */
const CLEAR = 0.25

function levelOf(alpha: Uint8Array): number {
  const counts = new Uint32Array(256)
  for (const a of alpha) counts[a] = (counts[a] as number) + 1
  const from = (level: number) => counts.subarray(level).reduce((sum, n) => sum + n, 0)
  const seen = from(HAZE)
  if (from(HALF) >= CLEAR * seen) return HALF
  let usual = 255
  while (usual > HAZE && from(usual) < seen / 2) usual--
  return Math.max(HAZE, usual >> 1)
}

/** Clear parts within a see-through thing belong to it. */
function fillHoles(mask: MaskValue, level: number): void {
  const { labels } = holesOf(mask, level - 1)
  for (let i = 0; i < labels.length; i++) if (labels[i] !== 0) mask.data[i] = level
}

/** Alpha without what is not beside anything solid: a soft shadow below it says nothing of its edge. */
function onlyNear(alpha: Uint8Array, solid: Uint8Array, width: number, height: number): Uint8Array {
  const near = new Uint8Array(alpha.length)
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const beside =
        solid[i] ||
        (x > 0 && solid[i - 1]) ||
        (x + 1 < width && solid[i + 1]) ||
        (y > 0 && solid[i - width]) ||
        (y + 1 < height && solid[i + width])
      if (beside) near[i] = alpha[i] as number
    }
  }
  return near
}

function middleOf(solid: Uint8Array, width: number): { area: number; middle: { x: number; y: number } } {
  let [area, x, y] = [0, 0, 0]
  for (let i = 0; i < solid.length; i++) {
    if (!solid[i]) continue
    area++
    x += (i % width) + 0.5
    y += Math.floor(i / width) + 0.5
  }
  return { area, middle: { x: x / area, y: y / area } }
}

type Edges = Pick<Profile, 'top' | 'bottom' | 'left' | 'right'>

function edgesOf(alpha: Uint8Array, solid: Uint8Array, width: number, height: number): Edges {
  const of = (length: number) => new Float32Array(length).fill(Number.NaN)
  const edges: Edges = { top: of(width), bottom: of(width), left: of(height), right: of(height) }
  const { top, bottom, left, right } = edges
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (!solid[i]) continue
      const inner = alpha[i] as number
      const beyond = (there: boolean, step: number) => (there ? crossing(inner, alpha[i + step] as number) : 0.5)
      if (Number.isNaN(top[x] as number)) top[x] = y + 0.5 - beyond(y > 0, -width)
      if (Number.isNaN(left[y] as number)) left[y] = x + 0.5 - beyond(x > 0, -1)
      if (y + 1 >= height || !solid[i + width]) bottom[x] = y + 0.5 + beyond(y + 1 < height, width)
      if (x + 1 >= width || !solid[i + 1]) right[y] = x + 0.5 + beyond(x + 1 < width, 1)
    }
  }
  return edges
}

/** Way from an inner pixel's centre to where alpha has fallen to one half, px. */
const crossing = (inner: number, outer: number) => Math.min(1, Math.max(0, (inner - 127.5) / Math.max(1, inner - outer)))
