import { extentOf } from '../../core/extent'
import type { ImageValue, MaskValue } from '../../core/recipe'
import type { Point } from '../../core/repair'

/** Alpha up to which a pixel shows nothing of the product. */
const FREE = 5
/** Shares of the longer side of image and product: what is so near lies in its shadow, or on its edge; what is so far may lie in other light. */
const [NEAR, FAR] = [0.015, 0.35]
/** Shares of the longer side. */
const SPOT = 0.008

/** Pixels of the ground around the product: where there are too few near it, all there are. */
export function aroundOf(image: ImageValue, mask: MaskValue): Int32Array {
  const { width, height } = image
  const near = Math.ceil(NEAR * Math.max(width, height))
  const closed = widened(mask, near)
  const box = extentOf(mask.data, width, height) ?? { left: 0, top: 0, right: width, bottom: height }
  const far = FAR * Math.max(box.right - box.left, box.bottom - box.top)
  const [all, beside]: [number[], number[]] = [[], []]
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (closed[i] || image.data[i * 4 + 3] !== 255) continue
      all.push(i)
      if (x > box.left - far && x < box.right + far && y > box.top - far && y < box.bottom + far) beside.push(i)
    }
  }
  return Int32Array.from(beside.length < 0.02 * width * height ? all : beside)
}

/** 1 where the product lies within `reach` px, across or down. */
function widened({ data, width, height }: MaskValue, reach: number): Uint8Array {
  const across = new Uint8Array(data.length)
  for (let y = 0; y < height; y++) spread(data, across, y * width, 1, width, reach, FREE)
  const out = new Uint8Array(data.length)
  for (let x = 0; x < width; x++) spread(across, out, x, width, height, reach, 0)
  return out
}

/** Marks, along a line of `count` values, those within `reach` of one above `least`. */
function spread(from: Uint8Array, to: Uint8Array, start: number, step: number, count: number, reach: number, least: number): void {
  let last = -Infinity
  for (let k = 0; k < count + reach; k++) {
    if (k < count && (from[start + k * step] as number) > least) last = k
    // What lies `reach` ahead of a value has been seen when its turn comes.
    const at = k - reach
    if (at >= 0 && last >= at - reach) to[start + at * step] = 1
  }
}

/** The pixels of a small disc around a point; at least one. */
export function spotOf({ width, height }: ImageValue, [x, y]: Point): Int32Array {
  const radius = Math.max(1, SPOT * Math.max(width, height))
  const [cx, cy] = [Math.min(width - 1, Math.max(0, Math.floor(x * width))), Math.min(height - 1, Math.max(0, Math.floor(y * height)))]
  const out: number[] = []
  for (let v = Math.max(0, Math.ceil(cy - radius)); v <= Math.min(height - 1, cy + radius); v++)
    for (let u = Math.max(0, Math.ceil(cx - radius)); u <= Math.min(width - 1, cx + radius); u++)
      if ((u - cx) ** 2 + (v - cy) ** 2 <= radius * radius) out.push(v * width + u)
  return Int32Array.from(out)
}
