import type { Point } from '../../core/repair'
import { type Cover, type Size, within } from './raster'

/** Lines on which each row of pixels is measured. */
const LINES = 8

/**
 * How far each pixel lies inside a polygon, closed from its last point to its first; null when it comes near no pixel.
 * What its line runs around at all is inside (non-zero winding), so a lasso that crosses itself has no holes.
 */
export function insideOf(points: readonly Point[], size: Size): Cover | null {
  const spots = points.map(([x, y]) => [x * size.width, y * size.height] as const)
  const xs = spots.map(([x]) => x)
  const ys = spots.map(([, y]) => y)
  const box = within(size, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys))
  if (!box) return null
  const edges = spots.map((from, i) => [from, spots[(i + 1) % spots.length] as (typeof spots)[number]] as const)
  const width = box.right - box.left
  const share = new Float32Array(width * (box.bottom - box.top))
  for (let y = box.top; y < box.bottom; y++) {
    const row = share.subarray((y - box.top) * width, (y - box.top + 1) * width)
    const beside = edges.filter(([[, top], [, bottom]]) => Math.min(top, bottom) < y + 1 && Math.max(top, bottom) > y)
    for (let k = 0; k < LINES; k++) {
      const at = y + (k + 0.5) / LINES
      const crossings = beside
        .filter(([[, top], [, bottom]]) => top < at !== bottom < at)
        .map(([[x, top], [u, bottom]]) => ({ x: x + ((at - top) / (bottom - top)) * (u - x), turn: top < bottom ? 1 : -1 }))
        .sort((a, b) => a.x - b.x)
      let winding = 0
      for (const [i, { x, turn }] of crossings.entries()) {
        winding += turn
        const next = crossings[i + 1]
        if (winding !== 0 && next) cover(row, x - box.left, next.x - box.left)
      }
    }
  }
  for (let i = 0; i < share.length; i++) share[i] = Math.min(1, (share[i] as number) / LINES)
  return { ...box, share }
}

/** Adds to each pixel of a row how much of it lies between two places. */
function cover(row: Float32Array, from: number, to: number): void {
  const left = Math.max(0, from)
  const right = Math.min(row.length, to)
  for (let x = Math.floor(left); x < right; x++) row[x] = (row[x] as number) + Math.min(right, x + 1) - Math.max(left, x)
}
