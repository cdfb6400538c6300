import type { ImageValue } from '../../../src/core/recipe'
import { edgeColour } from './edge-colour'
import * as metrics from './metrics'
import type { TestPicture } from './pictures'
import { alphaOf } from './pixels'

/** What a cutout's measures are against the truth. */
export interface Measures {
  /** Thousands of px. */
  readonly sad: number
  readonly mse: number
  readonly gradient: number
  readonly iou: number
  readonly boundaryF: number
  /** Mean absolute difference within 10 px of the true outline. */
  readonly edge: number | null
  readonly holes: { readonly area: number; readonly open: number }
  /** CIEDE2000 within 3 px of the true outline on black, white and green; null where the true colours are not known. */
  readonly colour: { readonly median: number; readonly mean: number } | null
}

export function measure(cutout: ImageValue, picture: TestPicture, colour: ImageValue | null): Measures | null {
  const { truth, known } = picture
  if (!truth || known !== 'alpha') return null
  const alpha = alphaOf(cutout)
  return {
    sad: metrics.sad(alpha, truth),
    mse: metrics.mse(alpha, truth),
    gradient: metrics.gradientError(alpha, truth),
    iou: metrics.iou(alpha, truth),
    boundaryF: metrics.boundaryF(alpha, truth),
    edge: metrics.edgeError(alpha, truth),
    holes: metrics.openHoles(alpha, truth),
    colour: colour && edgeColour(cutout, { alpha: truth, colour }),
  }
}

/** What can be said against a mask drawn by hand, whose outline is some px off: what lies within 6 px of it does not count. */
export type Rough = Pick<Measures, 'iou' | 'holes'>

export function roughly(cutout: ImageValue, { truth, known }: TestPicture): Rough | null {
  if (!truth || known !== 'mask') return null
  const [alpha, outline] = [alphaOf(cutout), metrics.edgeBand(truth, 6)]
  return { iou: metrics.iou(alpha, truth, outline), holes: metrics.openHoles(alpha, truth, outline) }
}
