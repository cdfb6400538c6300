import { type Entry, follow, type Line } from '../core/ledger'
import type { Database } from './database'

/**
 * Appends lines in order and returns the entries. Two tabs may write at once, so the chain's end is read and extended
 * under a lock that all tabs share; `add` refuses a number that is already taken.
 */
export function append(db: Database, lines: readonly Line[]): Promise<Entry[]> {
  return navigator.locks.request('vitrine-ledger', async () => {
    let last = (await db.transaction('ledger').store.openCursor(null, 'prev'))?.value ?? null
    const entries: Entry[] = []
    for (const line of lines) {
      last = await follow(last, new Date().toISOString(), line.did, line.body)
      entries.push(last)
    }
    const tx = db.transaction('ledger', 'readwrite')
    await Promise.all([...entries.map((entry) => tx.store.add(entry)), tx.done])
    return entries
  })
}

/** The ledger, oldest first; with `project`, only the lines that name it. */
export async function readLedger(db: Database, project?: string): Promise<Entry[]> {
  const entries = await db.getAll('ledger')
  return project === undefined ? entries : entries.filter((entry) => entry.body.project === project)
}
