import type { Runner } from '../../core/recipe'
import { gainsOf } from '../../core/scene/balance'
import { type Linear, toLinear, toSrgb } from '../../core/scene/light'
import type { balance } from './index'

/** Linear light up to which a gain is exact; above it, it eases so that the lightest possible pixel comes out at 1. */
const KNEE = 0.9

/** The balance with nothing set gives the bytes back. What grows lighter never clips: its three channels ease alike, so that hue stays. */
export const run: Runner<typeof balance> = async ({ image }, { balance }) => {
  if (balance.exposure === 0 && balance.warmth === 0 && balance.green === 0) return image
  const gains = gainsOf(balance)
  const most = Math.max(...gains)
  const light = gains.map(lightOf) as [Float64Array, Float64Array, Float64Array]
  const bytes = light.map((values) => values.map(byteOf)) as typeof light
  const data = image.data.slice()
  for (let p = 0; p < data.length; p += 4) {
    if (data[p + 3] === 0) continue
    const [r, g, b] = [data[p] as number, data[p + 1] as number, data[p + 2] as number]
    const brightest = Math.max(light[0][r] as number, light[1][g] as number, light[2][b] as number)
    if (most <= 1 || brightest <= KNEE) {
      data[p] = bytes[0][r] as number
      data[p + 1] = bytes[1][g] as number
      data[p + 2] = bytes[2][b] as number
      continue
    }
    const scale = eased(brightest, most) / brightest
    data[p] = byteOf((light[0][r] as number) * scale)
    data[p + 1] = byteOf((light[1][g] as number) * scale)
    data[p + 2] = byteOf((light[2][b] as number) * scale)
  }
  return { ...image, data }
}

/** Linear light of each sRGB value, times a gain. */
const lightOf = (gain: Linear[number]) => Float64Array.from({ length: 256 }, (_, v) => toLinear(v / 255) * gain)

const byteOf = (light: number) => Math.round(255 * toSrgb(Math.min(1, light)))

/** A shoulder from the knee to 1: it leaves the knee as steep as the line before it, and reaches 1 at `most`, more than 1. */
function eased(light: number, most: number): number {
  const steep = (most - KNEE) / (1 - KNEE)
  const t = (light - KNEE) / (most - KNEE)
  return KNEE + ((1 - KNEE) * steep * t) / (1 + (steep - 1) * t)
}
