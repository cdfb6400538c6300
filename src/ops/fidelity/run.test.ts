import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { decode as readJpeg } from 'jpeg-js'
import { describe, expect, test } from 'vitest'
import { image, mask } from '../../../tests/support/rasters'
import { deltaE, lab } from '../../core/colour-difference'
import { FidelityFacts } from '../../core/fidelity'
import type { FileValue, ImageValue, MaskValue, RunContext } from '../../core/recipe'
import { run as backdrop } from '../backdrop/run'
import { run as encode } from '../encode/run'
import { run as place } from '../place/run'
import { run } from './run'

const require = createRequire(import.meta.url)
const ctx = {
  signal: new AbortController().signal,
  alive: () => {},
  part: async () => new Uint8Array(await readFile(require.resolve('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm'))).buffer,
} as unknown as RunContext
const WHITE: [number, number, number] = [255, 255, 255]
/** Keeps every pixel, as a PNG does; nothing in it says otherwise. */
const lossless: FileValue = { kind: 'file', blob: new Blob([Uint8Array.of(0x89, 0x50, 0x4e, 0x47)]) }

/** A photo with shapes of every size, and a soft-edged disc of it that is product. */
const W = 420
const H = 360
const photo = image(W, H, (x, y) => {
  const waves = 60 * Math.sin(x / 9 + Math.sin(y / 31) * 3) + 40 * Math.sin(y / 5)
  return [130 + waves, 110 + 50 * Math.sin((x + 2 * y) / 17), 90 + (((x >> 3) + (y >> 3)) % 2) * 70]
})
const product = mask(W, H, (x, y) => Math.round(255 * Math.min(1, Math.max(0, (140 - Math.hypot(x - 205, y - 180)) / 2.5))))

interface Made {
  readonly placed: ImageValue
  readonly canvas: ImageValue
}
async function made(frame: 'photo' | { width: number; height: number }, fill: number, of = photo, cut: MaskValue = product): Promise<Made> {
  const placed = await place({ image: of, mask: cut }, { frame, fill }, ctx)
  return { placed, canvas: await backdrop({ image: placed }, { colour: WHITE }, ctx) }
}
async function compared(placed: ImageValue, decoded: ImageValue, file = lossless, cut: MaskValue = product, of = photo) {
  const { facts } = await run({ original: of, mask: cut, placed, file, decoded }, { ground: WHITE }, ctx)
  return FidelityFacts.parse(facts)
}
const altered = (from: ImageValue, change: (data: Uint8ClampedArray, p: number, x: number, y: number) => void): ImageValue => {
  const data = from.data.slice()
  for (let i = 0; i < data.length / 4; i++) change(data, i * 4, i % from.width, Math.floor(i / from.width))
  return { ...from, data }
}

