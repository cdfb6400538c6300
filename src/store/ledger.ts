import { base64, bytesOf } from '../core/bytes'
import { type Entry, follow, type Line, leafOf } from '../core/ledger'
import { EMPTY, grow, inBatches, leafHash, type Tree, treesOf } from '../core/merkle'
import type { Json } from '../core/recipe'
import type { Database, StoredCheckpoint } from './database'

/** Where the settings keep the tree over the ledger's lines. */
const TREE = 'ledger-tree'

/** Two tabs may write at once, so the ledger's end is read and extended under a lock that all tabs share. */
const alone = <T>(work: () => Promise<T>): Promise<T> => navigator.locks.request('vitrine-ledger', work) as Promise<T>

/** Appends lines in order and returns how many there are now. `add` refuses a number that is already taken. */
export function append(db: Database, lines: readonly Line[]): Promise<number> {
  return alone(async () => {
    let last = (await db.transaction('ledger').store.openCursor(null, 'prev'))?.value ?? null
    let tree = await readTree(db, last ? last.n + 1 : 0)
    const entries: Entry[] = []
    for (const line of lines) {
      last = await follow(last, new Date().toISOString(), line.did, line.body)
      tree = await grow(tree, await leafHash(leafOf(last)))
      entries.push(last)
    }
    const tx = db.transaction(['ledger', 'settings'], 'readwrite')
    const ledger = tx.objectStore('ledger')
    await Promise.all([...entries.map((entry) => ledger.add(entry)), tx.objectStore('settings').put(toJson(tree), TREE), tx.done])
    return tree.size
  })
}

const toJson = ({ size, peaks }: Tree): Json => ({ size, peaks: peaks.map(base64) })

/** The tree over the lines; made from them where none was kept, or one of another number of lines. */
async function readTree(db: Database, lines: number): Promise<Tree> {
  const kept = (await db.get('settings', TREE)) as { size: number; peaks: string[] } | undefined
  const peaks = kept?.peaks.map(bytesOf).filter((peak) => peak !== null)
  if (kept?.size === lines && peaks) return { size: lines, peaks }
  const leaves = await inBatches(await db.getAll('ledger'), (entry) => leafHash(leafOf(entry)))
  const [tree] = await treesOf(leaves, [leaves.length])
  return tree ?? EMPTY
}

/** The ledger, oldest first; with `project`, only the lines that name it. */
export async function readLedger(db: Database, project?: string): Promise<Entry[]> {
  const entries = await db.getAll('ledger')
  return project === undefined ? entries : entries.filter((entry) => entry.body.project === project)
}

/**
 * Signs what the ledger is now and keeps that; does nothing when the newest checkpoint says so already, or when there
 * are no lines. Returns the newest checkpoint.
 */
export async function putCheckpoint(db: Database, sign: (tree: Tree) => Promise<string>): Promise<StoredCheckpoint | null> {
  return await alone(async () => {
    const newest = await newestCheckpoint(db)
    const last = await db.transaction('ledger').store.openCursor(null, 'prev')
    const lines = last ? last.value.n + 1 : 0
    if (lines === 0 || newest?.size === lines) return newest
    const checkpoint = { size: lines, at: new Date().toISOString(), note: await sign(await readTree(db, lines)) }
    await db.put('checkpoints', checkpoint)
    return checkpoint
  })
}

export async function newestCheckpoint(db: Database): Promise<StoredCheckpoint | null> {
  return (await db.transaction('checkpoints').store.openCursor(null, 'prev'))?.value ?? null
}

/** The key pair of that name. Of two tabs that ask for the first time, both get the one that was stored. */
export async function keyPair(db: Database, name: string, make: () => Promise<CryptoKeyPair>): Promise<CryptoKeyPair> {
  const known = await db.get('keys', name)
  if (known) return known
  const made = await make()
  const tx = db.transaction('keys', 'readwrite')
  const first = await tx.store.get(name)
  if (!first) await tx.store.put(made, name)
  await tx.done
  return first ?? made
}
