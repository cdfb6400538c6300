import { enlarge } from '../../core/enlarge'
import type { Runner } from '../../core/recipe'
import type { fit } from './index'

export const run: Runner<typeof fit> = async ({ image: { width, height }, mask }) => ({
  kind: 'mask',
  width,
  height,
  data: enlarge(mask, width, height),
})
