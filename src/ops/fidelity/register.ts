import type { Cutting } from '../../core/enlarge'
import { type Extent, extentOf } from '../../core/extent'
import type { ImageValue } from '../../core/recipe'
import { type Pose, tapsOf } from './axis'

/** Pixels that are compared in each round: enough for a thousandth of a pixel. */
const POINTS = 12_000
const ROUNDS = 20
/** Rounds end when no pixel moves farther, px. */
const STILL = 0.0005

/** Brightness of a picture, one number a pixel. */
interface Plane {
  readonly width: number
  readonly height: number
  readonly data: Float32Array
}

/**
 * Where the photo lies in what was placed: from the product's bounding boxes, then moved and scaled until the photo's pixels
 * agree best with those there (Lucas and Kanade 1981, weighted so that what was altered does not pull). Null without a product.
 */
export function register(photo: ImageValue, cut: Cutting, placed: ImageValue): Pose | null {
  const there = extentOf(placed.data, placed.width, placed.height, 4, 3)
  const here = extentOf(cut.alpha, cut.width, cut.height)
  if (!there || !here) return null
  const start = between(
    { left: here.left + cut.left, top: here.top + cut.top, right: here.right + cut.left, bottom: here.bottom + cut.top },
    there,
  )
  const side = Math.max(there.right - there.left, there.bottom - there.top)
  const snapped = Math.abs(start.scale - 1) * side < 0.5 ? atOwnSize(start) : null
  if (snapped && isLike(photo, cut, placed, snapped)) return snapped
  const light = brightness(placed)
  // Coarsely first: what is off by a pixel at full size is off by a quarter there.
  const coarse = settle(photo, cut, quarter(light), { ...start, scale: start.scale / 4 })
  return settle(photo, cut, light, { ...coarse, scale: coarse.scale * 4 })
}

function between(here: Extent, there: Extent): Pose {
  const wide = here.right - here.left > here.bottom - here.top
  const scale = wide ? (there.right - there.left) / (here.right - here.left) : (there.bottom - there.top) / (here.bottom - here.top)
  const offset = (h: number, t: number) => h / 2 - t / 2 / scale
  return {
    scale,
    x: offset(here.left + here.right, there.left + there.right),
    y: offset(here.top + here.bottom, there.top + there.bottom),
    copied: false,
  }
}

const atOwnSize = ({ x, y }: Pose): Pose => ({ scale: 1, x: Math.round(x), y: Math.round(y), copied: true })

/** Whether most solid pixels lie there nearly as they are. */
function isLike(photo: ImageValue, cut: Cutting, placed: ImageValue, pose: Pose): boolean {
  const off: number[] = []
  const step = Math.max(1, Math.round(Math.sqrt((cut.width * cut.height) / POINTS)))
  for (let y = 0; y < cut.height; y += step) {
    for (let x = 0; x < cut.width; x += step) {
      const [u, v] = [cut.left + x - pose.x, cut.top + y - pose.y]
      if (cut.alpha[y * cut.width + x] !== 255 || u < 0 || v < 0 || u >= placed.width || v >= placed.height) continue
      const [p, q] = [((cut.top + y) * photo.width + cut.left + x) * 4, (v * placed.width + u) * 4]
      off.push(Math.abs((photo.data[p + 1] as number) - (placed.data[q + 1] as number)))
    }
  }
  off.sort((a, b) => a - b)
  return (off[off.length >> 1] ?? 255) <= 4
}

function brightness({ width, height, data }: ImageValue): Plane {
  const out = new Float32Array(width * height)
  for (let i = 0, p = 0; i < out.length; i++, p += 4) out[i] = lightOf(data, p)
  return { width, height, data: out }
}

const lightOf = (data: Uint8ClampedArray, p: number) => ((data[p] as number) + 2 * (data[p + 1] as number) + (data[p + 2] as number)) / 4

function quarter({ width, height, data }: Plane): Plane {
  const [w, h] = [Math.floor(width / 4), Math.floor(height / 4)]
  const out = new Float32Array(w * h)
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      let sum = 0
      for (let j = 0; j < 4; j++) for (let i = 0; i < 4; i++) sum += data[(y * 4 + j) * width + x * 4 + i] as number
      out[y * w + x] = sum / 16
    }
  return { width: w, height: h, data: out }
}

