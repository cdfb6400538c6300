import type { Size } from './raster'

/** For each pixel about how far the nearest marked one (1) is, in px: steps of 1 straight and 1.4 across, in two passes. */
export function distanceFrom(marked: Uint8Array, { width, height }: Size): Float32Array {
  // A pixel of margin on all sides spares the passes four questions a pixel.
  const line = width + 2
  const away = new Float32Array(line * (height + 2)).fill(width + height)
  for (let y = 0, i = 0; y < height; y++) for (let x = 0; x < width; x++, i++) if (marked[i]) away[(y + 1) * line + x + 1] = 0
  const lower = (i: number, step: number) => {
    const beside = Math.min((away[i - step] as number) + 1, (away[i - step * line] as number) + 1)
    const across = Math.min(away[i - step * (line - 1)] as number, away[i - step * (line + 1)] as number) + 1.4
    away[i] = Math.min(away[i] as number, beside, across)
  }
  for (let y = 1; y <= height; y++) for (let i = y * line + 1; i <= y * line + width; i++) lower(i, 1)
  for (let y = height; y >= 1; y--) for (let i = y * line + width; i >= y * line + 1; i--) lower(i, -1)
  const out = new Float32Array(width * height)
  for (let y = 0; y < height; y++) out.set(away.subarray((y + 1) * line + 1, (y + 1) * line + 1 + width), y * width)
  return out
}

/** The pixels of `inside` (1) that ways lead to from the seeds, across gaps of up to `bridge` px. */
export function reachedFrom(seeds: Uint8Array, inside: Uint8Array, size: Size, bridge: number): Uint8Array {
  const { width } = size
  const near = grown(inside, size, bridge >> 1)
  const reached = new Uint8Array(near.length)
  const stack = new Int32Array(near.length)
  let count = 0
  const visit = (i: number) => {
    reached[i] = 1
    stack[count++] = i
  }
  for (let i = 0; i < seeds.length; i++) if (seeds[i]) visit(i)
  while (count > 0) {
    const i = stack[--count] as number
    const x = i % width
    if (x > 0 && near[i - 1] && !reached[i - 1]) visit(i - 1)
    if (x < width - 1 && near[i + 1] && !reached[i + 1]) visit(i + 1)
    if (i >= width && near[i - width] && !reached[i - width]) visit(i - width)
    if (i + width < near.length && near[i + width] && !reached[i + width]) visit(i + width)
  }
  for (let i = 0; i < reached.length; i++) if (!inside[i]) reached[i] = 0
  return reached
}

/** The marked pixels (1) and those beside them, `steps` times over. */
export function grown(marked: Uint8Array, { width, height }: Size, steps: number): Uint8Array {
  let now = marked
  for (let step = 0; step < steps; step++) {
    const next = now.slice()
    for (let y = 0, i = 0; y < height; y++) {
      for (let x = 0; x < width; x++, i++) {
        if (!now[i]) continue
        if (x > 0) next[i - 1] = 1
        if (x < width - 1) next[i + 1] = 1
        if (y > 0) next[i - width] = 1
        if (y < height - 1) next[i + width] = 1
      }
    }
    now = next
  }
  return now
}
