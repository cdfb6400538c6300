import { type Camera, heroOf, type Scene } from './document'
import { project, SENSOR, towards, viewOf } from './geometry'
import { clamp, rad } from './numbers'

/** Limits of `Camera`. */
const NEAREST = 50
const FARTHEST = 20_000

/** Least height of the lens over the ground, mm. */
const LOWEST = 1

/** How high the lens is above the ground, mm: target + distance · sin tilt. */
export const lensHeight = (camera: Camera): number => towards(camera.target, camera.azimuth, camera.tilt, camera.distance)[1]

/** The camera raised or lowered to a height (mm) at the same distance from its target, as far as the tilt goes (-20° to 90°). */
export function atHeight(camera: Camera, height: number): Camera {
  const sine = clamp((height - camera.target[1]) / camera.distance, -1, 1)
  return { ...camera, tilt: clamp(Math.asin(sine) / rad, -20, 90) }
}

/** The camera, if need be raised so that it is not in the ground. */
export const aboveGround = (camera: Camera): Camera => (lensHeight(camera) < LOWEST ? atHeight(camera, LOWEST) : camera)

/** The camera with another lens (focal length, mm), moved so that what stands at its target stays as large. */
export function withFocal(camera: Camera, focal: number): Camera {
  const distance = clamp(camera.distance * (focal / camera.focal), NEAREST, FARTHEST)
  const focus = camera.focus === null ? null : clamp(camera.focus + distance - camera.distance, 50, 40_000)
  return { ...camera, focal, distance, focus }
}

/** Full angles of view, degrees: 2 atan(side / 2 f). `aspect` is the frame's width to its height. */
export function fieldOfView(camera: Camera, aspect: number): { across: number; down: number } {
  const angle = (side: number) => (2 * Math.atan(side / 2 / camera.focal)) / rad
  return { across: angle(SENSOR * Math.min(1, aspect)), down: angle(SENSOR * Math.min(1, 1 / aspect)) }
}

/** Shares of the focal length: no lens is sharp nearer than this. */
const SHARPEST = 1.05

/** Depth that is sharp, mm along the camera's axis: as set, or the hero's. */
export function focusOf({ camera, aspect, products }: Pick<Scene, 'camera' | 'aspect' | 'products'>): number {
  const hero = heroOf({ products })
  return Math.max(camera.focal * SHARPEST, camera.focus ?? project(viewOf(camera, aspect, aspect, 1), hero.at).depth)
}

/**
 * Circle of confusion of a point `depth` mm before a lens that is sharp at `s` mm (see `focusOf`), mm on the sensor, by the thin lens:
 * f² / N / (s - f) · |d - s| / d, with focal length f and f-number N. Times picture side / 36 it is in px.
 */
export function circleOfConfusion({ focal, fNumber }: Camera, s: number, depth: number): number {
  return ((focal * focal) / (fNumber * (s - focal))) * (Math.abs(depth - s) / depth)
}

/**
 * Of a lens that is sharp at `s` mm, the distances between which circles of confusion stay within `circle` mm (0.03 = a sharp print at arm's length), mm. From the hyperfocal
 * distance H = f² / (N c) + f: near = s (H - f) / (H + s - 2 f), far = s (H - f) / (H - s), Infinity from H on.
 */
export function depthOfField({ focal, fNumber }: Camera, s: number, circle = 0.03): { near: number; far: number } {
  const hyperfocal = focal ** 2 / fNumber / circle + focal
  return {
    near: (s * (hyperfocal - focal)) / (hyperfocal + s - 2 * focal),
    far: s < hyperfocal ? (s * (hyperfocal - focal)) / (hyperfocal - s) : Number.POSITIVE_INFINITY,
  }
}
