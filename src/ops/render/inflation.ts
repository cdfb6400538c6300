/** Iterations at most; the residual falls below the limit long before. */
const ROUNDS = 800

/**
 * The height of a membrane that is held at the outline and pushed up everywhere: ∇²h - h / stiff² = -4, h = 0 outside, in cells. With
 * no stiffness (infinite) a disc becomes h = R² - r², whose root is a half sphere; with some the middle is level and only the rim is
 * round. `cover` (0 to 1) is the share of each cell that is inside: a cell that is partly outside is pulled down by so much, which
 * keeps the grid's stairs out of the result. Solved by conjugate gradients (Hestenes and Stiefel 1952).
 */
export function inflation(cover: Float32Array, columns: number, rows: number, stiff: number): Float32Array {
  const n = columns * rows
  const diagonal = new Float64Array(n)
  const pull = 1 / (stiff * stiff)
  for (let k = 0; k < n; k++) {
    const c = cover[k] as number
    const rim = (k % columns) * (columns - 1 - (k % columns)) * Math.floor(k / columns) * (rows - 1 - Math.floor(k / columns)) === 0
    diagonal[k] = c === 0 || rim ? 0 : 4 + pull + (4 * (1 - c)) / c
  }
  const h = new Float64Array(n)
  const rest = Float64Array.from(diagonal, (d) => (d > 0 ? 4 : 0))
  const first = dot(rest, rest)
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
          (from[k + columns] as number)
  }
}
