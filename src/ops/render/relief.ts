import type { Form } from '../../core/scene/document'
import { inflation } from './inflation'
import { type Profile, runsOf } from './profile'

/**
 * A product's body as depths on a grid over its photo. Vertex (i, j) lies at photo px (left + i · cell, top + j · cell); the grid ends
 * outside of the outline. The body is alike before and behind its middle plane.
 */
export interface Relief {
  readonly left: number
  readonly top: number
  /** Photo px between vertices. */
  readonly cell: number
  readonly columns: number
  readonly rows: number
  /** How far the front is before the middle plane, photo px. */
  readonly depth: Float32Array
  /** Unit normals of the front: right, down, towards the camera. */
  readonly normals: Float32Array
  /** Share of solid pixels around each vertex. */
  readonly cover: Float32Array
  /** Depth at the foot of what stands, photo px; 0 where the body is round below. */
  readonly foot: number
}

/** Cells along the longer side. */
const CELLS = 160
/** The lowest share of what stands, which is taken to go straight down. */
const BASE = 0.08
/** Margin of the grid, in cells. */
const MARGIN = 2

/**
 * The relief of a form. Flat, box and inflated forms rise from the outline as a membrane does (see `inflation`), the stiffer the thinner
 * they are; a cylinder is the solid of revolution whose contour is the outline. `base`: px from the lowest point that go straight down
 * because the product stands on them, or null.
 */
export function reliefOf(profile: Profile, form: Form, base: number | null): Relief {
  const { box } = profile
  const [width, height] = [box.right - box.left, box.bottom - box.top]
  const cell = Math.max(1, Math.max(width, height) / CELLS)
  const grid = {
    left: box.left - MARGIN * cell,
    top: box.top - MARGIN * cell,
    cell,
    columns: Math.ceil(width / cell) + 2 * MARGIN + 1,
    rows: Math.ceil(height / cell) + 2 * MARGIN + 1,
  }
  const cover = coverOf(profile, grid)
  const squares = squaresOf(profile, form, grid, cover)
  const held = base !== null && form.kind !== 'sphere' ? hold(squares, grid, box.bottom - Math.max(base, BASE * height)) : 0
  return { ...grid, cover, foot: Math.sqrt(held), ...surfaceOf(squares, grid) }
}

type Grid = Pick<Relief, 'left' | 'top' | 'cell' | 'columns' | 'rows'>

/** Share of solid pixels in the square of one cell around each vertex. */
function coverOf({ solid, width, height }: Profile, { left, top, cell, columns, rows }: Grid): Float32Array {
  const cover = new Float32Array(columns * rows)
  for (let j = 0; j < rows; j++) {
    const from = Math.round(top + (j - 0.5) * cell)
    const to = Math.max(from + 1, Math.round(top + (j + 0.5) * cell))
    for (let i = 0; i < columns; i++) {
      const first = Math.round(left + (i - 0.5) * cell)
      const last = Math.max(first + 1, Math.round(left + (i + 0.5) * cell))
      let sum = 0
      for (let y = Math.max(0, from); y < Math.min(height, to); y++)
        for (let x = Math.max(0, first); x < Math.min(width, last); x++) sum += solid[y * width + x] as number
      cover[j * columns + i] = sum / ((to - from) * (last - first))
    }
  }
  return cover
}

/** Squares of the depths, px²: smooth where depths have an upright rim, and the normals are their gradient. */
function squaresOf(profile: Profile, form: Form, grid: Grid, cover: Float32Array): Float32Array {
  const { box } = profile
  const half = (form.depth * (box.right - box.left)) / 2
  const { columns, rows, cell } = grid
  const wide = Math.min(box.right - box.left, box.bottom - box.top)
  if (form.kind === 'sphere') return sphere(profile, grid, half)
  if (form.kind === 'cylinder') {
    const tube = inflation(cover, columns, rows, Number.POSITIVE_INFINITY)
    return revolution(profile, grid, form.depth, tube)
  }
  const stiff = { inflated: 2 * half, flat: Math.min(half, 0.04 * wide), box: 0.03 * wide }[form.kind]
  const risen = inflation(cover, columns, rows, Math.max(1.5, stiff / cell))
  const most = risen.reduce((a, b) => Math.max(a, b), 1e-9)
  return risen.map((h) => (h / most) * half * half)
}

