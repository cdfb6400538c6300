import { type RowSource, resample, whole } from '../../core/resample'
import type { Layer } from './layer'
import { encoded, LIGHT } from './srgb'

/** Radius in px up to which a disc is summed at full size; a larger one is as smooth in a smaller picture. */
const FINE = 12

/** A layer out of focus: premultiplied linear light, averaged over a disc. It grows by `margin` px on all sides, which must hold the disc. */
export function defocused(layer: Layer, circle: number, margin: number): Layer {
  const width = layer.width + 2 * margin
  const height = layer.height + 2 * margin
  const factor = Math.max(1, Math.floor(circle / 2 / FINE))
  const [w, h] = [Math.ceil(width / factor), Math.ceil(height / factor)]
  const light = shrunk(layer, margin, factor, w, h)
  const soft = disc(light, w, h, circle / 2 / factor)
  const data = new Uint8ClampedArray(width * height * 4)
  const rows: RowSource = (y, row) => {
    for (let i = 0; i < w * 4; i++) row[i] = soft[y * w * 4 + i] as number
    return true
  }
  const write = (y: number, row: Float64Array) => {
    for (let i = 0, p = y * width * 4; i < width * 4; i += 4, p += 4) {
      const a = Math.min(1, row[i + 3] as number)
      if (a * 255 < 0.5) continue
      for (let c = 0; c < 3; c++) data[p + c] = encoded((row[i + c] as number) / a)
      data[p + 3] = a * 255
    }
  }
  const axis = (from: number, to: number) => ({ ...whole(from, to), scale: factor })
  resample(rows, 4, axis(w, width), axis(h, height), write)
  return { left: layer.left, top: layer.top, width, height, data }
}

/** Premultiplied linear light of the layer within its margin, means of `factor` x `factor` px. */
function shrunk({ width, height, data }: Layer, margin: number, factor: number, w: number, h: number): Float32Array {
  const out = new Float32Array(w * h * 4)
  const share = 1 / (factor * factor)
  for (let y = 0, p = 0; y < height; y++) {
    const row = Math.floor((y + margin) / factor) * w
    for (let x = 0; x < width; x++, p += 4) {
      const a = ((data[p + 3] as number) / 255) * share
      if (a === 0) continue
      const o = (row + Math.floor((x + margin) / factor)) * 4
      for (let c = 0; c < 3; c++) out[o + c] = (out[o + c] as number) + (LIGHT[data[p + c] as number] as number) * a
      out[o + 3] = (out[o + 3] as number) + a
    }
  }
  return out
}

/** Means over a disc; the ends of its rows count by how much of the pixel they cover. Running sums make each row one step. */
function disc(from: Float32Array, width: number, height: number, radius: number): Float32Array {
  const spans: { down: number; half: number }[] = []
  const reach = Math.ceil(radius)
  let area = 0
  for (let down = -reach; down <= reach; down++) {
    const half = Math.sqrt(Math.max(0, radius * radius - down * down))
    const cover = Math.min(1, Math.max(0, radius + 0.5 - Math.abs(down)))
    if (cover === 0) continue
    spans.push({ down, half: Math.max(half, 0) + (half === 0 ? cover / 2 : 0) })
    area += 2 * (spans.at(-1)?.half ?? 0)
  }
  const out = new Float32Array(from.length)
  const sums = new Float64Array((width + 1) * 4)
  for (let y = 0; y < height; y++) {
    for (let i = 0; i < width * 4; i++) sums[i + 4] = (sums[i] as number) + (from[y * width * 4 + i] as number)
    for (const { down, half } of spans) {
      const to = y + down
      if (to < 0 || to >= height) continue
      for (let x = 0; x < width; x++) {
        const first = Math.max(0, x + 0.5 - half)
        const last = Math.min(width, x + 0.5 + half)
        const [f, l] = [Math.min(width - 1, Math.floor(first)), Math.min(width - 1, Math.floor(last))]
        for (let c = 0, o = (to * width + x) * 4; c < 4; c++, o++) {
          const at = (cell: number, share: number) => {
            const low = sums[cell * 4 + c] as number
            return low + share * ((sums[cell * 4 + 4 + c] as number) - low)
          }
          out[o] = (out[o] as number) + (at(l, last - l) - at(f, first - f)) / area
        }
      }
    }
  }
  return out
}
