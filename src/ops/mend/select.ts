import type { ImageValue, MaskValue } from '../../core/recipe'
import { grown } from './around'
import { cellOf } from './colours'
import { believe, type Meaning, meaningOf } from './meaning'
import { type Box, type Size, within } from './raster'
import { reachOf, type Stroke, touched } from './stroke'
import { FIXED, levelsOf, OPEN, walk } from './walk'

/** Pixels of the small picture on either side of a new border within which it is drawn anew at full size. */
const RIM = 2
/** How steeply a walk's answer becomes alpha around one half. */
const STEEP = 2.5

/**
 * The matte after a stroke that understands the picture: the whole region that belongs to what the stroke touches
 * changes sides. What it is shows in a small picture (`meaningOf`); along its border the same walk is then taken at
 * the photo's own size. All other alpha stays as it is, bit for bit, and none moves away from the wanted side.
 */
export function select(image: ImageValue, mask: MaskValue, stroke: Stroke): Uint8Array<ArrayBuffer> {
  const out = mask.data.slice()
  const meaning = meaningOf(image, mask, stroke)
  if (!meaning) return out
  const { region, rim } = partsOf(meaning)
  const box = boxOf(region, rim, meaning, image)
  if (!box) return out
  const { width } = image
  const [w, h] = [box.right - box.left, box.bottom - box.top]
  const across = Int32Array.from({ length: w }, (_, x) => Math.floor(((box.left + x + 0.5) * meaning.width) / width))
  const role = new Uint8Array(w * h).fill(FIXED)
  const wanted = new Float32Array(w * h)
  const belief = new Float32Array(w * h)
  const colour = new Uint8ClampedArray(w * h * 4)
  const under = strokeIn(image, stroke, box)
  for (let y = 0, i = 0; y < h; y++) {
    const line = (box.top + y) * width + box.left
    const row = Math.floor(((box.top + y + 0.5) * meaning.height) / image.height) * meaning.width
    colour.set(image.data.subarray(line * 4, (line + w) * 4), y * w * 4)
    for (let x = 0; x < w; x++, i++) {
      const place = row + (across[x] as number)
      const own = mask.data[line + x] as number
      const alpha = (stroke.to === 'keep' ? own : 255 - own) / 255
      if (under[i] || (!rim[place] && region[place])) wanted[i] = 1
      else if (!rim[place] || alpha === 1) wanted[i] = alpha
      else {
        role[i] = OPEN
        const cell = cellOf(colour[i * 4] as number, colour[i * 4 + 1] as number, colour[i * 4 + 2] as number)
        // What was found is believed in at least as firmly as not.
        const firm = region[place] ? Math.max(alpha, 0.5) : alpha
        belief[i] = believe(meaning.likely[cell] as number, firm, meaning.near[place] as number)
        wanted[i] = Math.max(alpha, between(meaning, box.left + x, box.top + y, image))
      }
    }
  }
  walk(levelsOf({ width: w, height: h, colour, role }, 1), belief, wanted, 4)
  for (let y = 0, i = 0; y < h; y++) {
    for (let x = 0, o = (box.top + y) * width + box.left; x < w; x++, i++, o++) {
      const share = role[i] === OPEN ? Math.min(1, Math.max(0, ((wanted[i] as number) - 0.5) * STEEP + 0.5)) : (wanted[i] as number)
      const value = Math.round(share * 255)
      out[o] = stroke.to === 'keep' ? Math.max(out[o] as number, value) : Math.min(out[o] as number, 255 - value)
    }
  }
  return out
}

/** What changes sides for sure or almost (1), and where that is drawn anew: along its border, and where the answer was unsure near by. */
function partsOf(meaning: Meaning): { region: Uint8Array; rim: Uint8Array } {
  const { width, wanted } = meaning
  const region = new Uint8Array(wanted.length)
  for (let i = 0; i < region.length; i++) region[i] = (wanted[i] as number) >= 0.5 ? 1 : 0
  const border = new Uint8Array(region.length)
  for (let i = 0; i < region.length; i++) {
    if ((i + 1) % width !== 0 && region[i] !== region[i + 1]) border[i] = border[i + 1] = 1
    if (i + width < region.length && region[i] !== region[i + width]) border[i] = border[i + width] = 1
  }
  const rim = grown(border, meaning, RIM - 1)
  const around = grown(region, meaning, RIM + 2)
  for (let i = 0; i < rim.length; i++) if (around[i] && (wanted[i] as number) > 0.1 && (wanted[i] as number) < 0.65) rim[i] = 1
  return { region, rim }
}

/** The part of the picture that marked pixels of the small one cover, and a pixel around it; null when none is. */
function boxOf(region: Uint8Array, rim: Uint8Array, { width, height }: Size, full: Size): Box | null {
  let [l, t, r, b] = [width, height, -1, -1]
  for (let i = 0; i < region.length; i++) {
    if (!region[i] && !rim[i]) continue
    const x = i % width
    const y = (i - x) / width
    l = Math.min(l, x)
    r = Math.max(r, x)
    t = Math.min(t, y)
    b = Math.max(b, y)
  }
  const [sx, sy] = [full.width / width, full.height / height]
  return r < 0 ? null : within(full, l * sx - 1, t * sy - 1, (r + 1) * sx + 1, (b + 1) * sy + 1)
}

/** 1 for each pixel of the box under the stroke. */
function strokeIn(image: Size, { points, radius }: Stroke, { left, top, right, bottom }: Box): Uint8Array {
  const out = new Uint8Array((right - left) * (bottom - top))
  const reach = reachOf(points, image, radius * Math.max(image.width, image.height))
  if (!reach) return out
  const all = touched(reach, image)
  for (let y = top, i = 0; y < bottom; y++, i += right - left) out.set(all.subarray(y * image.width + left, y * image.width + right), i)
  return out
}

/** The small picture's answer between the centres of its four pixels nearest to a pixel of the photo. */
function between({ width, height, wanted }: Meaning, x: number, y: number, full: Size): number {
  const u = Math.min(width - 1, Math.max(0, ((x + 0.5) * width) / full.width - 0.5))
  const v = Math.min(height - 1, Math.max(0, ((y + 0.5) * height) / full.height - 0.5))
  const left = Math.floor(u)
  const top = Math.floor(v)
  const right = Math.min(width - 1, left + 1)
  const bottom = Math.min(height - 1, top + 1) * width
  const above = (wanted[top * width + left] as number) * (1 - u + left) + (wanted[top * width + right] as number) * (u - left)
  const below = (wanted[bottom + left] as number) * (1 - u + left) + (wanted[bottom + right] as number) * (u - left)
  return above * (1 - v + top) + below * (v - top)
}
