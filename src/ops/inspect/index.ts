import { defineOp } from '../../core/recipe'
import { z } from '../../core/schema'

/** Reads what a file is and what it tells about its owner, without decoding pixels. Facts: `FileFacts`. */
export const inspect = defineOp({
  id: 'inspect',
  v: 2,
  title: 'Read the file',
  params: z.object({ name: z.string().default('') }),
  in: { file: 'file' },
  out: 'facts',
  exact: true,
})
