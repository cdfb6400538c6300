/** Growing typed array: `need(n)` makes room for n more and returns the array. */
class Column {
  constructor(Type) {
    this.data = new Type(1 << 14)
    this.length = 0
  }
  need(n) {
    if (this.length + n > this.data.length) {
      const bigger = new this.data.constructor(Math.max(this.data.length * 2, this.length + n))
      bigger.set(this.data)
      this.data = bigger
    }
    return this.data
  }
}

/** Triangles of a scene. Vertex: position 3, normal 3, uv 2. Triangle: three vertices and a material number. Lengths in cm, y is up. */
export class Mesh {
  vertices = new Column(Float32Array)
  triangles = new Column(Int32Array)

  get vertexCount() {
    return this.vertices.length / 8
  }
  get triangleCount() {
    return this.triangles.length / 4
  }

  vertex(x, y, z, nx, ny, nz, u, v) {
    const data = this.vertices.need(8)
    let i = this.vertices.length
    data[i++] = x
    data[i++] = y
    data[i++] = z
    data[i++] = nx
    data[i++] = ny
    data[i++] = nz
    data[i++] = u
    data[i++] = v
    this.vertices.length = i
    return i / 8 - 1
  }

  triangle(a, b, c, material) {
    const data = this.triangles.need(4)
    let i = this.triangles.length
    data[i++] = a
    data[i++] = b
    data[i++] = c
    data[i++] = material
    this.triangles.length = i
  }

  quad(a, b, c, d, material) {
    this.triangle(a, b, c, material)
    this.triangle(a, c, d, material)
  }

  /** Moves everything added since `from` (a vertexCount) by a placement made with `place`. */
  moveSince(from, placement) {
    const d = this.vertices.data
    for (let i = from * 8; i < this.vertices.length; i += 8) {
      const p = placement.point(d[i], d[i + 1], d[i + 2])
      const n = placement.direction(d[i + 3], d[i + 4], d[i + 5])
      d.set(p, i)
      d.set(n, i + 3)
    }
  }
}

/** A rigid placement: scale, then turn about z, x and y (degrees, in this order), then shift (cm). */
export function place({ at = [0, 0, 0], turn = [0, 0, 0], scale = 1 }) {
  const [rx, ry, rz] = turn.map((deg) => (deg * Math.PI) / 180)
  const rotate = (x, y, z) => {
    const x1 = x * Math.cos(rz) - y * Math.sin(rz)
    const y1 = x * Math.sin(rz) + y * Math.cos(rz)
    const y2 = y1 * Math.cos(rx) - z * Math.sin(rx)
    const z2 = y1 * Math.sin(rx) + z * Math.cos(rx)
    return [x1 * Math.cos(ry) + z2 * Math.sin(ry), y2, -x1 * Math.sin(ry) + z2 * Math.cos(ry)]
  }
  return {
    direction: rotate,
    point(x, y, z) {
      const r = rotate(x * scale, y * scale, z * scale)
      return [r[0] + at[0], r[1] + at[1], r[2] + at[2]]
    },
  }
}
