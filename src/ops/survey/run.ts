import type { MeshPart } from '../../core/mesh'
import type { Runner } from '../../core/recipe'
import { toSrgb } from '../../core/scene/light'
import type { survey } from './index'

/** Directions in which the outline is looked for. */
const TURNS = 24

export const run: Runner<typeof survey> = async ({ mesh: { parts, size, left } }) => {
  const triangles = parts.reduce((sum, { indices }) => sum + indices.length / 3, 0)
  return { kind: 'facts', facts: { size, triangles, outline: outlineOf(parts, size), colour: colourOf(parts), left } }
}

/** The corners that reach farthest, direction by direction: a convex outline from above, as shares of width and depth. */
function outlineOf(parts: readonly MeshPart[], [width, , depth]: readonly [number, number, number]): [number, number][] {
  const turns = Array.from({ length: TURNS }, (_, i) => (i / TURNS) * 2 * Math.PI)
  const ways = turns.map((turn) => ({ x: Math.cos(turn), z: -Math.sin(turn), reach: -Infinity, at: [0, 0] as [number, number] }))
  for (const { positions, indices } of parts) {
    for (const corner of indices) {
      const [x, z] = [(positions[corner * 3] as number) / (width || 1), (positions[corner * 3 + 2] as number) / (depth || 1)]
      for (const way of ways) {
        const reach = x * way.x + z * way.z
        if (reach > way.reach) Object.assign(way, { reach, at: [x, z] })
      }
    }
  }
  const share = (value: number) => Math.min(0.5, Math.max(-0.5, Math.round(value * 1000) / 1000))
  const spots = ways.map(({ at }): [number, number] => [share(at[0]), share(at[1])])
  return spots.filter(([x, z], i) => spots.findIndex((other) => other[0] === x && other[1] === z) === i)
}

/** Mean of the parts' colours by their triangles, sRGB. */
function colourOf(parts: readonly MeshPart[]): [number, number, number] {
  const sum: [number, number, number] = [0, 0, 0]
  let all = 0
  for (const { indices, material } of parts) {
    for (const c of [0, 1, 2] as const) sum[c] += material.albedo[c] * indices.length
    all += indices.length
  }
  return sum.map((value) => Math.round(255 * toSrgb(Math.min(1, value / all)))) as [number, number, number]
}
