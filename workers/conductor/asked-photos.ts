import * as Comlink from 'comlink'
import type { Client } from '../../src/core/client'
import { changeOf } from '../../src/core/doc'
import { type Photo, PhotoDoc } from '../../src/core/project'
import type { Key, Recipe } from '../../src/core/recipe'
import { Illuminant } from '../../src/core/scene/balance'
import { PhotoTilt } from '../../src/core/scene/standing'
import { z } from '../../src/core/schema'
import { castOf } from '../../src/engine/cast'
import { make } from '../../src/engine/make'
import { PHOTO } from '../../src/ops/steps'
import { deletePhotos, putPhotos, readOriginal } from '../../src/store/projects'
import { readSamples } from '../../src/store/samples'
import { pictureRecipe } from '../../src/studios/cutout/recipes'
import { illuminantRecipe, sceneRecipe, tiltRecipe } from '../../src/studios/photography/recipes'
import { within } from '../../src/studios/photography/sizes'
import { editProject } from './holding'
import { cardsFor, takeIn } from './intake'
import { bringMatte, matteFileOf } from './mattes'
import { bringModel } from './models'
import { Newest } from './newest'
import { record } from './notary'
import { bringDepths, bringPlate } from './plates'
import { lookAtRoom } from './retention'
import { desk, news, parts, photoOf, taken, tellProjects } from './studio'

/** Longest side of a scene on the screen, px. */
const SCREEN = 2048
/** The scene that somebody looks at. */
const scenes = new Newest()

/** What a recipe that ends with facts says of a photo. */
async function factsOf(id: string, recipeFor: (doc: PhotoDoc) => Recipe): Promise<unknown> {
  const { shop } = await desk()
  const { doc, file, project } = await photoOf(id)
  if (!file) throw new RangeError('this photo is not stored')
  const { values } = await make(shop, project, [recipeFor(doc)], { [PHOTO]: file }, { urgent: true })
  const [made] = values
  if (made?.kind !== 'facts') throw new Error('nothing was measured')
  return made.facts
}

