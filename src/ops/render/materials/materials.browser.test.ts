import { WebGLRenderer } from 'three'
import { afterAll, expect, it } from 'vitest'
import { natureOf } from '../../../core/scene/material-nature'
import { Material, MaterialKind } from '../../../core/scene/materials'
import { bakeTile } from './bake'
import { materialOf, patterns } from './index'

const SIZE = 64
const renderer = new WebGLRenderer({ canvas: new OffscreenCanvas(8, 8) })
afterAll(() => renderer.dispose())

/** Colour, gloss and normals of a tile as RGBA bytes. */
function baked(kind: MaterialKind, more: object = {}): [Uint8Array, Uint8Array, Uint8Array] {
  const material = Material.parse({ kind, ...more })
  const { target } = bakeTile(patterns[kind], { ...natureOf(material), seed: material.seed }, { renderer, size: SIZE })
  const planes = [0, 1, 2].map((i) => {
    const bytes = new Uint8Array(SIZE * SIZE * 4)
    renderer.readRenderTargetPixels(target, 0, 0, SIZE, SIZE, bytes, undefined, i)
    return bytes
  })
  target.dispose()
  return planes as [Uint8Array, Uint8Array, Uint8Array]
}

const plain = new Set<MaterialKind>(['acrylic', 'glass', 'mirror'])
const spread = (bytes: Uint8Array) => {
  const greens = bytes.filter((_, i) => i % 4 === 1)
  const mean = greens.reduce((sum, v) => sum + v, 0) / greens.length
  return Math.sqrt(greens.reduce((sum, v) => sum + (v - mean) ** 2, 0) / greens.length)
}
/** How far two columns (or rows) of a tile are apart on average. */
const apart = (bytes: Uint8Array, a: number, b: number, down: boolean) => {
  let sum = 0
  for (let i = 0; i < SIZE; i++) {
    for (let c = 0; c < 3; c++) {
      const at = (k: number) => (down ? k * SIZE + i : i * SIZE + k) * 4 + c
      sum += Math.abs((bytes[at(a)] ?? 0) - (bytes[at(b)] ?? 0))
    }
  }
  return sum / SIZE / 3
}

it.each(MaterialKind.options)('%s has a pattern that repeats without a seam and follows its seed', (kind) => {
  const first = baked(kind)
  expect(baked(kind)).toEqual(first)
  if (plain.has(kind)) {
    expect(spread(first[0])).toBe(0)
    return
  }
  expect(spread(first[0]) + spread(first[1]) + spread(first[2])).toBeGreaterThan(0.5)
  expect(baked(kind, { seed: 5 })).not.toEqual(first)
  for (const plane of first) {
    for (const down of [false, true]) {
      const usual = Array.from({ length: SIZE - 1 }, (_, i) => apart(plane, i, i + 1, down)).sort((x, y) => x - y)
      // A joint may lie at the edge, as it may elsewhere: no step there is larger than those inside.
      expect(apart(plane, SIZE - 1, 0, down)).toBeLessThan((usual.at(-1) ?? 0) * 1.35 + 1)
    }
  }
})

it('keeps to the colour that was asked for', () => {
  const means = (bytes: Uint8Array) =>
    [0, 1, 2].map((c) => bytes.filter((_, i) => i % 4 === c).reduce((sum, v) => sum + v, 0) / SIZE / SIZE)
  const [r, g, b] = means(baked('paper', { colour: [40, 120, 200] })[0])
  expect(r).toBeCloseTo(40, -1)
  expect(g).toBeCloseTo(120, -1)
  expect(b).toBeCloseTo(200, -1)
})

it('lays a tile out in mm, larger by its scale, and frees its textures', () => {
  const material = materialOf(Material.parse({ kind: 'brick', scale: 2 }), { renderer, size: SIZE })
  expect(material.map?.repeat.toArray()).toEqual([1 / 2000, 1 / 1296])
  expect(renderer.info.memory.textures).toBeGreaterThan(0)
  const before = renderer.info.memory.textures
  material.dispose()
  expect(renderer.info.memory.textures).toBeLessThan(before)
})
