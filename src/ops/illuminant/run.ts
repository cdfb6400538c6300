import { fail } from '../../core/fault'
import type { ImageValue, Json, Runner } from '../../core/recipe'
import type { Illuminant } from '../../core/scene/balance'
import { type Linear, luminance, toLinear } from '../../core/scene/light'
import { aroundOf, spotOf } from './ground'
import type { illuminant } from './index'

/** Linear light, 0 to 1, of each value of sRGB. */
const LIGHT = Float64Array.from({ length: 256 }, (_, v) => toLinear(v / 255))
/** From this value on a channel may stand for more light than it says. */
const CLIPPED = 254
/** Of the ground's pixels by lightness: the darker ones lie in shadow, the lightest shine. */
const [FROM, TO] = [0.5, 0.9]

/** Throws the fault `nothing-there` when a spot has no light in it, or is blown out. */
export const run: Runner<typeof illuminant> = async ({ image, mask }, { at }) => {
  const facts = at ? ofSpot(image, spotOf(image, at)) : (ofGround(image, aroundOf(image, mask)) ?? ofPicture(image))
  return { kind: 'facts', facts: facts satisfies Illuminant as Json }
}

const lightAt = ({ data }: ImageValue, i: number): Linear => [
  LIGHT[data[i * 4] as number] as number,
  LIGHT[data[i * 4 + 1] as number] as number,
  LIGHT[data[i * 4 + 2] as number] as number,
]
const clippedAt = ({ data }: ImageValue, i: number) =>
  Math.max(data[i * 4] as number, data[i * 4 + 1] as number, data[i * 4 + 2] as number) >= CLIPPED

function meanOf(image: ImageValue, pixels: ArrayLike<number>): Linear {
  const sum: [number, number, number] = [0, 0, 0]
  for (let k = 0; k < pixels.length; k++) {
    const light = lightAt(image, pixels[k] as number)
    for (let c = 0; c < 3; c++) sum[c] = (sum[c] as number) + (light[c] as number)
  }
  return [sum[0] / pixels.length, sum[1] / pixels.length, sum[2] / pixels.length]
}

/** Stops of red over blue, and of green over both. */
function castOf([r, g, b]: Linear): readonly [warmth: number, green: number] {
  const [red, green, blue] = [r, g, b].map((light) => Math.log2(Math.max(light, 1e-5))) as [number, number, number]
  return [red - blue, green - (red + blue) / 2]
}

/** 1 at 0, falling as a bell does; `width`: where it is 0.37. */
const bell = (x: number, width: number) => Math.exp(-((x / width) ** 2))

/** How far a colour may be white paper in some light: lights differ in warmth, seldom in green. */
function neutral(light: Linear): number {
  const [warmth, green] = castOf(light)
  return bell(warmth, 1.5) * bell(green, 0.4)
}

/** The light on the paper around the product; null where there is none, or too little that looks like paper. */
function ofGround(image: ImageValue, around: Int32Array): Illuminant | null {
  if (around.length < 0.01 * image.width * image.height) return null
  const byLight = Float64Array.from(around, (i) => luminance(lightAt(image, i)))
  const order = Uint32Array.from(around, (_, k) => k).sort((a, b) => (byLight[a] as number) - (byLight[b] as number))
  const at = (share: number) => byLight[order[Math.floor(share * (order.length - 1))] as number] as number
  const lit = Array.from(order.subarray(Math.floor(FROM * order.length), Math.ceil(TO * order.length)), (k) => around[k] as number)
  const open = lit.filter((i) => !clippedAt(image, i))
  const even = bell(Math.log2((at(TO) + 1e-4) / (at(0.4) + 1e-4)), 0.8)
  if (open.length < lit.length / 2) {
    const sure = 0.5 * even
    return { white: [1, 1, 1], from: 'ground', sure: { colour: sure, level: sure } }
  }
  const white = meanOf(image, open)
  const [warmth, green] = castOf(white)
  const apart = open
    .map((i) => castOf(lightAt(image, i)))
    .map(([w, g]) => Math.abs(w - warmth) + Math.abs(g - green))
    .sort((a, b) => a - b)
  const colour = even * neutral(white) * bell(apart[Math.floor(apart.length / 2)] as number, 0.35)
  if (colour < 0.25) return null
  // Dark paper may be grey, or white with little light on it.
  const light = Math.min(1, Math.max(0, (luminance(white) - 0.1) / 0.2))
  return { white, from: 'ground', sure: { colour, level: colour * light } }
}

/** Shades of grey: what the Minkowski mean of all colours is taken for (Finlayson and Trezzi 2004, p = 6). How light it was, it cannot say. */
function ofPicture(image: ImageValue): Illuminant {
  const sum: [number, number, number] = [0, 0, 0]
  let n = 0
  for (let i = 0; i < image.width * image.height; i++) {
    if ((image.data[i * 4 + 3] as number) < 255 || clippedAt(image, i)) continue
    const light = lightAt(image, i)
    for (let c = 0; c < 3; c++) sum[c] = (sum[c] as number) + (light[c] as number) ** 6
    n++
  }
  const white = sum.map((value) => Math.max(1e-5, (value / Math.max(1, n)) ** (1 / 6))) as [number, number, number]
  return { white, from: 'picture', sure: { colour: n === 0 ? 0 : 0.4 * neutral(white), level: 0 } }
}

function ofSpot(image: ImageValue, spot: Int32Array): Illuminant {
  const open = spot.filter((i) => !clippedAt(image, i) && image.data[i * 4 + 3] === 255)
  const white = open.length > 0 ? meanOf(image, open) : ([0, 0, 0] as const)
  if (open.length < spot.length / 2 || Math.min(...white) < 0.002)
    return fail('nothing-there', 'What you pointed at is too light or too dark to tell the light’s colour.', 'Point at something grey.')
  return { white, from: 'spot', sure: { colour: 1, level: 0 } }
}
