import { filesOf } from '../core/doc'
import { fail } from '../core/fault'
import { isFinished, Photo, Project, type ProjectSummary } from '../core/project'
import type { FileValue, Hash } from '../core/recipe'
import type { Sealer } from '../core/sealing'
import type { Cabinet, Database, StoredFile, StoredPhoto, StoredProject } from './database'
import { fileName, type Result, resultRecord } from './results'
import { openJson, sealJson } from './sealed'

const sealedProject = async (sealer: Sealer, project: Project): Promise<StoredProject> => ({
  id: project.id,
  box: await sealJson(sealer, project, `project ${project.id}`),
})

async function sealedPhoto(sealer: Sealer, photo: Photo): Promise<StoredPhoto> {
  const { id, project, bytes, state } = photo
  const files = await Promise.all(filesOf(photo).map((hash) => fileName(sealer, hash)))
  return {
    id,
    project,
    files,
    done: isFinished(state),
    bytes: state.at === 'exported' ? 0 : bytes,
    box: await sealJson(sealer, photo, `photo ${id}`),
  }
}

const opened = async (sealer: Sealer, { id, box }: StoredPhoto): Promise<Photo> => Photo.parse(await openJson(sealer, box, `photo ${id}`))

/** Begins a project: its key first, then its record. */
export async function createProject(cabinet: Cabinet, project: Project): Promise<void> {
  await cabinet.keys.create(project.id)
  await putProject(cabinet, project)
}

export async function putProject({ db, keys }: Cabinet, project: Project): Promise<void> {
  await db.put('projects', await sealedProject(await keys.project(project.id), project))
}

/** Undefined when it is not stored, or its key is gone. */
export async function readProject({ db, keys }: Cabinet, id: string): Promise<Project | undefined> {
  const stored = await db.get('projects', id)
  const sealer = stored && (await keys.project(id).catch(() => null))
  return stored && sealer ? Project.parse(await openJson(sealer, stored.box, `project ${id}`)) : undefined
}

/** All projects whose key is here. */
export async function readProjects(cabinet: Cabinet): Promise<Project[]> {
  const ids = await cabinet.db.getAllKeys('projects')
  return (await Promise.all(ids.map((id) => readProject(cabinet, id)))).filter((project) => project !== undefined)
}

export async function listProjects(cabinet: Cabinet): Promise<ProjectSummary[]> {
  const summaries = (await readProjects(cabinet)).map(async (project) => {
    const photos = await cabinet.db.getAllFromIndex('photos', 'project', project.id)
    const done = photos.filter((photo) => photo.done).length
    return { ...project, photos: photos.length, done, bytes: photos.reduce((sum, photo) => sum + photo.bytes, 0) }
  })
  return (await Promise.all(summaries)).sort((a, b) => b.opened.localeCompare(a.opened))
}

export async function photosOf({ db, keys }: Cabinet, project: string): Promise<Photo[]> {
  const stored = await db.getAllFromIndex('photos', 'project', project)
  if (stored.length === 0) return []
  const sealer = await keys.project(project)
  return (await Promise.all(stored.map((photo) => opened(sealer, photo)))).sort((a, b) => a.order - b.order)
}

/** One photo; undefined when it is not stored. */
export async function readPhoto({ db, keys }: Cabinet, id: string): Promise<Photo | undefined> {
  const stored = await db.get('photos', id)
  return stored && (await opened(await keys.project(stored.project), stored))
}

/** A file of the seller's on its way into the store. */
export interface Original {
  readonly hash: Hash
  readonly blob: Blob
}

async function sealedFile(sealer: Sealer, project: string, { hash, blob }: Original): Promise<StoredFile> {
  const name = await fileName(sealer, hash)
  // What kind of file it is stands in front of it, a byte for its length first.
  const type = new TextEncoder().encode(blob.type).subarray(0, 255)
  const sealed = await sealer.sealFile(new Blob([Uint8Array.of(type.length), type, blob]), `file ${name}`)
  return { name, project, bytes: blob.size, sealed }
}

/** Stores an original and its photo in one transaction: after a crash there are both or neither. */
export async function putOriginal({ db, keys }: Cabinet, photo: Photo, original: Original): Promise<void> {
  const sealer = await keys.project(photo.project)
  const [file, record] = await Promise.all([sealedFile(sealer, photo.project, original), sealedPhoto(sealer, photo)])
  const tx = db.transaction(['photos', 'files'], 'readwrite', { durability: 'strict' })
  await Promise.all([tx.objectStore('files').put(file), tx.objectStore('photos').put(record), tx.done])
}

