import { parseArgs } from 'node:util'
import { inRepository } from '../../support/shared'

const CHOICES = ['best', 'fine', 'fast'] as const
const RIVALS = ['imgly fp16', 'imgly quint8'] as const

/** How much care the app takes. */
export type Choice = (typeof CHOICES)[number]
/** The baseline's models, the best first. */
export type Rival = (typeof RIVALS)[number]
export type Runner = Choice | Rival
export const isChoice = (runner: Runner): runner is Choice => CHOICES.some((choice) => choice === runner)

export interface Wish {
  /** Parts of the names of the pictures that are wanted; none = all. */
  readonly only: readonly string[]
  readonly choices: readonly Choice[]
  readonly rivals: readonly Rival[]
  /** Folder of the contact sheets. */
  readonly sheet: string
  /** Whether the cost in a photo of 12 megapixels is measured, too. */
  readonly cost: boolean
}

/** `--only part-of-a-name`, `--choice fine` (each any number of times), `--quick` (composites, fine, fp16), `--sheet folder`, `--cost`. Throws on others. */
export function wishOf(args: readonly string[]): Wish {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', multiple: true, default: [] },
      choice: { type: 'string', multiple: true, default: [] },
      quick: { type: 'boolean', default: false },
      cost: { type: 'boolean', default: false },
      sheet: { type: 'string', default: inRepository('test-results/cutouts') },
    },
  })
  const { quick, only, choice, sheet } = values
  const unknown = choice.filter((name) => !CHOICES.some((known) => known === name))
  if (unknown.length > 0) throw new RangeError(`no choice is called “${unknown.join(', ')}”: there are ${CHOICES.join(', ')}`)
  const chosen: readonly string[] = choice.length > 0 ? choice : quick ? ['fine'] : CHOICES
  return {
    only: quick && only.length === 0 ? ['comp-'] : only,
    choices: CHOICES.filter((name) => chosen.includes(name)),
    rivals: quick ? RIVALS.slice(0, 1) : RIVALS,
    sheet,
    cost: values.cost || (!quick && only.length === 0),
  }
}
