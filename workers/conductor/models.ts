import { FaultError, fail, faultOf } from '../../src/core/fault'
import { sha256 } from '../../src/core/ledger'
import type { Photo } from '../../src/core/project'
import type { Hash } from '../../src/core/recipe'
import { type BroughtModel, ModelFacts } from '../../src/core/scene/models'
import { make, type Workshop } from '../../src/engine/make'
import { MOST, tooLarge } from '../../src/ops/mesh/refuse'
import type { Cabinet } from '../../src/store/database'
import { deletePhotos, putFile } from '../../src/store/projects'
import { modelRecipe } from '../../src/studios/photography/recipes'
import { record } from './notary'

/** Stores a 3D file and reads it; too large a one is refused unread. Throws the fault that says why it cannot be used, with the file's name; then nothing is kept. */
export async function bringModel(cabinet: Cabinet, shop: Workshop, photo: Photo, file: File): Promise<BroughtModel> {
  let hash: Hash | null = null
  try {
    if (file.size === 0) fail('empty', 'This file is empty (0 bytes).', 'Export it again from the program that it was made with.')
    if (file.size > MOST.fileBytes) tooLarge(file.size)
    const bytes = await file.arrayBuffer()
    hash = await sha256(bytes)
    await putFile(cabinet, photo.project, { hash, blob: new Blob([bytes], { type: 'model/gltf-binary' }) })
    // Not urgent: it would wait for the picture of the set that is being drawn.
    const { values } = await make(shop, photo.project, [modelRecipe(hash)], {})
    const [survey] = values
    const facts = ModelFacts.parse(survey?.kind === 'facts' ? survey.facts : null)
    await record(cabinet, [{ did: 'import', body: { project: photo.project, photo: photo.id, model: hash, bytes: bytes.byteLength } }])
    return { ...facts, file: hash, title: titleOf(file.name) }
  } catch (error) {
    if (hash) await deletePhotos(cabinet, photo.project, [], [hash])
    const fault = faultOf(error)
    throw new FaultError({ ...fault, sentence: `“${file.name}”: ${fault.sentence}` })
  }
}

/** "Oak chair" of "Oak chair.glb". */
const titleOf = (name: string): string =>
  name
    .replace(/\.(glb|gltf)$/i, '')
    .trim()
    .slice(0, 80) || '3D file'
