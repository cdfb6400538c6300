import { defineOp } from '../../core/recipe'
import { z } from '../../core/schema'

/**
 * Holds an exported file against the photo it came from, pixel by pixel: the photo is laid onto the file's grid once more, on
 * a path of its own (`reference.ts`), where the pixels themselves say that it lies (`register.ts`). Facts: `FidelityFacts`
 * in core/fidelity. `placed` is the product before it was encoded, `decoded` the file opened again, `mask` what counts as
 * product. Not exact: cube roots and arcs may differ in the last bit.
 */
export const fidelity = defineOp({
  id: 'fidelity',
  v: 1,
  title: 'Compare the file with the photo',
  params: z.object({
    /** What the product stands on; null = transparent, then differences are taken on white. */
    ground: z.tuple([z.int(), z.int(), z.int()]).nullable(),
  }),
  in: { original: 'image', mask: 'mask', placed: 'image', file: 'file', decoded: 'image' },
  out: 'facts',
  exact: false,
})
