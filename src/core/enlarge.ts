import type { MaskValue } from './recipe'

interface Size {
  readonly width: number
  readonly height: number
}

/** A part of the photo, in its pixels, and the alpha there (row by row). */
export interface Cutting {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly alpha: Uint8ClampedArray
}

/**
 * The alpha at the photo's own resolution, for the part of the photo where there is any; null when there is none. The
 * mask is enlarged with Catmull-Rom, clamped to 0 and 255 (so that no ring shows on either side of an edge), made smaller
 * with the same kernel stretched.
 */
export function alphaAt(mask: MaskValue, photo: Size): Cutting | null {
  const part = supportOf(mask, photo)
  if (!part) return null
  const { left, top, width, height } = part
  const alpha = new Uint8ClampedArray(width * height)
  if (mask.width === photo.width && mask.height === photo.height) {
    for (let y = 0; y < height; y++) {
      const at = (top + y) * mask.width + left
      alpha.set(mask.data.subarray(at, at + width), y * width)
    }
    return { left, top, width, height, alpha }
  }
  const across = taps(mask.width, photo.width, left, width)
  const down = taps(mask.height, photo.height, top, height)
  const lines = Array.from({ length: down.size }, () => new Float64Array(width))
  const sum = new Float64Array(width)
  let read = 0
  for (let y = 0; y < height; y++) {
    const first = down.first[y] as number
    for (read = Math.max(read, first); read < first + down.size; read++) lay(mask, read, across, lines[read % down.size] as Float64Array)
    for (let k = 0; k < down.size; k++) {
      const w = down.weights[y * down.size + k] as number
      const line = lines[(first + k) % down.size] as Float64Array
      if (k === 0) for (let x = 0; x < width; x++) sum[x] = w * (line[x] as number)
      else for (let x = 0; x < width; x++) sum[x] = (sum[x] as number) + w * (line[x] as number)
    }
    alpha.set(sum, y * width)
  }
  return { left, top, width, height, alpha }
}

/** The whole mask at another size, row by row: see `alphaAt`. */
export function enlarge(mask: MaskValue, width: number, height: number): Uint8Array<ArrayBuffer> {
  if (mask.width === width && mask.height === height) return mask.data.slice()
  const out = new Uint8Array(width * height)
  const cut = alphaAt(mask, { width, height })
  if (!cut) return out
  for (let y = 0; y < cut.height; y++) {
    out.set(cut.alpha.subarray(y * cut.width, (y + 1) * cut.width), (cut.top + y) * width + cut.left)
  }
  return out
}

/** Where the enlarged mask can be above 0: its own support and two mask pixels around it. */
function supportOf(mask: MaskValue, photo: Size): Omit<Cutting, 'alpha'> | null {
  let [l, t, r, b] = [mask.width, mask.height, -1, -1]
  for (let y = 0, i = 0; y < mask.height; y++) {
    for (let x = 0; x < mask.width; x++, i++) {
      if (mask.data[i] === 0) continue
      if (x < l) l = x
      if (x > r) r = x
      if (y < t) t = y
      b = y
    }
  }
  if (r < 0) return null
  const sx = photo.width / mask.width
  const sy = photo.height / mask.height
  const left = Math.max(0, Math.floor((l - 2) * sx))
  const top = Math.max(0, Math.floor((t - 2) * sy))
  const width = Math.min(photo.width, Math.ceil((r + 3) * sx)) - left
  const height = Math.min(photo.height, Math.ceil((b + 3) * sy)) - top
  return { left, top, width, height }
}

interface Taps {
  readonly first: Int32Array
  readonly size: number
  readonly weights: Float64Array
}

/** `size` neighbouring mask pixels for each of `count` photo pixels from `start` on; what lies outside repeats the edge. */
function taps(from: number, to: number, start: number, count: number): Taps {
  const scale = to / from
  const stretch = Math.max(1, 1 / scale)
  const size = Math.min(from, scale === 1 ? 1 : Math.ceil(4 * stretch))
  const first = new Int32Array(count)
  const weights = new Float64Array(count * size)
  for (let i = 0; i < count; i++) {
    const centre = (start + i + 0.5) / scale - 0.5
    const low = Math.ceil(centre - 2 * stretch)
    const at = Math.min(Math.max(0, scale === 1 ? start + i : low), from - size)
    first[i] = at
    let sum = 0
    for (let j = low; j <= low + Math.ceil(4 * stretch); j++) {
      const k = Math.min(size - 1, Math.max(0, j - at)) + i * size
      const w = catmullRom((j - centre) / stretch)
      weights[k] = (weights[k] as number) + w
      sum += w
    }
    for (let k = i * size; k < (i + 1) * size; k++) weights[k] = (weights[k] as number) / sum
  }
  return { first, size, weights }
}

function catmullRom(x: number): number {
  const d = Math.abs(x)
  if (d >= 2) return 0
  return d >= 1 ? ((2.5 - 0.5 * d) * d - 4) * d + 2 : (1.5 * d - 2.5) * d * d + 1
}

function lay(mask: MaskValue, y: number, { first, size, weights }: Taps, line: Float64Array): void {
  const row = mask.data.subarray(y * mask.width, (y + 1) * mask.width)
  for (let i = 0; i < line.length; i++) {
    let sum = 0
    const at = first[i] as number
    for (let k = 0; k < size; k++) sum += (weights[i * size + k] as number) * (row[at + k] as number)
    line[i] = sum
  }
}
