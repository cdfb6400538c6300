import type { Runner } from '../../core/recipe'
import type { silhouette } from './index'

export const run: Runner<typeof silhouette> = async ({ image }) => {
  const data = new Uint8ClampedArray(image.data)
  for (let i = 0; i < data.length; i += 4) data.fill(255, i, i + 3)
  return { kind: 'image', width: image.width, height: image.height, data }
}
