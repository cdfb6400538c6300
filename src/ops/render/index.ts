import { defineOp } from '../../core/recipe'
import { Scene } from '../../core/scene/document'
import { z } from '../../core/schema'

/**
 * Renders a scene and stands the products in it: `products` are their cutouts (straight alpha, in their photos' own frames), one for
 * each of the scene's products, in their order.
 */
export const render = defineOp({
  id: 'render',
  v: 1,
  title: 'Render the scene',
  params: z.object({
    scene: Scene,
    width: z.int().min(16).max(8000),
    height: z.int().min(16).max(8000),
    samples: z.int().min(1).max(4096).default(256),
    /** All of it; the set with the products' shadows but without them; or the products alone, as they are placed (alpha around them). */
    layer: z.enum(['all', 'set', 'products']).default('all'),
  }),
  in: { products: ['image'] },
  out: 'image',
  exact: false,
})
