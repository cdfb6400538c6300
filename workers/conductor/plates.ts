import { FaultError, faultOf } from '../../src/core/fault'
import { sha256 } from '../../src/core/ledger'
import { FileFacts, type Photo } from '../../src/core/project'
import type { Hash } from '../../src/core/recipe'
import type { Plate } from '../../src/core/scene/document'
import { plateOf } from '../../src/core/scene/plate'
import { make, type Workshop } from '../../src/engine/make'
import { PHOTO } from '../../src/ops/steps'
import type { Cabinet } from '../../src/store/database'
import { deletePhotos, putFile } from '../../src/store/projects'
import { inspectRecipe } from '../../src/studios/cutout/recipes'
import { plateThumbRecipe } from '../../src/studios/photography/recipes'
import { wholeOf } from './intake'
import { record } from './notary'

/**
 * Stores a photo as the backdrop of another photo's scene, once it has been opened. Throws the fault that says why it cannot be, with the
 * file's name; then nothing is kept.
 */
export async function bringPlate(cabinet: Cabinet, shop: Workshop, { project, id }: Photo, file: File): Promise<Plate> {
  let hash: Hash | null = null
  try {
    const bytes = await wholeOf(file)
    hash = await sha256(bytes)
    await putFile(cabinet, project, { hash, blob: new Blob([bytes], { type: file.type }) })
    const { values } = await make(shop, project, [inspectRecipe(file.name), plateThumbRecipe()], { [PHOTO]: hash }, { urgent: true })
    const [found] = values
    if (found?.kind !== 'facts') throw new Error('nothing was found out about the file')
    await record(cabinet, [{ did: 'import', body: { project, photo: id, plate: hash, bytes: bytes.byteLength } }])
    return plateOf(hash, FileFacts.parse(found.facts))
  } catch (error) {
    if (hash) await deletePhotos(cabinet, project, [], [hash])
    const fault = faultOf(error)
    throw new FaultError({ ...fault, sentence: `“${file.name}”: ${fault.sentence}` })
  }
}
