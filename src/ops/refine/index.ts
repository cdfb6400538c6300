import { defineOp } from '../../core/recipe'
import { z } from '../../core/schema'

/**
 * Brings a matte to the photo's own resolution along the photo's own edges. A photo that brings its own cutout (see
 * `bringsCutout`) keeps its alpha as it is. `looser` and `softer` as in `PhotoDoc.edge`.
 */
export const refine = defineOp({
  id: 'refine',
  v: 1,
  title: 'Refine the edge',
  params: z.object({
    seeThrough: z.boolean().default(false),
    looser: z.number().min(-10).max(10).default(0),
    softer: z.number().min(-10).max(10).default(0),
  }),
  in: { image: 'image', mask: 'mask' },
  out: 'mask',
  exact: true,
})
