import { type Fragile, fragile, wrongAbout } from '../support/backups'
import { oneLock } from '../support/locks'
import type { Figure } from './prove'

const FLIPS = 2000

/** One bit of a backup after the other is flipped, anywhere; each time all of it is restored and compared. */
export async function backup(): Promise<Figure[]> {
  oneLock()
  const one: Fragile = await fragile(6)
  const wrong: string[] = []
  const hit = new Set<string>()
  for (let n = 0; n < FLIPS; n++) {
    const found = await wrongAbout(one, Math.floor(Math.random() * one.bytes.length * 8))
    if (found.wrong) wrong.push(found.wrong)
    if (found.casualty) hit.add(found.casualty.what)
  }
  for (const says of wrong.slice(0, 10)) console.log(says)
  const count = (n: number) => n.toLocaleString('en')
  return [
    {
      what: `flipped bits in a backup (of ${count(one.bytes.length)} bytes; ${hit.size} different places were hit) that had exactly one casualty, named, and all else restored as it was`,
      figure: `${count(FLIPS - wrong.length)} of ${count(FLIPS)}`,
      wanted: 'all',
      met: wrong.length === 0,
    },
  ]
}
