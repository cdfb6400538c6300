import { backup } from './backup'
import { egress } from './egress'
import { kills } from './kills'
import { ledger } from './ledger'
import { vault } from './vault'

/** One figure, beside what it has to be. */
export interface Figure {
  readonly what: string
  readonly figure: string
  readonly wanted: string
  readonly met: boolean
}

const parts = { egress, ledger, vault, backup, kills }

/** Runs the named parts, all without names; prints one table. Resolves to whether all figures are met. */
export async function prove(args: readonly string[]): Promise<boolean> {
  const unknown = args.filter((name) => !(name in parts))
  if (unknown.length > 0) throw new RangeError(`there is no part “${unknown[0]}”, only ${Object.keys(parts).join(', ')}`)
  const figures: Figure[] = []
  for (const [name, part] of Object.entries(parts)) if (args.length === 0 || args.includes(name)) figures.push(...(await part()))
  console.table(figures.map(({ met, ...rest }) => ({ ...rest, met: met ? 'yes' : 'NO' })))
  return figures.every(({ met }) => met)
}
