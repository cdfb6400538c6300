/** Hash of three integers to 0..1; the only source of "chance" in the sample renderer, so a run always gives the same picture. */
export function hash3(x, y, z) {
  let h = Math.imul(x, 0x8da6b343) ^ Math.imul(y, 0xd8163841) ^ Math.imul(z, 0xcb1ab31f)
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39)
  return ((h ^ (h >>> 15)) >>> 0) / 4294967296
}

const fade = (t) => t * t * t * (t * (t * 6 - 15) + 10)

/** Value noise, -1..1, one cell per unit. */
export function noise(x, y, z) {
  const xi = Math.floor(x)
  const yi = Math.floor(y)
  const zi = Math.floor(z)
  const u = fade(x - xi)
  const v = fade(y - yi)
  const w = fade(z - zi)
  const a = hash3(xi, yi, zi) * (1 - u) + hash3(xi + 1, yi, zi) * u
  const b = hash3(xi, yi + 1, zi) * (1 - u) + hash3(xi + 1, yi + 1, zi) * u
  const c = hash3(xi, yi, zi + 1) * (1 - u) + hash3(xi + 1, yi, zi + 1) * u
  const d = hash3(xi, yi + 1, zi + 1) * (1 - u) + hash3(xi + 1, yi + 1, zi + 1) * u
  return ((a * (1 - v) + b * v) * (1 - w) + (c * (1 - v) + d * v) * w) * 2 - 1
}

/** Sum of `octaves` noises, each twice as fine and half as strong; about -1..1. */
export function fbm(x, y, z, octaves) {
  let sum = 0
  let gain = 0.5
  for (let i = 0; i < octaves; i++) {
    sum += gain * noise(x, y, z)
    x = x * 2.03 + 17.1
    y = y * 2.03 + 5.3
    z = z * 2.03 + 11.7
    gain *= 0.5
  }
  return sum
}

/** 0 below `a`, 1 above `b`, smooth between. */
export function smoothstep(a, b, x) {
  const t = Math.min(1, Math.max(0, (x - a) / (b - a)))
  return t * t * (3 - 2 * t)
}

export const mix = (a, b, t) => a + (b - a) * t

/** A repeatable stream of numbers 0..1 from a whole-number seed. */
export function stream(seed) {
  let i = 0
  return () => hash3(seed, i++, 0x51ed)
}
