/**
 * Turns a signed distance field d(x, y, z) (cm, negative inside) into triangles by surface nets, vertices pulled on to the surface and
 * normals taken from the field, so a fairly coarse grid already looks smooth. `bounds` is [x0, y0, z0, x1, y1, z1], `cell` the grid size.
 */
export function polygonise(mesh, d, bounds, cell, material) {
  const [x0, y0, z0] = bounds
  const nx = Math.ceil((bounds[3] - x0) / cell) + 1
  const ny = Math.ceil((bounds[4] - y0) / cell) + 1
  const nz = Math.ceil((bounds[5] - z0) / cell) + 1
  const value = sampleNear(d, x0, y0, z0, nx, ny, nz, cell)
  const id = new Int32Array(nx * ny * nz).fill(-1)
  const at = (i, j, k) => (k * ny + j) * nx + i
  const corners = new Float64Array(8)
  for (let k = 0; k + 1 < nz; k++) {
    for (let j = 0; j + 1 < ny; j++) {
      for (let i = 0; i + 1 < nx; i++) {
        let inside = 0
        for (let c = 0; c < 8; c++) {
          corners[c] = value[at(i + (c & 1), j + ((c >> 1) & 1), k + (c >> 2))]
          if (corners[c] < 0) inside++
        }
        if (inside === 0 || inside === 8) continue
        id[at(i, j, k)] = netVertex(mesh, d, corners, x0 + i * cell, y0 + j * cell, z0 + k * cell, cell)
      }
    }
  }
  const face = (a, b, c, e, flip) => {
    if (Math.min(a, b, c, e) < 0) return
    if (flip) mesh.quad(a, e, c, b, material)
    else mesh.quad(a, b, c, e, material)
  }
  for (let k = 1; k + 1 < nz; k++) {
    for (let j = 1; j + 1 < ny; j++) {
      for (let i = 1; i + 1 < nx; i++) {
        const here = value[at(i, j, k)] < 0
        if (here !== value[at(i + 1, j, k)] < 0)
          face(id[at(i, j - 1, k - 1)], id[at(i, j, k - 1)], id[at(i, j, k)], id[at(i, j - 1, k)], !here)
        if (here !== value[at(i, j + 1, k)] < 0)
          face(id[at(i - 1, j, k - 1)], id[at(i - 1, j, k)], id[at(i, j, k)], id[at(i, j, k - 1)], !here)
        if (here !== value[at(i, j, k + 1)] < 0)
          face(id[at(i - 1, j - 1, k)], id[at(i, j - 1, k)], id[at(i, j, k)], id[at(i - 1, j, k)], !here)
      }
    }
  }
}

/** Samples the field only in 8-cell blocks that can hold surface; far blocks get their centre's value. */
function sampleNear(d, x0, y0, z0, nx, ny, nz, cell) {
  const value = new Float32Array(nx * ny * nz)
  const block = 8
  const reach = block * cell * 0.5 * Math.sqrt(3) * 1.5
  for (let bk = 0; bk < nz; bk += block) {
    for (let bj = 0; bj < ny; bj += block) {
      for (let bi = 0; bi < nx; bi += block) {
        const middle = d(x0 + (bi + 4) * cell, y0 + (bj + 4) * cell, z0 + (bk + 4) * cell)
        const far = Math.abs(middle) > reach
        for (let k = bk; k < Math.min(nz, bk + block); k++) {
          for (let j = bj; j < Math.min(ny, bj + block); j++) {
            for (let i = bi; i < Math.min(nx, bi + block); i++) {
              value[(k * ny + j) * nx + i] = far ? middle : d(x0 + i * cell, y0 + j * cell, z0 + k * cell)
            }
          }
        }
      }
    }
  }
  return value
}

const edges = []
for (let a = 0; a < 8; a++) for (const bit of [1, 2, 4]) if (!(a & bit)) edges.push([a, a | bit])

function netVertex(mesh, d, corners, x, y, z, cell) {
  let px = 0
  let py = 0
  let pz = 0
  let count = 0
  for (const [a, b] of edges) {
    if (corners[a] < 0 === corners[b] < 0) continue
    const t = corners[a] / (corners[a] - corners[b])
    px += (a & 1) + t * ((b & 1) - (a & 1))
    py += ((a >> 1) & 1) + t * (((b >> 1) & 1) - ((a >> 1) & 1))
    pz += (a >> 2) + t * ((b >> 2) - (a >> 2))
    count++
  }
  px = x + (px / count) * cell
  py = y + (py / count) * cell
  pz = z + (pz / count) * cell
  const e = cell * 0.1
  let n = [0, 1, 0]
  for (let step = 0; step < 3; step++) {
    const g = [d(px + e, py, pz) - d(px - e, py, pz), d(px, py + e, pz) - d(px, py - e, pz), d(px, py, pz + e) - d(px, py, pz - e)]
    const l = Math.hypot(...g) || 1
    n = g.map((c) => c / l)
    const away = (d(px, py, pz) * 2 * e) / l
    const pull = Math.min(cell * 0.5, Math.max(-cell * 0.5, away))
    px -= n[0] * pull
    py -= n[1] * pull
    pz -= n[2] * pull
  }
  return mesh.vertex(px, py, pz, n[0], n[1], n[2], 0, 0)
}

/** Joins two distances with a fillet about k cm wide. */
export function blend(a, b, k) {
  const h = Math.max(0, k - Math.abs(a - b)) / k
  return Math.min(a, b) - h * h * k * 0.25
}
