import { fail } from '../../src/core/fault'
import { FileFacts, type Photo } from '../../src/core/project'
import type { Hash } from '../../src/core/recipe'
import type { Plate } from '../../src/core/scene/document'
import { plateOf } from '../../src/core/scene/plate'
import { make, type Workshop } from '../../src/engine/make'
import { PHOTO } from '../../src/ops/steps'
import type { Cabinet } from '../../src/store/database'
import { inspectRecipe } from '../../src/studios/cutout/recipes'
import { plateThumbRecipe } from '../../src/studios/photography/recipes'
import { bring } from './bringing'
import { wholeOf } from './intake'

/** Stores a photo as the backdrop of another photo's scene. Throws the fault that says why it cannot be, with the file's name. */
export const bringPlate = (cabinet: Cabinet, shop: Workshop, photo: Photo, file: File): Promise<Plate> =>
  bringPicture(cabinet, shop, photo, file, 'plate', plateOf)

/**
 * Stores a depth map of a photo's product; resolves with its hash. Throws the fault that says why it cannot be, with the file's name: also
 * where it has another shape than the photo, which it is to lie over.
 */
export const bringDepths = (cabinet: Cabinet, shop: Workshop, photo: Photo, file: File): Promise<Hash> =>
  bringPicture(cabinet, shop, photo, file, 'depths', (hash, { width, height }) => {
    const { facts } = photo
    if (facts && Math.abs(Math.log((width * facts.height) / (height * facts.width))) > 0.03)
      fail(
        'other-shape',
        `It has ${width} × ${height} px, the photo has ${facts.width} × ${facts.height}.`,
        'Save the depth map in the shape of the whole photo, upright; it may be smaller.',
      )
    return hash
  })

/** Stores a picture for a photo's scene once it has been opened, and is `taken` for what it is to be; else nothing is kept. */
const bringPicture = <T>(
  cabinet: Cabinet,
  shop: Workshop,
  photo: Photo,
  file: File,
  what: 'plate' | 'depths',
  taken: (hash: Hash, facts: FileFacts) => T,
): Promise<T> =>
  bring(cabinet, photo, file, {
    what,
    read: wholeOf,
    async tried(hash) {
      const recipes = [inspectRecipe(file.name), plateThumbRecipe()]
      const { values } = await make(shop, photo.project, recipes, { [PHOTO]: hash }, { urgent: true })
      const [found] = values
      if (found?.kind !== 'facts') throw new Error('nothing was found out about the file')
      return taken(hash, FileFacts.parse(found.facts))
    },
  })
