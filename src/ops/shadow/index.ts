import { defineOp } from '../../core/recipe'
import { z } from '../../core/schema'

/**
 * Lifts off a set what products do to it: laid over the `bare` set, the result gives the picture `set` within 1 of 255 in every channel.
 * Both are opaque and of one size. Where something dark on `bare` gives that, it is black; elsewhere (coloured bounces, reflections) it
 * has a colour and the least alpha that gives it (the rule of GIMP's “Colour to Alpha”, for a colour that differs from pixel to pixel).
 */
export const shadow = defineOp({
  id: 'shadow',
  v: 1,
  title: 'Lift the shadow off the set',
  params: z.object({}),
  in: { bare: 'image', set: 'image' },
  out: 'image',
  exact: true,
})
