import { defineOp } from '../../core/recipe'
import { z } from '../../core/schema'

/** Makes an image smaller so that its longest side is at most `maxSide` px (never larger), resampled with premultiplied alpha. */
export const resize = defineOp({
  id: 'resize',
  v: 1,
  title: 'Make smaller',
  params: z.object({ maxSide: z.int().min(1).max(30000) }),
  in: { image: 'image' },
  out: 'image',
  exact: true,
})
