import { FaultError, fail, faultOf } from '../../src/core/fault'
import { sha256 } from '../../src/core/ledger'
import type { Photo, PhotoDoc } from '../../src/core/project'
import type { Hash } from '../../src/core/recipe'
import { make, type Workshop } from '../../src/engine/make'
import { PHOTO } from '../../src/ops/steps'
import type { Cabinet } from '../../src/store/database'
import { deletePhotos, putFile } from '../../src/store/projects'
import { matteFileRecipe, matteRecipe } from '../../src/studios/cutout/recipes'
import { record } from './notary'

/** A matte of this many bytes is none. */
const MAX_BYTES = 200e6

/**
 * Stores a matte and tries it on its photo. Returns the document that uses it. Throws the fault that says why it does
 * not fit, with the file's name; then nothing is kept.
 */
export async function bringMatte(cabinet: Cabinet, shop: Workshop, photo: Photo, file: File): Promise<PhotoDoc> {
  if (!photo.file) throw new RangeError('this photo is not stored')
  let hash: Hash | null = null
  try {
    if (file.size > MAX_BYTES)
      fail('too-large', `The matte has ${Math.round(file.size / 1e6)} MB; at most 200 MB are read.`, 'Save it as an 8-bit grey PNG.')
    const bytes = await file.arrayBuffer()
    hash = await sha256(bytes)
    await putFile(cabinet, photo.project, { hash, blob: new Blob([bytes], { type: file.type }) })
    const doc: PhotoDoc = { ...photo.doc, matte: hash }
    await make(shop, photo.project, [matteRecipe(doc)], { [PHOTO]: photo.file }, { urgent: true })
    await record(cabinet, [{ did: 'import', body: { project: photo.project, photo: photo.id, matte: hash, bytes: bytes.byteLength } }])
    return doc
  } catch (error) {
    if (hash) await deletePhotos(cabinet, photo.project, [], [hash])
    const fault = faultOf(error)
    throw new FaultError({ ...fault, sentence: `“${file.name}”: ${fault.sentence}` })
  }
}

/** The alpha that exports use, at the photo's own size, as a grey PNG. */
export async function matteFileOf(cabinet: Cabinet, shop: Workshop, { doc, file, project, id }: Photo): Promise<Blob> {
  if (!file) throw new RangeError('this photo is not stored')
  const { values } = await make(shop, project, [matteFileRecipe(doc)], { [PHOTO]: file }, { urgent: true })
  const [made] = values
  if (made?.kind !== 'file') throw new Error('no matte came out')
  const out = await sha256(await made.blob.arrayBuffer())
  await record(cabinet, [{ did: 'export', body: { project, photo: id, in: file, out, what: 'matte' } }])
  return made.blob
}
