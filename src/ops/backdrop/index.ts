import { Colour } from '../../core/colour'
import { defineOp } from '../../core/recipe'
import { z } from '../../core/schema'

/** Lays an image over a plain colour; every pixel whose alpha is 0 becomes exactly that colour, alpha 255 everywhere. */
export const backdrop = defineOp({
  id: 'backdrop',
  v: 1,
  title: 'Lay on a colour',
  params: z.object({ colour: Colour.default([255, 255, 255]) }),
  in: { image: 'image' },
  out: 'image',
  exact: true,
})
