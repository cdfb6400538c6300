import { type Audit, audit } from '../../src/core/audit'
import { hex } from '../../src/core/bytes'
import type { Attested } from '../../src/core/certificate'
import { type Details, detailLines, type Entry, type LedgerLine, type Line, leafOf, toLines } from '../../src/core/ledger'
import { leafHash, pathOf, rootOf } from '../../src/core/merkle'
import type { Project } from '../../src/core/project'
import { COVERS, DOES_NOT_COVER, type Receipt } from '../../src/core/receipt'
import type { Cabinet, Database, StoredCheckpoint } from '../../src/store/database'
import { append, keyPair, newestLine, putCheckpoint, readDetails, readLedger, readLines } from '../../src/store/ledger'
import type { Gone } from '../../src/store/projects'
import { newSigningKey, signed, verifierText } from '../../src/vault/signing'

/** Lines between two checkpoints, where nothing else asks for one. */
const OFTEN = 100

const ledgerKey = (db: Database) => keyPair(db, 'ledger', newSigningKey)

/** Appends lines to the ledger, and from time to time signs what it has come to. */
export async function record(cabinet: Cabinet, lines: readonly Line[]): Promise<void> {
  const { size } = await append(cabinet, lines)
  // Without a signature the ledger goes on: its next checkpoint vouches for these lines, too.
  if (Math.floor(size / OFTEN) > Math.floor((size - lines.length) / OFTEN)) await witness(cabinet).catch(() => null)
}

/** Signs what the ledger has come to. Returns the newest checkpoint; null when there are no lines. */
export async function witness(cabinet: Cabinet): Promise<StoredCheckpoint | null> {
  return await putCheckpoint(
    cabinet,
    async (tree) => await signed(await ledgerKey(cabinet.db), { size: tree.size, root: await rootOf(tree) }),
  )
}

/** Writes a line and proves that it is among those that a checkpoint vouches for. */
export async function attest(cabinet: Cabinet, line: Line): Promise<Attested> {
  const { entries, before } = await append(cabinet, [line])
  const [entry] = entries as [Entry]
  // Without a signature the line is there all the same: a later checkpoint vouches for it.
  const checkpoint = await witness(cabinet).catch(() => null)
  const since = checkpoint ? await readLines(cabinet, entry.n, checkpoint.size) : []
  const path = checkpoint ? await pathOf(before, await Promise.all(since.map((one) => leafHash(leafOf(one))))) : []
  return { entry, path: path.map(hex), checkpoint: checkpoint?.note ?? null, key: await ledgerKeyText(cabinet.db) }
}

/** The key, as text, that the checkpoints of this device's ledger are checked with. */
export const ledgerKeyText = async (db: Database): Promise<string> => await verifierText(await ledgerKey(db))

/** All checkpoints, one after the other. */
export const notes = async (db: Database): Promise<string> => (await db.getAll('checkpoints')).map(({ note }) => note).join('\n')

/** Checks the whole ledger of this device against its own checkpoints. */
export async function auditHere(cabinet: Cabinet): Promise<Audit> {
  const ledger = toLines(await readLedger(cabinet))
  const details = detailLines(await readDetails(cabinet))
  return await audit({ ledger, details, checkpoints: await notes(cabinet.db), key: await ledgerKeyText(cabinet.db) })
}

/** The ledger with what is known of each line's details, oldest first; with `project`, only the lines that name it. */
export const tellLedger = async (cabinet: Cabinet, project?: string): Promise<LedgerLine[]> =>
  withDetails(await readLedger(cabinet, project), await readDetails(cabinet))

/** Each line with what is known of its details. */
export function withDetails(entries: readonly Entry[], known: readonly Details[]): LedgerLine[] {
  const details = new Map(known.map((one) => [one.n, one.details]))
  return entries.map((entry) => ({ ...entry, details: details.get(entry.n) ?? null }))
}

/** The receipt for a deletion whose line the ledger has, vouched for by a checkpoint where one can be signed. */
export async function receiptFor(cabinet: Cabinet, { id, name }: Project, gone: Gone): Promise<Receipt> {
  const line = await newestLine(cabinet, ({ did, body }) => did === 'delete' && body.project === id)
  if (!line) throw new Error('the ledger has no line about this deletion')
  const checkpoint = await witness(cabinet).catch(() => null)
  return {
    receipt: 'Vitrine deletion receipt, version 1',
    project: { id, name },
    at: line.at,
    photos: gone.photos,
    bytes: gone.bytes,
    files: gone.hashes,
    key: gone.key,
    ledger: { line: line.n + 1, hash: line.hash, checkpoint: checkpoint?.note ?? null, key: await ledgerKeyText(cabinet.db) },
    covers: COVERS,
    doesNotCover: DOES_NOT_COVER,
  }
}
