import type { ImageValue } from '../../core/recipe'

/** The part of an image in which something is seen. */
export interface Cut {
  readonly left: number
  readonly top: number
  readonly imageData: { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray<ArrayBuffer> }
}

/** An image cut to what is in it, its own bytes where that is all of it; null where nothing is. */
export function cut(image: ImageValue): Cut | null {
  const { width, height, data } = image
  let [left, right, top, bottom] = [width, 0, height, 0]
  for (let y = 0; y < height; y++) {
    const row = y * width * 4 + 3
    let first = 0
    while (first < width && data[row + first * 4] === 0) first++
    if (first === width) continue
    let last = width - 1
    while (data[row + last * 4] === 0) last--
    left = Math.min(left, first)
    right = Math.max(right, last + 1)
    top = Math.min(top, y)
    bottom = y + 1
  }
  if (right === 0) return null
  const [across, down] = [right - left, bottom - top]
  if (across === width && down === height) return { left, top, imageData: image }
  const part = new Uint8ClampedArray(across * down * 4)
  for (let y = 0; y < down; y++) {
    const from = ((top + y) * width + left) * 4
    part.set(data.subarray(from, from + across * 4), y * across * 4)
  }
  return { left, top, imageData: { width: across, height: down, data: part } }
}