function sphere({ box }: Profile, { left, top, cell, columns, rows }: Grid, half: number): Float32Array {
  const [cx, cy] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
  const [a, b] = [(box.right - box.left) / 2, (box.bottom - box.top) / 2]
  return Float32Array.from({ length: columns * rows }, (_, k) => {
    const x = (left + (k % columns) * cell - cx) / a
    const y = (top + Math.floor(k / columns) * cell - cy) / b
    return Math.max(0, 1 - x * x - y * y) * half * half
  })
}

/** A solid of revolution about the upright axis; what sticks out of it, as a handle does, is as deep as it is thick. */
function revolution(profile: Profile, grid: Grid, depth: number, tube: Float32Array): Float32Array {
  const { left, top, cell, columns, rows } = grid
  const { axis, radius } = contourOf(profile)
  const squares = new Float32Array(columns * rows)
  const reach = Math.max(1, cell)
  for (let j = 0; j < rows; j++) {
    const r = mean(radius, top + (j - 0.5) * cell - reach, top + (j + 0.5) * cell + reach)
    for (let i = 0; i < columns; i++) {
      const k = j * columns + i
      const x = left + i * cell - axis
      const round = (r * r - x * x) * depth * depth
      // A strip that inflates to h = 2 (w² - x²) in cells is a round bar at half of that.
      const bar = ((tube[k] as number) / 2) * cell * cell
      squares[k] = Math.abs(x) > r ? Math.min(bar, (r * r) / 8) : Math.max(0, round)
    }
  }
  return squares
}

/** The axis of what is alike on both sides, px, and the radius in each row of the photo. */
export function contourOf(profile: Profile): { axis: number; radius: Float32Array } {
  const runs = runsOf(profile)
  const middles = runs.flatMap((run) => (run ? [(run[0] + run[1]) / 2] : [])).sort((a, b) => a - b)
  const axis = middles[middles.length >> 1] as number
  return { axis, radius: Float32Array.from(runs, (run) => (run ? Math.max(0, Math.min(axis - run[0], run[1] - axis)) : 0)) }
}

function mean(values: Float32Array, from: number, to: number): number {
  const [first, last] = [Math.max(0, Math.floor(from)), Math.min(values.length - 1, Math.ceil(to))]
  let sum = 0
  for (let i = first; i <= last; i++) sum += values[i] as number
  return last < first ? 0 : sum / (last - first + 1)
}

/** Lets the body go straight down from row `y` (photo px); returns the largest square of a depth there. */
function hold(squares: Float32Array, { top, cell, columns, rows }: Grid, y: number): number {
  const from = Math.max(0, Math.min(rows - 1, Math.floor((y - top) / cell)))
  let most = 0
  for (let i = 0; i < columns; i++) {
    const at = squares[from * columns + i] as number
    most = Math.max(most, at)
    for (let j = from + 1; j < rows; j++) squares[j * columns + i] = Math.max(at, squares[j * columns + i] as number)
  }
  return most
}

/** Depths, and normals of z = √q: (-∂q/∂x, -∂q/∂y, 2z), which stay finite on the rim. */
function surfaceOf(squares: Float32Array, { columns, rows, cell }: Grid): Pick<Relief, 'depth' | 'normals'> {
  const normals = new Float32Array(squares.length * 3)
  for (let j = 0, k = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++, k++) {
      const along = (there: number, here: number) => ((squares[there] as number) - (squares[here] as number)) / (2 * cell)
      const x = -along(i + 1 < columns ? k + 1 : k, i > 0 ? k - 1 : k)
      const y = -along(j + 1 < rows ? k + columns : k, j > 0 ? k - columns : k)
      const z = Math.max(2 * Math.sqrt(squares[k] as number), 1e-6)
      const length = Math.sqrt(x * x + y * y + z * z)
      normals.set([x / length, y / length, z / length], k * 3)
    }
  }
  return { depth: squares.map(Math.sqrt), normals }
}
