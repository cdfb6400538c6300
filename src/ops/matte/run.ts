import { modelOf } from '../../../models'
import type { Runner } from '../../core/recipe'
import type { matte } from './index'
import { stretch } from './stretch'

/**
 * The network sees the whole photo as a square of its working size, see-through pixels over mid grey. What the photo
 * already leaves out stays out: its own alpha multiplies the network's. Throws when the network's answer has another shape.
 */
export const run: Runner<typeof matte> = async ({ image }, { model }, ctx) => {
  const { side, mean, scale } = modelOf(model).input
  const { planes, alpha } = stretch(image, side, { mean, scale }, ctx.signal)
  ctx.progress(0.1)
  const { data: found } = await ctx.infer(model, { data: planes, shape: [1, 3, side, side] })
  if (found.length !== side * side) throw new RangeError(`${model} gave ${found.length} values for ${side} x ${side}`)
  ctx.progress(0.95)
  const data = new Uint8Array(found.length)
  for (let i = 0; i < data.length; i++)
    data[i] = Math.max(0, Math.min(255, 255 * (found[i] as number) * (alpha ? (alpha[i] as number) : 1) + 0.5))
  return { kind: 'mask', width: side, height: side, data }
}
