import { bringsCutout, ownAlpha } from '../../core/alpha'
import type { Runner } from '../../core/recipe'
import type { matte } from './index'
import { stretch } from './stretch'

/** The size of the mask of a photo that brings its own cutout. Nothing of it is lost: `refine` takes that from the photo. */
const BROUGHT = { side: 1024, mean: [128, 128, 128], scale: [256, 256, 256] } as const

/**
 * The network sees the whole photo as a square of its working size, see-through pixels over a backdrop of the network's
 * mean. What the photo already leaves out stays out: its own alpha multiplies the network's. A photo that brings its own
 * cutout gives that; no network is asked. Throws when the network's answer has another shape.
 */
export const run: Runner<typeof matte> = async ({ image }, { model }, ctx) => {
  const own = ownAlpha(image)
  if (own && bringsCutout(own)) return maskOf(stretch(image, BROUGHT, ctx.signal).alpha as Float32Array, BROUGHT.side)
  const { input } = await ctx.network(model)
  const { side } = input
  const { planes, alpha } = stretch(image, input, ctx.signal)
  ctx.progress(0.1)
  const { data: found } = await ctx.infer(model, { data: planes, shape: [1, 3, side, side] })
  if (found.length !== side * side) throw new RangeError(`${model} gave ${found.length} values for ${side} x ${side}`)
  ctx.progress(0.95)
  if (alpha) for (let i = 0; i < found.length; i++) found[i] = (found[i] as number) * (alpha[i] as number)
  return maskOf(found, side)
}

function maskOf(alpha: Float32Array, side: number) {
  const data = new Uint8Array(alpha.length)
  for (let i = 0; i < data.length; i++) data[i] = Math.max(0, Math.min(255, 255 * (alpha[i] as number) + 0.5))
  return { kind: 'mask' as const, width: side, height: side, data }
}
