import { defineOp } from '../../core/recipe'
import { z } from '../../core/schema'

/** Measures a matte of an image: how much was found, where, and whether a person should look. Facts: `MatteFacts`. */
export const assess = defineOp({
  id: 'assess',
  v: 2,
  title: 'Look it over',
  params: z.object({}),
  in: { image: 'image', mask: 'mask' },
  out: 'facts',
  exact: true,
})
