import type { ImageValue, MaskValue } from '../../core/recipe'
import { distanceFrom, reachedFrom } from './around'
import { cellOf, frequencies, likelihood } from './colours'
import { type Size, shrunkAlpha, shrunkColours, workingSize } from './raster'
import { extentOf, reachOf, type Stroke, touched } from './stroke'
import { CLOSED, FIXED, levelsOf, OPEN, walk } from './walk'

/** Pixels as much on the wanted side as this stay as they are. */
const SURE = 0.9
/** Times that the colours of what changes are learnt anew from what was found. */
const ROUNDS = 3
/** Weight of a found pixel's colour against one under the stroke. */
const FOUND = 0.15
/** Gap, as a share of the longer side, that what belongs together may have (a leaf behind a leaf). */
const BRIDGE = 0.02
/** Pixels that look alike and may be meant, against those that are not, for a stroke that spans all of the other side; a smaller one claims less by the square of its part. */
const SHARE = 25
/** How little the matte's own alpha is trusted: odds of 4 to 1 from its firmest word. */
const DOUBT = 0.25

/** What a stroke means, in a small picture. */
export interface Meaning extends Size {
  /** How likely each pixel is on the wanted side, 0 to 1; 0 where no way leads from the stroke, and where nothing is to be done. */
  readonly wanted: Float32Array
  /** How many times likelier each cell of the colour cube is here than on the other side. */
  readonly likely: Float32Array
  /** How near each pixel is to what was found, 0 to 1. */
  readonly near: Float32Array
}

/**
 * Finds what belongs to what a stroke touches: colours under the stroke against those of the other side, from which
 * those alike are taken out as far as the stroke is wide; likelier near what was found so far, and where the matte was in doubt;
 * smoothed by a random walk along the picture's edges; only what can be reached from the stroke. Null when the stroke
 * is outside the picture.
 */
export function meaningOf(image: ImageValue, mask: MaskValue, stroke: Stroke): Meaning | null {
  const size = workingSize(image)
  const { width, height } = size
  const longer = Math.max(width, height)
  const reach = reachOf(stroke.points, size, Math.max(0.75, stroke.radius * longer))
  if (!reach) return null
  const { colour, cells } = smallOf(image, size)
  const alpha = shrunkAlpha(mask, size)
  const seeds = touched(reach, size)
  const n = alpha.length
  const role = new Uint8Array(n)
  let open = 0
  for (let i = 0; i < n; i++) {
    if (stroke.to === 'remove') alpha[i] = 1 - (alpha[i] as number)
    role[i] = seeds[i] ? FIXED : (alpha[i] as number) < SURE ? OPEN : CLOSED
    if (role[i] !== CLOSED) open++
  }
  const { area, side } = extentOf(seeds, width)
  const part = Math.min(1, area / open)
  const range = 0.03 * longer + 0.6 * side
  let near: Float32Array = nearness(seeds, size, range)
  const levels = levelsOf({ ...size, colour, role }, 6)
  const wanted = new Float32Array(n)
  for (let i = 0; i < n; i++) if (seeds[i]) wanted[i] = 1
  const [known, other, belief] = [new Float32Array(n), new Float32Array(n), new Float32Array(n)]
  const inside = new Uint8Array(n)
  let region: Uint8Array = new Uint8Array(n)
  let likely: Float32Array = new Float32Array(0)
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < n; i++) {
      known[i] = seeds[i] ? 1 : region[i] ? FOUND : 0
      other[i] = role[i] === OPEN && !region[i] ? 1 - (alpha[i] as number) : 0
    }
    likely = likelihood(frequencies(cells, known), frequencies(cells, other), SHARE * part * part)
    for (let i = 0; i < n; i++)
      belief[i] = seeds[i] ? 1 : believe(likely[cells[i] as number] as number, alpha[i] as number, near[i] as number)
    walk(levels, belief, wanted, 3)
    for (let i = 0; i < n; i++) inside[i] = role[i] !== CLOSED && (wanted[i] as number) >= 0.5 ? 1 : 0
    region = reachedFrom(seeds, inside, size, Math.round(BRIDGE * longer))
    if (round < ROUNDS - 1) near = nearness(region, size, range)
  }
  for (let i = 0; i < n; i++) if (role[i] === CLOSED || (inside[i] && !region[i])) wanted[i] = 0
  return { ...size, wanted, likely, near }
}

interface Small {
  /** Red, green and blue of each pixel, and a value that is not used. */
  readonly colour: Uint8ClampedArray
  /** The cell of the colour cube of each pixel. */
  readonly cells: Uint16Array
}
/** Stroke after stroke is drawn on one picture: what depends on nothing else is kept for as long as the picture is. */
const smalls = new WeakMap<ImageValue, Small>()

function smallOf(image: ImageValue, size: Size): Small {
  const known = smalls.get(image)
  if (known) return known
  const colour = shrunkColours(image, size)
  const cells = new Uint16Array(size.width * size.height)
  for (let i = 0; i < cells.length; i++)
    cells[i] = cellOf(colour[i * 4] as number, colour[i * 4 + 1] as number, colour[i * 4 + 2] as number)
  smalls.set(image, { colour, cells })
  return { colour, cells }
}

/** How likely a pixel is meant, 0 to 1: from how likely its colour is, its alpha (0 to 1, towards the wanted side) and its nearness. */
export function believe(likely: number, alpha: number, near: number): number {
  const odds = ((DOUBT + alpha) / (DOUBT + 1 - alpha)) * likely * near
  return odds / (1 + odds)
}

/** 1 at the marked pixels, one half at `range` px from them. */
function nearness(marked: Uint8Array, size: Size, range: number): Float32Array {
  const near = distanceFrom(marked, size)
  for (let i = 0; i < near.length; i++) {
    const d = (near[i] as number) / range
    near[i] = 1 / (1 + d * d)
  }
  return near
}
