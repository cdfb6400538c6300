/**
 * Evenly spread numbers in [0, 1), the same for the same seed everywhere: mulberry32 (Tommy Ettinger's, public domain).
 * For what a document's seed decides; nothing secret may come from it.
 */
export function seeded(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let bits = Math.imul(state ^ (state >>> 15), state | 1)
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61)
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }
}
