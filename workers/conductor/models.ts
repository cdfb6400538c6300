import { fail } from '../../src/core/fault'
import type { Photo } from '../../src/core/project'
import { type BroughtModel, ModelFacts } from '../../src/core/scene/models'
import { make, type Workshop } from '../../src/engine/make'
import { MOST, tooLarge } from '../../src/ops/mesh/refuse'
import type { Cabinet } from '../../src/store/database'
import { modelRecipe } from '../../src/studios/photography/recipes'
import { bring } from './bringing'

/** Stores a 3D file and reads it; too large a one is refused unread. For what it throws see `bring`. */
export const bringModel = (cabinet: Cabinet, shop: Workshop, photo: Photo, file: File): Promise<BroughtModel> =>
  bring(cabinet, photo, file, {
    what: 'model',
    type: 'model/gltf-binary',
    async read() {
      if (file.size === 0) fail('empty', 'This file is empty (0 bytes).', 'Export it again from the program that it was made with.')
      if (file.size > MOST.fileBytes) tooLarge(file.size)
      return await file.arrayBuffer()
    },
    async tried(hash) {
      const { values } = await make(shop, photo.project, [modelRecipe(hash)], {}, { urgent: true })
      const [survey] = values
      const facts = ModelFacts.parse(survey?.kind === 'facts' ? survey.facts : null)
      return { ...facts, file: hash, title: titleOf(file.name) }
    },
  })

/** "Oak chair" of "Oak chair.glb". */
const titleOf = (name: string): string =>
  name
    .replace(/\.(glb|gltf)$/i, '')
    .trim()
    .slice(0, 80) || '3D file'
