import { defineOp } from '../../core/recipe'
import { z } from '../../core/schema'

/**
 * Brings a matte to the photo's own resolution along the photo's own edges. A photo that brings its own cutout (see
 * `bringsCutout`) keeps its alpha as it is.
 */
export const refine = defineOp({
  id: 'refine',
  v: 2,
  title: 'Refine the edge',
  params: z.object({
    seeThrough: z.boolean().default(false),
  }),
  in: { image: 'image', mask: 'mask' },
  out: 'mask',
  exact: true,
})
