import type { Channel } from '../../core/channels'
import { cutoutFiles } from '../../core/doc'
import { fail } from '../../core/fault'
import type { Photo, PhotoDoc } from '../../core/project'
import { type Hash, type Recipe, type Source, type Step, step } from '../../core/recipe'
import type { Point as Spot } from '../../core/repair'
import type { PhotoRights } from '../../core/rights'
import { heroOf, type Product, type Scene } from '../../core/scene/document'
import { filesOfScene } from '../../core/scene/files'
import { inFrame } from '../../core/scene/plate'
import { ops } from '../../ops'
import { alphaSteps, encoded, last, maskSteps, ownPhoto, PHOTO, placed, type Subject, smaller, THUMB, thumbOf } from '../../ops/steps'
import { type Frame, frameOf, sideFor } from './sizes'

/** Pictures that are averaged, for the screen, for files and for thumbnails. */
const SAMPLES = { screen: 64, file: 256, thumb: 16 } as const
/** How many times as large as they are seen cutouts are made for files, at least: what is resampled twice looks as if it were once. */
const FINE = 4
/** Longest side of a scene in a channel that asks for the photo's own frame, px. */
const OWN_FRAME = 3000

/** A photo as scenes need it. */
export type Sitter = Pick<Photo, 'file' | 'doc' | 'facts' | 'matte'>
/** The photos that a scene's products come from, by id, beside the scene's own; one that is gone is missing. */
export type Companions = ReadonlyMap<string, Sitter>

/** Whose products stand in a scene: the photo that it belongs to, and the others. */
export interface Cast {
  readonly own: Sitter
  readonly companions: Companions
}

/** The ids of the photos that a document's scene takes products from, beside its own. */
export const companionsIn = ({ scene }: PhotoDoc): string[] => [
  ...new Set((scene?.products ?? []).flatMap(({ photo }) => (photo === null ? [] : [photo]))),
]

/** Throws the fault `companion-gone`. */
function sitterOf({ photo }: Product, { own, companions }: Cast): Sitter & { readonly file: Hash } {
  const sitter = photo === null ? own : companions.get(photo)
  if (!sitter?.file)
    return fail(
      'companion-gone',
      'This scene shows a product whose photo is no longer in the project.',
      'Put the photo back (undo, or add it again), or take the product out of the scene.',
    )
  return { ...sitter, file: sitter.file }
}

/** The stored files that a scene's pictures are made of. Throws the fault `companion-gone`. */
export const sceneFiles = (scene: Scene, cast: Cast): Hash[] => [
  ...new Set([...scene.products.flatMap((product) => cutoutFiles(sitterOf(product, cast))), ...filesOfScene(scene)]),
]

/** The photo of a scene's n-th product. */
function subjectOf(product: Product, cast: Cast, n: number): Subject {
  const { file, doc } = sitterOf(product, cast)
  return { file: product.photo === null ? { slot: PHOTO } : { blob: file }, doc, prefix: `${n}/` }
}

/** A product's cutout, its exposure and white balance corrected where the scene says so. */
function cutoutOf({ balance }: Product, subject: Subject, side: number | null): Step[] {
  const steps = placed(subject, 'photo', 1, side)
  return balance ? [...steps, step(`${subject.prefix}balance`, ops.balance, { balance }, { image: last(steps) })] : steps
}

/** Ends with the step `render`. The cutouts are at least `times` as large as they are seen. */
function rendered(whole: Scene, cast: Cast, frame: Frame, samples: number, times: number): Step[] {
  const scene = inFrame(whole, frame)
  const { steps, from } = pictured(scene, cast, frame, times)
  return [...steps, step('render', ops.render, { scene, ...frame, samples }, from)]
}

/** What a scene is rendered from (see `picturesIn`), and the steps that make it. */
function pictured(scene: Scene, cast: Cast, frame: Frame, times: number): { steps: Step[]; from: { products: Source[]; masks: Source[] } } {
  const sitters = scene.products.map((product, n) => {
    const subject = subjectOf(product, cast, n)
    return { product, subject, side: sideFor(scene, product, sitterOf(product, cast), frame, times) }
  })
  const cutouts = sitters.map(({ product, subject, side }) => cutoutOf(product, subject, side))
  const pictures = [...cutouts, ...plateSteps(scene, frame), ...sitters.flatMap(depthSteps)]
  const masks = sitters.flatMap(({ product, subject, side }) => (product.mask ? [maskSteps(subject, product.mask, side)] : []))
  return { steps: [...pictures, ...masks].flat(), from: { products: pictures.map(last), masks: masks.map(last) } }
}