describe('fidelity', () => {
  test('what was only moved and scaled is wholly the photo’s own, wherever and however large it stands', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 150, max: 700 }),
        fc.integer({ min: 150, max: 700 }),
        fc.double({ min: 0.4, max: 0.98, noNaN: true }),
        async (width, height, fill) => {
          const { placed, canvas } = await made({ width, height }, fill)
          const { solid, edge, ground, pose, drift } = await compared(placed, canvas)
          expect(solid.pixels).toBeGreaterThan(1000)
          expect(solid.same).toEqual({ placed: solid.pixels, file: solid.pixels })
          expect(solid.pixels + edge.pixels + ground.pixels).toBe(width * height)
          expect(ground.same.file).toBe(ground.pixels)
          expect(drift).toBeLessThan(0.1)
          expect(Math.abs((pose.scale * 279) / Math.min(width, height) / fill - 1)).toBeLessThan(0.02)
        },
      ),
      { numRuns: 12 },
    )
  })

  test('in the photo’s own frame every solid pixel is copied, bit for bit', async () => {
    const { placed, canvas } = await made('photo', 1)
    const { pose, solid } = await compared(placed, canvas)
    expect(pose).toEqual({ scale: 1, left: 0, top: 0, copied: true })
    expect(solid.difference).toEqual({ placed: { mean: 0, p95: 0, max: 0 }, file: { mean: 0, p95: 0, max: 0 } })
  })

  test('a JPEG stays within what its own tables allow; what was altered by a few levels does not', async () => {
    const { placed, canvas } = await made({ width: 500, height: 500 }, 0.8)
    const written = async (image: ImageValue, quality: number) => {
      const file = await encode({ image }, { format: 'jpeg', quality, maxBytes: null, rights: null }, ctx)
      const { width, height, data } = readJpeg(new Uint8Array(await file.blob.arrayBuffer()), { useTArray: true })
      return await compared(placed, { kind: 'image', width, height, data: new Uint8ClampedArray(data) }, file)
    }
    const side = 48
    const patched = altered(canvas, (data, p, x, y) => {
      if (x >= 200 && x < 200 + side && y >= 240 && y < 240 + side) for (let c = 0; c < 3; c++) data[p + c] = (data[p + c] as number) + 4
    })
    for (const quality of [98, 92]) {
      const { solid, ground } = await written(canvas, quality)
      expect(solid.same).toEqual({ placed: solid.pixels, file: solid.pixels })
      expect(ground.same.file).toBe(ground.pixels)
      const after = await written(patched, quality)
      expect(after.solid.pixels - after.solid.same.file).toBe(side * side)
    }
  })

  test('a brightened patch is found: how many pixels, and by how much', async () => {
    const { placed, canvas } = await made({ width: 500, height: 500 }, 0.8)
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 170, max: 300 }),
        fc.integer({ min: 170, max: 300 }),
        fc.integer({ min: 24, max: 40 }),
        fc.integer({ min: 8, max: 40 }),
        async (left, top, side, brighter) => {
          const within = (x: number, y: number) => x >= left && x < left + side && y >= top && y < top + side
          let sum = 0
          const patched = altered(canvas, (data, p, x, y) => {
            if (!within(x, y)) return
            const was = lab(data[p] as number, data[p + 1] as number, data[p + 2] as number)
            for (let c = 0; c < 3; c++) data[p + c] = (data[p + c] as number) + brighter
            sum += deltaE(was, lab(data[p] as number, data[p + 1] as number, data[p + 2] as number))
          })
          const { solid, map } = await compared(placed, patched)
          expect(solid.pixels - solid.same.file).toBe(side * side)
          expect(solid.same.placed).toBe(solid.pixels)
          // The mean is told to a thousandth, which over all solid pixels is up to a twentieth of what the smallest patch comes to.
          const told = (solid.difference.file.mean - solid.difference.placed.mean) * solid.pixels
          expect(Math.abs(told / sum - 1)).toBeLessThan(0.1)
          const cells = Uint8Array.from(atob(map.cells), (c) => c.charCodeAt(0))
          const cell = 500 / map.width
          const hot = cells[Math.floor((top + side / 2) / cell) * map.width + Math.floor((left + side / 2) / cell)] as number
          expect(hot).toBeGreaterThan(0)
          expect(hot).toBeLessThan(255)
        },
      ),
      { numRuns: 6 },
    )
  })

  test('a logo that was moved by a pixel, or drawn anew, shows; and only it', async () => {
    const { placed, canvas } = await made({ width: 500, height: 500 }, 0.8)
    const logo = (x: number, y: number) => x >= 210 && x < 270 && y >= 230 && y < 260
    const moved = altered(canvas, (data, p, x, y) => {
      if (logo(x, y)) data.set(canvas.data.subarray(p - 4, p), p)
    })
    const redrawn = altered(canvas, (data, p, x, y) => {
      if (logo(x, y)) for (let c = 0; c < 3; c++) data[p + c] = 120 + ((x * 7 + y * 13) % 50)
    })
    const { pose: unaltered } = await compared(placed, canvas)
    for (const file of [moved, redrawn]) {
      const { solid, pose } = await compared(placed, file)
      expect(solid.pixels - solid.same.file).toBeGreaterThan(0.8 * 60 * 30)
      expect(solid.pixels - solid.same.file).toBeLessThanOrEqual(60 * 30)
      expect(solid.difference.file.max).toBeGreaterThan(3)
      expect(pose).toEqual(unaltered)
    }
  })

  test('a tint too faint for single pixels shows as drift; a ground that is not the colour, too', async () => {
    const { placed, canvas } = await made({ width: 400, height: 400 }, 0.8)
    const warm = altered(canvas, (data, p) => {
      data[p] = (data[p] as number) + 1
      data[p + 2] = (data[p + 2] as number) - 1
    })
    expect((await compared(placed, warm)).drift).toBeGreaterThan(0.4)
    const grey = altered(canvas, (data, p, x, y) => {
      if (x < 10 && y < 10) data.fill(250, p, p + 3)
    })
    const { ground } = await compared(placed, grey)
    expect(ground.pixels - ground.same.file).toBe(100)
  })

  test('a file whose picture was moved after it was made is not the picture that was made', async () => {
    const { placed, canvas } = await made({ width: 400, height: 400 }, 0.8)
    const shifted = altered(canvas, (data, p, x) => {
      if (x > 0) data.set(canvas.data.subarray(p - 4, p), p)
    })
    const { solid } = await compared(placed, shifted)
    expect(solid.same.placed).toBe(solid.pixels)
    expect(solid.same.file / solid.pixels).toBeLessThan(0.5)
  })

  test('a product of one colour, and a file of another size', async () => {
    const plain = image(W, H, () => [200, 190, 180])
    const { placed, canvas } = await made({ width: 300, height: 300 }, 0.7, plain)
    const { solid } = await compared(placed, canvas, lossless, product, plain)
    expect(solid.same.file).toBe(solid.pixels)
    await expect(
      compared(
        placed,
        image(299, 300, () => [1, 2, 3]),
      ),
    ).rejects.toThrow('not-comparable')
  })
})
