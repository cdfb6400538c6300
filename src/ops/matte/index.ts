import { defineOp } from '../../core/recipe'
import { z } from '../../core/schema'

/**
 * Finds the product. The mask covers the whole photo; it has the model's working size, or, after up to three
 * looks (`looks: 3`), as many samples more as one from near resolves. A photo that brings its own cutout (see
 * `bringsCutout`) gives that.
 */
export const matte = defineOp({
  id: 'matte',
  v: 2,
  title: 'Cut out',
  params: z.object({
    /** One of the catalogue, or `own:` and the SHA-256 of a network that the seller brought. */
    model: z.union([z.enum(['isnet-fine', 'isnet-fast']), z.templateLiteral(['own:', z.string()])]).default('isnet-fine'),
    looks: z.union([z.literal(1), z.literal(3)]).default(1),
  }),
  in: { image: 'image' },
  out: 'mask',
  exact: false,
  model: (params) => params.model,
})
