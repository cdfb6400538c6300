import { BufferAttribute, BufferGeometry, Vector2, Vector3 } from 'three'

/** A surface as a function of two parameters, 0 to 1 each: writes its point (mm). */
export type Surface = (u: number, v: number, point: Vector3) => void

interface Options {
  /** Size of what u and v run across, mm: uv that do not stretch. Without it, uv are measured along the surface's middle lines. */
  readonly span?: readonly [number, number]
  /** u = 0 and u = 1 are the same line: its normals agree. */
  readonly closed?: boolean
}

/**
 * A grid of columns x rows quads over a surface. Normals come from the function itself (central differences), so a coarse grid still shades
 * smoothly; they look to where du x dv points.
 */
export function patch(surface: Surface, columns: number, rows: number, { span, closed = false }: Options = {}): BufferGeometry {
  const [a, b, c, d] = [new Vector3(), new Vector3(), new Vector3(), new Vector3()]
  const clip = (t: number) => Math.min(1, Math.max(0, t))
  const around = (t: number) => (closed ? t - Math.floor(t) : clip(t))
  const slope = (u: number, v: number) => {
    surface(around(u - STEP), v, a)
    surface(around(u + STEP), v, b)
    surface(u, clip(v - STEP), c)
    surface(u, clip(v + STEP), d)
    return b.sub(a).cross(d.sub(c))
  }
  const size = span ?? [lengthOf((t, p) => surface(t, 0.5, p), columns), lengthOf((t, p) => surface(0.5, t, p), rows)]
  return grid(columns, rows, (k, j, at, normal, uv) => {
    const [u, v] = [k / columns, j / rows]
    surface(u, v, at)
    uv.set(u * size[0], v * size[1])
    // At a pole the slope vanishes: look a little beside it.
    normal.copy(slope(u, v))
    if (normal.length() < 1e-9) normal.copy(slope(u, clip(v + (v < 0.5 ? 3 : -3) * STEP)))
    if (normal.length() < 1e-12) normal.set(0, 1, 0)
    normal.normalize()
  })
}

const STEP = 1e-3

/** A grid of columns x rows quads whose corners `corner` places; their fronts look to where columns x rows points. */
export function grid(
  columns: number,
  rows: number,
  corner: (column: number, row: number, at: Vector3, normal: Vector3, uv: Vector2) => void,
): BufferGeometry {
  const count = (columns + 1) * (rows + 1)
  const [position, normal, uv] = [new Float32Array(count * 3), new Float32Array(count * 3), new Float32Array(count * 2)]
  const [at, facing, laid] = [new Vector3(), new Vector3(), new Vector2()]
  const index: number[] = []
  for (let j = 0, i = 0; j <= rows; j++) {
    for (let k = 0; k <= columns; k++, i++) {
      corner(k, j, at, facing, laid)
      at.toArray(position, i * 3)
      facing.toArray(normal, i * 3)
      laid.toArray(uv, i * 2)
      if (k < columns && j < rows) index.push(i, i + 1, i + columns + 2, i, i + columns + 2, i + columns + 1)
    }
  }
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(position, 3))
  geometry.setAttribute('normal', new BufferAttribute(normal, 3))
  geometry.setAttribute('uv', new BufferAttribute(uv, 2))
  return geometry.setIndex(index)
}

function lengthOf(line: (t: number, point: Vector3) => void, steps: number): number {
  const [from, to] = [new Vector3(), new Vector3()]
  let length = 0
  line(0, from)
  for (let i = 1; i <= steps; i++) {
    line(i / steps, to)
    length += to.distanceTo(from)
    from.copy(to)
  }
  return length
}

/** A sheet with its front where its back was. */
export function turnOver(geometry: BufferGeometry): BufferGeometry {
  const [index, normal] = [geometry.getIndex(), geometry.getAttribute('normal')]
  for (let i = 0; index && i < index.count; i += 3)
    [index.array[i], index.array[i + 1]] = [index.array[i + 1] as number, index.array[i] as number]
  for (let i = 0; i < normal.count; i++) normal.setXYZ(i, -normal.getX(i), -normal.getY(i), -normal.getZ(i))
  return geometry
}
