import { Matrix4, Vector3 } from 'three'
import type { Camera, Point } from '../../core/scene/document'
import type { View } from '../../core/scene/geometry'
import type { Tile } from './tile'

/** Where a sample's rays start and which point of each pixel they go through. */
export interface Jitter {
  /** From the pixel's middle, px to the right and down. */
  readonly pixel: readonly [number, number]
  /** From the lens's middle, mm to the right and up. */
  readonly lens: readonly [number, number]
}

/**
 * Diameter of the lens that eyes are spread over, mm. A real lens is moved out to focus near things, which makes the picture larger by
 * s / (s - f); here the frame stays, and so the aperture is larger instead: circles of confusion are the thin lens's.
 */
export const apertureOf = ({ focal, fNumber }: Camera, focus: number): number => ((focal / fNumber) * focus) / (focus - focal)

/** The camera in front of three's scene: world to eye space. */
export function viewMatrix({ eye, right, up, into }: View): Matrix4 {
  const out = into.map((n) => -n) as unknown as Point
  return new Matrix4()
    .makeBasis(new Vector3(...right), new Vector3(...up), new Vector3(...out))
    .setPosition(...eye)
    .invert()
}

/**
 * The projection of a tile for one sample. The eye's shift on the lens is in it too, so that things `focus` mm away stay where they are
 * (thin lens) and view matrices need not change.
 */
export function projectionOf(view: View, tile: Tile, { pixel, lens }: Jitter, focus: number, near: number, far: number): Matrix4 {
  const scale = near / view.focal
  const left = (tile.left - view.width / 2 + pixel[0]) * scale
  const top = (view.height / 2 - tile.top - pixel[1]) * scale
  const [dx, dy] = [(-lens[0] * near) / focus, (-lens[1] * near) / focus]
  return new Matrix4()
    .makePerspective(left + dx, left + tile.width * scale + dx, top + dy, top - tile.height * scale + dy, near, far)
    .multiply(new Matrix4().makeTranslation(-lens[0], -lens[1], 0))
}
