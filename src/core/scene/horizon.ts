import type { Camera, Point } from './document'
import { rayOf, SENSOR, type View } from './geometry'
import { aboveGround, withFocal } from './lens'
import { clamp, rad } from './numbers'

/** A place in a photo, px from its upper left corner. */
export interface Spot {
  readonly x: number
  readonly y: number
}

/** What the user drew over the product's photo. */
export interface Aids {
  /** Two edges that are upright in truth, each by its ends. */
  readonly verticals?: readonly [readonly [Spot, Spot], readonly [Spot, Spot]]
  /** Rims, lids and feet that are round and level in truth, seen from above: middle, half width and half height, px. */
  readonly rims?: readonly { readonly middle: Spot; readonly across: number; readonly down: number }[]
}

export interface Perspective {
  /** Degrees that the photo's camera looked down. */
  readonly tilt: number
  /** mm, before a sensor whose longer side is 36 mm. */
  readonly focal: number
  /** Whether the focal length follows from the aids; else it is the one given. */
  readonly focalFound: boolean
  /** By how many degrees the tilts that the aids give differ at best: more than a few, and one is not what it was drawn for. */
  readonly discord: number
}

/**
 * The camera of a product's photo (px size) from what the user drew. Each aid gives a tilt once a focal length f (px) is taken:
 * - the vertical vanishing point at v px below the middle: tan tilt = f / v;
 * - a level circle: with its near and far end at the angles a and b below the horizon and the lens 1 above it, its middle is c = (cot a + cot b) / 2
 *   away, its radius r = (cot b - cot a) / 2, and it is seen f r / sqrt((c cos t + sin t)² - (r cos t)²) px to each side.
 * With two aids or more the focal length is the one at which they agree best; with one, `focal` (mm) is taken. Null without any.
 */
export function perspectiveOf(aids: Aids, size: { readonly width: number; readonly height: number }, focal = 70): Perspective | null {
  const perMm = Math.max(size.width, size.height) / SENSOR
  const tilts: ((f: number) => number | null)[] = (aids.rims ?? []).map((rim) => (f) => tiltOfRim(rim, size, f))
  const below = aids.verticals && vanishing(aids.verticals, size)
  if (below !== undefined && below !== null)
    tilts.push((f) => (Number.isFinite(below) ? Math.atan2(f, Math.abs(below)) * Math.sign(below) : 0) / rad)
  const at = (mm: number) => tilts.flatMap((tilt) => tilt(mm * perMm) ?? [])
  const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length
  const discord = (mm: number) => {
    const all = at(mm)
    return all.length < tilts.length ? Number.POSITIVE_INFINITY : Math.max(...all) - Math.min(...all)
  }
  if (tilts.length < 2) {
    const found = at(focal)
    return found.length > 0 ? { tilt: clamp(mean(found), -20, 90), focal, focalFound: false, discord: 0 } : null
  }
  const steps = Array.from({ length: 241 }, (_, i) => 14 * (400 / 14) ** (i / 240))
  const best = steps.reduce((least, mm) => (discord(mm) < discord(least) ? mm : least))
  if (!Number.isFinite(discord(best))) return null
  const fine = lowest(discord, best / 1.02, best * 1.02)
  return { tilt: clamp(mean(at(fine)), -20, 90), focal: clamp(fine, 14, 400), focalFound: true, discord: discord(fine) }
}

/**
 * The camera tilted as a photo's was and, where a focal length (mm) is given, with its lens. It stays above the ground, and what stands at its
 * target as large and where it is in the frame.
 */
export function withPerspective(camera: Camera, tilt: number, focal: number | null): Camera {
  return aboveGround({ ...(focal === null ? camera : withFocal(camera, focal)), tilt: clamp(tilt, -20, 90) })
}

/** Where a function of one valley is lowest (golden section). */
function lowest(of: (x: number) => number, from: number, to: number): number {
  const share = (Math.sqrt(5) - 1) / 2
  let [a, b] = [from, to]
  for (let round = 0; round < 60; round++) {
    const [c, d] = [b - share * (b - a), a + share * (b - a)]
    if (of(c) < of(d)) b = d
    else a = c
  }
  return (a + b) / 2
}

