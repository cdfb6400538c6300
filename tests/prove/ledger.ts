import fc from 'fast-check'
import { audit } from '../../src/core/audit'
import { soundLedger, tampered, tamperings } from '../support/tampering'
import type { Figure } from './prove'

const [CHANGES, LINES, EVERY] = [10_000, 60, 10]
const MANY = 100_000

/** Random changes to a ledger, each of which has to be found and its first line named; and how long a long one takes. */
export async function ledger(): Promise<Figure[]> {
  const sound = await soundLedger(LINES, EVERY)
  let [tried, found, named] = [0, 0, 0]
  const missed: string[] = []
  while (tried < CHANGES) {
    const [wish] = fc.sample(tamperings(LINES), 1)
    const forged = wish && (await tampered(sound, wish))
    if (!forged) continue
    tried++
    const [first] = (await audit({ ...sound.evidence, ledger: forged.ledger })).findings
    if (first) found++
    const line = first?.line ?? Number.NaN
    if (forged.within ? line <= forged.line && line > forged.line - EVERY : line === forged.line) named++
    else missed.push(`${JSON.stringify(wish)}: line ${forged.line}, but ${first?.says}`)
  }
  for (const one of missed.slice(0, 10)) console.log(one)
  const { evidence } = await soundLedger(MANY, 100)
  const began = performance.now()
  const { findings, checkpoints } = await audit(evidence)
  const seconds = (performance.now() - began) / 1000
  const count = (n: number) => n.toLocaleString('en')
  return [
    {
      what: 'random changes to a ledger that are found',
      figure: `${count(found)} of ${count(tried)}`,
      wanted: 'all',
      met: found === tried,
    },
    { what: 'of these, the first wrong line is named', figure: count(named), wanted: 'all', met: named === tried },
    {
      what: `${count(MANY)} lines and ${count(checkpoints)} checkpoints verified`,
      figure: `${seconds.toFixed(1)} s`,
      wanted: 'at most 5 s',
      met: seconds <= 5 && findings.length === 0,
    },
  ]
}
