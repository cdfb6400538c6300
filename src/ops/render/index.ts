import { defineOp } from '../../core/recipe'
import { Scene } from '../../core/scene/document'
import { z } from '../../core/schema'

/**
 * Renders a scene and stands the products in it: `products` are their cutouts (straight alpha, in their photos' own frames), one for
 * each of the scene's products, in their order; after them the photo of a backdrop that is a plate.
 */
export const render = defineOp({
  id: 'render',
  v: 2,
  title: 'Render the scene',
  params: z.object({
    scene: Scene,
    width: z.int().min(16).max(8000),
    height: z.int().min(16).max(8000),
    samples: z.int().min(1).max(1024).default(64),
    /**
     * All of it; the set with the products' shadows but without them; the products alone, as they are placed (alpha around them); or the
     * shadows on the ground alone (black, alpha as they are dark).
     */
    layer: z.enum(['all', 'set', 'products', 'shadow']).default('all'),
  }),
  in: { products: ['image'] },
  out: 'image',
  exact: false,
})
