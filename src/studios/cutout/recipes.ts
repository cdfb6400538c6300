import type { Channel } from '../../core/channels'
import type { PictureKind } from '../../core/client'
import type { Colour } from '../../core/colour'
import { productName } from '../../core/naming'
import type { Photo, PhotoDoc } from '../../core/project'
import { type Recipe, step } from '../../core/recipe'
import type { PhotoRights } from '../../core/rights'
import { ops } from '../../ops'
import {
  alphaSteps,
  BACKGROUND,
  type Canvas,
  decode,
  encoded,
  last,
  matteSteps,
  ownPhoto,
  PHOTO,
  placed,
  smaller,
  THUMB,
  thumbOf,
} from '../../ops/steps'

/** Longest side of a picture in a certificate, px: 6 cm at 300 to the inch. */
const SHOWN = 720
const WHITE: Colour = [255, 255, 255]

/** What the file is and tells (facts). */
export const inspectRecipe = (name: string): Recipe => ({
  steps: [step('inspect', ops.inspect, { name }, { file: { slot: PHOTO } })],
  out: 'inspect',
})

/** The original, upright, for the screen (image). */
function originalRecipe(doc: PhotoDoc, maxSide: number): Recipe {
  const photo = decode(ownPhoto(doc), doc.turn)
  const steps = [photo, ...smaller({ step: photo.id }, maxSide)]
  return { steps, out: last(steps).step }
}

/** A small picture of the original (file). */
export function previewRecipe(doc: PhotoDoc): Recipe {
  const { steps } = originalRecipe(doc, THUMB)
  return { steps: [...steps, thumbOf(steps)], out: 'thumb' }
}

/** The matte (mask), as the photo's doc asks for it, unturned: this is what a batch makes. */
export const matteRecipe = (doc: PhotoDoc): Recipe => ({ steps: matteSteps(ownPhoto(doc)), out: 'matte' })

/** The alpha that exports use, at the photo's own size, unturned (file). */
export function matteFileRecipe(doc: PhotoDoc): Recipe {
  const steps = alphaSteps(ownPhoto({ ...doc, turn: 0 }), null)
  return { steps: [...steps, step('matte-file', ops['matte-file'], {}, { mask: last(steps) })], out: 'matte-file' }
}

/** What the matte shows (facts). */
export function assessRecipe(doc: PhotoDoc): Recipe {
  const { steps, out } = matteRecipe(doc)
  return { steps: [...steps, step('assess', ops.assess, {}, { image: { step: 'decode-0' }, mask: { step: out } })], out: 'assess' }
}

/** The cutout in the photo's own frame, for the screen (image with alpha). */
export const cutoutRecipe = (doc: PhotoDoc, maxSide: number): Recipe => ({
  steps: placed(ownPhoto(doc), 'photo', 1, maxSide),
  out: 'place',
})

/** The cutout's alpha alone, or its outline to lie over the original, for the screen (image). */
function alphaRecipe(doc: PhotoDoc, maxSide: number, show: 'alpha' | 'outline'): Recipe {
  const steps = alphaSteps(ownPhoto(doc), maxSide)
  return { steps: [...steps, step('alpha', ops.silhouette, { show }, { mask: last(steps) })], out: 'alpha' }
}

/** The picture for the screen (image). */
export function pictureRecipe(doc: PhotoDoc, which: PictureKind, maxSide: number): Recipe {
  if (which === 'original') return originalRecipe(doc, maxSide)
  return which === 'cutout' ? cutoutRecipe(doc, maxSide) : alphaRecipe(doc, maxSide, which)
}

/** A small picture of the cutout (file). */
export function thumbRecipe(doc: PhotoDoc): Recipe {
  const { steps } = cutoutRecipe(doc, THUMB)
  return { steps: [...steps, thumbOf(steps)], out: 'thumb' }
}

/** A photo's document, and what its file is called. */
type Named = Pick<Photo, 'doc' | 'name'>

/** What a channel's file shows behind the product; null = nothing. */
const groundOf = (doc: PhotoDoc, { background }: Channel['output']): Colour | null =>
  background === 'doc' ? (doc.backdrop ?? WHITE) : background

/** The product on its ground. */
function canvasOf({ doc, name }: Named, output: Channel['output']): Canvas {
  const steps = placed(ownPhoto(doc), output.frame, output.fill, null)
  const product = { name: productName({ name, sku: doc.sku }), ...last(steps) }
  const colour = groundOf(doc, output)
  if (!colour) return { steps, layers: [product] }
  const whole = step('backdrop', ops.backdrop, { colour }, { image: last(steps) })
  if (output.format !== 'psd') return { steps: [...steps, whole], layers: [] }
  const ground = step('ground', ops.sheet, { colour }, { like: last(steps) })
  return { steps: [...steps, ground, whole], layers: [{ name: BACKGROUND, step: ground.id }, product] }
}

/**
 * The file for a channel, and the facts measured of it. For `rights` and `growth` see `encoded`.
 */
export function channelRecipes(photo: Named, { output }: Channel, rights: PhotoRights | null, growth = 0): { file: Recipe; facts: Recipe } {
  const { doc } = photo
  const mask = last(alphaSteps(ownPhoto(doc), null))
  const colour = groundOf(doc, output)
  const canvas = canvasOf(photo, output)
  const file = [...canvas.steps, encoded(canvas, output, false, rights, growth)]
  const measured = step(
    'measure',
    ops.measure,
    { colour },
    { file: last(file), canvas: last(canvas.steps), placed: { step: 'place' }, original: { step: `decode-${doc.turn}` }, mask },
  )
  return { file: { steps: file, out: 'encode' }, facts: { steps: [...file, measured], out: 'measure' } }
}

/**
 * What a certificate says of a channel's file, made by `file`: how it compares with the photo (facts), and pictures of these
 * differences, the upright photo and the file (files).
 */
export function fidelityRecipes(doc: PhotoDoc, { output }: Channel, file: Recipe): Record<'facts' | 'map' | 'photo' | 'shown', Recipe> {
  const colour = groundOf(doc, output)
  const original = { step: `decode-${doc.turn}` }
  const opened = { step: 'opened' }
  const picture = (of: { step: string }, id: string, png: boolean) => [
    step(`${id}-smaller`, ops.resize, { maxSide: SHOWN }, { image: of }),
    step(id, ops.encode, { format: png ? 'png' : 'jpeg', quality: 90 }, { image: { step: `${id}-smaller` } }),
  ]
  const compared = [
    ...file.steps,
    step('opened', ops.decode, {}, { file: { step: file.out } }),
    step(
      'fidelity',
      ops.fidelity,
      // JPEG knows no transparency: what shows through becomes white.
      { ground: colour ?? (output.format === 'jpeg' ? WHITE : null) },
      { original, mask: last(alphaSteps(ownPhoto(doc), null)), placed: { step: 'place' }, file: { step: file.out }, decoded: opened },
    ),
  ]
  const drawn = step('heat', ops.heat, {}, { facts: { step: 'fidelity' } })
  const map = step('map', ops.encode, { format: 'png' }, { image: { step: 'heat' } })
  return {
    facts: { steps: compared, out: 'fidelity' },
    map: { steps: [...compared, drawn, map], out: 'map' },
    photo: { steps: [...file.steps, ...picture(original, 'photo', false)], out: 'photo' },
    shown: { steps: [...compared, ...picture(opened, 'shown', colour === null && output.format === 'png')], out: 'shown' },
  }
}
