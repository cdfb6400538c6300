import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EMPTY, grow, leafHash, pathOf, rootAlong, rootOf, treesOf } from './merkle'

const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (two) => Number.parseInt(two, 16))
const hex = (of: Uint8Array) => Buffer.from(of).toString('hex')

/** The tree that the test suites of Certificate Transparency's logs share: each leaf, and the root once it is in. */
const known = [
  ['', '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
  ['00', 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
  ['10', 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
  ['2021', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
  ['3031', '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
  ['40414243', '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
  ['5051525354555657', 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
  ['606162636465666768696a6b6c6d6e6f', '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
] as const

test('gives the root hashes of RFC 6962', async () => {
  expect(hex(await rootOf(EMPTY))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  let tree = EMPTY
  for (const [leaf, root] of known) {
    tree = await grow(tree, await leafHash(bytes(leaf)))
    expect(hex(await rootOf(tree))).toBe(root)
  }
})

test('a path leads from its leaf to the root of RFC 6962, and no other leaf, place, size or path does', async () => {
  const leaves = await Promise.all(known.map(([leaf]) => leafHash(bytes(leaf))))
  for (const [i, [, root]] of known.entries()) {
    for (let n = 0; n <= i; n++) {
      const [before = EMPTY] = await treesOf(leaves, [n])
      const path = await pathOf(before, leaves.slice(n, i + 1))
      const along = async (leaf: number, at: number, size: number, of = path) => {
        const found = await rootAlong(leaves[leaf] as Uint8Array<ArrayBuffer>, at, size, of)
        return found && hex(found)
      }
      expect(await along(n, n, i + 1)).toBe(root)
      expect(await along((n + 1) % known.length, n, i + 1)).not.toBe(root)
      expect(await along(n, i + 1, i + 1)).toBeNull()
      expect(await along(n, n, i + 1, [...path, new Uint8Array(32)])).toBeNull()
      if (i > 0) expect(await along(n, (n + 1) % (i + 1), i + 1)).not.toBe(root)
    }
  }
})

test('so it does in trees of any size', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 70 }), fc.nat(), async (size, at) => {
      const n = at % size
      const leaves = await Promise.all(Array.from({ length: size }, (_, i) => leafHash(Uint8Array.of(i))))
      const [before = EMPTY, all = EMPTY] = await treesOf(leaves, [n, size])
      const path = await pathOf(before, leaves.slice(n))
      expect(await rootAlong(leaves[n] as Uint8Array<ArrayBuffer>, n, size, path)).toEqual(await rootOf(all))
    }),
  )
})
