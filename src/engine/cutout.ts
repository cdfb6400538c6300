import { cutoutFiles } from '../core/doc'
import { type Fault, faultOf } from '../core/fault'
import { sha256 } from '../core/ledger'
import { FileFacts, MatteFacts, type Photo } from '../core/project'
import type { Hash, Key, Recipe, Value } from '../core/recipe'
import { PHOTO } from '../ops/steps'
import { assessRecipe, inspectRecipe, matteRecipe, previewRecipe, thumbRecipe } from '../studios/cutout/recipes'
import { sceneFiles, sceneThumbRecipe } from '../studios/photography/recipes'
import { castOf } from './cast'
import { type Made, make, type Workshop } from './make'

export interface Outcome {
  readonly photo: Photo
  readonly results: readonly Made[]
  /** Hash of the matte's bytes, for the ledger; null when none was made, nor taken over from another photo of the same bytes. */
  readonly matte: Hash | null
}

interface Watch {
  readonly signal: AbortSignal
  /** The network was asked; for a matte of several looks, more than once. */
  asked(): void
  /** The matte is there. */
  answered(): void
  /** The photo with what is known by now: its facts, a first small picture. */
  known(photo: Photo): void
}

const noProduct: Fault = {
  code: 'no-product',
  sentence: 'No product was found in this photo.',
  remedy: 'Photograph it from closer, in front of a plainer background. The original is kept.',
  retry: true,
}

function factsOf<T>(value: Value | null | undefined, parse: (facts: unknown) => T): T | null {
  return value?.kind === 'facts' ? parse(value.facts) : null
}

/** A small picture of the photo's scene, and the files behind it; null where it has none, or a product of it is gone. */
async function sceneThumb(shop: Workshop, photo: Photo): Promise<{ recipe: Recipe; files: readonly Hash[] } | null> {
  const { scene } = photo.doc
  if (!scene) return null
  const cast = await castOf(shop, photo)
  try {
    return { recipe: sceneThumbRecipe(scene, cast), files: sceneFiles(scene, cast) }
  } catch {
    return null
  }
}

/**
 * Makes everything that a photo's card shows: facts, small pictures, the matte and what it shows. Ends in the photo's
 * new state, `done` or `failed` with the reason; throws only when the signal was aborted. A scene that cannot be rendered
 * leaves the card the cutout's picture: the screen that shows the scene says why.
 */
export async function cutOut(shop: Workshop, photo: Photo, watch: Watch): Promise<Outcome> {
  const { doc, file } = photo
  if (!file) throw new Error('a photo is cut out only after it is stored')
  let now = photo
  const files = [file]
  const withMatte = cutoutFiles(photo)
  const results: Made[] = []
  let news = photo.matte === null
  let matte: Value | null = null
  const thumbs: { cutout?: Key; scene?: Key } = {}
  const scene = await sceneThumb(shop, photo)
  // The preview after the matte: it is made while the network is at work.
  const recipes = [inspectRecipe(photo.name), matteRecipe(doc), previewRecipe(doc), assessRecipe(doc), thumbRecipe(doc)]
  try {
    await make(
      shop,
      photo.project,
      scene ? [...recipes, scene.recipe] : recipes,
      { [PHOTO]: file },
      {
        signal: watch.signal,
        asked: watch.asked,
        made(i, key, value, fresh) {
          const ofTheFile = i === 0 || i === 2
          if (i === 0) now = { ...now, facts: factsOf(value, FileFacts.parse) }
          if (i === 1) {
            matte = value
            watch.answered()
          }
          if (i === 1 && fresh) news = true
          if (i === 2) now = { ...now, thumb: key }
          if (i === 3) now = { ...now, matte: factsOf(value, MatteFacts.parse) }
          if (i === 4) thumbs.cutout = key
          if (i === 5) thumbs.scene = key
          const from = ofTheFile ? files : i === 5 && scene ? scene.files : withMatte
          if (fresh) results.push({ key, value, files: from, keep: true })
          if (ofTheFile) watch.known(now)
        },
      },
    ).catch((error: unknown) => {
      if (watch.signal.aborted || !scene || !thumbs.cutout) throw error
    })
    if (!now.matte?.box) return { photo: { ...now, state: { at: 'failed', fault: noProduct } }, results: [], matte: null }
    const done: Photo = { ...now, thumb: thumbs.scene ?? thumbs.cutout ?? now.thumb, state: { at: 'done' } }
    return { photo: done, results, matte: news ? await hashOfMatte(matte) : null }
  } catch (error) {
    if (watch.signal.aborted) throw error
    const fault = faultOf(error)
    // A worker that died or a stuck decoder says nothing about the photo: the batch tries those again.
    return { photo: { ...now, state: { at: 'failed', fault } }, results: results.filter((made) => made.value.kind !== 'mask'), matte: null }
  }
}

const hashOfMatte = async (matte: Value | null) => (matte?.kind === 'mask' ? await sha256(matte.data) : null)

/** Reads the file's facts and makes a first small picture, for photos that wait their turn. */
export async function preview(shop: Workshop, photo: Photo, signal: AbortSignal): Promise<Outcome> {
  if (!photo.file) throw new Error('a photo is previewed only after it is stored')
  let now = photo
  const results: Made[] = []
  const files = [photo.file]
  try {
    await make(
      shop,
      photo.project,
      [inspectRecipe(photo.name), previewRecipe(photo.doc)],
      { [PHOTO]: photo.file },
      {
        signal,
        made(i, key, value, fresh) {
          now = i === 0 ? { ...now, facts: factsOf(value, FileFacts.parse) } : { ...now, thumb: key }
          if (fresh) results.push({ key, value, files, keep: true })
        },
      },
    )
    return { photo: now, results, matte: null }
  } catch (error) {
    if (signal.aborted) throw error
    return { photo: { ...now, state: { at: 'failed', fault: faultOf(error) } }, results, matte: null }
  }
}
