import type { Runner } from '../../core/recipe'
import type { sheet } from './index'

export const run: Runner<typeof sheet> = async ({ like: { width, height } }, { colour }) => {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let p = 0; p < data.length; p += 4) {
    data.set(colour, p)
    data[p + 3] = 255
  }
  return { kind: 'image', width, height, data }
}
