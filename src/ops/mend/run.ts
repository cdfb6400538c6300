import type { Runner } from '../../core/recipe'
import type { mend } from './index'

/** The result has the image's size. */
export const run: Runner<typeof mend> = async ({ mask }) => mask
