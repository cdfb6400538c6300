import { defineOp } from '../../core/recipe'
import { z } from '../../core/schema'

/**
 * Decodes an export again with the browser's decoder, a PSD with its own (never the encoder's) and measures it. Facts: `ExportFacts` in core/channels.
 * `canvas` is what was encoded, `placed` the product alone (its alpha says where the background is), `original` and
 * `mask` the photo it came from.
 */
export const measure = defineOp({
  id: 'measure',
  v: 1,
  title: 'Measure the file',
  params: z.object({
    /** The colour the background should have; null = transparent, `any` = a set is seen there: no colour is asked of it. */
    colour: z.union([z.tuple([z.int(), z.int(), z.int()]), z.literal('any')]).nullable(),
  }),
  in: { file: 'file', canvas: 'image', placed: 'image', original: 'image', mask: 'mask' },
  out: 'facts',
  exact: false,
})
