import type { Point } from '../../core/repair'
import { type To, type ToolId, toolOf } from './tools'
import { cornersOf, inEighths, simplified, squared } from './trace'
import type { Size } from './view'

/** What a tool is drawing at this moment. Nothing of it is in the document until it is finished. */
export interface Drawing {
  readonly tool: ToolId
  readonly to: To
  /** A stroke's way so far; a polygon's corners; a rectangle's first corner. */
  readonly points: readonly Point[]
  /** Where the pointer is: the next corner. */
  readonly next: Point
  /** The point that a straight line is being drawn from, while Shift is held. */
  readonly anchor: number | null
}

/** Begins at `at`; a stroke with Shift goes on from the end of the last one. */
export function begin(tool: ToolId, to: To, at: Point, last: Point | null): Drawing {
  const { draws } = toolOf(tool)
  const points = draws === 'polygon' ? [] : draws === 'stroke' && last ? [last, at] : [at]
  return { tool, to, points, next: at, anchor: null }
}

/** The pointer moved through `ways`. With Shift (`straight`) strokes are straight, corners in eight directions, rectangles square. */
export function move(drawing: Drawing, ways: readonly Point[], straight: boolean, size: Size): Drawing {
  const at = ways.at(-1)
  const { points } = drawing
  const from = points.at(-1)
  if (!at) return drawing
  switch (toolOf(drawing.tool).draws) {
    case 'stroke': {
      if (!straight) return { ...drawing, points: [...points, ...ways], next: at, anchor: null }
      const anchor = drawing.anchor ?? points.length - 1
      return { ...drawing, points: [...points.slice(0, anchor + 1), at], next: at, anchor }
    }
    case 'polygon':
      return { ...drawing, next: straight && from ? inEighths(from, at, size) : at }
    case 'rectangle':
      return { ...drawing, next: straight && from ? squared(from, at, size) : at }
    default:
      return drawing
  }
}

/** The points of the finished thing, as a document keeps them. `size`: the photo as shown, in CSS px. */
export function finished({ tool, points, next }: Drawing, size: Size): Point[] {
  switch (toolOf(tool).draws) {
    case 'stroke':
      return simplified(points, size, 0.4, 20_000)
    case 'polygon':
      return simplified(points, size, 0, 2000)
    case 'rectangle':
      return points[0] ? cornersOf(points[0], next) : []
    default:
      return points[0] ? [points[0]] : []
  }
}

/** Two places this close are meant to be the same, CSS px. */
const NEAR = 9

/** A polygon's next corner; null when it closes the polygon: on the first corner, or on the last one again (a double click). */
export function corner(drawing: Drawing, size: Size): Drawing | null {
  const { points, next } = drawing
  const near = (p: Point | undefined) => p && Math.hypot((p[0] - next[0]) * size.width, (p[1] - next[1]) * size.height) < NEAR
  if (points.length >= 3 && (near(points[0]) || near(points.at(-1)))) return null
  return near(points.at(-1)) ? drawing : { ...drawing, points: [...points, next] }
}
