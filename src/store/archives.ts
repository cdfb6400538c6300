import { PastLedger, type PastLedgerSummary } from '../core/backup'
import type { Cabinet } from './database'

const about = (backup: string, project: string) => `archive ${backup} ${project}`

/** Keeps a ledger that came with a backup. The studio's own goes on beside it, since its key cannot sign for the past. */
export async function putPastLedger({ db, keys }: Cabinet, { id, made, lines }: PastLedgerSummary, past: PastLedger): Promise<void> {
  const sealed = await keys.studio.sealFile(new Blob([JSON.stringify(past)]), about(id, ''))
  await db.put('archives', { backup: id, project: '', made, lines, sealed })
}

/** Keeps what lines of such a ledger kept to themselves about a project; it goes with that project. */
export async function putPastDetails({ db, keys }: Cabinet, id: string, project: string, made: string, details: Blob): Promise<void> {
  const sealed = await (await keys.project(project)).sealFile(details, about(id, project))
  await db.put('archives', { backup: id, project, made, lines: 0, sealed })
}

/** The past ledgers that are kept, newest first. */
export async function listPastLedgers({ db }: Cabinet): Promise<PastLedgerSummary[]> {
  const all = await db.getAllFromIndex('archives', 'project', '')
  return all.map(({ backup, made, lines }) => ({ id: backup, made, lines })).sort((a, b) => b.made.localeCompare(a.made))
}

/** A past ledger, its details as far as their projects are still here. */
export async function readPastLedger({ db, keys }: Cabinet, id: string): Promise<PastLedger> {
  const stored = await db.get('archives', [id, ''])
  if (!stored) throw new RangeError('this ledger is no longer here')
  const text = async (opening: Promise<Uint8Array<ArrayBuffer>>) => new TextDecoder().decode(await opening)
  const past = PastLedger.parse(JSON.parse(await text(keys.studio.openFile(stored.sealed, about(id, '')))))
  const range = IDBKeyRange.bound([id, ''], [id, '\uffff'], true)
  const details = (await db.getAll('archives', range)).map(
    async ({ project, sealed }) => await text((await keys.project(project)).openFile(sealed, about(id, project))),
  )
  return { ...past, details: [past.details, ...(await Promise.all(details))].join('') }
}
