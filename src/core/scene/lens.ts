import type { Camera } from './document'
import { SENSOR, towards } from './geometry'
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

/** Distance that is sharp, mm from the lens. */
const focusOf = ({ focus, distance, focal }: Camera) => Math.max(focus ?? distance, focal * 1.01)

/**
 * Circle of confusion of a point `depth` mm before the lens, mm on the sensor, by the thin lens: f² / N / (s - f) · |d - s| / d, with focal
 * length f, f-number N and sharp distance s. Times picture side / 36 it is in px.
 */
export function circleOfConfusion(camera: Camera, depth: number): number {
  const { focal, fNumber } = camera
  const s = focusOf(camera)
  return ((focal * focal) / (fNumber * (s - focal))) * (Math.abs(depth - s) / depth)
}

/**
 * Distances between which circles of confusion stay within `circle` mm (0.03 = a sharp print at arm's length), mm. From the hyperfocal
 * distance H = f² / (N c) + f: near = s (H - f) / (H + s - 2 f), far = s (H - f) / (H - s), Infinity from H on.
 */
export function depthOfField(camera: Camera, circle = 0.03): { near: number; far: number } {
  const { focal, fNumber } = camera
  const s = focusOf(camera)
  const hyperfocal = focal ** 2 / fNumber / circle + focal
  return {
    near: (s * (hyperfocal - focal)) / (hyperfocal + s - 2 * focal),
    far: s < hyperfocal ? (s * (hyperfocal - focal)) / (hyperfocal - s) : Number.POSITIVE_INFINITY,
  }
}
