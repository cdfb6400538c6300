import type { ImageValue } from '../../core/recipe'
import type { Form, Product } from '../../core/scene/document'
import { formOf, type Outline } from '../../core/scene/standing'
import { contourOf } from './contour'
import { mapped } from './depth-map'
import type { Grid } from './grid'
import { inflation } from './inflation'
import type { Profile } from './profile'

/**
 * A product's body as depths on a grid over its photo, which ends outside of the outline. The body is alike before and behind its middle
 * plane.
 */
export interface Relief extends Grid {
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
const CELLS = 100
/** Margin of the grid, in cells. */
const MARGIN = 2
/** The lowest share of what stands, which is taken to go straight down to the ground. */
const BASE = 0.08

/**
 * The relief of a product's form (see `formOf`). Flat, box and inflated forms rise from the outline as a membrane does (see `inflation`),
 * the stiffer the thinner they are; a cylinder is the solid of revolution whose contour is the outline. What stands is not round
 * below: its lower edge is where its front meets the ground. `map`: the depths of a form that has them.
 */
export function reliefOf(
  profile: Profile,
  product: Pick<Product, 'form' | 'pose'>,
  outline: Outline,
  map: ImageValue | null = null,
): Relief {
  const form = formOf(product, outline)
  const stands = product.pose === 'standing' && form.kind !== 'sphere'
  const name = `${form.kind} ${form.depth} ${stands} ${form.kind === 'depth' ? form.map : ''}`
  const last = lasts.get(profile)
  if (last?.name === name) return last.relief
  const relief = reliefFrom(profile, form, stands, outline, map)
  lasts.set(profile, { name, relief })
  return relief
}

/** A product is dragged about while its form stays the same. */
const lasts = new WeakMap<Profile, { name: string; relief: Relief }>()

function reliefFrom(profile: Profile, form: Form, stands: boolean, outline: Outline, map: ImageValue | null): Relief {
  const { box, factor } = profile
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
  const round = outline.tilt && outline.tilt.sure > 0.4 ? (Math.sin((outline.tilt.degrees * Math.PI) / 180) * width) / 2 : 0
  const from = Math.floor((box.bottom - Math.max(round + 0.03 * height, BASE * height) - grid.top) / cell)
  const squares = squaresOf(profile, form, grid, cover, stands ? from : null, map)
  const surface = surfaceOf(squares, grid)
  const at = surface.depth.subarray(from * grid.columns, (from + 1) * grid.columns)
  return {
    ...grid,
    left: grid.left * factor,
    top: grid.top * factor,
    cell: cell * factor,
    cover,
    foot: stands ? at.reduce((a, b) => Math.max(a, b), 0) * factor : 0,
    depth: surface.depth.map((z) => z * factor),
    normals: surface.normals,
  }
}

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

/** Squares of the depths, px²: smooth where depths have an upright rim, and the normals are their gradient. From row `straight` on it goes straight down. */
function squaresOf(
  profile: Profile,
  form: Form,
  grid: Grid,
  cover: Float32Array,
  straight: number | null,
  map: ImageValue | null,
): Float32Array {
  const { box } = profile
  const half = (form.depth * (box.right - box.left)) / 2
  const { columns, rows, cell } = grid
  if (form.kind === 'sphere') return sphere(profile, grid, half)
  if (form.kind === 'depth' && map) return mapped(map, profile, grid, cover, half, straight ?? grid.rows)
  const held = straight === null ? cover : straightened(cover, columns, straight)
  const risen = (stiff: number) => inflation(held, columns, rows, stiff, straight !== null)
  if (form.kind === 'cylinder') return revolution(profile, grid, form.depth, risen(Number.POSITIVE_INFINITY), straight ?? rows)
  const wide = Math.min(box.right - box.left, box.bottom - box.top)
  const stiff = { inflated: 2 * half, depth: 2 * half, flat: Math.min(half, 0.04 * wide), box: 0.03 * wide }[form.kind]
  const membrane = risen(Math.max(1.5, stiff / cell))
  const most = membrane.reduce((a, b) => Math.max(a, b), 1e-9)
  return membrane.map((h) => (h / most) * half * half)
}

/** What is covered in a row is so in all rows below it. */
function straightened(cover: Float32Array, columns: number, from: number): Float32Array {
  const out = cover.slice()
  for (let k = (from + 1) * columns; k < out.length; k++) out[k] = Math.max(out[k] as number, out[from * columns + (k % columns)] as number)
  return out
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
function revolution(profile: Profile, grid: Grid, depth: number, tube: Float32Array, straight: number): Float32Array {
  const { left, top, cell, columns, rows } = grid
  const contour = contourOf(profile)
  const squares = new Float32Array(columns * rows)
  for (let j = 0; j < rows; j++) {
    const y = top + Math.min(j, straight) * cell
    const radius = (reach: number) => [smooth(contour.left, y, reach * cell), smooth(contour.right, y, reach * cell)] as const
    const [before, behind] = radius(SMOOTH)
    const wide = radius(3 * SMOOTH)
    const r = (wide[0] + wide[1]) / 2
    for (let i = 0; i < columns; i++) {
      const k = j * columns + i
      const x = left + i * cell - contour.axis
      const t = Math.abs(x) / Math.max(1e-6, x < 0 ? before : behind)
      // A strip of half width w inflates to 2 (w² - x²) in cells, which is twice the square of a round bar's depth.
      const bar = Math.min(((tube[k] as number) / 2) * cell * cell, (r * r) / 8)
      squares[k] = t > 1 ? bar : (1 - t * t) * r * r * depth * depth
    }
  }
  return squares
}

/** Cells over which a contour is smoothed, and thrice as many where depth is concerned: its steps would show as rings. */
const SMOOTH = 2.5

/** Mean of the values around `at`, the near ones more (a triangle of so much to both sides). */
function smooth(values: Float32Array, at: number, reach: number): number {
  let [sum, total] = [0, 0]
  for (let i = Math.max(0, Math.ceil(at - reach)); i < Math.min(values.length, at + reach); i++) {
    const weight = reach - Math.abs(i + 0.5 - at)
    if (weight <= 0) continue
    sum += weight * (values[i] as number)
    total += weight
  }
  return total > 0 ? sum / total : 0
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
