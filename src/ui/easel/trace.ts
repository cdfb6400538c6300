import type { PhotoDoc } from '../../core/project'
import type { Point } from '../../core/repair'
import type { Frame, Place, Size } from './view'

type Turn = PhotoDoc['turn']

/** The point of the unturned photo under a place on the stage, where the photo lies in `frame`, turned. May lie outside. */
export function pointAt(place: Place, frame: Frame, turn: Turn): Point {
  const x = (place.x - frame.left) / frame.width
  const y = (place.y - frame.top) / frame.height
  switch (turn) {
    case 0:
      return [x, y]
    case 1:
      return [y, 1 - x]
    case 2:
      return [1 - x, 1 - y]
    case 3:
      return [1 - y, x]
  }
}

/** Where a point of the unturned photo is on the stage. */
export function placeOf([x, y]: Point, frame: Frame, turn: Turn): Place {
  const [across, down] = [
    [x, y],
    [1 - y, x],
    [1 - x, 1 - y],
    [y, 1 - x],
  ][turn] as [number, number]
  return { x: frame.left + across * frame.width, y: frame.top + down * frame.height }
}

export const placesOf = (points: readonly Point[], frame: Frame, turn: Turn): Place[] => points.map((point) => placeOf(point, frame, turn))

/** Points of a document are this fine: a tenth of a px in a photo of 10,000 px. */
const FINE = 1e5
const rounded = ([x, y]: Point): Point => [Math.round(x * FINE) / FINE, Math.round(y * FINE) / FINE]

/** Distance in px of `p` from the line between `a` and `b`. */
function distance(p: Point, a: Point, b: Point, { width, height }: Size): number {
  const [px, py] = [(p[0] - a[0]) * width, (p[1] - a[1]) * height]
  const [bx, by] = [(b[0] - a[0]) * width, (b[1] - a[1]) * height]
  const length = bx * bx + by * by
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, (px * bx + py * by) / length))
  return Math.hypot(px - along * bx, py - along * by)
}

/**
 * The fewest of a line's points that keep it within `tolerance` px of where it was drawn, on a photo shown at `size` px
 * (Ramer 1972, Douglas and Peucker 1973). Ends stay; at most `most` points come back.
 */
export function simplified(points: readonly Point[], size: Size, tolerance: number, most: number): Point[] {
  const keep = new Set<number>([0, points.length - 1])
  const open: [number, number][] = [[0, points.length - 1]]
  for (let part = open.pop(); part; part = open.pop()) {
    const [from, to] = part
    let farthest = -1
    let gap = tolerance
    for (let i = from + 1; i < to; i++) {
      const off = distance(points[i] as Point, points[from] as Point, points[to] as Point, size)
      if (off > gap) {
        gap = off
        farthest = i
      }
    }
    if (farthest < 0) continue
    keep.add(farthest)
    open.push([from, farthest], [farthest, to])
  }
  if (keep.size > most) return simplified(points, size, tolerance * 2, most)
  return [...keep]
    .filter((i) => i >= 0)
    .sort((a, b) => a - b)
    .map((i) => rounded(points[i] as Point))
}

/** The point on the nearest of the eight directions from `from`, as seen on the photo. */
export function inEighths(from: Point, to: Point, { width, height }: Size): Point {
  const [x, y] = [(to[0] - from[0]) * width, (to[1] - from[1]) * height]
  const angle = (Math.round((Math.atan2(y, x) * 4) / Math.PI) * Math.PI) / 4
  const length = x * Math.cos(angle) + y * Math.sin(angle)
  return [from[0] + (length * Math.cos(angle)) / width, from[1] + (length * Math.sin(angle)) / height]
}

/** The opposite corner that makes the rectangle from `from` a square on the photo. */
export function squared(from: Point, to: Point, { width, height }: Size): Point {
  const [x, y] = [(to[0] - from[0]) * width, (to[1] - from[1]) * height]
  const side = Math.max(Math.abs(x), Math.abs(y))
  return [from[0] + (Math.sign(x || 1) * side) / width, from[1] + (Math.sign(y || 1) * side) / height]
}

/** The corners of a rectangle over the diagonal, clockwise. */
export const cornersOf = (a: Point, b: Point): Point[] => [a, [b[0], a[1]], b, [a[0], b[1]]].map((corner) => rounded(corner as Point))
