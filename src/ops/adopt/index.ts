import { defineOp } from '../../core/recipe'
import { z } from '../../core/schema'

/**
 * Takes a picture that the seller brought as the photo's matte: its transparency where it has any, else its brightness.
 * The mask keeps the picture's size, up to 12 megapixels.
 */
export const adopt = defineOp({
  id: 'adopt',
  v: 1,
  title: 'Take the matte over',
  params: z.object({}),
  in: { matte: 'image', image: 'image' },
  out: 'mask',
  exact: true,
})
