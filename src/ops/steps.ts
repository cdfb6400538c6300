import type { Output } from '../core/channels'
import { isOwn } from '../core/own'
import type { PhotoDoc } from '../core/project'
import { type Hash, type Source, type Step, step } from '../core/recipe'
import type { Repair } from '../core/repair'
import { digitalSourceOf, type PhotoRights } from '../core/rights'
import type { LightMask } from '../core/scene/document'
import { ops } from './index'

/** The slot that the batch fills with each photo's original. */
export const PHOTO = 'photo'
/** Longest side of a thumbnail in px: a card is 220 CSS px wide, at two device pixels each. */
export const THUMB = 440

const NETWORKS = {
  best: { model: 'isnet-fine', looks: 3 },
  fine: { model: 'isnet-fine', looks: 1 },
  fast: { model: 'isnet-fast', looks: 1 },
} as const

/** A photo whose product is wanted. */
export interface Subject {
  /** Where its original is. */
  readonly file: Source
  readonly doc: PhotoDoc
  /** What its steps' names begin with: two subjects of one recipe differ in it. */
  readonly prefix: string
}

/** The photo that a recipe belongs to. */
export const ownPhoto = (doc: PhotoDoc): Subject => ({ file: { slot: PHOTO }, doc, prefix: '' })

/** Reads the value of the last step. */
export const last = (steps: readonly Step[]): { step: string } => ({ step: steps.at(-1)?.id ?? '' })

export const decode = ({ file, prefix }: Subject, turn: PhotoDoc['turn']): Step =>
  step(`${prefix}decode-${turn}`, ops.decode, { turn }, { file })

/** The decoded photo at that size, after its `decode`; null = its own. */
export const smaller = ({ step: image }: { step: string }, maxSide: number | null): Step[] =>
  maxSide === null ? [] : [step(`${image}-smaller`, ops.resize, { maxSide }, { image: { step: image } })]

/** The matte of the unturned photo, so that turning a photo costs no second look by the network: the network's, or the seller's own. */
export function matteSteps(subject: Subject): Step[] {
  const { doc, prefix } = subject
  const { cutout, matte } = doc
  const photo = decode(subject, 0)
  const image = { step: photo.id }
  if (matte !== null) {
    const brought = step(`${prefix}brought`, ops.decode, {}, { file: { blob: matte as Hash } })
    return [photo, brought, step(`${prefix}matte`, ops.adopt, {}, { matte: { step: brought.id }, image })]
  }
  const network = isOwn(cutout) ? ({ model: cutout, looks: 1 } as const) : NETWORKS[cutout]
  return [photo, step(`${prefix}matte`, ops.matte, network, { image })]
}

/**
 * The matte at the size of the picture that it is for: refined along the photo's edges (one that the seller brought is
 * taken as it is), mended by hand, turned.
 */
export function alphaSteps(subject: Subject, maxSide: number | null): Step[] {
  const { doc, prefix } = subject
  const steps = matteSteps(subject)
  const mask = last(steps)
  steps.push(...smaller({ step: `${prefix}decode-0` }, maxSide))
  const image = sized(subject, 0, maxSide)
  if (doc.matte !== null) steps.push(step(`${prefix}fit`, ops.fit, {}, { image, mask }))
  else steps.push(step(`${prefix}refine`, ops.refine, { seeThrough: doc.seeThrough }, { image, mask }))
  if (doc.edge.looser !== 0 || doc.edge.softer !== 0) steps.push(step(`${prefix}edge`, ops.edge, doc.edge, { mask: last(steps) }))
  return [...steps, ...painted(subject, image, last(steps), doc.repairs)]
}

/** Strokes on a mask of the unturned photo, one step each, and the mask turned as the photo is. */
function painted({ doc: { turn }, prefix }: Subject, image: Source, mask: Source, strokes: readonly Repair[]): Step[] {
  const steps: Step[] = []
  const now = () => (steps.length > 0 ? last(steps) : mask)
  for (const [i, repair] of strokes.entries()) steps.push(step(`${prefix}mend-${i}`, ops.mend, { repair }, { image, mask: now() }))
  if (turn !== 0) steps.push(step(`${prefix}turned`, ops.turn, { quarters: turn }, { mask: now() }))
  return steps
}

/** A mask that is painted alone, at the size of the picture that `alphaSteps` makes; they stand after those steps. */
export function maskSteps(subject: Subject, { from, strokes }: LightMask, maxSide: number | null): Step[] {
  const own = { ...subject, prefix: `${subject.prefix}mask/` }
  const ground = step(`${own.prefix}blank`, ops.blank, { alpha: from === 'all' ? 255 : 0 }, {})
  return [ground, ...painted(own, sized(subject, 0, maxSide), last([ground]), strokes)]
}

/** The product's own pixels on a transparent canvas; the last step is `place`. */
export function placed(subject: Subject, frame: 'photo' | { width: number; height: number }, fill: number, maxSide: number | null): Step[] {
  const { turn } = subject.doc
  const steps = alphaSteps(subject, maxSide)
  const mask = last(steps)
  if (turn !== 0) {
    const upright = decode(subject, turn)
    steps.push(upright, ...smaller({ step: upright.id }, maxSide))
  }
  steps.push(step(`${subject.prefix}place`, ops.place, { frame, fill }, { image: sized(subject, turn, maxSide), mask }))
  return steps
}

/** The step that gives the decoded photo at that size. */
const sized = ({ prefix }: Subject, turn: PhotoDoc['turn'], maxSide: number | null) => ({
  step: `${prefix}decode-${turn}${maxSide === null ? '' : '-smaller'}`,
})

/** A small picture as a file, of the image that the steps end with. */
export const thumbOf = (steps: readonly Step[]): Step => step('thumb', ops.encode, { format: 'webp', quality: 85 }, { image: last(steps) })

/** What the layer under all others is called in files, as the programs that open them call it. */
export const BACKGROUND = 'Background'

/** What a file shows, with the steps that make it. */
export interface Canvas {
  /** They end with the picture. */
  readonly steps: readonly Step[]
  /** What lies in it, from the bottom; needed where the format has layers. */
  readonly layers: readonly Layer[]
}
export interface Layer {
  /** As the other program lists it. */
  readonly name: string
  readonly step: string
}

/**
 * A canvas as a channel's file, step `encode`; `inSet`: it shows a scene. Without `rights` the file carries no metadata.
 * `growth`: bytes that are put into it afterwards, for which there has to be room.
 */
export function encoded({ steps, layers }: Canvas, output: Output, inSet: boolean, rights: PhotoRights | null, growth: number): Step {
  const { format, quality } = output
  const said = rights && { ...rights, source: digitalSourceOf(output, inSet) }
  if (format === 'psd') {
    const names = layers.map(({ name }) => name)
    const from = layers.map(({ step }) => ({ step }))
    return step('encode', ops.layered, { names, rights: said }, { layers: from, flat: last(steps) })
  }
  const maxBytes = output.maxBytes && output.maxBytes - growth
  return step('encode', ops.encode, { format, quality, maxBytes, rights: said }, { image: last(steps) })
}
