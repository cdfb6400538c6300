const BINS = 12
const LEAF = 3

/**
 * A bounding volume hierarchy over a mesh's triangles (binned surface-area heuristic), laid out flat for fast rays.
 * Node: six bounds in `bounds`; `info` holds [first child or first triangle, triangle count (0 = inner node)].
 */
export function buildBvh(mesh) {
  const n = mesh.triangleCount
  const tri = mesh.triangles.data
  const vert = mesh.vertices.data
  const box = new Float32Array(n * 6)
  for (let t = 0; t < n; t++) {
    for (let axis = 0; axis < 3; axis++) {
      const a = vert[tri[t * 4] * 8 + axis]
      const b = vert[tri[t * 4 + 1] * 8 + axis]
      const c = vert[tri[t * 4 + 2] * 8 + axis]
      box[t * 6 + axis] = Math.min(a, b, c)
      box[t * 6 + 3 + axis] = Math.max(a, b, c)
    }
  }
  const order = new Uint32Array(n)
  for (let t = 0; t < n; t++) order[t] = t
  const bounds = new Float32Array(Math.max(1, 2 * n) * 6)
  const info = new Int32Array(Math.max(1, 2 * n) * 2)
  let used = 1
  const todo = [[0, 0, n]]
  while (todo.length > 0) {
    const [node, start, end] = todo.pop()
    fitBounds(bounds, node, box, order, start, end)
    const split = end - start > LEAF ? partition(box, order, start, end) : -1
    if (split < 0) {
      info[node * 2] = start
      info[node * 2 + 1] = end - start
      continue
    }
    info[node * 2] = used
    todo.push([used, start, split], [used + 1, split, end])
    used += 2
  }
  return { bounds: bounds.slice(0, used * 6), info: info.slice(0, used * 2), order, corners: cornersOf(mesh, order) }
}

function fitBounds(bounds, node, box, order, start, end) {
  const b = [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity]
  for (let i = start; i < end; i++) {
    const t = order[i] * 6
    for (let axis = 0; axis < 3; axis++) {
      if (box[t + axis] < b[axis]) b[axis] = box[t + axis]
      if (box[t + 3 + axis] > b[axis + 3]) b[axis + 3] = box[t + 3 + axis]
    }
  }
  bounds.set(b, node * 6)
}

const binBox = new Float64Array(BINS * 6)
const binCount = new Int32Array(BINS)
const rightArea = new Float64Array(BINS)

function area(b, at) {
  const x = b[at + 3] - b[at]
  const y = b[at + 4] - b[at + 1]
  const z = b[at + 5] - b[at + 2]
  return x * y + y * z + z * x
}

function grow(into, at, from, f) {
  for (let a = 0; a < 3; a++) {
    if (from[f + a] < into[at + a]) into[at + a] = from[f + a]
    if (from[f + 3 + a] > into[at + 3 + a]) into[at + 3 + a] = from[f + 3 + a]
  }
}

const empty = [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity]

/** Reorders start..end about the cheapest bin border; returns where the right half begins, or -1 when a split does not pay. */
function partition(box, order, start, end) {
  let bestCost = Infinity
  let bestAxis = -1
  let bestBin = 0
  let low = 0
  let scale = 0
  for (let axis = 0; axis < 3; axis++) {
    let lo = Infinity
    let hi = -Infinity
    for (let i = start; i < end; i++) {
      const c = box[order[i] * 6 + axis] + box[order[i] * 6 + 3 + axis]
      if (c < lo) lo = c
      if (c > hi) hi = c
    }
    if (hi - lo < 1e-7) continue
    const k = (BINS * 0.99999) / (hi - lo)
    for (let b = 0; b < BINS; b++) binBox.set(empty, b * 6)
    binCount.fill(0)
    for (let i = start; i < end; i++) {
      const t = order[i] * 6
      const b = ((box[t + axis] + box[t + 3 + axis] - lo) * k) | 0
      binCount[b]++
      grow(binBox, b * 6, box, t)
    }
    const acc = new Float64Array(empty)
    let count = 0
    for (let b = BINS - 1; b > 0; b--) {
      grow(acc, 0, binBox, b * 6)
      count += binCount[b]
      rightArea[b] = count > 0 ? area(acc, 0) * count : 0
    }
    acc.set(empty)
    count = 0
    for (let b = 0; b + 1 < BINS; b++) {
      grow(acc, 0, binBox, b * 6)
      count += binCount[b]
      if (count === 0 || count === end - start) continue
      const cost = area(acc, 0) * count + rightArea[b + 1]
      if (cost < bestCost) {
        bestCost = cost
        bestAxis = axis
        bestBin = b
        low = lo
        scale = k
      }
    }
  }
  if (bestAxis < 0) return -1
  let i = start
  let j = end - 1
  while (i <= j) {
    const t = order[i] * 6
    if ((((box[t + bestAxis] + box[t + 3 + bestAxis] - low) * scale) | 0) <= bestBin) i++
    else {
      const swap = order[i]
      order[i] = order[j]
      order[j] = swap
      j--
    }
  }
  return i === start || i === end ? -1 : i
}

/** Per triangle in leaf order: corner and two edges (9 numbers), what the ray test reads. */
function cornersOf(mesh, order) {
  const out = new Float32Array(order.length * 9)
  const tri = mesh.triangles.data
  const vert = mesh.vertices.data
  order.forEach((t, i) => {
    const a = tri[t * 4] * 8
    for (let axis = 0; axis < 3; axis++) {
      const p = vert[a + axis]
      out[i * 9 + axis] = p
      out[i * 9 + 3 + axis] = vert[tri[t * 4 + 1] * 8 + axis] - p
      out[i * 9 + 6 + axis] = vert[tri[t * 4 + 2] * 8 + axis] - p
    }
  })
  return out
}
