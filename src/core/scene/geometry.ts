import type { Camera, Point } from './document'
import { clamp, rad } from './numbers'
import { cross, dot, minus } from './vectors'

/** The point that lies `distance` mm from another, in the direction of an azimuth and an elevation (degrees). */
export function towards([x, y, z]: Point, azimuth: number, elevation: number, distance: number): Point {
  const flat = Math.cos(elevation * rad) * distance
  return [x + Math.sin(azimuth * rad) * flat, y + Math.sin(elevation * rad) * distance, z + Math.cos(azimuth * rad) * flat]
}

/** A camera's place, its axes and its focal length in px of a frame. */
export interface View {
  readonly eye: Point
  /** Unit vectors: to the right, up and into the picture. */
  readonly right: Point
  readonly up: Point
  readonly into: Point
  /** Focal length in px: an object of s mm at depth d mm is s · focal / d px large. */
  readonly focal: number
  readonly width: number
  readonly height: number
}

/** The longer side of the sensor, mm. */
export const SENSOR = 36

/**
 * The camera before a frame of so many px. The scene's own frame (`aspect`) lies whole in the middle of it: where theirs differ, more of
 * the set is seen at two sides.
 */
export function viewOf(camera: Camera, aspect: number, width: number, height: number): View {
  const { azimuth, tilt, target, distance } = camera
  const eye = towards(target, azimuth, tilt, distance)
  const into: Point = [(target[0] - eye[0]) / distance, (target[1] - eye[1]) / distance, (target[2] - eye[2]) / distance]
  const right: Point = [Math.cos(azimuth * rad), 0, -Math.sin(azimuth * rad)]
  const up = cross(right, into)
  const inner = width / height > aspect ? { width: height * aspect, height } : { width, height: width / aspect }
  const focal = (camera.focal / SENSOR) * Math.max(inner.width, inner.height)
  return { eye, right, up, into, focal, width, height }
}

/** A point moved to the right and up as the camera sees it (mm), no farther than a scene's points may lie. */
export function shifted(point: Point, { right, up }: View, across: number, rise: number): Point {
  const place = (axis: 0 | 1 | 2) => clamp(point[axis] + across * right[axis] + rise * up[axis], -20_000, 20_000)
  return [place(0), place(1), place(2)]
}

/** Where a point of the set is seen: px from the frame's upper left corner, and its depth (mm along the axis; behind the camera <= 0). */
export function project(view: View, point: Point): { x: number; y: number; depth: number } {
  const way = minus(point, view.eye)
  const depth = dot(way, view.into)
  return {
    x: view.width / 2 + (dot(way, view.right) * view.focal) / depth,
    y: view.height / 2 - (dot(way, view.up) * view.focal) / depth,
    depth,
  }
}

/** The direction (unit length) in which a pixel of the frame looks. */
export function rayOf(view: View, x: number, y: number): Point {
  const [a, b] = [(x - view.width / 2) / view.focal, (view.height / 2 - y) / view.focal]
  const ray = [0, 1, 2].map((i) => (view.into[i] as number) + a * (view.right[i] as number) + b * (view.up[i] as number))
  const length = Math.hypot(...ray)
  return [(ray[0] as number) / length, (ray[1] as number) / length, (ray[2] as number) / length]
}
