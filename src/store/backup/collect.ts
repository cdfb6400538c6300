import type { PastLedger } from '../../core/backup'
import { cutoutFiles, filesOf } from '../../core/doc'
import { FaultError } from '../../core/fault'
import { detailLines, toLines } from '../../core/ledger'
import type { Photo, Project } from '../../core/project'
import type { Hash, Json } from '../../core/recipe'
import type { Cabinet } from '../database'
import { readDetails, readLedger } from '../ledger'
import { readNetworkFile } from '../networks'
import { photosOf, readOriginal } from '../projects'
import { keptResults } from '../results'
import type { Part } from './frames'

/**
 * The parts of a project, as they are when each is read: the project, its files, what was computed of them, its photos. A
 * photo whose original can no longer be read is told to `missing` and left out.
 */
export async function* projectParts(cabinet: Cabinet, project: Project, missing: (photo: Photo) => void): AsyncGenerator<Part> {
  yield { title: { kind: 'project', project }, body: null }
  const photos = await photosOf(cabinet, project.id)
  const users = new Map<Hash, string[]>()
  for (const photo of photos) for (const hash of filesOf(photo)) users.set(hash, [...(users.get(hash) ?? []), photo.name])
  const hashes = [...users.keys()]
  const here = new Set<Hash>()
  for (const hash of hashes) {
    const found = await readOriginal(cabinet, project.id, hash).catch((error: unknown) => {
      if (error instanceof FaultError) return null
      throw error
    })
    if (!found) continue
    here.add(hash)
    yield { title: { kind: 'file', project: project.id, hash, type: found.blob.type, of: users.get(hash) ?? [] }, body: found.blob }
  }
  for await (const { key, packed, payload, files } of keptResults(cabinet, project.id, hashes)) {
    const of = [...new Set(files.flatMap((hash) => users.get(hash) ?? []))]
    yield { title: { kind: 'result', project: project.id, key, packed: packed as Json, files: [...files], of }, body: payload }
  }
  for (const photo of photos) {
    if (cutoutFiles(photo).every((hash) => here.has(hash))) yield { title: { kind: 'photo', photo }, body: null }
    else missing(photo)
  }
}

/** What a backup of the whole studio has beside its projects: the seller's networks, and the ledger with its details. */
export async function* studioParts(
  cabinet: Cabinet,
  projects: readonly Project[],
  signatures: Pick<PastLedger, 'checkpoints' | 'key'>,
): AsyncGenerator<Part> {
  const { db } = cabinet
  for (const stored of await db.getAll('networks')) {
    const title = { kind: 'network' as const, title: stored.own.title, stored: JSON.parse(JSON.stringify(stored)) as Json }
    yield { title, body: await readNetworkFile(db, stored.id) }
  }
  const entries = await readLedger(cabinet)
  const past: PastLedger = { ledger: toLines(entries), details: detailLines(await readDetails(cabinet, '')), ...signatures }
  yield { title: { kind: 'ledger', lines: entries.length }, body: new Blob([JSON.stringify(past)]) }
  for (const { id } of projects) {
    const details = await readDetails(cabinet, id)
    if (details.length > 0) yield { title: { kind: 'details', project: id }, body: new Blob([detailLines(details)]) }
  }
}
