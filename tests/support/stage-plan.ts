import { heroOf, type Light, type Point, type Prop, type Scene } from '../../src/core/scene/document'
import { cornersOf } from '../../src/core/scene/framing'
import { project, towards, type View, viewOf } from '../../src/core/scene/geometry'

/** A rectangle of the frame, in shares of its width and height from the upper left corner; depth in mm. */
export interface Seen {
  left: number
  right: number
  top: number
  bottom: number
  near: number
  far: number
}

/** The scene's view of a frame that is 1,000 px high. */
export const frameOf = (scene: Scene): View => viewOf(scene.camera, scene.aspect, 1000 * scene.aspect, 1000)

/** Where some points are seen, or null where one of them lies beside or behind the camera. */
export function seenOf(view: View, points: readonly Point[]): Seen | null {
  const spots = points.map((point) => project(view, point))
  if (spots.some(({ depth }) => depth < 1)) return null
  const [x, y, depth] = [spots.map((at) => at.x / view.width), spots.map((at) => at.y / view.height), spots.map((at) => at.depth)]
  return {
    left: Math.min(...x),
    right: Math.max(...x),
    top: Math.min(...y),
    bottom: Math.max(...y),
    near: Math.min(...depth),
    far: Math.max(...depth),
  }
}

/** Where the hero is seen, if it fills its box: it faces the camera, at the depth of its place. */
export function heroSeen(scene: Scene): Seen {
  const [view, hero] = [frameOf(scene), heroOf(scene)]
  if (hero.size.by !== 'fit') throw new RangeError('a shipped hero has a box to fit in')
  const { x, y, depth } = project(view, hero.at)
  const [width, height] = [(hero.size.width * view.focal) / depth, (hero.size.height * view.focal) / depth]
  const foot = hero.pose === 'lying' ? y + height / 2 : y
  return {
    left: (x - width / 2) / view.width,
    right: (x + width / 2) / view.width,
    top: (foot - height) / view.height,
    bottom: foot / view.height,
    near: depth,
    far: depth,
  }
}

/** The eight corners of the box that a prop fills. */
export const cornersOfProp = ({ at, size: [width, height, depth], turn }: Prop): Point[] =>
  cornersOf({ width, height, depth }, at, 'standing', turn)

/** The four corners of a light's face; of a disc those of the square around it. */
export function faceOf({ aim, azimuth, elevation, distance, width, height }: Light): Point[] {
  const middle = towards(aim, azimuth, elevation, distance)
  const up = towards([0, 0, 0], azimuth + 180, 90 - elevation, 1)
  const across = towards([0, 0, 0], azimuth + 90, 0, 1)
  return [-0.5, 0.5].flatMap((a) =>
    [-0.5, 0.5].map(
      (b): Point => [
        middle[0] + a * width * across[0] + b * height * up[0],
        middle[1] + a * width * across[1] + b * height * up[1],
        middle[2] + a * width * across[2] + b * height * up[2],
      ],
    ),
  )
}
