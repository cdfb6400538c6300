import { type Extent, extentOf } from '../../core/extent'
import { fail } from '../../core/fault'
import { islandsOf } from '../../core/islands'
import type { ImageValue } from '../../core/recipe'

/** A cutout's solid pixels, without stray ones, and its edge seen from four sides. */
export interface Profile {
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

/**
 * Solid is what has at least half the alpha of the product's most solid hundredth (so that a glass has an outline too).
 * Throws the fault `no-product` where there is nothing.
 */
export function profileOf({ width, height, data }: ImageValue): Profile {
  const alpha = new Uint8Array(width * height)
  for (let i = 0, p = 3; i < alpha.length; i++, p += 4) alpha[i] = data[p] as number
  const level = levelOf(alpha)
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
    if (label === 0 || solid[i]) clean[i] = Math.min(255, ((alpha[i] as number) * 128) / level)
  }
  const box = extentOf(onlyNear(clean, solid, width, height), width, height) as Extent
  return { width, height, box, solid, ...middleOf(solid, width), ...edgesOf(clean, solid, width, height) }
}

function levelOf(alpha: Uint8Array): number {
  const counts = new Uint32Array(256)
  for (const a of alpha) counts[a] = (counts[a] as number) + 1
  const some = alpha.length - (counts[0] as number)
  let rest = some * 0.01
  let most = 255
  while (most > 1 && rest >= (counts[most] as number)) rest -= counts[most--] as number
  return Math.max(8, Math.min(128, Math.ceil(most / 2)))
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

/** Of every row: where its widest run of solid pixels begins and ends; null where it has none. A handle beside a mug is no part of it. */
export function runsOf({ solid, width, height, left, right }: Profile): (readonly [number, number] | null)[] {
  return Array.from({ length: height }, (_, y) => {
    let best: readonly [number, number] | null = null
    for (let x = 0; x < width; x++) {
      if (!solid[y * width + x]) continue
      const from = x
      while (x < width && solid[y * width + x]) x++
      if (!best || x - from > best[1] - best[0]) best = [from, x]
    }
    const [first, last] = [left[y] as number, right[y] as number]
    return best && [Math.abs(best[0] - first) < 1 ? first : best[0], Math.abs(best[1] - last) < 1 ? last : best[1]]
  })
}
