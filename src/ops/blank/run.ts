import type { Runner } from '../../core/recipe'
import type { blank } from './index'

export const run: Runner<typeof blank> = async (_, { alpha }) => ({ kind: 'mask', width: 1, height: 1, data: Uint8Array.of(alpha) })
