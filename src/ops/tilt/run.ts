import type { Runner } from '../../core/recipe'
import { outlineOf } from '../render/outline'
import type { tilt } from './index'

/** Throws the fault `no-product` where the cutout is empty. */
export const run: Runner<typeof tilt> = async ({ cutout }) => ({ kind: 'facts', facts: { tilt: outlineOf(cutout).tilt } })
