import type { Output } from './channels'
import type { Fault } from './fault'
import type { Photo, PhotoDoc } from './project'
import type { Hash } from './recipe'
import type { Scene } from './scene/document'
import { filesOfScene } from './scene/files'

/** What of a photo follows from a change of its document: nothing that shows, the picture alone, or the network's work too. */
export type Change = 'words' | 'picture' | 'network'

const equal = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)

/** Whether two documents ask for the same picture, given the same matte. */
const samePicture = (a: PhotoDoc, b: PhotoDoc): boolean =>
  a.seeThrough === b.seeThrough &&
  a.edge.looser === b.edge.looser &&
  a.edge.softer === b.edge.softer &&
  a.repairs.length === b.repairs.length &&
  a.repairs.every((repair, i) => equal(repair, b.repairs[i])) &&
  equal(a.scene, b.scene)

/** How far a change reaches. A turned photo counts as new work: it has another frame, though the network need not look again. */
export function changeOf(from: PhotoDoc, to: PhotoDoc): Change {
  if (from.cutout !== to.cutout || from.matte !== to.matte || from.turn !== to.turn) return 'network'
  return samePicture(from, to) ? 'words' : 'picture'
}

/** Whether two documents say the same. */
export const sameDoc = (a: PhotoDoc, b: PhotoDoc): boolean =>
  a === b || (a.sku === b.sku && equal(a.backdrop, b.backdrop) && changeOf(a, b) === 'words')

/** The stored files that a photo's cutout is made of: its original and, where it has one, the seller's matte. */
export const cutoutFiles = ({ file, doc }: Pick<Photo, 'file' | 'doc'>): Hash[] =>
  [file, doc.matte as Hash | null].filter((hash) => hash !== null)

/** The stored files that a photo's pictures are made of: its cutout's, and those that its scene names. They are kept as long as it is. */
export const filesOf = (photo: Pick<Photo, 'file' | 'doc'>): Hash[] => [
  ...new Set([...cutoutFiles(photo), ...(photo.doc.scene ? filesOfScene(photo.doc.scene) : [])]),
]

/** The scene that a file of this output shows; null = none, the product stands on a plain ground. */
export const sceneIn = ({ scene }: PhotoDoc, { background }: Pick<Output, 'background'>): Scene | null =>
  background === 'doc' ? scene : null

/** What a photo says whose repairs took all of the product away. */
export const nothingLeft: Fault = {
  code: 'nothing-left',
  sentence: 'Nothing is left of the product.',
  remedy: 'Undo the last repair, or remove all repairs.',
  retry: false,
}
