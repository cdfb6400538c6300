import { alphaAt, type Cutting } from '../../core/enlarge'
import { extentOf } from '../../core/extent'
import { fail } from '../../core/fault'
import type { ImageValue, Runner } from '../../core/recipe'
import { type Axis, boxed, boxedAxis, type RowSource, resample, writeStraight } from '../../core/resample'
import { type Edge, foregroundOf } from './foreground'
import type { place } from './index'
import { type Grid, neighbourhoodOf, type Part, touchedBy } from './neighbourhood'

/**
 * Throws the fault `no-product` when no alpha reaches one half. Solid pixels (alpha 255) keep the photo's colours bit
 * for bit where the scale is 1; others get the product's own colour (see `foregroundOf`).
 */
export const run: Runner<typeof place> = async ({ image, mask }, { frame, fill }, ctx) => {
  const cut = alphaAt(mask, image)
  const box = cut && extentOf(cut.alpha, cut.width, cut.height)
  if (!cut || !box) fail('no-product', 'No product was found in this photo.', 'Photograph it against a plainer background, or closer.')
  ctx.alive()
  ctx.signal.throwIfAborted()
  if (frame === 'photo') return standing(image, cut)
  const edge = foregroundOf(image, cut, neighbourhoodOf(image, cut, null), wholeOf(cut))
  ctx.alive()
  const wish = fill * Math.min(frame.width / (box.right - box.left), frame.height / (box.bottom - box.top))
  let pose: Pose = { scale: wish, x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }
  // Less than half a pixel from the photo's own size over the whole product: nothing is gained by resampling.
  if (Math.abs(wish - 1) * Math.max(box.right - box.left, box.bottom - box.top) < 0.5) {
    const data = new Uint8ClampedArray(frame.width * frame.height * 4)
    const placed: ImageValue = { kind: 'image', ...frame, data }
    copy(image, cut, edge, wholeOf(cut), placed, Math.round(frame.width / 2 - pose.x), Math.round(frame.height / 2 - pose.y))
    return placed
  }
  let best = { placed: stand(image, cut, edge, frame, pose), off: Number.POSITIVE_INFINITY }
  // Thin ends lose some alpha in resampling; where that moves an edge by half a pixel, the pose is set right.
  for (let again = 0, { placed } = best; ; again++) {
    const found = amiss(placed, pose, fill)
    if (found.off < best.off) best = { placed, off: found.off }
    if (found.off < NEAR || again === TIMES) return best.placed
    pose = again < 2 ? found.better : between(pose, found.better)
    placed = stand(image, cut, edge, frame, pose)
  }
}

/** A box that is off by less than this, px, stays. */
const NEAR = 0.95
/** Times that the pose is set right at most: each takes away half of what is left, or more. */
const TIMES = 6

const wholeOf = ({ width, height }: Cutting): Part => ({ left: 0, top: 0, right: width, bottom: height })

interface Standing {
  readonly cut: Cutting
  readonly grid: Grid
  readonly placed: ImageValue
}
/** Stroke after stroke is drawn on one picture: what came of the last is kept for as long as the picture is. */
const lasts = new WeakMap<ImageValue, Standing>()

/** The cutting in the photo's own frame. After a change in a part of its alpha only what lies near that is made anew. */
function standing(photo: ImageValue, cut: Cutting): ImageValue {
  const last = lasts.get(photo)
  const changed = last && samePlace(last.cut, cut) ? changeOf(last.cut, cut) : undefined
  if (last && changed === null) return last.placed
  const before = last && changed ? { ...last, changed } : null
  const grid = neighbourhoodOf(photo, cut, before)
  const part = before ? touchedBy(before.changed, grid, cut) : wholeOf(cut)
  const data = before ? before.placed.data.slice() : new Uint8ClampedArray(photo.width * photo.height * 4)
  const placed: ImageValue = { kind: 'image', width: photo.width, height: photo.height, data }
  copy(photo, cut, foregroundOf(photo, cut, grid, part), part, placed, cut.left, cut.top)
  lasts.set(photo, { cut, grid, placed })
  return placed
}

const samePlace = (one: Cutting, other: Cutting) =>
  one.left === other.left && one.top === other.top && one.width === other.width && one.height === other.height

/** Where two cuttings of the same place differ; null when they do not. */
function changeOf(one: Cutting, other: Cutting): Part | null {
  const { width, height } = one
  let [l, t, r, b] = [width, height, -1, -1]
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (one.alpha[i] === other.alpha[i]) continue
      if (x < l) l = x
      if (x > r) r = x
      if (y < t) t = y
      b = y
    }
  }
  return r < 0 ? null : { left: l, top: t, right: r + 1, bottom: b + 1 }
}

/** How the cutting stands in a frame: frame px per photo px, and the point of the cutting in the frame's middle. */
interface Pose {
  readonly scale: number
  readonly x: number
  readonly y: number
}

