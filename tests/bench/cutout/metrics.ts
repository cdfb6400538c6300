// How far an alpha matte is from the true one, in the measures that papers on matting and segmentation use. Both mattes have one size.
import { holesOf } from '../../../src/core/islands'
import type { ImageValue, MaskValue } from '../../../src/core/recipe'
import { outlineOf, squaredDistance } from './distance'
import { gradientOf } from './gradient'

/** Smaller ones are gaps between threads and single pixels of noise. */
const SMALLEST_HOLE = 40
/** Alpha 0.1: what a hole's truth stays under. */
const EMPTY = 25

function pairwise(ours: MaskValue, truth: MaskValue, term: (difference: number) => number): number {
  if (ours.width !== truth.width || ours.height !== truth.height) throw new RangeError('the two mattes have different sizes')
  let sum = 0
  for (let i = 0; i < truth.data.length; i++) sum += term(((ours.data[i] as number) - (truth.data[i] as number)) / 255)
  return sum
}

/** Sum of absolute differences, in thousands of pixels. */
export const sad = (ours: MaskValue, truth: MaskValue): number => pairwise(ours, truth, Math.abs) / 1000

/** Mean squared difference over the whole picture, 0 to 1. */
export const mse = (ours: MaskValue, truth: MaskValue): number => pairwise(ours, truth, (d) => d * d) / truth.data.length

/** Rhemann et al. 2009: squared differences of the gradients' lengths (Gaussian derivatives, sigma 1.4), summed, in thousands. */
export function gradientError(ours: MaskValue, truth: MaskValue): number {
  const [one, two] = [gradientOf(ours), gradientOf(truth)]
  return one.reduce((sum, v, i) => sum + (v - (two[i] as number)) ** 2, 0) / 1000
}

/** Intersection over union of alpha >= 0.5 where `ignored` is not set; 1 when both are empty. */
export function iou(ours: MaskValue, truth: MaskValue, ignored?: Uint8Array): number {
  let both = 0
  let either = 0
  for (let i = 0; i < truth.data.length; i++) {
    if (ignored?.[i]) continue
    const [a, b] = [(ours.data[i] as number) >= 128, (truth.data[i] as number) >= 128]
    if (a && b) both++
    if (a || b) either++
  }
  return either === 0 ? 1 : both / either
}

/** The share of `outline`'s pixels that lie within `tolerance` px of a pixel of the other; 1 when there are none. */
function near(outline: Uint8Array, other: Float64Array, tolerance: number): number {
  let all = 0
  let close = 0
  for (let i = 0; i < outline.length; i++) {
    if (!outline[i]) continue
    all++
    if ((other[i] as number) <= tolerance * tolerance) close++
  }
  return all === 0 ? 1 : close / all
}

/** F measure of the outlines (alpha 0.5) that agree within `tolerance` px, 0 to 1; 1 when neither has one. */
export function boundaryF(ours: MaskValue, truth: MaskValue, tolerance = 3): number {
  const { width, height } = truth
  const [a, b] = [outlineOf(ours), outlineOf(truth)]
  const precision = near(a, squaredDistance(b, width, height), tolerance)
  const recall = near(b, squaredDistance(a, width, height), tolerance)
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
}

/** 1 for each pixel within `reach` px of the truth's outline. */
export function edgeBand(truth: MaskValue, reach: number): Uint8Array {
  return Uint8Array.from(squaredDistance(outlineOf(truth), truth.width, truth.height), (d) => (d <= reach * reach ? 1 : 0))
}

/** Mean absolute difference within 10 px of the truth's outline, 0 to 1; null when it has none. */
export function edgeError(ours: MaskValue, truth: MaskValue): number | null {
  const band = edgeBand(truth, 10)
  let sum = 0
  let count = 0
  for (let i = 0; i < band.length; i++) {
    if (!band[i]) continue
    sum += Math.abs((ours.data[i] as number) - (truth.data[i] as number)) / 255
    count++
  }
  return count === 0 ? null : sum / count
}

/**
 * The true holes (rings, handles: alpha under 0.1, 8-connected, at least 40 px, cut off from the frame by the subject)
 * in pixels, and how many of those pixels are open in ours (alpha under 0.5). Pixels that `ignored` sets count in neither.
 */
export function openHoles(ours: MaskValue, truth: MaskValue, ignored?: Uint8Array): { area: number; open: number } {
  const { labels, holes } = holesOf(truth, EMPTY)
  const counts = new Set(holes.filter(({ area }) => area >= SMALLEST_HOLE).map(({ label }) => label))
  let area = 0
  let open = 0
  for (let i = 0; i < labels.length; i++) {
    if (!counts.has(labels[i] as number) || ignored?.[i]) continue
    area++
    if ((ours.data[i] as number) < 128) open++
  }
  return { area, open }
}

/** How many pixels of a cutout are opaque (alpha 255), and how many of those have another colour than the photo. */
export function solidPixels(cutout: ImageValue, photo: ImageValue): { solid: number; changed: number } {
  let solid = 0
  let changed = 0
  for (let p = 0; p < cutout.data.length; p += 4) {
    if (cutout.data[p + 3] !== 255) continue
    solid++
    if ([0, 1, 2].some((c) => cutout.data[p + c] !== photo.data[p + c])) changed++
  }
  return { solid, changed }
}

/**
 * Area under the ROC curve: how likely a case that is `positive` scores higher than one that is not (equal scores count
 * half). Null when all are of one kind.
 */
export function areaUnderCurve(cases: readonly { readonly score: number; readonly positive: boolean }[]): number | null {
  const yes = cases.filter(({ positive }) => positive)
  const no = cases.filter(({ positive }) => !positive)
  if (yes.length === 0 || no.length === 0) return null
  let won = 0
  for (const a of yes) for (const b of no) won += a.score > b.score ? 1 : a.score === b.score ? 0.5 : 0
  return won / (yes.length * no.length)
}
