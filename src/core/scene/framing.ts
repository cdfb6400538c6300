import type { Camera, Point, Product } from './document'
import { project, SENSOR, shifted, viewOf } from './geometry'
import { clamp, rad } from './numbers'
import { dot, minus } from './vectors'

/** What a thing fills, mm. */
export interface Body {
  readonly width: number
  readonly height: number
  readonly depth: number
}

/**
 * The corners of a product's body that stands over a point of the ground and is turned to the camera, as a product always is: its picture
 * is seen in its middle plane. A lying one has its picture on the ground and its depth upwards.
 */
export function cornersOf(body: Body, [x, y, z]: Point, pose: Product['pose'], azimuth: number): Point[] {
  const lies = pose === 'lying'
  const [high, deep] = lies ? [body.depth, body.height] : [body.height, body.depth]
  const [sine, cosine] = [Math.sin(azimuth * rad), Math.cos(azimuth * rad)]
  return [-0.5, 0.5].flatMap((u) =>
    [0, 1].flatMap((v) =>
      [-0.5, 0.5].map((w): Point => {
        const [across, along] = [u * body.width, w * deep]
        return [x + across * cosine + along * sine, y + v * high, z - across * sine + along * cosine]
      }),
    ),
  )
}

/** A rectangle of the frame, in shares of its width and height from the upper left corner. */
export interface Extent {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Where points of the set are seen. What is behind the camera is seen without end. */
export function extentOf(camera: Camera, aspect: number, points: readonly Point[]): Extent {
  const view = viewOf(camera, aspect, aspect, 1)
  const seen = points.map((point) => project(view, point))
  const far = seen.some(({ depth }) => depth <= 0) ? Number.POSITIVE_INFINITY : 0
  const [across, down] = [seen.map(({ x }) => x / aspect), seen.map(({ y }) => y)]
  return {
    left: Math.min(...across) - far,
    top: Math.min(...down) - far,
    right: Math.max(...across) + far,
    bottom: Math.max(...down) + far,
  }
}

/**
 * The camera aimed and moved along its axis so that the points fill the frame as far as a margin (share of each side; negative crops)
 * allows, with equal space left on opposite sides that touch. The target comes to the points' own depth. Direction and lens stay, unless 20 m are not far enough: then the lens is a shorter one.
 *
 * A point at (r, u) across and i into the picture is inside where |r - s| <= k (D + i): each side asks a distance of its
 * own, and the shift s that makes two opposite sides ask the same is half their difference.
 */
export function framedOn(camera: Camera, aspect: number, points: readonly Point[], margin: number): Camera {
  const middle = [0, 1, 2].map((i) => points.reduce((sum, point) => sum + (point[i] as number), 0) / points.length) as Point
  const view = viewOf({ ...camera, target: [0, 0, 0], distance: 1 }, aspect, aspect, 1)
  const share = (1 - 2 * margin) / 2
  const scale = SENSOR / camera.focal / Math.max(aspect, 1)
  const along = (axis: Point) => points.map((point) => dot(axis, minus(point, middle)))
  const depths = along(view.into)
  const side = (places: readonly number[], reach: number) => {
    const ask = (sign: number) => Math.max(...places.map((place, i) => (sign * place) / reach - (depths[i] as number)))
    const [more, less] = [ask(1), ask(-1)]
    return { shift: ((more - less) / 2) * reach, distance: (more + less) / 2 }
  }
  const across = side(along(view.right), share * aspect * scale)
  const down = side(along(view.up), share * scale)
  const wanted = Math.max(across.distance, down.distance, 1 - Math.min(...depths))
  if (wanted > 20_000 && camera.focal > 14) {
    const focal = Math.max(14, Math.min(camera.focal * 0.95, (camera.focal * 19_000) / wanted))
    return framedOn({ ...camera, focal }, aspect, points, margin)
  }
  return { ...camera, target: shifted(middle, view, across.shift, down.shift), distance: clamp(wanted, 50, 20_000) }
}
