import { fail } from '../../core/fault'
import type { Runner } from '../../core/recipe'
import type { render } from './index'

/** Throws the fault `no-renderer`. */
export const run: Runner<typeof render> = async () =>
  fail('no-renderer', 'This version cannot render scenes.', 'Take the scene off the photo, or use a newer version.')
