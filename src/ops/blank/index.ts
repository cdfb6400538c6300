import { defineOp } from '../../core/recipe'
import { z } from '../../core/schema'

/** A mask that is the same everywhere, to be painted on. */
export const blank = defineOp({
  id: 'blank',
  v: 1,
  title: 'Begin a mask',
  params: z.object({ alpha: z.union([z.literal(0), z.literal(255)]) }),
  in: {},
  out: 'mask',
  exact: true,
})
