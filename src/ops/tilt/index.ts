import { defineOp } from '../../core/recipe'
import { z } from '../../core/schema'

/** What the round of a cutout's base or rim tells of its photo's camera. Facts: `{ tilt: PhotoTilt | null }`. */
export const tilt = defineOp({
  id: 'tilt',
  v: 1,
  title: 'Find the camera’s tilt',
  params: z.object({}),
  in: { cutout: 'image' },
  out: 'facts',
  exact: true,
})
