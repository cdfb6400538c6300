import { type Casualty, PastLedger, type Restored } from '../../core/backup'
import { StoredNetwork } from '../../core/network'
import type { Photo, Project } from '../../core/project'
import type { Hash, Key } from '../../core/recipe'
import { keptScene } from '../../core/scene/files'
import { putPastDetails, putPastLedger } from '../archives'
import type { Cabinet } from '../database'
import { putNetwork } from '../networks'
import { abandon, putFile, putPhotos, putProject } from '../projects'
import { Packed, putPacked } from '../results'
import { type Backup, type Bundle, bodyOf, bundlesOf } from './open'

interface Restoring {
  readonly cabinet: Cabinet
  readonly backup: Backup
  /** Hears the bytes of each part that is through. */
  readonly read: (bytes: number) => void
  readonly signal: AbortSignal
}

/** What a project became. */
export interface Returned {
  /** As it is in the studio now. */
  readonly project: Project
  /** Its id in the backup. */
  readonly was: string
  readonly photos: readonly Photo[]
}

/**
 * Restores projects under keys of their own. Each is there whole or not at all: its record is written last, and what a
 * kill leaves before that is taken away at the next start. One whose id is taken comes beside it, under a new one.
 */
export async function* restoreProjects(
  job: Restoring,
  wanted: readonly string[] | 'all',
  casualties: Casualty[],
): AsyncGenerator<Returned> {
  const { cabinet, backup } = job
  for (const bundle of bundlesOf(backup)) {
    if (wanted !== 'all' && !wanted.includes(bundle.project.id)) continue
    const taken = (await cabinet.db.getKey('projects', bundle.project.id)) !== undefined
    const id = taken ? crypto.randomUUID() : bundle.project.id
    try {
      yield { was: bundle.project.id, ...(await restoreBundle(job, bundle, id, taken, casualties)) }
    } catch (error) {
      await abandon(cabinet, id)
      throw error
    }
  }
}

async function restoreBundle(
  { cabinet, backup, read, signal }: Restoring,
  bundle: Bundle,
  id: string,
  copy: boolean,
  casualties: Casualty[],
) {
  await cabinet.keys.create(id)
  const files = new Set<Hash>()
  const results = new Set<string>()
  for (const frame of bundle.frames) {
    signal.throwIfAborted()
    const { title } = frame
    const { bytes, casualties: found } = await bodyOf(backup, frame)
    casualties.push(...found)
    if (title?.kind === 'file' && bytes) {
      await putFile(cabinet, id, { hash: title.hash, blob: new Blob([bytes], { type: title.type }) })
      files.add(title.hash)
    }
    const packed = title?.kind === 'result' ? Packed.safeParse(title.packed).data : undefined
    if (title?.kind === 'result' && packed && (bytes || packed.kind === 'facts')) {
      await putPacked(cabinet, id, { key: title.key as Key, packed, payload: bytes && new Blob([bytes]), files: title.files, keep: true })
      results.add(title.key)
    }
    read(frame.titleBytes + frame.bodyBytes)
  }
  const lost = new Set(bundle.frames.flatMap(({ title }) => (title?.kind === 'result' && !results.has(title.key) ? title.files : [])))
  const photos = bundle.photos
    .filter(({ file }) => file === null || files.has(file))
    .map((photo): Photo => {
      const matte = photo.doc.matte !== null && files.has(photo.doc.matte as Hash) ? photo.doc.matte : null
      const asItWas =
        matte === photo.doc.matte && photo.file !== null && !lost.has(photo.file) && (!photo.thumb || results.has(photo.thumb))
      const unfinished = photo.state.at === 'working' || (photo.state.at === 'done' && !asItWas)
      return {
        ...photo,
        id: copy ? crypto.randomUUID() : photo.id,
        project: id,
        doc: { ...photo.doc, matte, scene: photo.doc.scene && keptScene(photo.doc.scene, (hash) => files.has(hash)) },
        state: unfinished ? { at: 'waiting' } : photo.state,
      }
    })
  await putPhotos(cabinet, photos)
  const now = new Date().toISOString()
  const project: Project = {
    ...bundle.project,
    id,
    name: copy ? `${bundle.project.name} (restored)` : bundle.project.name,
    opened: now,
    // Its time begins anew: else what is restored might go at once.
    added: bundle.project.retention ? now : bundle.project.added,
  }
  await putProject(cabinet, project)
  return { project, photos }
}

/** Restores what a backup of a whole studio has beside its projects. `names` maps ids of its projects to those they have now. */
export async function restoreStudio(
  { cabinet, backup, read, signal }: Restoring,
  names: ReadonlyMap<string, string>,
  casualties: Casualty[],
): Promise<void> {
  for (const frame of backup.frames) {
    const { title } = frame
    if (title?.kind !== 'network' && title?.kind !== 'ledger' && title?.kind !== 'details') continue
    signal.throwIfAborted()
    const { bytes, casualties: found } = await bodyOf(backup, frame)
    casualties.push(...found)
    read(frame.titleBytes + frame.bodyBytes)
    if (!bytes) continue
    const { id, made } = backup
    const project = title.kind === 'details' ? names.get(title.project) : undefined
    if (title.kind === 'network') await putNetwork(cabinet.db, StoredNetwork.parse(title.stored), new Blob([bytes]))
    else if (project !== undefined) await putPastDetails(cabinet, id, project, made, new Blob([bytes]))
    else if (title.kind === 'ledger') {
      const past = PastLedger.parse(JSON.parse(new TextDecoder().decode(bytes)))
      await putPastLedger(cabinet, { id, made, lines: title.lines }, past)
    }
  }
}

export const restoredSummary = (returned: readonly Returned[], casualties: readonly Casualty[]): Restored => ({
  projects: returned.map(({ project, photos }) => ({ id: project.id, name: project.name, photos: photos.length })),
  casualties,
})
