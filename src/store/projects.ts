import { fail } from '../core/fault'
import type { Photo, Project, ProjectSummary } from '../core/project'
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

export async function photosOf(db: Database, project: string): Promise<Photo[]> {
  return (await db.getAllFromIndex('photos', 'project', project)).sort((a, b) => a.order - b.order)
}

/** Stores an original and its photo in one transaction: after a crash there are both or neither. */
export async function putOriginal(db: Database, photo: Photo, stored: StoredBlob): Promise<void> {
  const tx = db.transaction(['photos', 'blobs'], 'readwrite', { durability: 'strict' })
  await Promise.all([tx.objectStore('blobs').put(stored), tx.objectStore('photos').put(photo), tx.done])
}

/** An original. Throws the fault `original-gone` when the browser no longer has it. */
export async function readOriginal(db: Database, hash: Hash): Promise<FileValue> {
  const stored = await db.get('blobs', hash)
  if (!stored) {
    return fail('original-gone', 'The browser no longer has this photo’s original.', 'Add the photo again from where you keep it.')
  }
  return { kind: 'file', blob: stored.blob }
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
 * Deletes photos, and every original and result that no other photo uses. Returns the hashes and bytes of the
 * originals that are gone. Reads none of them: a handle would keep the file on disk until the collector finds it.
 */
export async function deletePhotos(db: Database, photos: readonly Photo[]): Promise<{ hashes: Hash[]; bytes: number }> {
  const tx = db.transaction(['photos', 'blobs', 'results'], 'readwrite', { durability: 'strict' })
  const stores = { photos: tx.objectStore('photos'), blobs: tx.objectStore('blobs'), results: tx.objectStore('results') }
  for (const photo of photos) await stores.photos.delete(photo.id)
  const hashes: Hash[] = []
  let bytes = 0
  const originals = new Map(photos.flatMap((photo) => (photo.file ? [[photo.file, photo.bytes] as const] : [])))
  for (const [hash, size] of originals) {
    if ((await stores.photos.index('file').count(hash)) > 0) continue
    hashes.push(hash)
    bytes += size
    await stores.blobs.delete(hash)
    for (const key of await stores.results.index('files').getAllKeys(hash)) await stores.results.delete(key)
  }
  await tx.done
  return { hashes, bytes }
}

/** Deletes a project's own record after its photos. */
export async function deleteProject(db: Database, project: Project): Promise<{ photos: number; hashes: Hash[]; bytes: number }> {
  const photos = await photosOf(db, project.id)
  const gone = await deletePhotos(db, photos)
  await db.delete('projects', project.id)
  return { photos: photos.length, ...gone }
}

/** Deletes originals and results that no photo uses any more: those of photos removed from a list, whose undo has ended. */
export async function sweep(db: Database): Promise<void> {
  const used = new Set<string>((await db.getAll('photos')).flatMap((photo) => photo.file ?? []))
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
