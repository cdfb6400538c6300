import { defineOp } from '../../core/recipe'
import { z } from '../../core/schema'

/** Turns a matte clockwise by quarter turns, so that it covers a photo opened with the same `turn`. */
export const turn = defineOp({
  id: 'turn',
  v: 1,
  title: 'Turn the matte',
  params: z.object({ quarters: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]) }),
  in: { mask: 'mask' },
  out: 'mask',
  exact: true,
})
