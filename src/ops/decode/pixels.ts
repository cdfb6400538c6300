import { TURNS } from '../../core/format/header'

/** 8-bit RGBA, straight alpha, sRGB, in rows from the top. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray<ArrayBuffer>
}

/** Quarter turns clockwise, then a mirror from left to right. */
export interface Turning {
  readonly quarters: 0 | 1 | 2 | 3
  readonly mirrored: boolean
}

const EXIF: readonly Turning[] = TURNS.map(([quarters, mirror]) => ({ quarters, mirrored: mirror === 1 }))

/** What sets a picture upright that was stored with EXIF's `orientation` (1 to 8), and then turns it `quarters` further. */
export function turning(orientation: number, quarters: number): Turning {
  const first = EXIF[orientation - 1] ?? (EXIF[0] as Turning)
  // Behind the mirror a turn to the right is one to the left.
  const turns = (first.quarters + (first.mirrored ? 4 - quarters : quarters)) % 4
  return { quarters: turns as Turning['quarters'], mirrored: first.mirrored }
}

const TILE = 64

/** Turns and mirrors pixels; exact, and nothing is copied when there is nothing to do. */
export function turned(pixels: Pixels, { quarters, mirrored }: Turning): Pixels {
  if (quarters === 0 && !mirrored) return pixels
  const { width: w, height: h } = pixels
  const width = quarters % 2 ? h : w
  const height = quarters % 2 ? w : h
  const from = new Uint32Array(pixels.data.buffer, pixels.data.byteOffset, w * h)
  const to = new Uint32Array(w * h)
  // Where the pixel (x, y) goes: origin + x * alongX + y * alongY.
  let [origin, alongX, alongY] = (
    [
      [0, 1, width],
      [width - 1, width, -1],
      [width * height - 1, -1, -width],
      [(height - 1) * width, -width, 1],
    ] as const
  )[quarters] as [number, number, number]
  if (mirrored) {
    origin += quarters === 0 || quarters === 3 ? width - 1 : 1 - width
    if (quarters % 2) alongY = -alongY
    else alongX = -alongX
  }
  // In tiles, so that both sides of a quarter turn stay in the processor's cache.
  for (let top = 0; top < h; top += TILE)
    for (let left = 0; left < w; left += TILE) {
      const right = Math.min(w, left + TILE)
      const bottom = Math.min(h, top + TILE)
      for (let y = top; y < bottom; y++)
        for (let x = left, i = y * w + left, o = origin + left * alongX + y * alongY; x < right; x++, i++, o += alongX)
          to[o] = from[i] as number
    }
  return { width, height, data: new Uint8ClampedArray(to.buffer) }
}
