import type { ImageValue } from '../../core/recipe'
import { type Axis, boxed, boxedAxis, premultiplied, resample, writeStraight } from '../../core/resample'
import type { Stand } from '../../core/scene/standing'
import { defocused, marginOf } from './defocus'
import type { Layer, Tile } from './tile'

/**
 * A cutout (straight alpha, edge colours its own) as it stands in the frame, the part within `tile`; its corner is given in px of the tile. At its own size on whole pixels the
 * bytes are the cutout's. `circle`: diameter in px of the circle that its points are blurred to; up to one pixel it is sharp.
 */
export function layerOf(cutout: ImageValue, stand: Stand, tile: Tile, circle = 0): Layer {
  if (circle <= 1) return sharp(cutout, stand, tile)
  const margin = marginOf(circle)
  const wide = { left: tile.left - margin, top: tile.top - margin, width: tile.width + 2 * margin, height: tile.height + 2 * margin }
  const found = sharp(cutout, stand, wide)
  if (found.data.length === 0) return found
  const soft = defocused({ ...found, left: found.left + wide.left, top: found.top + wide.top }, circle)
  return cropped({ ...soft, left: soft.left - tile.left, top: soft.top - tile.top }, tile)
}

function sharp(cutout: ImageValue, stand: Stand, tile: Tile): Layer {
  const x = reach(cutout.width, tile.left, tile.width, stand.left, stand.across)
  const y = reach(cutout.height, tile.top, tile.height, stand.top, stand.down)
  const layer = { left: x.start, top: y.start, width: x.axis.to, height: y.axis.to }
  const data = new Uint8ClampedArray(layer.width * layer.height * 4)
  if (data.length === 0) return { ...layer, data }
  const whole = Number.isInteger(stand.left) && Number.isInteger(stand.top)
  if (stand.across === 1 && stand.down === 1 && whole) {
    const first = layer.left + tile.left - stand.left
    for (let j = 0; j < layer.height; j++) {
      const row = (layer.top + tile.top - stand.top + j) * cutout.width
      if (stand.mirrored) {
        for (let i = 0; i < layer.width; i++) {
          const p = (row + cutout.width - 1 - first - i) * 4
          data.set(cutout.data.subarray(p, p + 4), (j * layer.width + i) * 4)
        }
      } else data.set(cutout.data.subarray((row + first) * 4, (row + first + layer.width) * 4), j * layer.width * 4)
    }
    return { ...layer, data }
  }
  const factor = Math.max(1, Math.floor(1 / Math.max(stand.across, stand.down) / 3))
  const rows = premultiplied(cutout, stand.mirrored)
  const source = factor > 1 ? boxed(rows, 4, cutout.width, cutout.height, factor) : rows
  resample(source, 4, boxedAxis(x.axis, factor), boxedAxis(y.axis, factor), (line, row) => writeStraight(data, line * layer.width * 4, row))
  return { ...layer, data }
}

/** The pixels of an axis of the tile that the photo can touch (from `start` on), and how they read it. `origin`: frame px of the photo's edge. */
function reach(from: number, edge: number, length: number, origin: number, scale: number): { start: number; axis: Axis } {
  const exact = scale === 1 && Number.isInteger(origin)
  const kernel = exact ? 0 : 2.5 * Math.max(1, scale) + 1
  const start = Math.min(length, Math.max(0, Math.floor(origin - edge - kernel)))
  const end = Math.max(start, Math.min(length, Math.ceil(origin - edge + from * scale + kernel)))
  return { start, axis: { from, to: end - start, scale, offset: (edge + start - origin) / scale, beyond: 'nothing' } }
}

/** The part of a layer that lies in its tile. */
function cropped({ left, top, width, height, data }: Layer, tile: Tile): Layer {
  const [l, t] = [Math.max(0, left), Math.max(0, top)]
  const [w, h] = [Math.max(0, Math.min(tile.width, left + width) - l), Math.max(0, Math.min(tile.height, top + height) - t)]
  const out = new Uint8ClampedArray(w * h * 4)
  for (let y = 0; y < h; y++) {
    const p = ((t - top + y) * width + l - left) * 4
    out.set(data.subarray(p, p + w * 4), y * w * 4)
  }
  return { left: l, top: t, width: w, height: h, data: out }
}
