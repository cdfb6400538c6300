import { defineOp } from '../../core/recipe'
import { z } from '../../core/schema'

/** Moves and softens the whole edge of a matte; units as in `PhotoDoc.edge`. */
export const edge = defineOp({
  id: 'edge',
  v: 1,
  title: 'Adjust the edge',
  params: z.object({ looser: z.number().min(-10).max(10), softer: z.number().min(-10).max(10) }),
  in: { mask: 'mask' },
  out: 'mask',
  exact: true,
})
