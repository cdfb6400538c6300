import { defineOp } from '../../core/recipe'
import { Repair } from '../../core/repair'
import { z } from '../../core/schema'

/** Applies one of the seller's corrections to a matte of the image's size. */
export const mend = defineOp({
  id: 'mend',
  v: 2,
  title: 'Repair the cutout',
  params: z.object({ repair: Repair }),
  in: { image: 'image', mask: 'mask' },
  out: 'mask',
  exact: true,
})
