import { defineOp } from '../../core/recipe'
import { z } from '../../core/schema'

/** Reads a 3D file of the seller's: glTF 2.0, one file with everything inside. Nothing that it points to is asked for. */
export const mesh = defineOp({
  id: 'mesh',
  v: 1,
  title: 'Read the 3D file',
  params: z.object({}),
  in: { file: 'file' },
  out: 'mesh',
  exact: false,
})
