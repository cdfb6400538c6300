import type { Photo } from '../../core/project'
import type { Product } from '../../core/scene/document'
import type { Body } from '../../core/scene/framing'

/** What a photo's product fills of its picture, as it is turned: shares of width and height, from the left and from the top. */
export function boxOf({ matte, doc }: Pick<Photo, 'matte' | 'doc'>): readonly [left: number, top: number, right: number, bottom: number] {
  const [left, top, right, bottom] = matte?.box ?? [0, 0, 1, 1]
  switch (doc.turn) {
    case 0:
      return [left, top, right, bottom]
    case 1:
      return [1 - bottom, left, 1 - top, right]
    case 2:
      return [1 - right, 1 - bottom, 1 - left, 1 - top]
    case 3:
      return [top, 1 - right, bottom, 1 - left]
  }
}

/** Width to height of a photo's product. */
export function shapeOf(photo: Pick<Photo, 'matte' | 'doc' | 'facts'>): number {
  const [left, top, right, bottom] = boxOf(photo)
  const { width, height } = photo.facts ?? { width: 1, height: 1 }
  const aspect = photo.doc.turn % 2 === 0 ? width / height : height / width
  return (Math.max(1e-3, right - left) / Math.max(1e-3, bottom - top)) * aspect
}

/** Depth of what nobody has given a form, in widths. */
const USUAL = 0.6

/** What a product fills of its set, mm: at its true height, or as large as its box allows. */
export function bodyOf({ size, form }: Product, photo: Pick<Photo, 'matte' | 'doc' | 'facts'> | undefined): Body {
  const shape = photo ? shapeOf(photo) : 0.6
  const height = size.by === 'height' ? size.height : Math.min(size.height, size.width / shape)
  const width = height * shape
  return { width, height, depth: width * (form?.depth ?? USUAL) }
}
