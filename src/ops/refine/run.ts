import { bringsCutout, ownAlpha } from '../../core/alpha'
import { enlarge } from '../../core/enlarge'
import type { Runner } from '../../core/recipe'
import { clean } from './clean'
import type { refine } from './index'

/** The result has the image's size. */
export const run: Runner<typeof refine> = async ({ image, mask }) => {
  const { width, height } = image
  const own = ownAlpha(image)
  if (own && bringsCutout(own)) return { kind: 'mask', width, height, data: own }
  const data = enlarge(clean(mask), width, height)
  if (own) for (let i = 0; i < data.length; i++) data[i] = ((data[i] as number) * (own[i] as number)) / 255 + 0.5
  return { kind: 'mask', width, height, data }
}
