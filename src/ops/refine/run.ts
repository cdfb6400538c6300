import { bringsCutout, ownAlpha } from '../../core/alpha'
import { enlarge } from '../../core/enlarge'
import type { ImageValue, MaskValue, Runner } from '../../core/recipe'
import type { Plane, Size } from '../../core/sums'
import { bandOf } from './band'
import { clean, finish } from './clean'
import { type ColourModel, colourModel, hardness } from './colour-model'
import type { refine } from './index'
import { seenThrough } from './see-through'
import { between, planesOf, shrunk, workingSize } from './working'

/** Half the side of the square in which colours are compared, as a share of the longer side: 15 samples of 1280. */
const REACH = 0.012
/** A network's rim is this many of its samples wide: a square must see past it. */
const BLUR = 3
/** How far around the network's rim the photo is asked again, in shares of that. */
const BAND = 0.3
/** A difference of colour of 0.8 levels (0.003 of 1) is noise. */
const SMOOTHNESS = 1e-5

/** A fit over both sides of an edge falls short of 0 and 1. Along a hard edge that is made good by this gain; in hair half tones are true. */
const GAIN = 1.4
/** Pictures up to this size in px, which show less than the network saw, are asked once; others twice: of a truer matte the fits are truer, too. */
const ONCE = 640

/** The result has the image's size. */
export const run: Runner<typeof refine> = async ({ image, mask }, { seeThrough }, ctx) => {
  const { width, height } = image
  const own = ownAlpha(image)
  if (own && bringsCutout(own)) return { kind: 'mask', width, height, data: own }
  const cleaned = clean(mask)
  const size = workingSize(image)
  const colours = planesOf(image, size)
  const whole = size.width === width && size.height === height
  const data = enlarge(cleaned, width, height)
  const alpha = Float32Array.from(whole ? data : enlarge(cleaned, size.width, size.height), share)
  ctx.alive()
  ctx.signal.throwIfAborted()
  const longest = Math.max(size.width, size.height)
  const blurred = (BLUR * longest) / Math.max(mask.width, mask.height)
  const reach = Math.max(3, Math.round(Math.max(REACH * longest, blurred)))
  const band = bandOf(alpha, size, Math.max(2, Math.round(BAND * reach)))
  const rounds = longest > ONCE ? 2 : 1
  let model = colourModel(colours, alpha, band, size, reach, SMOOTHNESS)
  for (let round = 1; ; round++) {
    ctx.alive()
    ctx.signal.throwIfAborted()
    ask(image, model, band, size, round > 1, data)
    finish(data)
    if (round === rounds) break
    const { belief } = model
    model = colourModel(colours, shrunk(data, image, size), band, size, reach, SMOOTHNESS)
    // Alpha that follows the colours is explained by them: what was not believed at first is not believed now.
    for (let i = 0; i < belief.length; i++) model.belief[i] = Math.min(model.belief[i] as number, belief[i] as number)
  }
  if (seeThrough) seenThrough(image, colours, alpha, size, data)
  if (own) for (let i = 0; i < data.length; i++) data[i] = ((data[i] as number) * (own[i] as number)) / 255 + 0.5
  return { kind: 'mask', width, height, data } satisfies MaskValue
}

const share = (a: number) => a / 255

/**
 * Writes, for every pixel in the band, what its own colour says by the model around it, as far as that is to be believed.
 * `keepSides`: what is more product than background stays so, and the other way round, or small holes would close.
 */
function ask(
  { data, width, height }: ImageValue,
  model: ColourModel,
  band: Uint8Array,
  size: Size,
  keepSides: boolean,
  out: Uint8Array,
): void {
  const across = between(size.width, width)
  const down = between(size.height, height)
  const { red, green, blue, constant, belief, unsure } = model
  for (let y = 0; y < height; y++) {
    const top = (down.first[y] as number) * size.width
    const bottom = (down.second[y] as number) * size.width
    const v = down.share[y] as number
    for (let x = 0, i = y * width; x < width; x++, i++) {
      const left = across.first[x] as number
      const right = across.second[x] as number
      const [a, b, c, d] = [top + left, top + right, bottom + left, bottom + right]
      if (!(band[a] || band[b] || band[c] || band[d])) continue
      const u = across.share[x] as number
      const [wa, wb, wc, wd] = [(1 - u) * (1 - v), u * (1 - v), (1 - u) * v, u * v]
      const at = (plane: Plane) =>
        wa * (plane[a] as number) + wb * (plane[b] as number) + wc * (plane[c] as number) + wd * (plane[d] as number)
      const p = i * 4
      const told =
        (at(red) * (data[p] as number) + at(green) * (data[p + 1] as number) + at(blue) * (data[p + 2] as number)) / 255 + at(constant)
      const clear = 0.5 + (1 + (GAIN - 1) * hardness(at(unsure))) * (told - 0.5)
      const was = out[i] as number
      const believed =
        at(belief) * Math.min(1, wa * (band[a] as number) + wb * (band[b] as number) + wc * (band[c] as number) + wd * (band[d] as number))
      const least = keepSides && was >= 128 ? 128 : 0
      const most = keepSides && was < 128 ? 127 : 255
      out[i] = Math.max(least, Math.min(most, was + believed * (255 * Math.max(0, Math.min(1, clear)) - was) + 0.5))
    }
  }
}
