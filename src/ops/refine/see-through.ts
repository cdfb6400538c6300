import type { ImageValue } from '../../core/recipe'
import type { Plane, Size } from '../../core/sums'
import type { Planes } from './colour-model'
import { between } from './working'

/** Glass is never wholly clear: this much stays, so that the product can still be seen on any backdrop. */
const CLEAREST = 0.12
/** Differences from the backdrop up to here are its own texture. */
const TEXTURE = 0.03

/**
 * Lowers alpha, in place, where the background shows through the product: to the least alpha with which any colour at
 * all, over the background that is around the product, gives the photo's colour. Highlights, rims and labels differ much
 * from the background and stay; clear parts do not. `colours` and `alpha` are the photo and its matte at the working size.
 */
export function seenThrough(image: ImageValue, colours: Planes, alpha: Plane, size: Size, out: Uint8Array): void {
  const behind = colours.map((plane) => filledIn(plane, alpha, size)) as unknown as Planes
  const across = between(size.width, image.width)
  const down = between(size.height, image.height)
  for (let y = 0, i = 0; y < image.height; y++) {
    const top = (down.first[y] as number) * size.width
    const bottom = (down.second[y] as number) * size.width
    const v = down.share[y] as number
    for (let x = 0; x < image.width; x++, i++) {
      if (out[i] === 0) continue
      const left = across.first[x] as number
      const right = across.second[x] as number
      const u = across.share[x] as number
      let least = 0
      for (let c = 0; c < 3; c++) {
        const plane = behind[c] as Plane
        const upper = (plane[top + left] as number) * (1 - u) + (plane[top + right] as number) * u
        const lower = (plane[bottom + left] as number) * (1 - u) + (plane[bottom + right] as number) * u
        const back = upper * (1 - v) + lower * v
        const seen = (image.data[i * 4 + c] as number) / 255
        const need = seen > back ? (seen - back - TEXTURE) / (1 - back + 1e-3) : (back - seen - TEXTURE) / (back + 1e-3)
        if (need > least) least = need
      }
      out[i] = (out[i] as number) * (CLEAREST + (1 - CLEAREST) * Math.min(1, least)) + 0.5
    }
  }
}

/** A plane of background colours with the product filled in from around it: means of the known samples at ever coarser sizes (push-pull). */
function filledIn(plane: Plane, alpha: Plane, { width, height }: Size): Plane {
  const known = Float32Array.from(alpha, (a) => (a < 0.02 ? 1 : 0))
  return pull(
    Float32Array.from(plane, (value, i) => value * (known[i] as number)),
    known,
    width,
    height,
  )
}

/** `sums` are values times weights. Returns a value for every sample, its own where its weight is 1. */
function pull(sums: Plane, weights: Plane, width: number, height: number): Plane {
  const out = new Float32Array(sums.length)
  if (width <= 1 && height <= 1) {
    out[0] = (weights[0] as number) > 0 ? (sums[0] as number) / (weights[0] as number) : 0.5
    return out
  }
  const [w, h] = [Math.ceil(width / 2), Math.ceil(height / 2)]
  const coarseSums = new Float32Array(w * h)
  const coarseWeights = new Float32Array(w * h)
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const o = (y >> 1) * w + (x >> 1)
      coarseSums[o] = (coarseSums[o] as number) + (sums[i] as number)
      coarseWeights[o] = (coarseWeights[o] as number) + (weights[i] as number)
    }
  }
  for (let o = 0; o < coarseSums.length; o++) {
    const weight = coarseWeights[o] as number
    if (weight <= 1) continue
    coarseSums[o] = (coarseSums[o] as number) / weight
    coarseWeights[o] = 1
  }
  const coarse = pull(coarseSums, coarseWeights, w, h)
  const across = between(w, width)
  const down = between(h, height)
  for (let y = 0, i = 0; y < height; y++) {
    const top = (down.first[y] as number) * w
    const bottom = (down.second[y] as number) * w
    const v = down.share[y] as number
    for (let x = 0; x < width; x++, i++) {
      const weight = weights[i] as number
      const left = across.first[x] as number
      const right = across.second[x] as number
      const u = across.share[x] as number
      const upper = (coarse[top + left] as number) * (1 - u) + (coarse[top + right] as number) * u
      const lower = (coarse[bottom + left] as number) * (1 - u) + (coarse[bottom + right] as number) * u
      out[i] = (sums[i] as number) + (1 - weight) * (upper * (1 - v) + lower * v)
    }
  }
  return out
}
