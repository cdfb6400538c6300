import { z } from './schema'

/** How far the pixels of one kind are from what the photo alone would have put there: CIEDE2000, on the ground they stand on. */
const Difference = z.object({ mean: z.number(), p95: z.number(), max: z.number() })

/** Pixels of one kind. */
const Part = z.object({
  pixels: z.int(),
  /** Those that differ by no more than the tolerance: in the picture before it was encoded, and in the decoded file. */
  same: z.object({ placed: z.int(), file: z.int() }),
  difference: z.object({ placed: Difference, file: Difference }),
})
export type Part = z.infer<typeof Part>

/** Width and height in px of the largest map. */
export const MAP_SIDE = 200

/** What the `fidelity` operation finds in an exported file. */
export const FidelityFacts = z.object({
  /** Of the file, px. */
  width: z.int(),
  height: z.int(),
  /**
   * Where the photo lies in the file, found in the pixels: file px per photo px, and where the upright photo's upper
   * left corner lies, in px of the file. `copied`: at its own size, pixel upon pixel; else each pixel is a weighted mean.
   */
  pose: z.object({ scale: z.number(), left: z.number(), top: z.number(), copied: z.boolean() }),
  /**
   * Levels of 255 by which a channel may differ: before encoding (rounding alone), and in the file. A JPEG is held to what its own
   * tables allow, in Y, Cb and Cr: each pixel, and the mean of each block of 8 by 8; other files have no `block`.
   */
  tolerance: z.object({ placed: z.number(), file: z.object({ pixel: z.number(), block: z.number().nullable() }) }),
  /** Made of nothing but the product's solid pixels: what is the same there is the photo's own, moved and scaled. */
  solid: Part,
  /** Where product and background mix: the product's colour is estimated there, so that the old background does not show. */
  edge: Part,
  /** Nothing of the product: laid by the studio. */
  ground: Part,
  /** CIEDE2000 between the mean colours of all solid pixels, expected and in the file: a tint too faint for single pixels. */
  drift: z.number(),
  /**
   * The largest difference in the file for each cell of a grid over it, row by row, one byte each in base64: tenths of
   * CIEDE2000, 254 = 25.4 and more, 255 = no product there.
   */
  map: z.object({ width: z.int().max(MAP_SIDE), height: z.int().max(MAP_SIDE), cells: z.base64() }),
})
export type FidelityFacts = z.infer<typeof FidelityFacts>
