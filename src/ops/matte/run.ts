import { bringsCutout, ownAlpha } from '../../core/alpha'
import type { Runner } from '../../core/recipe'
import { lookAgain } from './again'
import type { matte } from './index'
import { look } from './look'
import { stretch } from './stretch'

/** The size of the mask of a photo that brings its own cutout. Nothing of it is lost: `refine` takes that from the photo. */
const BROUGHT = { side: 1024, mean: [128, 128, 128], scale: [256, 256, 256] } as const

/** A photo that brings its own cutout gives that; no network is asked. Throws what `look` throws. */
export const run: Runner<typeof matte> = async ({ image }, { model, looks }, ctx) => {
  const own = ownAlpha(image)
  if (own && bringsCutout(own)) {
    const { alpha } = stretch(image, BROUGHT, ctx.signal)
    const data = Uint8Array.from(alpha as Float32Array, (a) => Math.max(0, Math.min(255, 255 * a + 0.5)))
    return { kind: 'mask', width: BROUGHT.side, height: BROUGHT.side, data }
  }
  const { input } = await ctx.network(model)
  const first = await look(image, model, input, ctx)
  if (looks === 1) return first.mask
  return await lookAgain(image, first, (part, stand) => look(part, model, input, ctx, stand))
}