/** The bytes of an original or a matte, and what kind of file it is. Throws the fault `original-gone` when the browser no longer has it. */
export async function readBytes(
  { db, keys }: Cabinet,
  project: string,
  hash: Hash,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string }> {
  const sealer = await keys.project(project)
  const name = await fileName(sealer, hash)
  const stored = await db.get('files', name)
  if (!stored) {
    return fail('original-gone', 'The browser no longer has this photo’s original.', 'Add the photo again from where you keep it.')
  }
  const whole = await sealer.openFile(stored.sealed, `file ${name}`)
  const start = 1 + (whole[0] as number)
  return { bytes: whole.subarray(start), type: new TextDecoder().decode(whole.subarray(1, start)) }
}

/** The same as a file. */
export async function readOriginal(cabinet: Cabinet, project: string, hash: Hash): Promise<FileValue> {
  const { bytes, type } = await readBytes(cabinet, project, hash)
  return { kind: 'file', blob: new Blob([bytes], { type }) }
}

/** Stores a file by itself (a matte from elsewhere). The sweep takes it when no photo has come to use it. */
export async function putFile({ db, keys }: Cabinet, project: string, stored: Original): Promise<void> {
  const file = await sealedFile(await keys.project(project), project, stored)
  const tx = db.transaction('files', 'readwrite', { durability: 'strict' })
  await Promise.all([(await tx.store.getKey(file.name)) === undefined ? tx.store.put(file) : undefined, tx.done])
}

/** The sealed records of a project's results. */
const sealedResults = async (sealer: Sealer, project: string, results: readonly Result[]) =>
  (await Promise.all(results.map((result) => resultRecord(sealer, project, result)))).filter((record) => record !== null)

/**
 * Stores what was made of a photo and the photo's new state in one transaction. A photo that was removed meanwhile does
 * not come back: then nothing is stored.
 */
export async function putOutcome({ db, keys }: Cabinet, photo: Photo, results: readonly Result[]): Promise<void> {
  const sealer = await keys.project(photo.project)
  const [records, record] = await Promise.all([sealedResults(sealer, photo.project, results), sealedPhoto(sealer, photo)])
  const tx = db.transaction(['photos', 'results'], 'readwrite', { durability: 'strict' })
  if ((await tx.objectStore('photos').getKey(photo.id)) !== undefined) {
    await Promise.all([...records.map((one) => tx.objectStore('results').put(one)), tx.objectStore('photos').put(record)])
  }
  await tx.done
}

/** Stores results that may be made again. */
export async function putResults({ db, keys }: Cabinet, project: string, results: readonly Result[]): Promise<void> {
  const records = await sealedResults(await keys.project(project), project, results)
  const tx = db.transaction('results', 'readwrite')
  await Promise.all([...records.map((record) => tx.store.put(record)), tx.done])
}

export async function putPhotos({ db, keys }: Cabinet, photos: readonly Photo[]): Promise<void> {
  const records = await Promise.all(photos.map(async (photo) => await sealedPhoto(await keys.project(photo.project), photo)))
  const tx = db.transaction('photos', 'readwrite')
  await Promise.all([...records.map((record) => tx.store.put(record)), tx.done])
}

/**
 * Deletes photos of a project, and every file and result that nothing else in it uses; `more` names files that
 * were stored for these photos and that their documents no longer (or not yet) name. Returns the hashes of what is
 * gone, and the bytes of the originals among them.
 */
export async function deletePhotos(
  { db, keys }: Cabinet,
  project: string,
  photos: readonly Photo[],
  more: readonly Hash[] = [],
): Promise<{ hashes: Hash[]; bytes: number }> {
  const sealer = await keys.project(project)
  const originals = new Map(photos.flatMap((photo) => (photo.file ? [[photo.file, photo.bytes] as const] : [])))
  const all = [...new Set([...photos.flatMap(filesOf), ...more])]
  const named = await Promise.all(all.map(async (hash) => ({ hash, name: await fileName(sealer, hash) })))
  const tx = db.transaction(['photos', 'files', 'results'], 'readwrite', { durability: 'strict' })
  const stores = { photos: tx.objectStore('photos'), files: tx.objectStore('files'), results: tx.objectStore('results') }
  for (const photo of photos) await stores.photos.delete(photo.id)
  const hashes: Hash[] = []
  let bytes = 0
  for (const { hash, name } of named) {
    if ((await stores.photos.index('files').count(name)) > 0) continue
    hashes.push(hash)
    bytes += originals.get(hash) ?? 0
    await stores.files.delete(name)
    for (const key of await stores.results.index('files').getAllKeys(name)) await stores.results.delete(key)
  }
  await tx.done
  return { hashes, bytes }
}

