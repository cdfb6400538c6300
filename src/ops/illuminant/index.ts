import { defineOp } from '../../core/recipe'
import { Sight } from '../../core/scene/balance'
import { z } from '../../core/schema'

/**
 * Measures the light that a photo was made in. Facts: `Illuminant` in core/scene/balance. `mask` is its product, of the image's size;
 * what lies around it is taken for white or grey paper as far as it looks like that. With `at` only what is there is measured.
 */
export const illuminant = defineOp({
  id: 'illuminant',
  v: 1,
  title: 'Measure the photo’s light',
  params: z.object({ at: Sight.default(null) }),
  in: { image: 'image', mask: 'mask' },
  out: 'facts',
  exact: false,
})
