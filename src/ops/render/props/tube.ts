import { type BufferGeometry, Vector3 } from 'three'
import { patch } from './patch'

const [up, side] = [new Vector3(0, 1, 0), new Vector3(1, 0, 0)]

/**
 * A round stem along a line (t from 0 to 1, mm) whose radius may change; its ends are closed by the radius going to nothing there.
 */
export function tube(
  line: (t: number, at: Vector3) => unknown,
  radius: (t: number) => number,
  segments: number,
  sides: number,
  lean: (turn: number, t: number) => number = () => 1,
): BufferGeometry {
  const [at, next, along, x, z] = Array.from({ length: 5 }, () => new Vector3()) as [Vector3, Vector3, Vector3, Vector3, Vector3]
  line(0, at)
  line(1, next)
  const upright = Math.abs(next.clone().sub(at).normalize().y) > 0.8
  // Two rows more at each end make round caps of it.
  const rows = segments + 4
  return patch(
    (u, v, point) => {
      const row = v * rows
      const t = Math.min(1, Math.max(0, (row - 2) / segments))
      line(t, at)
      line(Math.min(1, t + 1e-3), next)
      line(Math.max(0, t - 1e-3), along)
      along.subVectors(next, along).normalize()
      z.crossVectors(along, upright ? side : up).normalize()
      x.crossVectors(z, along)
      const past = row < 2 ? (2 - row) / 2 : row > rows - 2 ? (row - rows + 2) / 2 : 0
      const full = radius(t) * lean(u * 2 * Math.PI, t)
      const round = full * Math.sqrt(Math.max(0, 1 - past * past))
      const turn = u * 2 * Math.PI
      point.copy(at).addScaledVector(x, Math.cos(turn) * round)
      point.addScaledVector(z, Math.sin(turn) * round).addScaledVector(along, (row < 2 ? -1 : 1) * past * full * 0.5)
    },
    sides,
    rows,
    { closed: true },
  )
}