/** How far below the picture's middle two lines meet, px (above: negative; Infinity = nowhere). Null where an end is missing. */
function vanishing(lines: NonNullable<Aids['verticals']>, { width, height }: { width: number; height: number }): number | null {
  const [p, q] = lines.map(([{ x: x1, y: y1 }, { x: x2, y: y2 }]) => {
    const [ax, ay, bx, by] = [x1 - width / 2, y1 - height / 2, x2 - width / 2, y2 - height / 2]
    return { a: ay - by, b: bx - ax, c: ax * by - bx * ay }
  }) as [{ a: number; b: number; c: number }, { a: number; b: number; c: number }]
  if (Math.hypot(p.a, p.b) === 0 || Math.hypot(q.a, q.b) === 0) return null
  const cross = p.a * q.b - q.a * p.b
  return cross === 0 ? Number.POSITIVE_INFINITY : (p.c * q.a - q.c * p.a) / cross
}

function tiltOfRim({ middle, across, down }: NonNullable<Aids['rims']>[number], { height }: { height: number }, f: number): number | null {
  if (!(across > 0) || !(down >= 0) || down > across * 1.2) return null
  const [far, near] = [Math.atan2(middle.y - down - height / 2, f), Math.atan2(middle.y + down - height / 2, f)]
  if (down === 0) return -far / rad
  const seen = (tilt: number) => {
    const [cotNear, cotFar] = [1 / Math.tan(tilt + near), 1 / Math.tan(tilt + far)]
    const [c, r] = [(cotNear + cotFar) / 2, (cotFar - cotNear) / 2]
    return (f * r) / Math.sqrt((c * Math.cos(tilt) + Math.sin(tilt)) ** 2 - (r * Math.cos(tilt)) ** 2)
  }
  // The more the camera looks down, the narrower a circle is that is so high in the picture.
  let [low, high] = [-far + 1e-9, Math.PI / 2 - Math.max(0, near)]
  for (let round = 0; round < 60; round++) {
    const middleTilt = (low + high) / 2
    if (seen(middleTilt) > across) low = middleTilt
    else high = middleTilt
  }
  return (low + high) / 2 / rad
}

/** The point of a level (mm above the ground) that is seen at a spot of the frame. Null above the horizon, and farther away (mm) than asked for. */
export function groundAt(view: View, { x, y }: Spot, level = 0, farthest = Number.POSITIVE_INFINITY): Point | null {
  const ray = rayOf(view, x, y)
  const reach = (level - view.eye[1]) / ray[1]
  return reach > 0 && Number.isFinite(reach) && reach <= farthest
    ? [view.eye[0] + ray[0] * reach, level, view.eye[2] + ray[2] * reach]
    : null
}

/** How high (mm) above a point of the ground something upright reaches that is seen as far up as a spot. Null behind the camera. */
export function heightOver(view: View, base: Point, top: Spot): number | null {
  const ray = rayOf(view, top.x, top.y)
  const flat = ray[0] ** 2 + ray[2] ** 2
  const reach = ((base[0] - view.eye[0]) * ray[0] + (base[2] - view.eye[2]) * ray[2]) / flat
  return reach > 0 ? view.eye[1] + ray[1] * reach : null
}

/**
 * Where the light comes from, out of a shadow: the foot of something upright, its top, and where the shadow of its top lies on the ground.
 * The top is the point over the foot that the ray through it passes; the light lies behind it, seen from the shadow's tip. In degrees as a
 * scene's lights have it. Null where a spot does not lie on the ground or the light would come from below.
 */
export function lightFromShadow(
  view: View,
  foot: Spot,
  top: Spot,
  tip: Spot,
): { readonly azimuth: number; readonly elevation: number } | null {
  const [base, end] = [groundAt(view, foot), groundAt(view, tip)]
  if (!base || !end) return null
  const height = heightOver(view, base, top)
  const [x, z] = [base[0] - end[0], base[2] - end[2]]
  if (height === null || !(height > 0)) return null
  return { azimuth: Math.atan2(x, z) / rad, elevation: Math.atan2(height, Math.hypot(x, z)) / rad }
}
