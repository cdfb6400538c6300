import { type Photo, PhotoDoc } from '../core/project'
import type { Hash, Value } from '../core/recipe'
import type { Cabinet, PlainResult } from './database'
import { bringLines } from './ledger'
import { createProject, putFile, putOriginal, putOutcome, putPhotos } from './projects'
import { inflated, type Result } from './results'

async function restored({ body }: PlainResult): Promise<Value> {
  if (body.kind !== 'mask') return body
  return { kind: 'mask', width: body.width, height: body.height, data: await inflated(body.deflated) }
}

/**
 * Seals what versions before the vault stored in the clear, one photo at a time, and removes it there. Ended in between,
 * it goes on with the next opening. `told` hears how many photos are done, of how many.
 */
export async function bringOver(cabinet: Cabinet, told: (done: number, of: number) => void = () => {}): Promise<void> {
  const { db, keys } = cabinet
  if (!db.objectStoreNames.contains('plain-projects')) return
  const held = new Set(await keys.projects())
  for (const project of await db.getAll('plain-projects')) if (!held.has(project.id)) await createProject(cabinet, project)
  const ids = await db.getAllKeys('plain-photos')
  for (const [i, id] of ids.entries()) {
    const photo = await db.get('plain-photos', id)
    if (photo) await bringPhoto(cabinet, photo)
    await db.delete('plain-photos', id)
    told(i + 1, ids.length)
  }
  await bringLines(cabinet)
  // Files may belong to several photos, so they go when all have been brought over; those of networks stay.
  const networks = new Set((await db.getAllKeys('networks')).map((id) => id.slice('own:'.length)))
  const tx = db.transaction(['plain-projects', 'plain-results', 'blobs'], 'readwrite', { durability: 'strict' })
  for (const hash of await tx.objectStore('blobs').getAllKeys()) if (!networks.has(hash)) await tx.objectStore('blobs').delete(hash)
  await Promise.all([tx.objectStore('plain-projects').clear(), tx.objectStore('plain-results').clear(), tx.done])
}

async function bringPhoto(cabinet: Cabinet, stored: Photo): Promise<void> {
  const { db } = cabinet
  const photo: Photo = { ...stored, doc: PhotoDoc.parse(stored.doc) }
  const original = photo.file && (await db.get('blobs', photo.file))
  if (!photo.file || !original) return await putPhotos(cabinet, [photo])
  const matte = photo.doc.matte ? await db.get('blobs', photo.doc.matte) : undefined
  if (matte) await putFile(cabinet, photo.project, matte)
  await putOriginal(cabinet, photo, original)
  const results: Result[] = []
  for (const record of await db.getAllFromIndex('plain-results', 'files', photo.file)) {
    const files = [photo.file, ...(matte ? [matte.hash as Hash] : [])]
    results.push({ key: record.key, value: await restored(record), files, keep: record.keep })
  }
  await putOutcome(cabinet, photo, results)
}
