import { BufferAttribute, BufferGeometry, ShapeUtils, Vector2 } from 'three'
import { rounded, smoothed } from './turned'

/** Corners of a closed outline in the xy plane, [x, y] in mm, anticlockwise; `round` = of the corner, mm. */
export type Corners = readonly (readonly [x: number, y: number, round?: number])[]

/**
 * An outline, with holes in it (clockwise), pushed through z: `depth` mm thick about z = 0, its edges rounded by `bevel` mm. Flat faces have flat
 * normals. `steps` = of its rounding.
 */
export function extruded(outline: Corners, depth: number, bevel: number, holes: readonly Corners[] = [], steps = 3): BufferGeometry {
  const rings = [outline, ...holes].map((corners) => ringOf(corners, bevel))
  const position: number[] = []
  const normal: number[] = []
  const index: number[] = []
  const lift = (ring: Ring, inset: number, z: number, out: number, along: number) => {
    ring.points.forEach(([x, y], i) => {
      const [nx, ny] = ring.normals[i] as [number, number]
      position.push(x - nx * inset, y - ny * inset, z)
      normal.push(nx * out, ny * out, along)
    })
  }
  for (const ring of rings) {
    const n = ring.points.length
    const start = position.length / 3
    for (let j = 0; j <= 2 * steps + 1; j++) {
      const front = j > steps
      const turn = ((front ? j - steps - 1 : steps - j) / steps) * (Math.PI / 2)
      const side = front ? 1 : -1
      lift(ring, bevel * (1 - Math.cos(turn)), side * (depth / 2 - bevel * (1 - Math.sin(turn))), Math.cos(turn), side * Math.sin(turn))
    }
    for (let j = 0; j < 2 * steps + 1; j++) {
      for (let i = 0; i < n; i++) {
        const [a, b] = [start + j * n + i, start + j * n + ((i + 1) % n)]
        index.push(a, b, b + n, a, b + n, a + n)
      }
    }
  }
  const faces = ShapeUtils.triangulateShape(
    flat(rings[0] as Ring, bevel),
    rings.slice(1).map((ring) => flat(ring, bevel)),
  )
  for (const side of [-1, 1]) {
    const start = position.length / 3
    for (const ring of rings) lift(ring, bevel, (side * depth) / 2, 0, side)
    for (const [a, b, c] of faces as [number, number, number][])
      index.push(...[a, side > 0 ? b : c, side > 0 ? c : b].map((i) => start + i))
  }
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(position), 3))
  geometry.setAttribute('normal', new BufferAttribute(new Float32Array(normal), 3))
  return geometry.setIndex(index)
}

interface Ring {
  readonly points: readonly [number, number][]
  readonly normals: readonly [number, number][]
}

function ringOf(corners: Corners, bevel: number): Ring {
  const apart = corners.filter(([x, y], i) => {
    const [px, py] = corners.at(i - 1) as Corners[number]
    return Math.hypot(x - px, y - py) > 1e-6
  })
  const n = apart.length
  const soft = apart.map(([x, y, round], i) => {
    const [ax, ay] = apart.at(i - 1) as Corners[number]
    const [bx, by] = apart[(i + 1) % n] as Corners[number]
    const bend = Math.abs(Math.atan2((x - ax) * (by - y) - (y - ay) * (bx - x), (x - ax) * (bx - x) + (y - ay) * (by - y)))
    // A bow's own points are no corners. Elsewhere an arc of this radius begins so far from the corner.
    return [x, y, bend < 0.3 ? 0 : Math.max(round ?? 0, bevel * 1.6) * Math.tan(bend / 2)] as const
  })
  // One corner more at each end, so that the first and the last are rounded too.
  const points = rounded([soft[n - 1], ...soft, soft[0]] as typeof soft).slice(1, -1)
  const last = points.at(-1) as [number, number]
  const around = smoothed([last, ...points, points[0] as [number, number]]).slice(1, -1)
  return { points, normals: around }
}

const flat = ({ points, normals }: Ring, inset: number) =>
  points.map(([x, y], i) => {
    const [nx, ny] = normals[i] as [number, number]
    return new Vector2(x - nx * inset, y - ny * inset)
  })
