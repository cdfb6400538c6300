import { defineOp } from '../../core/recipe'
import { z } from '../../core/schema'

/** Shows the alpha of a placed product alone: white where the product is, its alpha unchanged. */
export const silhouette = defineOp({
  id: 'silhouette',
  v: 1,
  title: 'Show the alpha',
  params: z.object({}),
  in: { image: 'image' },
  out: 'image',
  exact: true,
})
