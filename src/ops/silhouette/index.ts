import { defineOp } from '../../core/recipe'
import { z } from '../../core/schema'

/**
 * Shows a matte, px for px. `alpha`: white where the product is, as opaque as the matte says. `outline`: to lie over the
 * photo, a line along the contour of alpha = 0.5 and a veil over what is removed.
 */
export const silhouette = defineOp({
  id: 'silhouette',
  v: 2,
  title: 'Show the alpha',
  params: z.object({ show: z.enum(['alpha', 'outline']) }),
  in: { mask: 'mask' },
  out: 'image',
  exact: true,
})
