import type { Point, Product } from '../../core/scene/document'
import { rayOf, type View } from '../../core/scene/geometry'
import { rad } from '../../core/scene/numbers'
import { type Outline, type Stand, seenAt } from '../../core/scene/standing'
import type { Relief } from './relief'

/** A closed body of triangles (counter-clockwise seen from outside) in the set's mm. */
export interface Body {
  readonly positions: Float32Array
  /** Unit length, outwards. */
  readonly normals: Float32Array
  /** Into the cutout: 0, 0 = its upper left corner, 1, 1 = its lower right one. */
  readonly uvs: Float32Array
  readonly indices: Uint32Array
}

/** The angle (degrees) that is at least between the way the camera looks and an upright product's middle plane. */
const OBLIQUE = 45
/** The same for the ground that something lies on. */
const SHALLOW = 20

/**
 * The relief in the set. Every vertex lies on the ray of the camera through its pixel of the photo, so that the body seen by the camera
 * is the matte; how far along it says the middle plane: upright through the contact line, as far back as the foot is deep, for what
 * stands; the ground for what lies. The mesh ends a cell outside of the outline: the matte cuts it.
 */
export function bodyOf(product: Product, outline: Outline, stand: Stand, relief: Relief, view: View): Body {
  const { columns, rows, left, top, cell, depth } = relief
  const cells = cellsOf(relief)
  const number = new Int32Array(columns * rows).fill(-1)
  const used: number[] = []
  for (let j = 0, c = 0; j + 1 < rows; j++) {
    for (let i = 0; i + 1 < columns; i++, c++) {
      if (!cells[c]) continue
      const k = j * columns + i
      for (const at of [k, k + 1, k + columns, k + columns + 1]) if (number[at] === -1) number[at] = used.push(at) - 1
    }
  }
  const n = used.length
  const body = { positions: new Float32Array(n * 6), normals: new Float32Array(n * 6), uvs: new Float32Array(n * 4) }
  const plane = planeOf(product, view)
  const lies = product.pose === 'lying'
  used.forEach((k, v) => {
    const spot = [left + (k % columns) * cell, top + Math.floor(k / columns) * cell] as const
    const ray = rayOf(view, ...seenAt(stand, outline, spot))
    const z = (depth[k] as number) * stand.mm
    const foot = product.pose === 'standing' ? relief.foot * stand.mm : 0
    const sheets = lies ? [2 * z + THIN, 0] : [z - foot + THIN / 2, -z - foot - THIN / 2]
    for (const [sheet, height] of sheets.entries()) {
      const at = v + sheet * n
      body.positions.set(meet(view.eye, ray, plane, product.at, height), at * 3)
      body.normals.set(turned(relief.normals, k, plane, stand.mirrored, sheet === 1), at * 3)
      body.uvs.set([spot[0] / outline.width, spot[1] / outline.height], at * 2)
    }
  })
  return { ...body, indices: trianglesOf(cells, number, columns, rows, n, stand.mirrored) }
}

/** mm between front and back where there is no depth: a body without any has no inside. */
const THIN = 0.2

interface Plane {
  readonly right: Point
  readonly up: Point
  /** Towards the camera. */
  readonly normal: Point
}

/** The middle plane's axes. An upright one leans back under a camera that looks down steeply, the ground rises before one that does not. */
function planeOf({ pose }: Product, { right, into }: View): Plane {
  const tilt = Math.asin(Math.min(1, Math.max(-1, -into[1]))) / rad
  const elevation = pose === 'lying' ? Math.min(90, tilt + 90 - SHALLOW) : Math.max(0, tilt - OBLIQUE)
  const [sin, cos] = [Math.sin(elevation * rad), Math.cos(elevation * rad)]
  // Towards the camera's side, level.
  const [x, z] = [-right[2], right[0]]
  return { right, up: [-x * sin, cos, -z * sin], normal: [x * cos, sin, z * cos] }
}

/** Where a ray meets the plane through `at` moved by so many mm along its normal. */
function meet(eye: Point, ray: Point, { normal }: Plane, at: Point, height: number): Point {
  const along = (a: Point, b: Point) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
  const way: Point = [at[0] - eye[0], at[1] - eye[1], at[2] - eye[2]]
  // A ray that hardly comes down to the plane ends somewhere behind it, not at the horizon.
  const t = (along(way, normal) + height) / Math.min(-0.05, along(ray, normal))
  return [eye[0] + ray[0] * t, eye[1] + ray[1] * t, eye[2] + ray[2] * t]
}

function turned(normals: Float32Array, k: number, { right, up, normal }: Plane, mirrored: boolean, back: boolean): Point {
  const x = (normals[k * 3] as number) * (mirrored ? -1 : 1)
  const y = -(normals[k * 3 + 1] as number)
  const z = (normals[k * 3 + 2] as number) * (back ? -1 : 1)
  return [0, 1, 2].map((i) => x * (right[i] as number) + y * (up[i] as number) + z * (normal[i] as number)) as [number, number, number]
}

/** The grid's cells that the body has: those that hold something solid, one around them, and none that touch by a corner alone. */
function cellsOf({ cover, columns, rows }: Relief): Uint8Array {
  const [w, h] = [columns - 1, rows - 1]
  const cells = new Uint8Array(w * h)
  for (let k = 0; k < cover.length; k++) {
    if (cover[k] === 0) continue
    const [i, j] = [k % columns, Math.floor(k / columns)]
    for (let y = Math.max(0, j - 1); y <= Math.min(h - 1, j); y++) cells.fill(1, y * w + Math.max(0, i - 1), y * w + Math.min(w - 1, i) + 1)
  }
  for (let again = true; again; ) {
    again = false
    for (let j = 0; j + 1 < h; j++) {
      for (let k = j * w; k + 1 < (j + 1) * w; k++) {
        const [a, b, c, d] = [cells[k], cells[k + 1], cells[k + w], cells[k + w + 1]]
        if (a !== d || b !== c || a === b) continue
        cells[k] = cells[k + 1] = cells[k + w] = cells[k + w + 1] = 1
        again = true
      }
    }
  }
  return cells
}

/** Front, back and the wall between them, for vertices numbered from 0 (front) and from `n` (back). */
function trianglesOf(cells: Uint8Array, number: Int32Array, columns: number, rows: number, n: number, mirrored: boolean): Uint32Array {
  const out: number[] = []
  const w = columns - 1
  const has = (i: number, j: number) => i >= 0 && j >= 0 && i < w && j < rows - 1 && cells[j * w + i] === 1
  const triangle = (a: number, b: number, c: number) => (mirrored ? out.push(a, c, b) : out.push(a, b, c))
  const wall = (a: number, b: number) => {
    triangle(a, a + n, b)
    triangle(b, a + n, b + n)
  }
  for (let j = 0; j < rows - 1; j++) {
    for (let i = 0; i < w; i++) {
      if (!has(i, j)) continue
      const k = j * columns + i
      const [a, b, c, d] = [number[k], number[k + 1], number[k + columns], number[k + columns + 1]] as [number, number, number, number]
      triangle(a, c, b)
      triangle(b, c, d)
      triangle(a + n, b + n, c + n)
      triangle(b + n, d + n, c + n)
      if (!has(i, j - 1)) wall(b, a)
      if (!has(i, j + 1)) wall(c, d)
      if (!has(i - 1, j)) wall(a, c)
      if (!has(i + 1, j)) wall(d, b)
    }
  }
  return Uint32Array.from(out)
}