/** Longest side of a depth map, px: bodies are made of fewer points. */
const DEPTHS = 1024

/** The seller's depth map, turned as the photo is. */
function depthSteps({ product: { form }, subject: { doc, prefix } }: { product: Product; subject: Subject }): Step[][] {
  if (form?.kind !== 'depth') return []
  const map = step(`${prefix}depth`, ops.decode, { turn: doc.turn }, { file: { blob: form.map as Hash } })
  return [[map, ...smaller({ step: map.id }, DEPTHS)]]
}

/** The photo that a backdrop is, large enough to fill the frame; it stands after the products. */
function plateSteps({ backdrop }: Scene, { width, height }: Frame): Step[][] {
  if (backdrop.kind !== 'plate') return []
  const plate = step('plate', ops.decode, {}, { file: { blob: backdrop.photo as Hash } })
  return [[plate, ...smaller({ step: plate.id }, 2 * Math.max(width, height))]]
}

/** A small picture of a photo that is to be a backdrop (file). */
export function plateThumbRecipe(): Recipe {
  const plate = step('plate', ops.decode, {}, { file: { slot: PHOTO } })
  const steps = [plate, ...smaller({ step: plate.id }, THUMB)]
  return { steps: [...steps, thumbOf(steps)], out: 'thumb' }
}

/** The scene for the screen (image). Throws the fault `companion-gone`, as all of these do. */
export const sceneRecipe = (scene: Scene, cast: Cast, frame: Frame): Recipe => ({
  steps: rendered(scene, cast, frame, SAMPLES.screen, 1),
  out: 'render',
})

/** Longest side, px, at which a photo's light is measured. */
const MEASURED = 512

/** The light that a photo was made in (facts: `Illuminant`); `at`: what is there, in shares of the unturned photo; null = behind the product. */
export function illuminantRecipe(doc: PhotoDoc, at: Spot | null): Recipe {
  const subject = ownPhoto({ ...doc, turn: 0 })
  const mask = alphaSteps(subject, MEASURED)
  const image = { step: 'decode-0-smaller' }
  return { steps: [...mask, step('illuminant', ops.illuminant, { at: at && [...at] }, { image, mask: last(mask) })], out: 'illuminant' }
}

/** A small picture of the scene (file). */
export function sceneThumbRecipe(scene: Scene, cast: Cast): Recipe {
  const steps = rendered(scene, cast, frameOf(scene, THUMB), SAMPLES.thumb, 1)
  return { steps: [...steps, thumbOf(steps)], out: 'thumb' }
}

/**
 * The file of a scene for a channel, and the facts measured of it: those of the hero, and none of a background. For `rights`
 * and `growth` see `encoded`.
 */
export function sceneFileRecipes(
  whole: Scene,
  cast: Cast,
  { output }: Channel,
  rights: PhotoRights | null,
  growth = 0,
): { file: Recipe; facts: Recipe } {
  const frame = output.frame === 'photo' ? frameOf(whole, OWN_FRAME) : output.frame
  const scene = inFrame(whole, frame)
  const canvas = rendered(scene, cast, frame, SAMPLES.file, FINE)
  const file = [...canvas, encoded(canvas, output, true, rights, growth)]

  const hero = heroOf(scene)
  const subject = subjectOf(hero, cast, 0)
  const side = sideFor(scene, hero, sitterOf(hero, cast), frame, FINE)
  // Where its pixels come to lie is the same in every sample.
  const alone = { scene: { ...scene, products: [{ ...hero, form: null, mask: null }] }, ...frame, samples: 1, layer: 'products' as const }
  const standing = step('standing', ops.render, alone, { products: [last(cutoutOf(hero, subject, side))], masks: [] })
  const read = {
    file: last(file),
    canvas: last(canvas),
    placed: last([standing]),
    original: { step: `0/decode-${subject.doc.turn}` },
    mask: last(alphaSteps(subject, side)),
  }
  const facts = [...file, standing, step('measure', ops.measure, { colour: 'any' }, read)]
  return { file: { steps: file, out: 'encode' }, facts: { steps: facts, out: 'measure' } }
}
