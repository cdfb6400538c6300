import { luminance } from '../../core/scene/light'
import { encoded, LIGHT } from './srgb'
import type { Layer } from './tile'

/** What the second pass found, for every pixel of the tile. */
export interface Pass {
  readonly width: number
  readonly height: number
  /** Irradiance on the products, linear rgb, relative; three values a pixel. */
  readonly light: Float32Array
  /** Highlights of the lights on a glossy coat, linear rgb; three values a pixel. */
  readonly shine?: Float32Array
  /** How far nothing stands before the products, 0 to 1. */
  readonly seen: Float32Array
}

/** How a product takes the scene's light; each 0 to 1. */
export interface Shading {
  readonly relight: number
  readonly tint: number
  readonly gloss: number
}

/** The least and the most by which light scales a product's own. */
const LEAST = 0.05
const MOST = 4
/** Nothing is wholly seen or hidden in a mean of samples: so near to it is. */
const WHOLE = 1 / 300

/** Mean luminance of the light on a layer's solid pixels that are seen: what its own photo's light is taken to be. 0 where there are none. */
export function meanLight(layer: Layer, pass: Pass): number {
  let [sum, count] = [0, 0]
  for (let y = 0, p = 3; y < layer.height; y++) {
    for (let x = 0, i = (layer.top + y) * pass.width + layer.left; x < layer.width; x++, p += 4, i++) {
      if ((layer.data[p] as number) < 255 || (pass.seen[i] as number) < 0.5) continue
      sum += brightness(pass.light, i)
      count++
    }
  }
  return count === 0 ? 0 : sum / count
}

const brightness = (light: Float32Array, i: number) =>
  luminance([light[i * 3] as number, light[i * 3 + 1] as number, light[i * 3 + 2] as number])

/**
 * A layer in the scene's light: its own pixels times the light on them over its `mean` (see `meanLight`, over the whole frame), hidden
 * where props stand before it. Lightness changes and hue stays, since all three channels are scaled alike and roll off together before
 * any of them clips. Without relight, tint and gloss the colours are the layer's own bytes, and so they are where `mask` (grey, lying as
 * the layer does) is black; where it is grey, light acts in part.
 */
export function shaded(layer: Layer, pass: Pass, shading: Shading, mean: number, mask: Layer | null = null): Layer {
  const data = layer.data.slice()
  const plain = shading.relight === 0 && shading.tint === 0 && (shading.gloss === 0 || !pass.shine)
  const light = new Float64Array(3)
  for (let y = 0, p = 0; y < layer.height; y++) {
    for (let x = 0, i = (layer.top + y) * pass.width + layer.left; x < layer.width; x++, p += 4, i++) {
      if (data[p + 3] === 0) continue
      const seen = pass.seen[i] as number
      if (seen < 1 - WHOLE) data[p + 3] = seen < WHOLE ? 0 : (data[p + 3] as number) * seen
      const share = mask ? (mask.data[p] as number) / 255 : 1
      if (plain || share === 0) continue
      const [relight, tint, gloss] = [shading.relight * share, shading.tint * share, shading.gloss * share]
      const here = brightness(pass.light, i)
      const lit = here > 0 && mean > 0
      const scale = lit ? 1 + relight * (Math.min(MOST, Math.max(LEAST, here / mean)) - 1) : mean > 0 ? 1 - relight * (1 - LEAST) : 1
      for (let c = 0; c < 3; c++) {
        const tinted = lit ? 1 + tint * ((pass.light[i * 3 + c] as number) / here - 1) : 1
        light[c] = (LIGHT[data[p + c] as number] as number) * tinted
      }
      roll(light, scale)
      for (let c = 0; c < 3; c++) {
        const shine = pass.shine ? gloss * (pass.shine[i * 3 + c] as number) : 0
        data[p + c] = encoded((light[c] as number) + (1 - Math.min(1, light[c] as number)) * (shine / (1 + shine)))
      }
    }
  }
  return { ...layer, data }
}

/**
 * Scales a colour: m becomes m s / (1 + (s - 1) m^k) for its largest channel m, the rest alike. That is s m in the darks and never
 * beyond 1; k is as large as lets brighter pixels stay brighter.
 */
function roll(light: Float64Array, scale: number): void {
  const most = Math.max(light[0] as number, light[1] as number, light[2] as number)
  if (most <= 0) return
  const m = Math.min(1, most)
  const power = scale > 1 ? Math.min(3, 1 + 1 / (scale - 1)) : 1
  const by = ((scale > 1 ? scale / (1 + (scale - 1) * m ** power) : scale) * m) / most
  for (let c = 0; c < 3; c++) light[c] = (light[c] as number) * by
}
