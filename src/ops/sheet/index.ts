import { Colour } from '../../core/colour'
import { defineOp } from '../../core/recipe'
import { z } from '../../core/schema'

/** A sheet of one opaque colour, as large as an image. */
export const sheet = defineOp({
  id: 'sheet',
  v: 1,
  title: 'Lay out a sheet of a colour',
  params: z.object({ colour: Colour }),
  in: { like: 'image' },
  out: 'image',
  exact: true,
})
