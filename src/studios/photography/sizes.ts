import type { Photo } from '../../core/project'
import type { Product, Scene } from '../../core/scene/document'
import { project, viewOf } from '../../core/scene/geometry'

/** Of a picture, px. */
export interface Frame {
  readonly width: number
  readonly height: number
}

/** The least side that a cutout is made at, px, and the largest before it is made at its photo's own size. */
const [LEAST, MOST] = [256, 4096]

/** A frame of the scene's own shape. */
export function frameOf({ aspect }: Pick<Scene, 'aspect'>, longest: number): Frame {
  const [width, height] = aspect > 1 ? [longest, longest / aspect] : [longest * aspect, longest]
  return { width: Math.round(width), height: Math.round(height) }
}

/** The same shape, its longer side at most that. */
export function within({ width, height }: Frame, longest: number): Frame {
  const scale = Math.min(1, longest / Math.max(width, height))
  return { width: Math.max(16, Math.round(width * scale)), height: Math.max(16, Math.round(height * scale)) }
}

/**
 * The longest side, px, of a photo whose product is `times` to twice `times` as large as it is seen in the frame; null = the photo's
 * own, also where its size is not known. Powers of two, so that a product that is moved a little is not cut out again.
 */
export function sideFor(
  scene: Scene,
  product: Product,
  { facts, matte, doc }: Pick<Photo, 'doc' | 'facts' | 'matte'>,
  frame: Frame,
  times: number,
): number | null {
  if (!facts || !matte?.box) return null
  const [left, top, right, bottom] = matte.box
  const upright = { width: (right - left) * facts.width, height: (bottom - top) * facts.height }
  const box = doc.turn % 2 === 0 ? upright : { width: upright.height, height: upright.width }
  const { size } = product
  const mm = size.by === 'height' ? size.height / box.height : Math.min(size.width / box.width, size.height / box.height)
  const view = viewOf(scene.camera, scene.aspect, frame.width, frame.height)
  const { depth } = project(view, product.at)
  const longest = Math.max(facts.width, facts.height)
  const wanted = depth > 0 ? ((longest * mm * view.focal) / depth) * times : LEAST
  const side = Math.max(LEAST, 2 ** Math.ceil(Math.log2(wanted)))
  return side >= longest || side > MOST ? null : side
}

/** Of the cards from which scenes are chosen, px; whatever a scene's own crop, it lies whole in them. */
export const SKETCH = { width: 320, height: 240 } as const
