import { defineOp } from '../../core/recipe'
import { z } from '../../core/schema'

/** The map of `FidelityFacts` as a picture: each cell a square of colour from `core/heat`, none where there is no product. */
export const heat = defineOp({
  id: 'heat',
  v: 1,
  title: 'Draw the differences',
  params: z.object({
    /** Sides of a cell, px. */
    cell: z.int().min(1).max(16).default(4),
  }),
  in: { facts: 'facts' },
  out: 'image',
  exact: true,
})
