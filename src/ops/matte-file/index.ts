import { defineOp } from '../../core/recipe'
import { z } from '../../core/schema'

/** Writes a matte as a PNG of one grey channel, 8 bits, without metadata: white is product. The deflating is the browser's. */
export const matteFile = defineOp({
  id: 'matte-file',
  v: 1,
  title: 'Write the matte',
  params: z.object({}),
  in: { mask: 'mask' },
  out: 'file',
  exact: false,
})
