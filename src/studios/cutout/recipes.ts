import type { Channel } from '../../core/channels'
import type { Colour, FileFacts, PhotoDoc } from '../../core/project'
import { type Recipe, type Step, step } from '../../core/recipe'
import { ops } from '../../ops'

/** The slot that the batch fills with each photo's original. */
export const PHOTO = 'photo'
/** Longest side of a thumbnail in px: a card is 220 CSS px wide, at two device pixels each. */
const THUMB = 440
const WHITE: Colour = [255, 255, 255]

const photo = { slot: PHOTO }
const model = (doc: PhotoDoc) => (doc.cutout === 'fine' ? 'isnet-fine' : 'isnet-fast')

const decode = (turn: PhotoDoc['turn']) => step(`decode-${turn}`, ops.decode, { turn }, { file: photo })

/** The matte is made of the unturned photo, so that turning a photo costs no second look by the network. */
function matteSteps(doc: PhotoDoc): { steps: Step[]; mask: { step: string } } {
  const steps = [decode(0), step('matte', ops.matte, { model: model(doc) }, { image: { step: 'decode-0' } })]
  if (doc.turn === 0) return { steps, mask: { step: 'matte' } }
  steps.push(step('turned', ops.turn, { quarters: doc.turn }, { mask: { step: 'matte' } }))
  return { steps, mask: { step: 'turned' } }
}

function placed(doc: PhotoDoc, frame: 'photo' | { width: number; height: number }, fill: number, maxSide: number | null): Step[] {
  const { steps, mask } = matteSteps(doc)
  if (doc.turn !== 0) steps.push(decode(doc.turn))
  let image = `decode-${doc.turn}`
  if (maxSide !== null) {
    steps.push(step('smaller', ops.resize, { maxSide }, { image: { step: image } }))
    image = 'smaller'
  }
  steps.push(step('place', ops.place, { frame, fill }, { image: { step: image }, mask }))
  return steps
}

/** What the file is and tells (facts). */
export const inspectRecipe = (name: string): Recipe => ({
  steps: [step('inspect', ops.inspect, { name }, { file: photo })],
  out: 'inspect',
})

/** The original, upright, for the screen (image). */
export function originalRecipe(doc: PhotoDoc, maxSide: number): Recipe {
  const steps = [decode(doc.turn), step('smaller', ops.resize, { maxSide }, { image: { step: `decode-${doc.turn}` } })]
  return { steps, out: 'smaller' }
}

/** A small picture of the original (file). */
export function previewRecipe(doc: PhotoDoc): Recipe {
  const { steps, out } = originalRecipe(doc, THUMB)
  return { steps: [...steps, step('thumb', ops.encode, { format: 'webp', quality: 85 }, { image: { step: out } })], out: 'thumb' }
}

/** The matte (mask), as the photo's doc asks for it, unturned: this is what a batch makes. */
export const matteRecipe = (doc: PhotoDoc): Recipe => ({ steps: matteSteps({ ...doc, turn: 0 }).steps, out: 'matte' })

/** What the matte shows (facts). */
export function assessRecipe(doc: PhotoDoc): Recipe {
  const { steps, out } = matteRecipe(doc)
  return { steps: [...steps, step('assess', ops.assess, {}, { mask: { step: out } })], out: 'assess' }
}

/** The cutout in the photo's own frame, for the screen (image with alpha). */
export const cutoutRecipe = (doc: PhotoDoc, maxSide: number): Recipe => ({ steps: placed(doc, 'photo', 1, maxSide), out: 'place' })

/** The cutout's alpha alone, for the screen (image). */
export function alphaRecipe(doc: PhotoDoc, maxSide: number): Recipe {
  const { steps, out } = cutoutRecipe(doc, maxSide)
  return { steps: [...steps, step('alpha', ops.silhouette, {}, { image: { step: out } })], out: 'alpha' }
}

/** A small picture of the cutout (file). */
export function thumbRecipe(doc: PhotoDoc): Recipe {
  const { steps, out } = cutoutRecipe(doc, THUMB)
  return { steps: [...steps, step('thumb', ops.encode, { format: 'webp', quality: 85 }, { image: { step: out } })], out: 'thumb' }
}

/** The file for a channel, and the facts measured of it. */
export function channelRecipes(doc: PhotoDoc, channel: Channel, rights: FileFacts['rights'] | null): { file: Recipe; facts: Recipe } {
  const { output } = channel
  const colour = output.background === 'doc' ? (doc.backdrop ?? WHITE) : output.background
  const steps = placed(doc, output.frame, output.fill, null)
  let image = 'place'
  if (colour) {
    steps.push(step('backdrop', ops.backdrop, { colour }, { image: { step: image } }))
    image = 'backdrop'
  }
  steps.push(
    step(
      'encode',
      ops.encode,
      { format: output.format, quality: output.quality, maxBytes: output.maxBytes, rights },
      { image: { step: image } },
    ),
  )
  const mask = { step: doc.turn === 0 ? 'matte' : 'turned' }
  const measured = step(
    'measure',
    ops.measure,
    { colour },
    { file: { step: 'encode' }, canvas: { step: image }, placed: { step: 'place' }, original: { step: `decode-${doc.turn}` }, mask },
  )
  return { file: { steps, out: 'encode' }, facts: { steps: [...steps, measured], out: 'measure' } }
}
