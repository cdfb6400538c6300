import type { Channel } from '../../core/channels'
import { filesOf } from '../../core/doc'
import { fail } from '../../core/fault'
import { checkLayers } from '../../core/layers'
import { productName } from '../../core/naming'
import type { Photo, PhotoDoc } from '../../core/project'
import { type Hash, type Recipe, type Step, step } from '../../core/recipe'
import type { PhotoRights } from '../../core/rights'
import { heroOf, type Product, type Scene } from '../../core/scene/document'
import { farthestFirst } from '../../core/scene/standing'
import type { z } from '../../core/schema'
import { ops } from '../../ops'
import { alphaSteps, BACKGROUND, type Canvas, encoded, last, PHOTO, placed, type Subject, smaller, THUMB, thumbOf } from '../../ops/steps'
import { type Frame, frameOf, sideFor } from './sizes'

/** Pictures that are averaged, for the screen, for files and for thumbnails. */
const SAMPLES = { screen: 64, file: 256, thumb: 16 } as const
/** How many times as large as they are seen cutouts are made for files, at least: what is resampled twice looks as if it were once. */
const FINE = 4
/** Longest side of a scene in a channel that asks for the photo's own frame, px. */
const OWN_FRAME = 3000

/** A photo as scenes need it. */
export type Sitter = Pick<Photo, 'name' | 'file' | 'doc' | 'facts' | 'matte'>
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
export function sceneFiles({ products, backdrop }: Scene, cast: Cast): Hash[] {
  const cutouts = products.flatMap((product) => filesOf(sitterOf(product, cast)))
  return [...new Set(backdrop.kind === 'plate' ? [...cutouts, backdrop.photo as Hash] : cutouts)]
}

/** The photo of a scene's n-th product. */
function subjectOf(product: Product, cast: Cast, n: number): Subject {
  const { file, doc } = sitterOf(product, cast)
  return { file: product.photo === null ? { slot: PHOTO } : { blob: file }, doc, prefix: `${n}/` }
}

/** What is stood in a scene, and how a picture of it is taken. */
interface Sitting {
  readonly steps: readonly Step[]
  picture(id: string, samples: number, layer?: z.input<typeof ops.render.params>['layer'], only?: number): Step
}

/** The cutouts are at least `times` as large as they are seen. */
function sitting(scene: Scene, cast: Cast, frame: Frame, times: number): Sitting {
  const products = scene.products.map((product, n) =>
    placed(subjectOf(product, cast, n), 'photo', 1, sideFor(scene, product, sitterOf(product, cast), frame, times)),
  )
  const all = [...products, ...plateSteps(scene, frame)]
  return {
    steps: all.flat(),
    picture: (id, samples, layer, only) =>
      step(id, ops.render, { scene, ...frame, samples, layer, ...(only === undefined ? {} : { only }) }, { products: all.map(last) }),
  }
}

/** Ends with the step `render`. */
function rendered(scene: Scene, cast: Cast, frame: Frame, samples: number, times: number): Step[] {
  const { steps, picture } = sitting(scene, cast, frame, times)
  return [...steps, picture('render', samples)]
}

/** The same picture in layers: the bare set, what the products do to it, and each of them, the farthest first. Throws the fault `too-many-layers`. */
function inLayers(scene: Scene, cast: Cast, frame: Frame): Canvas {
  checkLayers(2 + scene.products.length, frame)
  const { steps, picture } = sitting(scene, cast, frame, FINE)
  const [bare, set] = [picture('bare', SAMPLES.file, 'bare'), picture('set', SAMPLES.file, 'set')]
  const shade = step('shade', ops.shadow, {}, { bare: { step: bare.id }, set: { step: set.id } })
  const products = farthestFirst(scene).map((product) => {
    const n = scene.products.indexOf(product)
    const { name, doc } = sitterOf(product, cast)
    return { name: productName({ name, sku: doc.sku }), taken: picture(`${n}/alone`, SAMPLES.file, 'products', n) }
  })
  const taken = products.map((one) => one.taken)
  const whole = step('render', ops.lay, {}, { images: [set, ...taken].map(({ id }) => ({ step: id })) })
  return {
    steps: [...steps, bare, set, shade, ...taken, whole],
    layers: [
      { name: BACKGROUND, step: bare.id },
      { name: 'Shadow', step: shade.id },
      ...products.map((one) => ({ name: one.name, step: one.taken.id })),
    ],
  }
}

/** The photo that a backdrop is, large enough to fill the frame; it stands after the products. */
function plateSteps({ backdrop }: Scene, { width, height }: Frame): Step[][] {
  if (backdrop.kind !== 'plate') return []
  const plate = step('plate', ops.decode, {}, { file: { blob: backdrop.photo as Hash } })
  return [[plate, ...smaller({ step: plate.id }, 2 * Math.max(width, height))]]
}

/** The scene for the screen (image). Throws the fault `companion-gone`, as all of these do. */
export const sceneRecipe = (scene: Scene, cast: Cast, frame: Frame): Recipe => ({
  steps: rendered(scene, cast, frame, SAMPLES.screen, 1),
  out: 'render',
})

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
  scene: Scene,
  cast: Cast,
  { output }: Channel,
  rights: PhotoRights | null,
  growth = 0,
): { file: Recipe; facts: Recipe } {
  const frame = output.frame === 'photo' ? frameOf(scene, OWN_FRAME) : output.frame
  const canvas =
    output.format === 'psd' ? inLayers(scene, cast, frame) : { steps: rendered(scene, cast, frame, SAMPLES.file, FINE), layers: [] }
  const file = [...canvas.steps, encoded(canvas, output, true, rights, growth)]

  const hero = heroOf(scene)
  const subject = subjectOf(hero, cast, 0)
  // Where its pixels come to lie is the same in every sample.
  const alone = { scene: { ...scene, products: [hero] }, ...frame, samples: 1, layer: 'products' as const }
  const standing = step('standing', ops.render, alone, { products: [{ step: '0/place' }] })
  const read = {
    file: last(file),
    canvas: last(canvas.steps),
    placed: last([standing]),
    original: { step: `0/decode-${subject.doc.turn}` },
    mask: last(alphaSteps(subject, sideFor(scene, hero, sitterOf(hero, cast), frame, FINE))),
  }
  const facts = [...file, standing, step('measure', ops.measure, { colour: 'any' }, read)]
  return { file: { steps: file, out: 'encode' }, facts: { steps: facts, out: 'measure' } }
}