/**
 * Deletes the originals of photos, and all that was made of them; their records stay, as exported, with the files of their sets, which
 * are worn again when the original is added again. The records go first: what a kill leaves is used by no photo, and swept. Returns the photos as they are now, and the bytes of the originals that went.
 */
export async function dropOriginals(
  cabinet: Cabinet,
  project: string,
  photos: readonly Photo[],
): Promise<{ photos: Photo[]; bytes: number }> {
  const on = new Date().toISOString()
  const left = photos.map(
    (photo): Photo => ({
      ...photo,
      file: null,
      doc: { ...photo.doc, matte: null },
      state: { at: 'exported', on },
      facts: null,
      matte: null,
      thumb: null,
    }),
  )
  await putPhotos(cabinet, left)
  const { hashes } = await deletePhotos(cabinet, project, [], photos.flatMap(filesOf))
  const sizes = new Map(photos.map(({ file, bytes }) => [file, bytes]))
  return { photos: left, bytes: hashes.reduce((sum, hash) => sum + (sizes.get(hash) ?? 0), 0) }
}

/** What was deleted with a project. */
export interface Gone {
  readonly photos: number
  readonly hashes: readonly Hash[]
  readonly bytes: number
  /** SHA-256 of the sealed key that was overwritten. */
  readonly key: Hash | null
}

/**
 * Deletes a project: its key first, after which nothing of it can be read by anybody, then all that lies there of it.
 * What is left is its id, so that the deletion is known of until the ledger has it: then call `forgetProject`.
 */
export async function deleteProject(cabinet: Cabinet, id: string): Promise<Gone> {
  const photos = await photosOf(cabinet, id)
  const hashes = [...new Set(photos.flatMap(filesOf))]
  const bytes = [...new Map(photos.map((photo) => [photo.file ?? photo.id, photo.bytes])).values()].reduce((sum, one) => sum + one, 0)
  const key = await cabinet.keys.shred(id)
  await removeRecords(cabinet.db, id)
  return { photos: photos.length, hashes, bytes, key }
}

async function removeRecords(db: Database, project: string): Promise<void> {
  const stores = ['photos', 'files', 'results', 'details', 'archives'] as const
  const tx = db.transaction(stores, 'readwrite', { durability: 'strict' })
  for (const store of stores) {
    for (const key of await tx.objectStore(store).index('project').getAllKeys(project)) await tx.objectStore(store).delete(key)
  }
  await tx.done
}

/** Removes the last of a deleted project. */
export const forgetProject = ({ db }: Cabinet, id: string): Promise<void> => db.delete('projects', id)

/** Takes away what was stored for a project that has no record (yet): its key first. */
export async function abandon({ db, keys }: Cabinet, project: string): Promise<void> {
  await keys.shred(project)
  await removeRecords(db, project)
}

/**
 * Ends what was interrupted: deletions, which leave records without a key, and beginnings, which leave a key without a
 * project. Returns the projects that are to be forgotten.
 */
export async function finishInterrupted(cabinet: Cabinet): Promise<string[]> {
  const { db, keys } = cabinet
  const kept = new Set(await keys.projects())
  const there = await db.getAllKeys('projects')
  const gone = there.filter((id) => !kept.has(id))
  for (const id of gone) await removeRecords(db, id)
  for (const id of kept) if (!there.includes(id)) await abandon(cabinet, id)
  return gone
}

/** Deletes files and results that no photo uses any more: those of photos removed from a list and of mattes taken back, whose undo has ended. */
export async function sweep(db: Database): Promise<void> {
  const used = new Set((await db.getAll('photos')).flatMap(({ files }) => files))
  const tx = db.transaction(['files', 'results'], 'readwrite')
  const files = tx.objectStore('files')
  const results = tx.objectStore('results')
  for (const name of await files.getAllKeys()) {
    if (used.has(name)) continue
    await files.delete(name)
    for (const key of await results.index('files').getAllKeys(name)) await results.delete(key)
  }
  await tx.done
}
