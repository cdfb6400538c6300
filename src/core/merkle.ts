// Merkle tree hashes as in RFC 6962, section 2.1 (the ones of Certificate Transparency), over SHA-256.

import { joined } from './bytes'
import { shortSha256 } from './digest'

/** A tree of `size` leaves, as the hashes of the perfect trees that it consists of, largest first: one for each bit of `size`. */
export interface Tree {
  readonly size: number
  readonly peaks: readonly Uint8Array<ArrayBuffer>[]
}

export const EMPTY: Tree = { size: 0, peaks: [] }

const hashOf = (prefix: 0 | 1, ...parts: readonly Uint8Array[]): Promise<Uint8Array<ArrayBuffer>> =>
  shortSha256(joined(Uint8Array.of(prefix), ...parts))

/** The hash of a leaf, which may be any bytes. */
export const leafHash = (leaf: Uint8Array): Promise<Uint8Array<ArrayBuffer>> => hashOf(0, leaf)

/** The tree with one leaf more, given by its hash. */
export async function grow({ size, peaks }: Tree, leaf: Uint8Array<ArrayBuffer>): Promise<Tree> {
  const kept = [...peaks]
  let last = leaf
  for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) last = await hashOf(1, kept.pop() as Uint8Array, last)
  return { size: size + 1, peaks: [...kept, last] }
}

/**
 * The trees over the first `size` of these leaves (given by their hashes), for each of `sizes`, none of which may be
 * larger than there are leaves. Hashes all pairs of a level at once: many times as fast as growing one tree.
 */
export async function treesOf(leaves: readonly Uint8Array<ArrayBuffer>[], sizes: readonly number[]): Promise<Tree[]> {
  const levels = [leaves]
  for (let below = leaves; below.length > 1; ) {
    const pairs = Array.from({ length: Math.floor(below.length / 2) }, (_, i) => [below[2 * i], below[2 * i + 1]] as const)
    below = await inBatches(pairs, ([left, right]) => hashOf(1, left as Uint8Array, right as Uint8Array))
    levels.push(below)
  }
  return sizes.map((size) => {
    const peaks: Uint8Array<ArrayBuffer>[] = []
    let done = 0
    for (let level = levels.length - 1; level >= 0; level--) {
      const width = 2 ** level
      if (size - done < width) continue
      peaks.push(levels[level]?.[done / width] as Uint8Array<ArrayBuffer>)
      done += width
    }
    return { size, peaks }
  })
}

/** Digests under way at once: more would hold the lines of a long ledger in memory twice. */
const AT_ONCE = 2000

/** Does asynchronous work for each item, many at once but not all. Results in the items' order. */
export async function inBatches<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const out: R[] = []
  for (let at = 0; at < items.length; at += AT_ONCE)
    for (const one of await Promise.all(items.slice(at, at + AT_ONCE).map(work))) out.push(one)
  return out
}

/** The tree's root hash, 32 bytes; of an empty tree, the hash of nothing. */
export async function rootOf({ peaks }: Tree): Promise<Uint8Array<ArrayBuffer>> {
  let root = peaks.at(-1)
  if (!root) return new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array()))
  for (const peak of peaks.slice(0, -1).reverse()) root = await hashOf(1, peak, root)
  return root
}

/**
 * What proves that a leaf is in a tree (RFC 6962, section 2.1.1): the hashes of the subtrees beside its way up, lowest first. The leaf
 * is the first of `leaves` (given by their hashes), which are all that the tree holds behind `before`.
 */
export async function pathOf(before: Tree, leaves: readonly Uint8Array<ArrayBuffer>[]): Promise<Uint8Array<ArrayBuffer>[]> {
  // Whole subtrees to the leaf's left are peaks of the tree before it, met in their order on the way down.
  let [peak, from, to] = [0, 0, before.size + leaves.length]
  const path: Promise<Uint8Array<ArrayBuffer>>[] = []
  while (to - from > 1) {
    const middle = from + halfOf(to - from)
    if (before.size < middle) {
      const right = leaves.slice(middle - before.size, to - before.size)
      path.unshift(treesOf(right, [right.length]).then(([tree]) => rootOf(tree ?? EMPTY)))
      to = middle
    } else {
      path.unshift(Promise.resolve(before.peaks[peak++] as Uint8Array<ArrayBuffer>))
      from = middle
    }
  }
  return await Promise.all(path)
}

/** The root of the tree of `size` leaves in which such a path leads up from leaf `n` (RFC 6962); null when it cannot. */
export async function rootAlong(
  leaf: Uint8Array<ArrayBuffer>,
  n: number,
  size: number,
  path: readonly Uint8Array[],
): Promise<Uint8Array<ArrayBuffer> | null> {
  const sides: boolean[] = []
  let [from, to] = [0, size]
  while (to - from > 1) {
    const middle = from + halfOf(to - from)
    sides.unshift(n < middle)
    if (n < middle) to = middle
    else from = middle
  }
  if (sides.length !== path.length || n < 0 || n >= size) return null
  let root = leaf
  for (const [i, beside] of path.entries()) root = sides[i] ? await hashOf(1, root, beside) : await hashOf(1, beside, root)
  return root
}

/** The largest power of two below `n`, which is 2 or more: where RFC 6962 splits a tree. */
function halfOf(n: number): number {
  let half = 1
  while (half * 2 < n) half *= 2
  return half
}
