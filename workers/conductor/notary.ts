import { type Audit, audit } from '../../src/core/audit'
import { type Line, toLines } from '../../src/core/ledger'
import { rootOf } from '../../src/core/merkle'
import type { Database, StoredCheckpoint } from '../../src/store/database'
import { append, keyPair, putCheckpoint, readLedger } from '../../src/store/ledger'
import { newSigningKey, signed, verifierText } from '../../src/vault/signing'

/** Lines between two checkpoints, where nothing else asks for one. */
const OFTEN = 100

const ledgerKey = (db: Database) => keyPair(db, 'ledger', newSigningKey)

/** Appends lines to the ledger, and from time to time signs what it has come to. */
export async function record(db: Database, lines: readonly Line[]): Promise<void> {
  const size = await append(db, lines)
  // Without a signature the ledger goes on: its next checkpoint vouches for these lines, too.
  if (Math.floor(size / OFTEN) > Math.floor((size - lines.length) / OFTEN)) await witness(db).catch(() => null)
}

/** Signs what the ledger has come to. Returns the newest checkpoint; null when there are no lines. */
export async function witness(db: Database): Promise<StoredCheckpoint | null> {
  return await putCheckpoint(db, async (tree) => await signed(await ledgerKey(db), { size: tree.size, root: await rootOf(tree) }))
}

/** The key, as text, that the checkpoints of this device's ledger are checked with. */
export const ledgerKeyText = async (db: Database): Promise<string> => await verifierText(await ledgerKey(db))

/** All checkpoints, one after the other. */
export const notes = async (db: Database): Promise<string> => (await db.getAll('checkpoints')).map(({ note }) => note).join('\n')

/** Checks the whole ledger of this device against its own checkpoints. */
export async function auditHere(db: Database): Promise<Audit> {
  const ledger = toLines(await readLedger(db))
  return await audit({ ledger, checkpoints: await notes(db), key: await ledgerKeyText(db) })
}
