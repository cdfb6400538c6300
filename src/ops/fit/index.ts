import { defineOp } from '../../core/recipe'
import { z } from '../../core/schema'

/** Brings a matte to the image's own size as it is: nothing of the image is looked at but its size. */
export const fit = defineOp({
  id: 'fit',
  v: 1,
  title: 'Fit the matte',
  params: z.object({}),
  in: { image: 'image', mask: 'mask' },
  out: 'mask',
  exact: true,
})
