import { fail } from '../../src/core/fault'
import { sha256 } from '../../src/core/ledger'
import type { Photo, PhotoDoc } from '../../src/core/project'
import { make, type Workshop } from '../../src/engine/make'
import { PHOTO } from '../../src/ops/steps'
import type { Cabinet } from '../../src/store/database'
import { matteFileRecipe, matteRecipe } from '../../src/studios/cutout/recipes'
import { bring } from './bringing'
import { record } from './notary'

/** A matte of this many bytes is none. */
const MAX_BYTES = 200e6

/** Stores a matte and tries it on its photo. Returns the document that uses it. For what it throws see `bring`. */
export async function bringMatte(cabinet: Cabinet, shop: Workshop, photo: Photo, file: File): Promise<PhotoDoc> {
  const { project, file: original } = photo
  if (!original) throw new RangeError('this photo is not stored')
  return await bring(cabinet, photo, file, {
    what: 'matte',
    async read() {
      if (file.size > MAX_BYTES)
        fail('too-large', `The matte has ${Math.round(file.size / 1e6)} MB; at most 200 MB are read.`, 'Save it as an 8-bit grey PNG.')
      return await file.arrayBuffer()
    },
    async tried(matte) {
      const doc: PhotoDoc = { ...photo.doc, matte }
      await make(shop, project, [matteRecipe(doc)], { [PHOTO]: original }, { urgent: true })
      return doc
    },
  })
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
