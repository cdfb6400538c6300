import { defineOp } from '../../core/recipe'
import { z } from '../../core/schema'

/** Lays images of one size (straight alpha) over each other, the first at the bottom, as `render` lays products over their set. */
export const lay = defineOp({
  id: 'lay',
  v: 1,
  title: 'Lay over each other',
  params: z.object({}),
  in: { images: ['image'] },
  out: 'image',
  exact: true,
})
