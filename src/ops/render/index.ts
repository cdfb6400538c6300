import { defineOp } from '../../core/recipe'
import { Scene } from '../../core/scene/document'
import { z } from '../../core/schema'

/**
 * Renders a scene and stands the products in it: `products` are their cutouts (straight alpha, in their photos' own frames), one for
 * each of the scene's products, in their order; after them the photo of a backdrop that is a plate, and depth maps of products (see
 * `picturesIn`). `masks`: where light may change those products that have a mask, of their cutouts' sizes. `models`: the 3D files of its
 * props (`modelsIn`), in their order.
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
     * All of it; the set with the products' shadows but without them; the set as if they had never stood in it; the products alone, as
     * they are placed (alpha around them); or the shadows on the ground alone (black, alpha as they are dark).
     */
    layer: z.enum(['all', 'set', 'bare', 'products', 'shadow']).default('all'),
    /** The one product (its place in the scene's list) whose own pixels are shown; absent = all. The others go on casting shadows. */
    only: z.int().min(0).optional(),
  }),
  in: { products: ['image'], masks: ['mask'], models: ['mesh'] },
  out: 'image',
  exact: false,
})
