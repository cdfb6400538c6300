/** Iterations at most; the residual falls below the limit long before. */
const ROUNDS = 400

/**
 * The height of a membrane that is held at the outline and pushed up everywhere: ∇²h - h / stiff² = -4, h = 0 outside, in cells. With
 * no stiffness (infinite) a disc becomes h = R² - r², whose root is a half sphere; with some the middle is level and only the rim is
 * round. `cover` (0 to 1) is the share of each cell that is inside: a cell that is partly outside is pulled down by so much, which
 * keeps the grid's stairs out of the result. `open`: the membrane goes on below the last row as it is there. Solved by conjugate
 * gradients (Hestenes and Stiefel 1952).
 */
export function inflation(cover: Float32Array, columns: number, rows: number, stiff: number, open = false): Float32Array {
  const n = columns * rows
  const diagonal = new Float64Array(n)
  const pull = 1 / (stiff * stiff)
  for (let j = 1; j < (open ? rows : rows - 1); j++) {
    for (let i = 1; i < columns - 1; i++) {
      const c = cover[j * columns + i] as number
      // In the last row the cell below is the cell itself.
      if (c > 0) diagonal[j * columns + i] = (j === rows - 1 ? 3 : 4) + pull + (4 * (1 - c)) / c
    }
  }
  const h = guess(cover, columns, rows, stiff, open)
  const rest = new Float64Array(n)
  let first = 0
  for (let k = 0; k < n; k++) {
    if (diagonal[k] === 0) h[k] = 0
    else first += 16
  }
  apply(diagonal, columns, h, rest)
  for (let k = 0; k < n; k++) rest[k] = diagonal[k] === 0 ? 0 : 4 - (rest[k] as number)
  const scaled = new Float64Array(n)
  const way = new Float64Array(n)
  const pushed = new Float64Array(n)
  let last = 0
  for (let round = 0; round < ROUNDS && dot(rest, rest) > first * 1e-10; round++) {
    for (let k = 0; k < n; k++) scaled[k] = (diagonal[k] as number) > 0 ? (rest[k] as number) / (diagonal[k] as number) : 0
    const now = dot(rest, scaled)
    const turn = round === 0 ? 0 : now / last
    for (let k = 0; k < n; k++) way[k] = (scaled[k] as number) + turn * (way[k] as number)
    apply(diagonal, columns, way, pushed)
    const step = now / dot(way, pushed)
    for (let k = 0; k < n; k++) {
      h[k] = (h[k] as number) + step * (way[k] as number)
      rest[k] = (rest[k] as number) - step * (pushed[k] as number)
    }
    last = now
  }
  return Float32Array.from(h, (value) => Math.max(0, value))
}

/** Grids that are smaller are solved from nothing. */
const COARSE = 24

/** Where to start from: the answer on a grid of half as many cells (cascadic multigrid, Bornemann and Deuflhard 1996). */
function guess(cover: Float32Array, columns: number, rows: number, stiff: number, open: boolean): Float64Array {
  const out = new Float64Array(columns * rows)
  if (Math.min(columns, rows) < COARSE) return out
  const [w, h] = [Math.ceil(columns / 2), Math.ceil(rows / 2)]
  const half = new Float32Array(w * h)
  for (let k = 0; k < half.length; k++) {
    const [i, j] = [2 * (k % w), 2 * Math.floor(k / w)]
    const [i2, j2] = [Math.min(columns - 1, i + 1), Math.min(rows - 1, j + 1)]
    for (const at of [j * columns + i, j * columns + i2, j2 * columns + i, j2 * columns + i2])
      half[k] = (half[k] as number) + (cover[at] as number) / 4
  }
  const found = inflation(half, w, h, stiff / 2, open)
  for (let j = 0, k = 0; j < rows; j++) {
    const y = Math.min(h - 1, Math.max(0, j / 2 - 0.25))
    const [top, v] = [Math.floor(y), y - Math.floor(y)]
    const below = Math.min(h - 1, top + 1)
    for (let i = 0; i < columns; i++, k++) {
      const x = Math.min(w - 1, Math.max(0, i / 2 - 0.25))
      const [left, u] = [Math.floor(x), x - Math.floor(x)]
      const right = Math.min(w - 1, left + 1)
      const line = (row: number) => (1 - u) * (found[row * w + left] as number) + u * (found[row * w + right] as number)
      // Heights are in cells, and grow with their square.
      out[k] = 4 * ((1 - v) * line(top) + v * line(below))
    }
  }
  return out
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let k = 0; k < a.length; k++) sum += (a[k] as number) * (b[k] as number)
  return sum
}

/** The five-point operator; cells that are held (diagonal 0) stay at 0. */
function apply(diagonal: Float64Array, columns: number, from: Float64Array, to: Float64Array): void {
  for (let k = 0; k < from.length; k++) {
    const d = diagonal[k] as number
    to[k] =
      d === 0
        ? 0
        : d * (from[k] as number) -
          (from[k - 1] as number) -
          (from[k + 1] as number) -
          (from[k - columns] as number) -
          (from[k + columns] ?? 0)
  }
}
