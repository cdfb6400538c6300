import type { CertifiedStep } from '../core/certificate'
import type { Channel } from '../core/channels'
import { FidelityFacts } from '../core/fidelity'
import type { PhotoDoc } from '../core/project'
import type { Hash, Recipe, Value } from '../core/recipe'
import { opOf } from '../ops'
import { PHOTO } from '../ops/steps'
import { fidelityRecipes } from '../studios/cutout/recipes'
import type { Workshop } from './make'
import { plan } from './plan'

/** How a file compares with its photo: all that a certificate needs but the file's hash and the ledger's line. */
export interface Fidelity {
  readonly steps: readonly CertifiedStep[]
  readonly measuredBy: string
  readonly measured: FidelityFacts
  readonly pictures: { readonly photo: Blob; readonly file: Blob; readonly map: Blob }
}

/** The recipes behind it, in the order in which `fidelityOf` wants their values. */
export function recipesFor(doc: PhotoDoc, channel: Channel, file: Recipe): readonly Recipe[] {
  const { facts, map, photo, shown } = fidelityRecipes(doc, channel, file)
  return [facts, map, photo, shown]
}

/** Gathers what the recipes gave, and how `file` was made. Throws when a value is missing. */
export async function fidelityOf(
  { modelSha }: Pick<Workshop, 'modelSha'>,
  original: Hash,
  file: Recipe,
  [facts, map, photo, shown]: readonly (Value | null | undefined)[],
): Promise<Fidelity> {
  if (facts?.kind !== 'facts' || map?.kind !== 'file' || photo?.kind !== 'file' || shown?.kind !== 'file')
    throw new Error('the comparison is not complete')
  const { tasks } = await plan([file], { [PHOTO]: original }, modelSha)
  const { id, v } = opOf('fidelity')
  return {
    steps: tasks,
    measuredBy: `${id}@${v}`,
    measured: FidelityFacts.parse(facts.facts),
    pictures: { photo: photo.blob, file: shown.blob, map: map.blob },
  }
}
