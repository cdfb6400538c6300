import type { Runner } from '../../core/recipe'
import { adjust } from './adjust'
import type { edge } from './index'

export const run: Runner<typeof edge> = async ({ mask }, { looser, softer }) => {
  const data = mask.data.slice()
  adjust(data, mask, looser, softer)
  return { ...mask, data }
}