/** What the screens may ask about photos. */
export const photos = {
  async addFiles(project, files) {
    const { cabinet, batch } = await desk()
    const { cutout = 'fine' } = batch.project(project) ?? {}
    const cards = cardsFor(
      project,
      files,
      PhotoDoc.parse({ cutout }),
      [...batch.photos.values()].filter((photo) => photo.project === project),
    )
    for (const card of cards) batch.put(card)
    await putPhotos(cabinet, cards).catch(() => {})
    void parts.loadEverything().catch(() => {}) // a photo that needs what is missing says so on its card
    for (const [i, card] of cards.entries()) {
      const photo = await takeIn(cabinet, card, files[i] as File)
      // Removed while it was being read: then its bytes go, too.
      if (!batch.photos.has(card.id)) await deletePhotos(cabinet, project, [photo])
      else {
        batch.put(photo)
        if (photo.file) await record(cabinet, [{ did: 'import', body: { project, photo: photo.id, in: photo.file, bytes: photo.bytes } }])
      }
    }
    await editProject(project, { added: new Date().toISOString() })
    await lookAtRoom().catch(() => {})
  },

  async addSamples(project) {
    await photos.addFiles(project, await readSamples())
  },

  async removePhotos(ids) {
    const { cabinet, batch } = await desk()
    const photos = await Promise.all(ids.map(photoOf))
    for (const photo of photos) taken.set(photo.id, photo.state.at === 'working' ? { ...photo, state: { at: 'waiting' } } : photo)
    batch.remove(ids)
    news.removed(ids)
    // The bytes stay until the studio is next opened, so that undo can bring the photos back; `sweep` then removes them.
    const tx = cabinet.db.transaction('photos', 'readwrite')
    await Promise.all([...ids.map((id) => tx.store.delete(id)), tx.done])
    await record(
      cabinet,
      photos.map((photo) => ({ did: 'delete' as const, body: { project: photo.project, photo: photo.id, in: photo.file } })),
    )
    await tellProjects(cabinet)
  },

  async restorePhotos(ids) {
    const { cabinet, batch } = await desk()
    const photos = ids.map((id) => taken.get(id)).filter((photo) => photo !== undefined)
    await putPhotos(cabinet, photos)
    for (const photo of photos) {
      taken.delete(photo.id)
      batch.put(photo)
    }
    await record(
      cabinet,
      photos.map((photo) => ({ did: 'edit' as const, body: { project: photo.project, photo: photo.id, put: 'back' } })),
    )
    await tellProjects(cabinet)
  },

  async editPhotos(edits) {
    const { cabinet, batch } = await desk()
    const lines = []
    for (const { id, doc } of edits) {
      const photo = await photoOf(id)
      const change = changeOf(photo.doc, doc)
      const { at } = photo.state
      // One photo is in the user's hand; many are a batch, with its progress and its pauses.
      const mended = change === 'picture' && at === 'done' && edits.length === 1
      const again = at === 'working' || (at !== 'adding' && change !== 'words' && !mended)
      const changed: Photo = { ...photo, doc, state: again ? { at: 'waiting' } : photo.state }
      if (mended) batch.mend(changed)
      else batch.put(changed, change !== 'words' && edits.length === 1)
      await putPhotos(cabinet, [batch.stored(changed)])
      lines.push({ did: 'edit' as const, body: { project: photo.project, photo: id }, details: { doc: { ...doc } satisfies PhotoDoc } })
    }
    await record(cabinet, lines)
  },

  async retryPhotos(ids) {
    const { cabinet, batch } = await desk()
    for (const id of ids) {
      const photo = await photoOf(id)
      if (photo.state.at !== 'failed' || !photo.file) continue
      const again: Photo = { ...photo, state: { at: 'waiting' } }
      await putPhotos(cabinet, [again])
      batch.put(again, true)
    }
  },

  async thumbnail(id) {
    const { shop } = await desk()
    const photo = await photoOf(id)
    const value = photo.thumb ? await shop.keeping.readResult(photo.project, photo.thumb as Key) : null
    return value?.kind === 'file' ? value.blob : null
  },

  async picture(id, which, maxSide, shown) {
    const { shop } = await desk()
    const { doc: committed, file, project } = await photoOf(id)
    if (!file) throw new RangeError('this photo is not stored')
    const recipe = pictureRecipe(shown ?? committed, which, maxSide)
    const { bitmaps, keys } = await make(shop, project, [recipe], { [PHOTO]: file }, { urgent: true })
    const bitmap = keys[0] && bitmaps.get(keys[0])
    if (!bitmap) throw new Error('no picture came out')
    return Comlink.transfer(bitmap, [bitmap])
  },

  async scenePicture(id, doc, frame, hear) {
    const { shop } = await desk()
    const photo = await photoOf(id)
    const { scene } = doc
    if (!photo.file || !scene) throw new RangeError('this photo is not stored, or has no scene')
    const slots = { [PHOTO]: photo.file }
    await scenes.run(async (signal, shown) => {
      const recipe = sceneRecipe(scene, await castOf(shop, { ...photo, doc }), within(frame, SCREEN))
      const show = async (bitmap: ImageBitmap, share: number) => {
        const heard = hear(Comlink.transfer(bitmap, [bitmap]), share) as unknown as Promise<void>
        shown()
        await heard
      }
      const { bitmaps, keys } = await make(shop, photo.project, [recipe], slots, { urgent: true, signal, shown: show })
      const bitmap = keys[0] && bitmaps.get(keys[0])
      if (bitmap) await show(bitmap, 1)
    })
  },

  async leaveScene() {
    scenes.stop()
  },

  async illuminant(id, at) {
    return Illuminant.parse(await factsOf(id, (doc) => illuminantRecipe(doc, at)))
  },

  async photoTilt(id) {
    return z.object({ tilt: PhotoTilt.nullable() }).parse(await factsOf(id, tiltRecipe)).tilt
  },

  async original(id) {
    const { cabinet } = await desk()
    const { file, project } = await photoOf(id)
    if (!file) throw new RangeError('this photo is not stored')
    return (await readOriginal(cabinet, project, file)).blob
  },

  async importMatte(id, file) {
    const { cabinet, shop } = await desk()
    const photo = await photoOf(id)
    return await bringMatte(cabinet, shop, photo, file)
  },

  async importPlate(id, file) {
    const { cabinet, shop } = await desk()
    return await bringPlate(cabinet, shop, await photoOf(id), file)
  },

  async importDepths(id, file) {
    const { cabinet, shop } = await desk()
    return await bringDepths(cabinet, shop, await photoOf(id), file)
  },

  async exportMatte(id) {
    const { cabinet, shop } = await desk()
    return await matteFileOf(cabinet, shop, await photoOf(id))
  },

  async importModel(id, file) {
    const { cabinet, shop } = await desk()
    return await bringModel(cabinet, shop, await photoOf(id), file)
  },
} satisfies Pick<
  Client,
  | 'addFiles'
  | 'addSamples'
  | 'removePhotos'
  | 'restorePhotos'
  | 'editPhotos'
  | 'retryPhotos'
  | 'thumbnail'
  | 'picture'
  | 'scenePicture'
  | 'leaveScene'
  | 'illuminant'
  | 'photoTilt'
  | 'original'
  | 'importMatte'
  | 'importPlate'
  | 'importDepths'
  | 'exportMatte'
  | 'importModel'
>
