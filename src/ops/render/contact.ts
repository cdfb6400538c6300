import type { Outline, Spot } from '../../core/scene/standing'
import type { Profile } from './profile'

/** What is not farther from the contact line than this share of the height touches the ground. */
const TOUCH = 0.02
/** A line steeper than this (degrees) is no ground to stand on. */
const STEEP = 24
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

/** Of a column's two corners the hull may run through either; its middle is half a pixel from both. */
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

/** Columns of the base's half width that the fit looks at: its corners may be rounded. */
const INNER = 0.8

/**
 * The camera's tilt from the round of a base: a level circle of radius a is seen as an ellipse whose half height is a · sin(tilt). The
 * lower edge is fitted with y = y0 + b · sqrt(1 - (x / a)²); what is left over says how sure. Null where the sides above the base are not upright.
 */
export function tiltIn({ bottom, left, right, box }: Profile): Outline['tilt'] {
  const height = box.bottom - box.top
  const sides = [0.12, 0.2, 0.28].map((share) => {
    const row = Math.round(box.bottom - share * height)
    return [left[row] as number, right[row] as number] as const
  })
  const [low, mid, high] = sides as [Spot, Spot, Spot]
  const a = (low[1] - low[0]) / 2
  const lean = Math.max(...[mid, high].map(([l, r]) => Math.abs(l - low[0]) + Math.abs(r - low[1]))) / (2 * a)
  if (!(lean < 0.25) || a < 8) return null
  const centre = (low[0] + low[1]) / 2
  let [n, sw, sww, sy, swy] = [0, 0, 0, 0, 0]
  const each = (visit: (w: number, y: number) => void) => {
    for (let x = Math.ceil(centre - INNER * a); x < centre + INNER * a; x++) {
      const t = (x + 0.5 - centre) / a
      const y = bottom[x] as number
      if (Math.abs(t) < INNER && !Number.isNaN(y)) visit(Math.sqrt(1 - t * t), y)
    }
  }
  each((w, y) => {
    n++
    sw += w
    sww += w * w
    sy += y
    swy += w * y
  })
  const spread = sww - (sw * sw) / n
  if (!(spread > 0)) return null
  const b = (swy - (sw * sy) / n) / spread
  const y0 = (sy - b * sw) / n
  let [left2, off] = [0, 0]
  each((w, y) => {
    off = Math.max(off, Math.abs(y - y0 - b * w))
    left2 += (y - y0 - b * w) ** 2
  })
  const rest = Math.sqrt(left2 / n) / a
  const sine = Math.min(1, Math.max(0, b / a))
  const sure = Math.max(0, 1 - rest / 0.03) * Math.max(0, 1 - lean / 0.25) * (sine < 0.75 ? 1 : 0)
  return sure > 0.05 ? { degrees: Math.asin(sine) * deg, sure } : null
}
