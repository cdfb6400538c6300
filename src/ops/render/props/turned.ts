import type { BufferGeometry } from 'three'
import { grid } from './patch'

/** Points of a profile from its foot to its top, [radius, height] in mm; `round` = of the corner there, mm. */
export type Profile = readonly (readonly [radius: number, height: number, round?: number])[]

/** Corners of a polyline replaced by arcs, as points that lie close where it bends. */
export function rounded(profile: Profile, steps = 4): [number, number][] {
  const points: [number, number][] = []
  profile.forEach(([x, y, round = 0], i) => {
    const [before, after] = [profile[i - 1], profile[i + 1]]
    if (!before || !after || round <= 0) {
      points.push([x, y])
      return
    }
    const [ax, ay, bx, by] = [before[0] - x, before[1] - y, after[0] - x, after[1] - y]
    const [a, b] = [Math.hypot(ax, ay), Math.hypot(bx, by)]
    const cut = Math.min(round, a * 0.49, b * 0.49)
    const [from, to] = [
      [x + (ax / a) * cut, y + (ay / a) * cut],
      [x + (bx / b) * cut, y + (by / b) * cut],
    ] as [[number, number], [number, number]]
    for (let k = 0; k <= steps; k++) {
      const t = k / steps
      const [p, q, r] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2]
      points.push([p * from[0] + q * x + r * to[0], p * from[1] + q * y + r * to[1]])
    }
  })
  return points
}

/** The outline of what is turned: where x and z lie for a turn (radians) at radius 1. */
export type Outline = (turn: number) => readonly [x: number, z: number]
const circle: Outline = (turn) => [Math.sin(turn), Math.cos(turn)]

/** A rectangle of these half sides with soft corners: a superellipse. */
export const squarish =
  (halfWidth: number, halfDepth: number, power = 8): Outline =>
  (turn) => {
    const [x, z] = circle(turn)
    const far = (Math.abs(x) ** power + Math.abs(z) ** power) ** (-1 / power)
    return [x * far * halfWidth, z * far * halfDepth]
  }

/** A profile turned about the vertical. Long flat parts keep flat normals, rounded corners shade smoothly. */
export function turned(profile: Profile, sides: number, outline: Outline = circle, steps = 4): BufferGeometry {
  const points = rounded(profile, steps)
  const normals = smoothed(points)
  const across = outlineNormals(outline, sides)
  return grid(sides, points.length - 1, (k, j, at, normal) => {
    const [[x, z], [nx, nz]] = across[k] as (typeof across)[0]
    const [radius, y] = points[j] as [number, number]
    const [out, up] = normals[j] as [number, number]
    at.set(x * radius, y, z * radius)
    normal.set(nx * out, up, nz * out).normalize()
  })
}

function outlineNormals(outline: Outline, sides: number) {
  return Array.from({ length: sides + 1 }, (_, k) => {
    const turn = (k / sides) * 2 * Math.PI
    const [[ax, az], [bx, bz]] = [outline(turn - 1e-3), outline(turn + 1e-3)]
    const length = Math.hypot(bx - ax, bz - az)
    return [outline(turn), [(az - bz) / length, (bx - ax) / length]] as const
  })
}

/** Normals of a polyline's points, the longer segment weighing more, so that flat parts stay flat. */
export function smoothed(points: readonly [number, number][]): [number, number][] {
  const segments = points.slice(1).map(([x, y], i) => {
    const [px, py] = points[i] as [number, number]
    const length = Math.hypot(x - px, y - py) || 1e-9
    return { out: (y - py) / length, up: -(x - px) / length, length }
  })
  return points.map((_, i) => {
    const [a, b] = [segments[i - 1] ?? segments[i], segments[i] ?? segments[i - 1]] as [(typeof segments)[0], (typeof segments)[0]]
    const [out, up] = [a.out * a.length + b.out * b.length, a.up * a.length + b.up * b.length]
    const length = Math.hypot(out, up) || 1
    return [out / length, up / length]
  })
}
