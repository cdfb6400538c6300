import { defineOp } from '../../core/recipe'
import { z } from '../../core/schema'

/** Opens a photo: upright, 8-bit, converted from its colour profile to sRGB, straight alpha. Browser codecs: not exact. */
export const decode = defineOp({
  id: 'decode',
  v: 1,
  title: 'Open the photo',
  params: z.object({
    name: z.string().default(''),
    /** Clockwise quarter turns after the camera's own orientation. */
    turn: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]).default(0),
  }),
  in: { file: 'file' },
  out: 'image',
  exact: false,
})
