import { doubtOf } from '../../core/doubt'
import { enlarge } from '../../core/enlarge'
import type { Network } from '../../core/network'
import type { ImageValue, MaskValue, RunContext } from '../../core/recipe'
import { stretch } from './stretch'

/** A part of a photo, in its px. */
export interface Window {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** What one run of a network said of the photo, and how unsure it was: the mean of `a (1 - a)` over what it found, 0 to 0.25. */
export interface Seen {
  readonly mask: MaskValue
  readonly doubt: number
}

export interface Stand {
  /** What the photo's whole side takes up of the network's side; less than 1 = from farther away, the photo's rim repeated around it. */
  readonly share?: number
  /** Left and right exchanged: a network's faults are seldom symmetrical. */
  readonly mirrored?: boolean
}

/**
 * Runs the network on a photo and returns its alpha for the whole of it. See-through pixels stand on a backdrop of the
 * network's mean; what the photo already leaves out stays out: its own alpha multiplies the network's. Throws when the
 * network's answer has another shape.
 */
export async function look(image: ImageValue, model: string, input: Network['input'], ctx: RunContext, stand: Stand = {}): Promise<Seen> {
  const { side } = input
  const { share = 1, mirrored = false } = stand
  const inner = Math.round(side * share)
  const { planes, alpha } = stretch(image, { ...input, side: inner }, ctx.signal)
  const rim = Math.floor((side - inner) / 2)
  const data = share === 1 && !mirrored ? planes : arranged(planes, inner, side, rim, mirrored)
  const { data: found } = await ctx.infer(model, { data, shape: [1, 3, side, side] })
  if (found.length !== side * side) throw new RangeError(`${model} gave ${found.length} values for ${side} x ${side}`)
  const mask = new Uint8Array(inner * inner)
  for (let y = 0, i = 0; y < inner; y++) {
    for (let x = 0; x < inner; x++, i++) {
      const a = found[(y + rim) * side + (mirrored ? side - 1 - x - rim : x + rim)] as number
      mask[i] = Math.max(0, Math.min(255, 255 * a * (alpha ? (alpha[i] as number) : 1) + 0.5))
    }
  }
  return { mask: { kind: 'mask', width: inner, height: inner, data: mask }, doubt: doubtOf(mask) }
}

/** Planes of `inner` x `inner` in the middle of larger ones, their rim repeated outward, mirrored when wanted. */
function arranged(planes: Float32Array, inner: number, side: number, rim: number, mirrored: boolean): Float32Array<ArrayBuffer> {
  const out = new Float32Array(3 * side * side)
  const clamped = (i: number) => Math.min(inner - 1, Math.max(0, i - rim))
  for (let c = 0, o = 0; c < 3; c++) {
    for (let y = 0; y < side; y++) {
      const row = c * inner * inner + clamped(y) * inner
      for (let x = 0; x < side; x++, o++) out[o] = planes[row + clamped(mirrored ? side - 1 - x : x)] as number
    }
  }
  return out
}

/** The part of an image, a copy. */
export function cropped({ data, width }: ImageValue, window: Window): ImageValue {
  const out = new Uint8ClampedArray(window.width * window.height * 4)
  for (let y = 0; y < window.height; y++) {
    const at = ((window.top + y) * width + window.left) * 4
    out.set(data.subarray(at, at + window.width * 4), y * window.width * 4)
  }
  return { kind: 'image', width: window.width, height: window.height, data: out }
}

/** A mask of the window, put in its place on a mask of the whole photo of `width` x `height` samples, nothing around it. */
export function inPlace(mask: MaskValue, window: Window, photo: ImageValue, width: number, height: number): MaskValue {
  const at = (px: number, of: number, to: number) => Math.round((px * to) / of)
  const [left, top] = [at(window.left, photo.width, width), at(window.top, photo.height, height)]
  const w = Math.max(1, at(window.left + window.width, photo.width, width) - left)
  const h = Math.max(1, at(window.top + window.height, photo.height, height) - top)
  const part = enlarge(mask, w, h)
  const data = new Uint8Array(width * height)
  for (let y = 0; y < h; y++) data.set(part.subarray(y * w, (y + 1) * w), (top + y) * width + left)
  return { kind: 'mask', width, height, data }
}
