/**
 * Points of the unit square, the same ones for everybody: Owen-scrambled Sobol points by hashing (Burley, "Practical Hash-based Owen
 * Scrambling", JCGT 9, 2020). Any first 2^n points are a stratified set; sequences of different seeds know nothing of one another.
 */
export function point(index: number, seed: number): [number, number] {
  const i = scrambled(index >>> 0, hash(seed))
  return [scrambled(reversed(i), hash(seed + 0x51633e2d)) / 2 ** 32, scrambled(sobol(i), hash(seed + 0x68bc21eb)) / 2 ** 32]
}

/** The same, moved round so that the first point is the middle: what is shown after one sample is the sharp picture. */
export function centred(index: number, seed: number): [number, number] {
  const [x, y] = point(index, seed)
  const [x0, y0] = point(0, seed)
  return [(x - x0 + 1.5) % 1, (y - y0 + 1.5) % 1]
}

/** Second dimension of Sobol's sequence. */
function sobol(index: number): number {
  let direction = 0x80000000
  let x = 0
  for (let i = index; i; i >>>= 1) {
    if (i & 1) x ^= direction
    direction = (direction ^ (direction >>> 1)) >>> 0
  }
  return x >>> 0
}

function reversed(bits: number): number {
  let x = bits
  x = ((x & 0x55555555) << 1) | ((x >>> 1) & 0x55555555)
  x = ((x & 0x33333333) << 2) | ((x >>> 2) & 0x33333333)
  x = ((x & 0x0f0f0f0f) << 4) | ((x >>> 4) & 0x0f0f0f0f)
  x = ((x & 0x00ff00ff) << 8) | ((x >>> 8) & 0x00ff00ff)
  return ((x << 16) | (x >>> 16)) >>> 0
}

/** Owen's scrambling in base 2: every bit is flipped, or not, by what stands above it. */
function scrambled(bits: number, seed: number): number {
  let x = reversed(bits)
  x = (x + seed) | 0
  x ^= Math.imul(x, 0x6c50b47c)
  x ^= Math.imul(x, 0xb82f1e52)
  x ^= Math.imul(x, 0xc7afe638)
  x ^= Math.imul(x, 0x8d22f6e6)
  return reversed(x >>> 0)
}

function hash(seed: number): number {
  let x = (seed + 0x9e3779b9) | 0
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad)
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97)
  return (x ^ (x >>> 15)) >>> 0
}

/** Onto the unit disc, areas kept in proportion (Shirley and Chiu, 1997): neighbours stay neighbours. */
export function onDisc([u, v]: readonly [number, number]): [number, number] {
  const [a, b] = [2 * u - 1, 2 * v - 1]
  if (a === 0 && b === 0) return [0, 0]
  const [r, phi] = Math.abs(a) > Math.abs(b) ? [a, (Math.PI / 4) * (b / a)] : [b, Math.PI / 2 - (Math.PI / 4) * (a / b)]
  return [r * Math.cos(phi), r * Math.sin(phi)]
}

/** A tent two pixels wide about 0: the filter of the picture's pixels. */
export const tent = (u: number): number => (u < 0.5 ? Math.sqrt(2 * u) - 1 : 1 - Math.sqrt(2 - 2 * u))
