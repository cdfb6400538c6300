/** A product's bounding box in px of its raster, edges between pixels: a lone pixel (3, 5) gives 3, 5, 4, 6. */
export interface Extent {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/**
 * Where a plane of 8-bit alpha (`data[at + i * stride]` is pixel i) reaches one half, to a fraction of a pixel: each
 * edge lies where the line between the two pixels' highest alphas crosses 127.5. Null when no pixel reaches 128.
 */
export function extentOf(data: Uint8Array | Uint8ClampedArray, width: number, height: number, stride = 1, at = 0): Extent | null {
  const columns = new Uint8Array(width)
  const rows = new Uint8Array(height)
  for (let y = 0, p = at; y < height; y++) {
    let high = 0
    for (let x = 0; x < width; x++, p += stride) {
      const a = data[p] as number
      if (a === 0) continue
      if (a > high) high = a
      if (a > (columns[x] as number)) columns[x] = a
    }
    rows[y] = high
  }
  const across = spanOf(columns)
  const down = spanOf(rows)
  return across && down ? { left: across[0], right: across[1], top: down[0], bottom: down[1] } : null
}

function spanOf(profile: Uint8Array): [number, number] | null {
  let first = 0
  while (first < profile.length && (profile[first] as number) < 128) first++
  if (first === profile.length) return null
  let last = profile.length - 1
  while ((profile[last] as number) < 128) last--
  return [
    first === 0 ? 0 : first + 0.5 - crossing(profile[first] as number, profile[first - 1] as number),
    last === profile.length - 1 ? profile.length : last + 0.5 + crossing(profile[last] as number, profile[last + 1] as number),
  ]
}

/** Way from an inner pixel's centre to where alpha has fallen to one half, in px: 0 to 1. */
const crossing = (inner: number, outer: number) => (inner - 127.5) / (inner - outer)
