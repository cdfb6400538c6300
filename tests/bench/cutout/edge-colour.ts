import { deltaE, lab } from '../../../src/core/colour-difference'
import type { ImageValue, MaskValue } from '../../../src/core/recipe'
import { edgeBand } from './metrics'

/** Old backgrounds show worst where the new one is dark, light, or of another hue. */
const GROUNDS = [
  [0, 0, 0],
  [255, 255, 255],
  [0, 177, 64],
] as const

export interface TrueForeground {
  readonly alpha: MaskValue
  /** RGB of the subject alone, straight; only pixels with alpha above 0 count. */
  readonly colour: ImageValue
}

/**
 * What a seller would see of the edge: CIEDE2000 between the cutout and the true foreground, each composited in
 * display-encoded sRGB on black, white and green, for each pixel within 3 px of the true outline. Null without an edge.
 */
export function edgeColour(cutout: ImageValue, { alpha, colour }: TrueForeground): { median: number; mean: number } | null {
  const band = edgeBand(alpha, 3)
  const found: number[] = []
  for (let i = 0; i < band.length; i++) {
    if (!band[i]) continue
    const over = (image: ImageValue, a: number, ground: readonly [number, number, number]) =>
      lab(...(ground.map((g, c) => (image.data[i * 4 + c] as number) * (a / 255) + g * (1 - a / 255)) as [number, number, number]))
    for (const ground of GROUNDS)
      found.push(deltaE(over(cutout, cutout.data[i * 4 + 3] as number, ground), over(colour, alpha.data[i] as number, ground)))
  }
  if (found.length === 0) return null
  found.sort((a, b) => a - b)
  return { median: found[found.length >> 1] as number, mean: found.reduce((sum, v) => sum + v, 0) / found.length }
}
