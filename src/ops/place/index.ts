import { defineOp } from '../../core/recipe'
import { z } from '../../core/schema'

/**
 * Stands the cut-out product on a transparent canvas: the photo's own pixels, moved and scaled, alpha from the mask.
 * `frame: 'photo'` keeps the photo's frame and size. Otherwise the product's bounding box (alpha >= 0.5) is centred
 * and scaled so that the larger of width/frame width and height/frame height is `fill`.
 */
export const place = defineOp({
  id: 'place',
  v: 3,
  title: 'Place on the canvas',
  params: z.object({
    frame: z
      .union([z.literal('photo'), z.object({ width: z.int().min(1).max(10000), height: z.int().min(1).max(10000) })])
      .default('photo'),
    fill: z.number().min(0.1).max(1).default(0.88),
  }),
  in: { image: 'image', mask: 'mask' },
  out: 'image',
  exact: true,
})