/** By how many px the box is not as it should be, and the pose with which it would be, were nothing else to change. */
function amiss({ data, width, height }: ImageValue, pose: Pose, fill: number): { off: number; better: Pose } {
  const { scale, x, y } = pose
  const box = extentOf(data, width, height, 4, 3)
  // A product that fills the frame to its edges is clipped there, so its box says nothing.
  if (!box || fill > 0.99) return { off: 0, better: pose }
  const ratio = fill * Math.min(width / (box.right - box.left), height / (box.bottom - box.top))
  const [right, down] = [(box.left + box.right - width) / 2, (box.top + box.bottom - height) / 2]
  const off = Math.max(Math.abs(ratio - 1) * Math.max(box.right - box.left, box.bottom - box.top), 2 * Math.abs(right), 2 * Math.abs(down))
  return { off, better: { scale: scale * ratio, x: x + right / scale, y: y + down / scale } }
}

/** The pose in the middle of two. */
const between = (one: Pose, other: Pose): Pose => ({
  scale: Math.sqrt(one.scale * other.scale),
  x: (one.x + other.x) / 2,
  y: (one.y + other.y) / 2,
})

/** Rows of the cutting, premultiplied: colours 0 to 255, alpha 0 to 1. */
function rowsOf(photo: ImageValue, cut: Cutting, edge: Edge): RowSource {
  return (y, row) => {
    let any = false
    row.fill(0)
    const at = y * cut.width
    const line = ((cut.top + y) * photo.width + cut.left) * 4
    for (let x = 0; x < cut.width; x++) {
      if (cut.alpha[at + x] !== 255) continue
      any = true
      const p = line + x * 4
      row[x * 4] = photo.data[p] as number
      row[x * 4 + 1] = photo.data[p + 1] as number
      row[x * 4 + 2] = photo.data[p + 2] as number
      row[x * 4 + 3] = 1
    }
    for (let i = edge.rows[y] as number; i < (edge.rows[y + 1] as number); i++) {
      any = true
      const x = edge.x[i] as number
      const a = (cut.alpha[at + x] as number) / 255
      row[x * 4] = (edge.colour[i * 3] as number) * a
      row[x * 4 + 1] = (edge.colour[i * 3 + 1] as number) * a
      row[x * 4 + 2] = (edge.colour[i * 3 + 2] as number) * a
      row[x * 4 + 3] = a
    }
    return any
  }
}

/** The cutting, resampled onto the frame. */
function stand(photo: ImageValue, cut: Cutting, edge: Edge, frame: { width: number; height: number }, { scale, x, y }: Pose): ImageValue {
  const factor = Math.max(1, Math.floor(1 / scale / 3))
  const rows = rowsOf(photo, cut, edge)
  const source = factor > 1 ? boxed(rows, 4, cut.width, cut.height, factor) : rows
  const across = reach(cut.width, frame.width, scale, x - frame.width / 2 / scale)
  const down = reach(cut.height, frame.height, scale, y - frame.height / 2 / scale)
  const data = new Uint8ClampedArray(frame.width * frame.height * 4)
  resample(source, 4, boxedAxis(across.axis, factor), boxedAxis(down.axis, factor), (line, row) =>
    writeStraight(data, ((down.start + line) * frame.width + across.start) * 4, row),
  )
  return { kind: 'image', width: frame.width, height: frame.height, data }
}

/** The part of the frame's axis that the cutting can touch (from `start` on), and how it reads the cutting. */
function reach(from: number, to: number, scale: number, offset: number): { start: number; axis: Axis } {
  const kernel = 2.5 * Math.max(1, scale) + 1
  const start = Math.min(to, Math.max(0, Math.floor(-offset * scale - kernel)))
  const end = Math.max(start, Math.min(to, Math.ceil((from - offset) * scale + kernel)))
  return { start, axis: { from, to: end - start, scale, offset: offset + start / scale, beyond: 'nothing' } }
}

/** Draws a part of the cutting at its own size, its corner at (`left`, `top`) of `placed`, clipped to that: what was there goes. */
function copy(
  photo: ImageValue,
  cut: Cutting,
  edge: Edge,
  part: Part,
  { data, width, height }: ImageValue,
  left: number,
  top: number,
): void {
  const from = Math.max(part.left, -left)
  const to = Math.min(part.right, width - left)
  for (let y = Math.max(part.top, -top); y < Math.min(part.bottom, height - top); y++) {
    const line = ((cut.top + y) * photo.width + cut.left) * 4
    const out = ((top + y) * width + left) * 4
    data.fill(0, out + from * 4, out + to * 4)
    for (let x = from; x < to; x++) {
      const start = x
      while (x < to && cut.alpha[y * cut.width + x] === 255) x++
      if (x > start) data.set(photo.data.subarray(line + start * 4, line + x * 4), out + start * 4)
    }
    for (let i = edge.rows[y] as number; i < (edge.rows[y + 1] as number); i++) {
      const x = edge.x[i] as number
      if (x < from || x >= to) continue
      for (let c = 0; c < 3; c++) data[out + x * 4 + c] = edge.colour[i * 3 + c] as number
      data[out + x * 4 + 3] = cut.alpha[y * cut.width + x] as number
    }
  }
}
