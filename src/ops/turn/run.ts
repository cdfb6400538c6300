import type { Runner } from '../../core/recipe'
import type { turn } from './index'

export const run: Runner<typeof turn> = async ({ mask }, { quarters }) => {
  const { width: w, height: h, data } = mask
  if (quarters === 0) return mask
  const width = quarters % 2 ? h : w
  const height = quarters % 2 ? w : h
  const out = new Uint8Array(data.length)
  // Where the pixel (x, y) goes: origin + x * alongX + y * alongY in the turned matte.
  const [origin, alongX, alongY] =
    quarters === 1 ? [width - 1, width, -1] : quarters === 2 ? [width * height - 1, -1, -width] : [(height - 1) * width, -width, 1]
  for (let y = 0, i = 0; y < h; y++) for (let x = 0, to = origin + y * alongY; x < w; x++, i++, to += alongX) out[to] = data[i] as number
  return { kind: 'mask', width, height, data: out }
}
