import { fail } from '../core/fault'
import { hashOfOwn } from '../core/own'
import { MatteFacts, type Photo, PhotoDoc, type Project, type ProjectSummary } from '../core/project'
import type { FileValue, Hash } from '../core/recipe'
import type { Database, StoredBlob, StoredResult } from './database'

export async function listProjects(db: Database): Promise<ProjectSummary[]> {
  const projects = await db.getAll('projects')
  const summaries = await Promise.all(
    projects.map(async (project) => {
      const photos = await db.getAllFromIndex('photos', 'project', project.id)
      return {
        ...project,
        photos: photos.length,
        done: photos.filter((photo) => photo.state.at === 'done').length,
        bytes: photos.reduce((sum, photo) => sum + photo.bytes, 0),
      }
    }),
  )
  return summaries.sort((a, b) => b.opened.localeCompare(a.opened))
}

/** A photo as an earlier version may have stored it, with what it lacks. */
const present = (photo: Photo): Photo => ({
  ...photo,
  doc: PhotoDoc.parse(photo.doc),
  matte: photo.matte && MatteFacts.parse(photo.matte),
})

export async function photosOf(db: Database, project: string): Promise<Photo[]> {
  return (await db.getAllFromIndex('photos', 'project', project)).map(present).sort((a, b) => a.order - b.order)
}

/** One photo; undefined when it is not stored. */
export async function readPhoto(db: Database, id: string): Promise<Photo | undefined> {
  const photo = await db.get('photos', id)
  return photo && present(photo)
}

/** Stores an original and its photo in one transaction: after a crash there are both or neither. */
export async function putOriginal(db: Database, photo: Photo, stored: StoredBlob): Promise<void> {
  const tx = db.transaction(['photos', 'blobs'], 'readwrite', { durability: 'strict' })
  await Promise.all([tx.objectStore('blobs').put(stored), tx.objectStore('photos').put(photo), tx.done])
}

/** An original or a matte. Throws the fault `original-gone` when the browser no longer has it. */
export async function readOriginal(db: Database, hash: Hash): Promise<FileValue> {
  const stored = await db.get('blobs', hash)
  if (!stored) {
    return fail('original-gone', 'The browser no longer has this photo’s original.', 'Add the photo again from where you keep it.')
  }
  return { kind: 'file', blob: stored.blob }
}

/** Stores a matte from elsewhere. The sweep takes it when no photo's document has come to use it. */
export async function putMatte(db: Database, stored: StoredBlob): Promise<void> {
  const tx = db.transaction('blobs', 'readwrite', { durability: 'strict' })
  await Promise.all([(await tx.store.getKey(stored.hash)) === undefined ? tx.store.put(stored) : undefined, tx.done])
}

/**
 * Stores what was made of a photo and the photo's new state in one transaction. A photo that was removed meanwhile does
 * not come back: then nothing is stored.
 */
export async function putOutcome(db: Database, photo: Photo, results: readonly StoredResult[]): Promise<void> {
  const tx = db.transaction(['photos', 'results'], 'readwrite', { durability: 'strict' })
  if ((await tx.objectStore('photos').getKey(photo.id)) !== undefined) {
    await Promise.all([...results.map((result) => tx.objectStore('results').put(result)), tx.objectStore('photos').put(photo)])
  }
  await tx.done
}

export async function putPhotos(db: Database, photos: readonly Photo[]): Promise<void> {
  const tx = db.transaction('photos', 'readwrite')
  await Promise.all([...photos.map((photo) => tx.store.put(photo)), tx.done])
}

/**
 * Deletes photos, and every original, matte and result that nothing else uses; `more` names files that were stored for
 * these photos and that their documents no longer (or not yet) name. Returns the hashes of what is gone, and the
 * bytes of the originals among them. Reads none of the files: a handle would keep one on disk until the collector finds it.
 */
export async function deletePhotos(
  db: Database,
  photos: readonly Photo[],
  more: readonly Hash[] = [],
): Promise<{ hashes: Hash[]; bytes: number }> {
  const tx = db.transaction(['photos', 'blobs', 'results', 'networks'], 'readwrite', { durability: 'strict' })
  const stores = { photos: tx.objectStore('photos'), blobs: tx.objectStore('blobs'), results: tx.objectStore('results') }
  const used = async (hash: Hash) =>
    (await stores.photos.index('file').count(hash)) > 0 ||
    (await stores.photos.index('matte').count(hash)) > 0 ||
    (await tx.objectStore('networks').count(`own:${hash}`)) > 0
  for (const photo of photos) await stores.photos.delete(photo.id)
  const hashes: Hash[] = []
  let bytes = 0
  const originals = new Map(photos.flatMap((photo) => (photo.file ? [[photo.file, photo.bytes] as const] : [])))
  const mattes = photos.flatMap(({ doc }) => (doc.matte ? [doc.matte as Hash] : []))
  for (const hash of new Set([...originals.keys(), ...mattes, ...more])) {
    if (await used(hash)) continue
    hashes.push(hash)
    bytes += originals.get(hash) ?? 0
    await stores.blobs.delete(hash)
    for (const key of await stores.results.index('files').getAllKeys(hash)) await stores.results.delete(key)
  }
  await tx.done
  return { hashes, bytes }
}

/** Deletes a project's own record after its photos; `more` as in `deletePhotos`. */
export async function deleteProject(
  db: Database,
  project: Project,
  more: readonly Hash[] = [],
): Promise<{ photos: number; hashes: Hash[]; bytes: number }> {
  const photos = await photosOf(db, project.id)
  const gone = await deletePhotos(db, photos, more)
  await db.delete('projects', project.id)
  return { photos: photos.length, ...gone }
}

/** Deletes files and results that no photo uses any more: those of photos removed from a list and of mattes taken back, whose undo has ended. */
export async function sweep(db: Database): Promise<void> {
  const used = new Set<string | null | undefined>((await db.getAll('photos')).flatMap(({ file, doc }) => [file, doc.matte]))
  for (const id of await db.getAllKeys('networks')) used.add(hashOfOwn(id))
  const tx = db.transaction(['blobs', 'results'], 'readwrite')
  const blobs = tx.objectStore('blobs')
  const results = tx.objectStore('results')
  for (const hash of await blobs.getAllKeys()) {
    if (used.has(hash)) continue
    await blobs.delete(hash)
    for (const key of await results.index('files').getAllKeys(hash)) await results.delete(key)
  }
  await tx.done
}
