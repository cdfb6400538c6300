import { defineOp } from '../../core/recipe'
import { Balance } from '../../core/scene/balance'
import { z } from '../../core/schema'

/** Corrects a cutout's exposure and white balance: one gain for each channel of its linear light, the same for every pixel. Alpha stays. */
export const balance = defineOp({
  id: 'balance',
  v: 1,
  title: 'Correct exposure and white balance',
  params: z.object({ balance: Balance }),
  in: { image: 'image' },
  out: 'image',
  exact: true,
})
