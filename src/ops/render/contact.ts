import type { Spot } from '../../core/scene/standing'
import type { Profile } from './profile'

/** What is not farther from the contact line than this share of the height touches the ground. */
const TOUCH = 0.02
/** A line steeper than this (degrees) is no ground to stand on. */
const STEEP = 20
const deg = 180 / Math.PI

/**
 * The line that a product stands on, and how surely it stands: a rigid thing rests on the edge of its convex hull that lies under its
 * centre of mass, and so does its picture, a shoe seen from the side as a chair on the two legs that are lowest. Where that edge is too
 * steep (things that lean or hang), a level line at the lowest point.
 */
export function contactIn({ bottom, box, middle }: Profile): { contact: readonly [Spot, Spot]; stands: number } {
  const hull = lowerHull(bottom)
  const under = hull.findIndex(([x]) => x > middle.x)
  const [a, b] = under > 0 ? [hull[under - 1] as Spot, hull[under] as Spot] : [lowest(hull), lowest(hull)]
  const slope = a === b ? 0 : (b[1] - a[1]) / (b[0] - a[0])
  const steep = Math.abs(Math.atan(slope)) * deg
  const line = steep < STEEP ? { slope, through: a } : { slope: 0, through: lowest(hull) }
  const at = (x: number) => line.through[1] + line.slope * (x - line.through[0])
  const slack = Math.max(1, TOUCH * (box.bottom - box.top))
  let [left, right] = [line.through[0], line.through[0]]
  for (let x = 0; x < bottom.length; x++) {
    if (!(at(x + 0.5) - (bottom[x] as number) <= slack)) continue
    left = Math.min(left, x)
    right = Math.max(right, x + 1)
  }
  const wide = (right - left) / (box.right - box.left)
  const over = middle.x > left && middle.x < right ? 1 : 0.4
  const stands = Math.max(0, 1 - steep / STEEP) ** 0.5 * Math.min(1, wide / 0.25) * over
  return {
    contact: [
      [left, at(left)],
      [right, at(right)],
    ],
    stands,
  }
}

function lowerHull(bottom: Float32Array): Spot[] {
  const hull: Spot[] = []
  for (let x = 0; x < bottom.length; x++) {
    const y = bottom[x] as number
    if (Number.isNaN(y)) continue
    const spot: Spot = [x + 0.5, y]
    while (hull.length > 1 && above(hull[hull.length - 2] as Spot, hull[hull.length - 1] as Spot, spot)) hull.pop()
    hull.push(spot)
  }
  return hull
}

/** Whether the middle one of three points lies above or on the line between the others, in a picture. */
const above = (a: Spot, b: Spot, c: Spot) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) >= 0

const lowest = (hull: readonly Spot[]): Spot => hull.reduce((low, spot) => (spot[1] > low[1] ? spot : low))
