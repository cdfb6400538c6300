import { over } from '../../core/over'
import type { Runner } from '../../core/recipe'
import type { lay } from './index'

/** Throws a RangeError where there is nothing to lay, or sizes differ. */
export const run: Runner<typeof lay> = async ({ images: [first, ...rest] }) => {
  if (!first) throw new RangeError('there is nothing to lay')
  const { width, height } = first
  const data = first.data.slice()
  for (const image of rest) {
    if (image.width !== width || image.height !== height) throw new RangeError('images of several sizes cannot be laid over each other')
    over(data, width, { left: 0, top: 0, width, height, data: image.data })
  }
  return { kind: 'image', width, height, data }
}
