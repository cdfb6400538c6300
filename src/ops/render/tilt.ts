import type { Outline } from '../../core/scene/standing'
import type { Contour } from './contour'
import type { Profile } from './profile'

/** Share of the half width that a fit looks at: corners may be rounded. */
const INNER = 0.8
/** What may be left over of a fit, in half widths. */
const REST = 0.02
const deg = 180 / Math.PI

/**
 * The tilt of the camera that took a photo, from the round of a base or a rim: a level circle of radius a is seen as an ellipse whose
 * half height is a · sin(tilt). Null where the outline shows no circle. How sure it is says how well the ellipse and its sides fit.
 */
export function tiltIn(profile: Profile, contour: Contour): Outline['tilt'] {
  const base = ellipseAt(profile, contour, 'bottom')
  const rim = ellipseAt(profile, contour, 'top')
  const best = !rim || (base && base.sure >= rim.sure) ? base : rim
  return best && best.sure > 0.05 ? best : null
}

function ellipseAt({ bottom, top, box }: Profile, { axis, left, right, core }: Contour, end: 'bottom' | 'top'): Outline['tilt'] {
  const height = box.bottom - box.top
  const down = end === 'bottom' ? 1 : -1
  const edge = end === 'bottom' ? bottom : top
  const middle = edge[Math.round(axis)] as number
  const radius = (y: number) => Math.min(left[Math.round(y)] as number, right[Math.round(y)] as number)
  // The sides begin where the ellipse is widest, so the first guess looks a little into the body and the second one just beyond that.
  let fitted = ellipse(edge, axis, radius(middle - down * 0.12 * height), down)
  if (fitted) fitted = ellipse(edge, axis, radius(middle - down * (fitted.b + 0.02 * height)), down)
  if (!fitted) return null
  const { a, b, rest } = fitted
  const above = [0.05, 0.1, 0.15].map((share) => radius(middle - down * (b + share * height)))
  const lean = Math.max(...above.map((r) => Math.abs(r - a))) / a
  const sine = Math.min(1, Math.max(0, b / a))
  const sure = share(rest, REST) * share(lean, 0.2) * share(core, 0.02) * (sine < 0.75 ? 1 : 0)
  return { degrees: Math.asin(sine) * deg, sure }
}

/** 1 at nothing, 0 at the most that is allowed; what is no number is too much. */
const share = (value: number, most: number) => (value < most ? 1 - value / most : 0)

/** Least squares of y = y0 ± b · sqrt(1 - (x / a)²) over an edge; `rest`: root mean square of what is left over, in half widths. */
function ellipse(edge: Float32Array, axis: number, a: number, down: number): { a: number; b: number; rest: number } | null {
  if (!(a > 8)) return null
  const points: (readonly [w: number, y: number])[] = []
  for (let x = Math.ceil(axis - INNER * a); x < axis + INNER * a; x++) {
    const [t, y] = [(x + 0.5 - axis) / a, (edge[x] as number) * down]
    if (Math.abs(t) < INNER && !Number.isNaN(y)) points.push([Math.sqrt(1 - t * t), y])
  }
  const n = points.length
  const mean = (of: (w: number, y: number) => number) => points.reduce((sum, [w, y]) => sum + of(w, y), 0) / n
  const [w, y] = [mean((w) => w), mean((_, y) => y)]
  const spread = mean((v) => (v - w) ** 2)
  if (n < 8 || !(spread > 0)) return null
  const b = mean((v, u) => (v - w) * (u - y)) / spread
  return { a, b, rest: Math.sqrt(mean((v, u) => (u - y - b * (v - w)) ** 2)) / a }
}
