import { hash3 } from './noise.mjs'

function reverseBits(x) {
  x = ((x >>> 1) & 0x55555555) | ((x & 0x55555555) << 1)
  x = ((x >>> 2) & 0x33333333) | ((x & 0x33333333) << 2)
  x = ((x >>> 4) & 0x0f0f0f0f) | ((x & 0x0f0f0f0f) << 4)
  x = ((x >>> 8) & 0x00ff00ff) | ((x & 0x00ff00ff) << 8)
  return ((x >>> 16) | (x << 16)) >>> 0
}

/** Owen scrambling by hashing (Burley, "Practical Hash-based Owen Scrambling", 2020), on bit-reversed numbers. */
function scrambleReversed(x, seed) {
  x = (x + seed) | 0
  x ^= Math.imul(x, 0x6c50b47c)
  x ^= Math.imul(x, 0xb82f1e52)
  x ^= Math.imul(x, 0xc7afe638)
  x ^= Math.imul(x, 0x8d22f6e6)
  return x
}

/** Well spread points of the unit square: `begin` per pixel sample, then one `pair` after the other; each leaves its point in x and y. */
export class Spread {
  x = 0
  y = 0
  #seed = 0
  #index = 0
  #pair = 0

  begin(px, py, index) {
    this.#seed = (hash3(px, py, 0x9e37) * 4294967296) | 0
    this.#index = index
    this.#pair = 0
  }

  pair() {
    const seed = (hash3(this.#seed, this.#pair++, 0x2545) * 4294967296) | 0
    // 256 points are plenty; the shuffle keeps every block of a power of two together, so the low bits stay a permutation.
    const i = reverseBits(scrambleReversed(reverseBits(this.#index), seed)) & 255
    // First dimension: bit reversal of the index; second: the Sobol matrix of x + 1. Both come out bit-reversed for the scramble.
    let sobol = 0
    let column = 1 << 31
    for (let rest = i; rest !== 0; rest >>>= 1) {
      if (rest & 1) sobol ^= column
      column ^= column >>> 1
    }
    this.x = reverseBits(scrambleReversed(i, Math.imul(seed, 0x3c6ef35f))) / 4294967296
    this.y = reverseBits(scrambleReversed(reverseBits(sobol), Math.imul(seed, 0x1b873593))) / 4294967296
  }
}
