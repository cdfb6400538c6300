import type { Runner } from '../../core/recipe'
import type { backdrop } from './index'

/** Mixed in sRGB, as every shop's own software does, so that an edge looks as it does on the screen. */
export const run: Runner<typeof backdrop> = async ({ image }, { colour: [red, green, blue] }) => {
  const from = image.data
  const data = new Uint8ClampedArray(from.length)
  for (let p = 0; p < data.length; p += 4) {
    const a = (from[p + 3] as number) / 255
    data[p] = red + ((from[p] as number) - red) * a
    data[p + 1] = green + ((from[p + 1] as number) - green) * a
    data[p + 2] = blue + ((from[p + 2] as number) - blue) * a
    data[p + 3] = 255
  }
  return { kind: 'image', width: image.width, height: image.height, data }
}
