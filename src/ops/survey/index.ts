import { defineOp } from '../../core/recipe'
import { z } from '../../core/schema'

/** Measures a 3D file: its size, its outline seen from above, its colour, how many triangles it has, and what of the file is not shown. */
export const survey = defineOp({
  id: 'survey',
  v: 1,
  title: 'Measure the 3D file',
  params: z.object({}),
  in: { mesh: 'mesh' },
  out: 'facts',
  exact: false,
})
