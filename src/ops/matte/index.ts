import { defineOp } from '../../core/recipe'
import { z } from '../../core/schema'

/** Finds the product: ISNet's alpha at the model's working size, covering the whole photo. */
export const matte = defineOp({
  id: 'matte',
  v: 1,
  title: 'Cut out',
  params: z.object({ model: z.enum(['isnet-fine', 'isnet-fast']).default('isnet-fine') }),
  in: { image: 'image' },
  out: 'mask',
  exact: false,
  model: (params) => params.model,
})
