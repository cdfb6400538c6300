import { base64, bytesOf, hex } from '../core/bytes'
import { commitmentTo, type Details, type Entry, follow, type Line, leafOf } from '../core/ledger'
import { EMPTY, grow, inBatches, leafHash, type Tree, treesOf } from '../core/merkle'
import type { Json } from '../core/recipe'
import type { Cabinet, Database, StoredCheckpoint, StoredDetails, StoredLine } from './database'
import { openJson, sealJson } from './sealed'

/** Where the settings keep the tree over the ledger's lines. */
const TREE = 'ledger-tree'

/** Two tabs may write at once, so the ledger's end is read and extended under a lock that all tabs share. */
const alone = <T>(work: () => Promise<T>): Promise<T> => navigator.locks.request('vitrine-ledger', work) as Promise<T>

const sealed = async ({ keys }: Cabinet, entry: Entry): Promise<StoredLine> => ({
  n: entry.n,
  box: await sealJson(keys.studio, entry, `line ${entry.n}`),
})
const opened = async ({ keys }: Cabinet, { n, box }: StoredLine): Promise<Entry> => (await openJson(keys.studio, box, `line ${n}`)) as Entry

const sealerFor = async ({ keys }: Cabinet, project: string) => (project === '' ? keys.studio : await keys.project(project))

async function sealedDetails(cabinet: Cabinet, details: Details, project: string): Promise<StoredDetails> {
  const { n } = details
  return { n, project, box: await sealJson(await sealerFor(cabinet, project), details, `details ${n}`) }
}

/** What the lines keep to themselves, as far as their projects are still here; with `project` (empty: none), only what is about that. */
export async function readDetails(cabinet: Cabinet, project?: string): Promise<Details[]> {
  const { db } = cabinet
  const stored = project === undefined ? await db.getAll('details') : await db.getAllFromIndex('details', 'project', project)
  const all = await inBatches(stored, async ({ n, project: owner, box }) => {
    const sealer = await sealerFor(cabinet, owner).catch(() => null)
    return sealer && ((await openJson(sealer, box, `details ${n}`)) as Details)
  })
  return all.filter((one) => one !== null)
}

async function lastLine(cabinet: Cabinet): Promise<Entry | null> {
  const last = await cabinet.db.transaction('ledger').store.openCursor(null, 'prev')
  return last && (await opened(cabinet, last.value))
}

/** The newest line that fits; null when none does. What was just written is found without opening what came before. */
export async function newestLine(cabinet: Cabinet, fits: (entry: Entry) => boolean): Promise<Entry | null> {
  for (let n = (await lastLine(cabinet))?.n ?? -1; n >= 0; n--) {
    const line = await cabinet.db.get('ledger', n)
    const entry = line && (await opened(cabinet, line))
    if (entry && fits(entry)) return entry
  }
  return null
}

/** When the last line was written, ms since 1970; 0 without lines. */
export const lastMoment = async (cabinet: Cabinet): Promise<number> => Date.parse((await lastLine(cabinet))?.at ?? '') || 0

/** Lines as they were written, and the tree over those before them. */
export interface Appended {
  readonly entries: readonly Entry[]
  readonly before: Tree
  /** Lines that there are now. */
  readonly size: number
}

/** Appends lines in order. `add` refuses a number that is already taken. */
export function append(cabinet: Cabinet, lines: readonly Line[]): Promise<Appended> {
  return alone(async () => {
    let last = await lastLine(cabinet)
    const before = await readTree(cabinet, last ? last.n + 1 : 0)
    let tree = before
    const entries: Entry[] = []
    const stored: StoredLine[] = []
    const details: StoredDetails[] = []
    for (const line of lines) {
      const secret = line.details && { salt: hex(crypto.getRandomValues(new Uint8Array(16))), details: line.details }
      const body = secret ? { ...line.body, details: await commitmentTo(secret) } : line.body
      last = await follow(last, new Date().toISOString(), line.did, body)
      if (secret) details.push(await sealedDetails(cabinet, { n: last.n, ...secret }, String(line.body.project ?? '')))
      tree = await grow(tree, await leafHash(leafOf(last)))
      entries.push(last)
      stored.push(await sealed(cabinet, last))
    }
    const tx = cabinet.db.transaction(['ledger', 'details', 'settings'], 'readwrite')
    const ledger = tx.objectStore('ledger')
    for (const one of details) void tx.objectStore('details').put(one)
    await Promise.all([...stored.map((line) => ledger.add(line)), tx.objectStore('settings').put(toJson(tree), TREE), tx.done])
    return { entries, before, size: tree.size }
  })
}

/** Takes over the lines of a version that did not seal them, as they are. */
export async function bringLines(cabinet: Cabinet): Promise<void> {
  await alone(async () => {
    const { db } = cabinet
    const entries = await db.getAll('plain-ledger')
    const stored = await inBatches(entries, (entry) => sealed(cabinet, entry))
    const tx = db.transaction(['ledger', 'plain-ledger'], 'readwrite', { durability: 'strict' })
    await Promise.all([...stored.map((line) => tx.objectStore('ledger').put(line)), tx.objectStore('plain-ledger').clear(), tx.done])
  })
}

const toJson = ({ size, peaks }: Tree): Json => ({ size, peaks: peaks.map(base64) })

/** The tree over the lines; made from them where none was kept, or one of another number of lines. */
async function readTree(cabinet: Cabinet, lines: number): Promise<Tree> {
  const kept = (await cabinet.db.get('settings', TREE)) as { size: number; peaks: string[] } | undefined
  const peaks = kept?.peaks.map(bytesOf).filter((peak) => peak !== null)
  if (kept?.size === lines && peaks) return { size: lines, peaks }
  const leaves = await inBatches(await readLedger(cabinet), (entry) => leafHash(leafOf(entry)))
  const [tree] = await treesOf(leaves, [leaves.length])
  return tree ?? EMPTY
}

/** Lines from number `first` to before `end`. */
export async function readLines(cabinet: Cabinet, first: number, end: number): Promise<Entry[]> {
  const stored = await cabinet.db.getAll('ledger', IDBKeyRange.bound(first, end, false, true))
  return await inBatches(stored, (line) => opened(cabinet, line))
}

/** The ledger, oldest first; with `project`, only the lines that name it. */
export async function readLedger(cabinet: Cabinet, project?: string): Promise<Entry[]> {
  const entries = await inBatches(await cabinet.db.getAll('ledger'), (line) => opened(cabinet, line))
  return project === undefined ? entries : entries.filter((entry) => entry.body.project === project)
}

/**
 * Signs what the ledger is now and keeps that; does nothing when the newest checkpoint says so already, or when there
 * are no lines. Returns the newest checkpoint.
 */
export async function putCheckpoint(cabinet: Cabinet, sign: (tree: Tree) => Promise<string>): Promise<StoredCheckpoint | null> {
  return await alone(async () => {
    const { db } = cabinet
    const newest = await newestCheckpoint(db)
    const last = await db.transaction('ledger').store.openKeyCursor(null, 'prev')
    const lines = last ? last.key + 1 : 0
    if (lines === 0 || newest?.size === lines) return newest
    const checkpoint = { size: lines, at: new Date().toISOString(), note: await sign(await readTree(cabinet, lines)) }
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
