import type { ImageValue } from '../../../src/core/recipe'
import { INDUSTRIES } from '../../../src/studios/photography/scenes'
import { cutout } from '../../support/products'
import type { Row } from './row'
import { type Size, type Sketch, take } from './take'

/** PSNR, dB, of one picture to another: over the three channels of sRGB, 255 being the peak. */
function psnr(one: ImageValue, other: ImageValue): number {
  let sum = 0
  for (let p = 0; p < one.data.length; p++) if (p % 4 < 3) sum += ((one.data[p] as number) - (other.data[p] as number)) ** 2
  return 10 * Math.log10((255 * 255 * one.data.length * 0.75) / Math.max(1, sum))
}

/** PSNR, dB, of a sketch's picture of 64 samples to one of many more. The longer side is `side` px. */
export async function convergence(sketch: Sketch, side: number, reference: number, products: readonly ImageValue[] = []): Promise<number> {
  const size = sizeOf(sketch.aspect ?? 1, side)
  return psnr(await take(sketch, { ...size, samples: 64 }, products), await take(sketch, { ...size, samples: reference }, products))
}

const sizeOf = (aspect: number, side: number): Omit<Size, 'samples'> => ({
  width: Math.round(side * Math.min(1, aspect)),
  height: Math.round(side / Math.max(1, aspect)),
})

/** A bottle: what stands in a scene that has no product yet. */
const bottle = (): ImageValue =>
  cutout(120, 300, (x, y) => {
    const t = Math.abs(x - 60)
    if (y < 6 || y > 294) return false
    if (y < 60) return t < 18
    return t < (y < 100 ? 18 + 34 * Math.sin(((y - 60) / 80) * Math.PI) : 52)
  })

/** Every scene that comes with the studio, a bottle standing in it. `reference` = samples of the picture that counts as converged. */
export const converging = (reference: number): Row[] =>
  INDUSTRIES.flatMap(({ scenes }) => scenes).map(({ id, scene }) => ({
    part: 'scenes',
    name: `${id}: 64 samples to ${reference.toLocaleString('en')}, dB`,
    goal: 'at least 40',
    measure: () => {
      const product = bottle()
      return convergence(
        scene,
        96,
        reference,
        scene.products.map(() => product),
      )
    },
    met: (dB) => dB >= 40,
  }))
