import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { CompositeOperator, ImageMagick, initializeImageMagick, MagickFormat, MagickReadSettings } from '@imagemagick/magick-wasm'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { image } from '../../../tests/support/rasters'
import type { ImageValue, RunContext } from '../../core/recipe'
import { run as lay } from '../lay/run'
import { run } from './run'

const ctx = { signal: new AbortController().signal } as RunContext
const plain = { density: 300, rights: null }

/** Another program's view of a layer, its pixels in the whole frame. */
interface Seen {
  readonly name: string | null
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly normal: boolean
  readonly picture: ImageValue
}

beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve('@imagemagick/magick-wasm/magick.wasm')
  await initializeImageMagick(new Uint8Array(await readFile(wasm)))
})

/** What ImageMagick finds in a PSD: the flat picture, then the layers from the bottom. */
function opened(bytes: Uint8Array): { flat: Seen; layers: readonly Seen[]; density: number; icc: boolean } {
  return ImageMagick.readCollection(bytes, new MagickReadSettings({ format: MagickFormat.Psd }), (images) => {
    const [frame] = images
    if (!frame) throw new Error('nothing was found')
    const all = images.map((one): Seen => {
      const { x: left, y: top } = one.page
      const { width, height } = one
      const data = new Uint8ClampedArray(frame.width * frame.height * 4)
      const part = one.getPixels((pixels) => pixels.toByteArray(0, 0, width, height, 'RGBA')) ?? new Uint8Array()
      for (let y = 0; y < height; y++) data.set(part.subarray(y * width * 4, (y + 1) * width * 4), ((top + y) * frame.width + left) * 4)
      const picture: ImageValue = { kind: 'image', width: frame.width, height: frame.height, data }
      return { name: one.label, left, top, width, height, normal: one.compose === CompositeOperator.Over, picture }
    })
    return { flat: all[0] as Seen, layers: all.slice(1), density: frame.density.x, icc: frame.hasProfile('icc') }
  })
}

const written = async (layers: readonly ImageValue[], names: string[], more: Partial<Parameters<typeof run>[1]> = {}) => {
  const flat = await lay({ images: layers }, {}, ctx)
  const { blob } = await run({ layers, flat }, { names, ...plain, ...more }, ctx)
  return { flat, bytes: new Uint8Array(await blob.arrayBuffer()) }
}
/** The most that two pictures differ by where they are seen, 0 to 255. */
function apart(a: ImageValue, b: ImageValue): number {
  let most = 0
  for (let p = 0; p < a.data.length; p += 4) {
    const [alpha, other] = [a.data[p + 3] as number, b.data[p + 3] as number]
    most = Math.max(most, Math.abs(alpha - other))
    for (let c = p; c < p + 3; c++) most = Math.max(most, (Math.abs((a.data[c] as number) - (b.data[c] as number)) * alpha) / 255)
  }
  return most
}

const [W, H] = [40, 30]
const ground = image(W, H, (x, y) => [120 + x, 90 + y, 60, 255])
const veil = image(W, H, (x, y) => [0, 0, 0, y > 15 && x > 2 && x < 33 ? 4 * x : 0])
const mug = image(W, H, (x, y) =>
  x >= 6 && x < 14 && y >= 5 && y < 22 ? [200, 30 + x * 9, 40, x === 6 || x === 13 ? 100 : 255] : [0, 0, 0, 0],
)
const vase = image(W, H, (x, y) => (x >= 11 && x < 21 && y >= 8 && y < 27 ? [20, 60, y * 7, y === 8 ? 31 : 255] : [0, 0, 0, 0]))

describe('a file of four layers, as another program opens it', () => {
  test('has them in order, by name, where they are, cut to what is in them, each as it was given', async () => {
    const { bytes } = await written([ground, veil, mug, vase], ['Background', 'Shadow', 'MUG-1', 'Vase'])
    const { layers } = opened(bytes)
    expect(layers.map(({ name, left, top, width, height }) => [name, left, top, width, height])).toEqual([
      ['Background', 0, 0, W, H],
      ['Shadow', 3, 16, 30, 14],
      ['MUG-1', 6, 5, 8, 17],
      ['Vase', 11, 8, 10, 19],
    ])
    expect(layers.every(({ normal }) => normal)).toBe(true)
    for (const [i, given] of [ground, veil, mug, vase].entries()) expect(apart(given, (layers[i] as Seen).picture)).toBe(0)
  })

  test('shows in its flat picture what the layers show together, within 1 of 255', async () => {
    const { flat, bytes } = await written([ground, veil, mug, vase], ['a', 'b', 'c', 'd'])
    const seen = opened(bytes)
    expect(seen.flat.picture.data).toEqual(flat.data)
    expect(apart(flat, await lay({ images: seen.layers.map(({ picture }) => picture) }, {}, ctx))).toBeLessThanOrEqual(1)
  })

  test('stays transparent where nothing is', async () => {
    const { flat, bytes } = await written([mug, vase], ['a', 'b'])
    expect(apart(flat, opened(bytes).flat.picture)).toBeLessThanOrEqual(1)
  })

  test('names layers in any script', async () => {
    const { bytes } = await written([ground, vase], ['a', '花瓶 é'])
    // ImageMagick reads the old field alone, which holds ASCII; the whole name stands in `luni`, in UTF-16.
    const at = Buffer.from(bytes).indexOf(Buffer.from('花瓶 é', 'utf16le').swap16())
    expect(new TextDecoder('latin1').decode(bytes.subarray(at - 12, at - 8))).toBe('luni')
  })

  test('says its density, sRGB and rights', async () => {
    const rights = { creator: 'Ana <Núñez>', copyright: '', description: '', taken: '', source: 'composite' as const, mining: null }
    const { bytes } = await written([ground, mug], ['a', 'b'], { density: 240, rights })
    const { density, icc } = opened(bytes)
    expect([density, icc]).toEqual([240, true])
    const xmp = new TextDecoder().decode(bytes)
    expect(xmp).toContain('Ana &lt;Núñez&gt;')
    expect(xmp).toContain('digitalsourcetype/composite<')
    expect(new TextDecoder().decode((await written([ground], ['a'])).bytes)).not.toContain('xmpmeta')
  })
})

test('any layers come back as they were given; one in which nothing is seen is left out', async () => {
  const layer = fc.uint8Array({ minLength: 7 * 5 * 4, maxLength: 7 * 5 * 4 }).map(
    (raw): ImageValue => ({
      kind: 'image',
      width: 7,
      height: 5,
      data: Uint8ClampedArray.from(raw, (v, i) => (i % 4 === 3 ? (v < 128 ? 0 : v) : v)),
    }),
  )
  const empty = image(7, 5, () => [9, 9, 9, 0])
  await fc.assert(
    fc.asyncProperty(layer, layer, async (first, second) => {
      const { bytes } = await written([first, empty, second], ['1', '2', '3'])
      const { layers } = opened(bytes)
      expect(layers.map(({ name }) => name)).toEqual(['1', '3'])
      expect(apart(first, (layers[0] as Seen).picture)).toBe(0)
      expect(apart(second, (layers[1] as Seen).picture)).toBe(0)
    }),
    { numRuns: 30 },
  )
})

test('the same layers give the same bytes', async () => {
  const once = (await written([ground, veil, mug], ['a', 'b', 'c'])).bytes
  expect((await written([ground, veil, mug], ['a', 'b', 'c'])).bytes).toEqual(once)
})
