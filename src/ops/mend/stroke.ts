import type { Point } from '../../core/repair'
import { type Box, type Cover, type Size, within } from './raster'

export interface Stroke {
  readonly to: 'keep' | 'remove'
  readonly points: readonly Point[]
  /** Share of the picture's longer side. */
  readonly radius: number
}

/** The part of a picture that a stroke can touch. */
export interface Reach extends Box {
  /** How far each pixel's centre is from the stroke's line, in px, row by row; Infinity past the reach. */
  readonly distance: Float32Array
}

/** Distances up to `reach` px to the line through the points; null when it comes near no pixel. */
export function reachOf(points: readonly Point[], size: Size, reach: number): Reach | null {
  const spots = points.map(([x, y]): Spot => [x * size.width, y * size.height])
  const line = thinned(spots, Math.max(0.35, reach / 12))
  let [l, t, r, b] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of line) {
    l = Math.min(l, x)
    t = Math.min(t, y)
    r = Math.max(r, x)
    b = Math.max(b, y)
  }
  const box = within(size, l - reach, t - reach, r + reach, b + reach)
  if (!box) return null
  const part = { width: box.right - box.left, height: box.bottom - box.top }
  const distance = new Float32Array(part.width * part.height).fill(Infinity)
  let any = false
  for (let i = 0; i < Math.max(1, line.length - 1); i++) {
    const [x, y] = line[i] as Spot
    const [u, v] = line[i + 1] ?? [x, y]
    any = lay(distance, part, [x - box.left, y - box.top], [u - box.left, v - box.top], reach) || any
  }
  for (let i = 0; i < distance.length; i++) distance[i] = Math.sqrt(distance[i] as number)
  return any ? { ...box, distance } : null
}

interface Brush extends Stroke {
  readonly hardness: number
}

/**
 * What a round brush covers along its line: all of it up to `hardness` of its radius, then less and less; a hard one is
 * smooth over a pixel. Where it crosses itself it covers no more. The thinnest brush is a pixel wide.
 */
export function brushed({ points, radius, hardness }: Brush, size: Size): Cover | null {
  const rim = Math.max(0.5, radius * Math.max(size.width, size.height)) + 0.5
  const reach = reachOf(points, size, rim)
  if (!reach) return null
  const soft = Math.max(1, (rim - 0.5) * (1 - hardness))
  const share = reach.distance.map((d) => {
    const t = Math.min(1, Math.max(0, (rim - d) / soft))
    return t * t * (3 - 2 * t)
  })
  return { ...reach, share }
}

type Spot = readonly [number, number]

/** Leaves out points closer than `step` px to the one before: a pen gives many, and a wide brush shows none of them. */
function thinned(line: readonly Spot[], step: number): Spot[] {
  const out: Spot[] = []
  for (const [i, spot] of line.entries()) {
    const before = out.at(-1)
    const square = before ? (spot[0] - before[0]) ** 2 + (spot[1] - before[1]) ** 2 : Infinity
    if (square >= step * step || (i === line.length - 1 && square > 0)) out.push(spot)
  }
  return out
}

/** Lowers the squared distances around one piece of the line; false when it comes near no pixel. */
function lay(squares: Float32Array, box: Size, [ax, ay]: Spot, [bx, by]: Spot, reach: number): boolean {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const from = Math.max(0, Math.floor(Math.min(ax, bx) - reach))
  const to = Math.min(box.width, Math.ceil(Math.max(ax, bx) + reach))
  const low = Math.max(0, Math.floor(Math.min(ay, by) - reach))
  const high = Math.min(box.height, Math.ceil(Math.max(ay, by) + reach))
  let any = false
  for (let y = low; y < high; y++) {
    for (let x = from; x < to; x++) {
      const px = x + 0.5 - ax
      const py = y + 0.5 - ay
      const along = length === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length))
      const ex = px - along * dx
      const ey = py - along * dy
      const square = ex * ex + ey * ey
      if (square > reach * reach) continue
      any = true
      const i = y * box.width + x
      if (square < (squares[i] as number)) squares[i] = square
    }
  }
  return any
}

/** 1 for each pixel of the picture within the reach. */
export function touched(reach: Reach, { width, height }: Size): Uint8Array {
  const out = new Uint8Array(width * height)
  for (let y = reach.top, i = 0; y < reach.bottom; y++) {
    for (let x = reach.left; x < reach.right; x++, i++) if ((reach.distance[i] as number) < Infinity) out[y * width + x] = 1
  }
  return out
}

/** How large the surroundings are that marked pixels (1) speak of: the area of a rectangle spread as they are, in px, and the mean side of their bounding box. */
export function extentOf(marked: Uint8Array, width: number): { area: number; side: number } {
  let [n, sx, sy, sxx, syy, sxy] = [0, 0, 0, 0, 0, 0]
  let [l, t, r, b] = [Infinity, Infinity, 0, 0]
  for (let i = 0; i < marked.length; i++) {
    if (!marked[i]) continue
    const x = i % width
    const y = (i - x) / width
    n++
    sx += x
    sy += y
    sxx += x * x
    syy += y * y
    sxy += x * y
    l = Math.min(l, x)
    r = Math.max(r, x)
    t = Math.min(t, y)
    b = Math.max(b, y)
  }
  const [xx, yy, xy] = [sxx / n - (sx / n) * (sx / n), syy / n - (sy / n) * (sy / n), sxy / n - (sx / n) * (sy / n)]
  // A line of marked pixels is still a pixel wide: twelve variances are the square of a width.
  return { area: 12 * Math.sqrt(Math.max(0, xx * yy - xy * xy)) + n, side: (r - l + b - t) / 2 }
}