/** The pose nearest to `start` at which photo and file agree best. */
function settle(photo: ImageValue, cut: Cutting, file: Plane, start: Pose): Pose {
  let pose = start
  const { width, height } = file
  const step = Math.max(1, Math.floor(Math.sqrt((cut.width * cut.height * start.scale * start.scale) / POINTS)))
  for (let round = 0; round < ROUNDS; round++) {
    const found = pointsOf(photo, cut, file, pose, step)
    if (found.length < 60 * FIELDS) return pose
    const [dx, dy, ds] = move(found, width / 2, height / 2)
    const middle = [width / 2, height / 2] as const
    const { scale } = pose
    // A pixel at x now reads the photo where x + dx + ds (x - middle) did.
    pose = {
      scale: scale / (1 + ds),
      x: pose.x + (dx - ds * middle[0]) / scale,
      y: pose.y + (dy - ds * middle[1]) / scale,
      copied: false,
    }
    if (Math.abs(dx) + Math.abs(dy) + Math.abs(ds) * Math.max(width, height) < STILL) break
  }
  return pose
}

/** Of each point: where (from the middle of its pixel), the file's slope in x and y, and file less photo. */
const FIELDS = 5

function pointsOf(photo: ImageValue, cut: Cutting, file: Plane, pose: Pose, step: number): Float64Array {
  const across = tapsOf(photo.width, file.width, pose.scale, pose.x, false)
  const down = tapsOf(photo.height, file.height, pose.scale, pose.y, false)
  const out: number[] = []
  for (let y = 1 + (step >> 1); y < file.height - 1; y += step) {
    const top = (down.first[y] as number) - cut.top
    const rows = down.count[y] as number
    if (rows === 0 || down.past[y] || top < 0 || top + rows > cut.height) continue
    for (let x = 1 + (step >> 1); x < file.width - 1; x += step) {
      const left = (across.first[x] as number) - cut.left
      const columns = across.count[x] as number
      if (columns === 0 || across.past[x] || left < 0 || left + columns > cut.width) continue
      let sum = 0
      let solid = true
      for (let j = 0; j < rows && solid; j++) {
        const line = (top + j) * cut.width + left
        const pixels = ((top + j + cut.top) * photo.width + left + cut.left) * 4
        const w = down.weights[y * down.width + j] as number
        for (let i = 0; i < columns; i++) {
          if (cut.alpha[line + i] !== 255) {
            solid = false
            break
          }
          sum += w * (across.weights[x * across.width + i] as number) * lightOf(photo.data, pixels + i * 4)
        }
      }
      if (!solid) continue
      const at = y * file.width + x
      const slope = (d: number) => ((file.data[at + d] as number) - (file.data[at - d] as number)) / 2
      out.push(x + 0.5, y + 0.5, slope(1), slope(file.width), (file.data[at] as number) - sum)
    }
  }
  return Float64Array.from(out)
}

/** The step (right, down, larger) that takes most of the difference away. */
function move(points: Float64Array, cx: number, cy: number): readonly [number, number, number] {
  const off = Float64Array.from({ length: points.length / FIELDS }, (_, i) => Math.abs(points[i * FIELDS + 4] as number)).sort()
  const usual = Math.max(1, 2 * (off[off.length >> 1] as number))
  const m = new Float64Array(9)
  const v = new Float64Array(3)
  const size = Math.max(cx, cy)
  for (let p = 0; p < points.length; p += FIELDS) {
    const [x, y, gx, gy, r] = points.subarray(p, p + FIELDS) as unknown as [number, number, number, number, number]
    const w = 1 / (1 + (r / usual) ** 2)
    // In parts of the picture's size, so that all three are of one order.
    const j = [gx, gy, (gx * (x - cx) + gy * (y - cy)) / size]
    for (let a = 0; a < 3; a++) {
      v[a] = (v[a] as number) + w * (j[a] as number) * r
      for (let b = 0; b < 3; b++) m[a * 3 + b] = (m[a * 3 + b] as number) + w * (j[a] as number) * (j[b] as number)
    }
  }
  // Where nothing slopes nothing says where it lies: then it stays.
  for (let a = 0; a < 3; a++) m[a * 4] = (m[a * 4] as number) + (1e-3 * points.length) / FIELDS
  const [dx, dy, ds] = solved(m, v)
  return [dx, dy, ds / size]
}

/** Solves m x = v for a symmetric positive m of 3 by 3 (Cramer). */
function solved(m: Float64Array, v: Float64Array): readonly [number, number, number] {
  const [a, b, c, , d, e, , , f] = m as unknown as [number, number, number, number, number, number, number, number, number]
  const [p, q, r] = v as unknown as [number, number, number]
  const [A, B, C] = [d * f - e * e, c * e - b * f, b * e - c * d]
  const [D, E, F] = [a * f - c * c, b * c - a * e, a * d - b * b]
  const det = a * A + b * B + c * C
  return [(A * p + B * q + C * r) / det, (B * p + D * q + E * r) / det, (C * p + E * q + F * r) / det]
}
