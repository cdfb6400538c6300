import type { Extent } from '../extent'
import { z } from '../schema'
import type { Camera, Form, Product, Scene } from './document'
import { project, type View, viewOf } from './geometry'
import { circleOfConfusion } from './lens'
import { rad } from './numbers'

/** A point of a photo, px from its upper left corner. */
export type Spot = readonly [x: number, y: number]

/** How far a photo's camera looked down, degrees from level, and how sure that is, 0 to 1. */
export const PhotoTilt = z.object({ degrees: z.number(), sure: z.number() })
export type PhotoTilt = Readonly<z.infer<typeof PhotoTilt>>

/** What is known of a cutout from its alpha, in px of the photo. */
export interface Outline {
  readonly width: number
  readonly height: number
  /** Of what is at least half as solid as the product's solid parts. */
  readonly box: Extent
  /** The ends of the line along which it touches the ground, left and right. */
  readonly contact: readonly [Spot, Spot]
  /** How surely it stands on that line by itself, 0 to 1. */
  readonly stands: number
  /** As the round of the base or the rim shows it; null where neither is round. */
  readonly tilt: PhotoTilt | null
  /** The body that it is taken for. */
  readonly form: Form
}

/** Where a product's photo lies in the frame. It faces the camera: the photo holds its own perspective already. */
export interface Stand {
  /** Frame px of the photo's upper left corner; of its upper right one where it is mirrored. */
  readonly left: number
  readonly top: number
  /** Frame px per photo px, across and down. They differ only for what lies flat before a low camera. */
  readonly across: number
  readonly down: number
  readonly mirrored: boolean
  /** Of the plane that it stands in, mm along the camera's axis. */
  readonly depth: number
  /** mm per photo px in that plane. */
  readonly mm: number
}

/** Above this tilt (degrees) what lies on the ground is seen as its photo shows it. */
const FROM_ABOVE = 60

/** The line on which a product touches the ground: found, or as the seller has set its ends. */
export function contactOf({ contact }: Pick<Product, 'contact'>, outline: Outline): readonly [Spot, Spot] {
  const [[left, a], [right, b]] = outline.contact
  const [from, to] = contact ? [contact[0] * outline.height, contact[1] * outline.height] : [a, b]
  return [
    [left, from],
    [right, to],
  ]
}

/** How a product is put where nobody says: upright if it stands by itself. */
export const naturalPose = ({ stands }: Outline): Product['pose'] => (stands < 0.3 ? 'floating' : 'standing')

/** The body that light and shadow take a product for: as the seller says, else as found. Cloth and shoes that lie are flat. */
export function formOf({ form, pose }: Pick<Product, 'form' | 'pose'>, outline: Outline): Form {
  return form ?? (pose === 'lying' && outline.form.kind === 'inflated' ? { kind: 'flat', depth: 0.05 } : outline.form)
}

/**
 * The point of the photo that is over `product.at`: the middle of the contact line of what stands, the middle of the box of what lies,
 * the lowest point of what hangs or floats.
 */
export function anchorOf(product: Pick<Product, 'contact' | 'pose'>, outline: Outline): Spot {
  const { left, right, top, bottom } = outline.box
  if (product.pose === 'lying') return [(left + right) / 2, (top + bottom) / 2]
  if (product.pose !== 'standing') return [(left + right) / 2, bottom]
  const [a, b] = contactOf(product, outline)
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
}

/** mm per photo px: true height, or as large as the box it must fit in allows. */
export function mmPerPixel({ size }: Pick<Product, 'size'>, { box }: Outline): number {
  const [width, height] = [box.right - box.left, box.bottom - box.top]
  return size.by === 'height' ? size.height / height : Math.min(size.width / width, size.height / height)
}

/**
 * Where the photo lies in the frame, so that its anchor is seen at `product.at` and its scale is true at that depth. When it is drawn
 * at nearly its own size it is moved by less than a pixel, onto whole pixels. Null behind the camera.
 */
export function standOf(product: Product, outline: Outline, view: View): Stand | null {
  const at = project(view, product.at)
  if (at.depth < 1) return null
  const mm = mmPerPixel(product, outline)
  const across = (mm * view.focal) / at.depth
  const down = across * (product.pose === 'lying' ? foreshortening(view) : 1)
  const anchor = anchorOf(product, outline)
  const x = product.mirrored ? outline.width - anchor[0] : anchor[0]
  const { box } = outline
  const same = Math.max(Math.abs(across - 1) * (box.right - box.left), Math.abs(down - 1) * (box.bottom - box.top)) < 0.5
  const { mirrored } = product
  if (same) return { left: Math.round(at.x - x), top: Math.round(at.y - anchor[1]), across: 1, down: 1, mirrored, depth: at.depth, mm }
  return { left: at.x - x * across, top: at.y - anchor[1] * down, across, down, mirrored, depth: at.depth, mm }
}

/** How much lower a thing on the ground is seen by a camera that does not look down on it. */
function foreshortening({ into }: View): number {
  const seen = Math.max(0.2, -into[1]) / Math.sin(FROM_ABOVE * rad)
  return Math.min(1, seen)
}

/** Where a point of the photo is seen, px of the frame. */
export function seenAt(stand: Stand, { width }: Outline, [x, y]: Spot): Spot {
  return [stand.left + (stand.mirrored ? width - x : x) * stand.across, stand.top + y * stand.down]
}

/** The products of a scene as they lie over each other in the picture: the farthest from the camera first. */
export function farthestFirst({ camera, aspect, products }: Scene): Product[] {
  const view = viewOf(camera, aspect, 1, 1)
  const depth = ({ at }: Product) => project(view, at).depth
  return products.toSorted((a, b) => depth(b) - depth(a))
}

/**
 * Diameter, in px of the frame, of the circle that a point at `depth` is blurred to by a lens sharp at `focus`: see `circleOfConfusion`. At
 * most 1/10 of the frame's longer side.
 */
export function circleOf(camera: Camera, view: View, focus: number, depth: number): number {
  const circle = circleOfConfusion(camera, focus, depth)
  return Math.min(Math.max(view.width, view.height) / 10, (circle * view.focal) / camera.focal)
}
