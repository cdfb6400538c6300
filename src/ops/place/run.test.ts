import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { image, mask } from '../../../tests/support/rasters'
import { extentOf } from '../../core/extent'
import type { ImageValue, RunContext } from '../../core/recipe'
import { run } from './run'

const ctx = { signal: new AbortController().signal, alive: () => {} } as unknown as RunContext

const noise = (x: number, y: number) => [(x * 37 + y * 91) % 256, (x * 53 + y * 17) % 256, (x * y) % 256]
/** A soft-edged ellipse with centre and radii as shares of the picture. */
const ellipse = (w: number, h: number, cx: number, cy: number, rx: number, ry: number) =>
  mask(w, h, (x, y) => {
    // Math.hypot may differ between machines.
    const out = Math.sqrt((((x + 0.5) / w - cx) / rx) ** 2 + (((y + 0.5) / h - cy) / ry) ** 2) - 1
    return Math.round(Math.min(255, Math.max(0, 128 - 400 * out)))
  })
const alphas = ({ data }: ImageValue) => data.filter((_, i) => i % 4 === 3)

describe('place', () => {
  test('the larger extent is the fill, the box is centred, whatever the shape and the sizes', async () => {
    const share = fc.double({ min: 0.25, max: 0.75, noNaN: true })
    const radius = fc.double({ min: 0.06, max: 0.24, noNaN: true })
    const side = fc.integer({ min: 60, max: 260 })
    await fc.assert(
      fc.asyncProperty(
        share,
        share,
        radius,
        radius,
        side,
        side,
        side,
        side,
        fc.double({ min: 0.3, max: 0.95, noNaN: true }),
        async (cx, cy, rx, ry, w, h, fw, fh, fill) => {
          const placed = await run(
            { image: image(w, h, noise), mask: ellipse(128, 128, cx, cy, rx, ry) },
            { frame: { width: fw, height: fh }, fill },
            ctx,
          )
          const box = extentOf(placed.data, fw, fh, 4, 3)
          if (!box) throw new Error('nothing was placed')
          const width = box.right - box.left
          const height = box.bottom - box.top
          const slack = 1
          expect(Math.abs(Math.max(width - fill * fw, height - fill * fh))).toBeLessThan(slack)
          expect(Math.abs((box.left + box.right) / 2 - fw / 2)).toBeLessThan(slack)
          expect(Math.abs((box.top + box.bottom) / 2 - fh / 2)).toBeLessThan(slack)
        },
      ),
      { numRuns: 40 },
    )
  })

  test('after a change in a part of the matte the picture is what it would be from scratch', async () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(share, share, fc.double({ min: 0.01, max: 0.2, noNaN: true }), fc.integer({ min: 0, max: 255 })), {
          minLength: 1,
          maxLength: 4,
        }),
        async (strokes) => {
          const photo = image(520, 410, noise)
          let matte = ellipse(520, 410, 0.5, 0.5, 0.4, 0.35)
          for (const [x, y, r, to] of strokes) {
            const before = matte
            matte = mask(520, 410, (u, v) => ((u / 520 - x) ** 2 + (v / 410 - y) ** 2 < r * r ? to : (before.data[v * 520 + u] as number)))
            const after = await run({ image: photo, mask: matte }, { frame: 'photo', fill: 1 }, ctx)
            const anew = await run({ image: { ...photo }, mask: matte }, { frame: 'photo', fill: 1 }, ctx)
            expect(Buffer.compare(Buffer.from(after.data.buffer), Buffer.from(anew.data.buffer))).toBe(0)
          }
        },
      ),
      { numRuns: 15 },
    )
  })

  test('in the photo’s own frame, solid pixels are the photo’s, bit for bit, and the rest is transparent black or soft', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 40, max: 120 }),
        fc.integer({ min: 40, max: 120 }),
        fc.integer({ min: 20, max: 200 }),
        async (w, h, size) => {
          const photo = image(w, h, noise)
          const placed = await run({ image: photo, mask: ellipse(size, size, 0.5, 0.5, 0.3, 0.35) }, { frame: 'photo', fill: 1 }, ctx)
          expect([placed.width, placed.height]).toEqual([w, h])
          let solid = 0
          let wrong = 0
          for (let p = 0; p < placed.data.length; p += 4) {
            const a = placed.data[p + 3]
            if (a === 255) solid++
            for (let c = p; c < p + 3; c++)
              if ((a === 255 && placed.data[c] !== photo.data[c]) || (a === 0 && placed.data[c] !== 0)) wrong++
          }
          expect(wrong).toBe(0)
          expect(solid).toBeGreaterThan(w * h * 0.1)
        },
      ),
      { numRuns: 40 },
    )
  })

  test('where the size happens to be the photo’s own, solid pixels are moved, not resampled', async () => {
    const photo = image(200, 100, noise)
    const box = mask(200, 100, (x, y) => (x >= 31 && x < 111 && y >= 20 && y < 60 ? 255 : 0))
    const { data } = await run({ image: photo, mask: box }, { frame: { width: 100, height: 100 }, fill: 0.8 }, ctx)
    for (let y = 0; y < 40; y++) {
      const from = ((20 + y) * 200 + 31) * 4
      const to = ((30 + y) * 100 + 10) * 4
      expect(data.subarray(to, to + 320)).toEqual(photo.data.subarray(from, from + 320))
    }
    expect(alphas({ kind: 'image', width: 100, height: 100, data }).filter((a) => a > 0).length).toBe(80 * 40)
  })

  test('the mirrored photo gives the mirrored picture', async () => {
    const photo = image(90, 70, noise)
    const matte = ellipse(64, 64, 0.45, 0.55, 0.3, 0.2)
    const frame = { width: 120, height: 120 }
    const plain = await run({ image: photo, mask: matte }, { frame, fill: 0.8 }, ctx)
    const flipped = await run(
      { image: image(90, 70, (x, y) => noise(89 - x, y)), mask: mask(64, 64, (x, y) => matte.data[y * 64 + 63 - x] as number) },
      { frame, fill: 0.8 },
      ctx,
    )
    for (let y = 0; y < 120; y++) {
      for (let x = 0; x < 120; x++) {
        const [p, q] = [(y * 120 + x) * 4, (y * 120 + 119 - x) * 4]
        expect(Math.abs((plain.data[p + 3] as number) - (flipped.data[q + 3] as number))).toBeLessThanOrEqual(1)
        if ((plain.data[p + 3] as number) < 40) continue
        // The grid that colours spread on starts at the cutting's left edge, so soft pixels may differ a little.
        const slack = plain.data[p + 3] === 255 ? 2 : 12
        for (let c = 0; c < 3; c++)
          expect(Math.abs((plain.data[p + c] as number) - (flipped.data[q + c] as number))).toBeLessThanOrEqual(slack)
      }
    }
  })

  test('a product at the photo’s border is not smeared beyond it', async () => {
    const placed = await run(
      { image: image(100, 100, () => [200, 20, 20]), mask: mask(100, 100, (x, y) => (x < 50 && y > 20 && y < 80 ? 255 : 0)) },
      { frame: { width: 300, height: 300 }, fill: 0.8 },
      ctx,
    )
    const box = extentOf(placed.data, 300, 300, 4, 3)
    expect(box?.right).toBeCloseTo(150 + 0.5 * 240 * (50 / 59), 0)
    expect(alphas(placed).filter((a) => a > 0 && a < 255).length).toBeLessThan(2 * (240 + 204) * 5)
    for (let p = 0; p < placed.data.length; p += 4)
      if (placed.data[p + 3] === 255) expect([...placed.data.subarray(p, p + 3)]).toEqual([200, 20, 20])
  })

  test('the old background leaves no halo: edges of a red disc on green come out red', async () => {
    const disc = (x: number, y: number) => Math.min(1, Math.max(0, (60.5 - Math.hypot(x - 99.5, y - 99.5)) / 3))
    const photo = image(200, 200, (x, y) => [20 + 180 * disc(x, y), 180 - 160 * disc(x, y), 30])
    const matte = mask(200, 200, (x, y) => Math.round(255 * disc(x, y)))
    const placed = await run({ image: photo, mask: matte }, { frame: 'photo', fill: 1 }, ctx)
    let soft = 0
    for (let p = 0; p < placed.data.length; p += 4) {
      const a = placed.data[p + 3] as number
      if (a < 26 || a === 255) continue
      soft++
      expect((placed.data[p] as number) - (placed.data[p + 1] as number)).toBeGreaterThan(120)
    }
    expect(soft).toBeGreaterThan(500)
  })

  test('the photo’s own transparency counts', async () => {
    const photo = image(100, 100, (x) => [9, 9, 9, x < 50 ? 255 : 0])
    const placed = await run(
      { image: photo, mask: mask(100, 100, (x, y) => (x > 20 && x < 80 && y > 20 && y < 80 ? 255 : 0)) },
      { frame: 'photo', fill: 1 },
      ctx,
    )
    expect(extentOf(placed.data, 100, 100, 4, 3)).toEqual({ left: 21, top: 21, right: 50, bottom: 80 })
  })

  test('says so when there is no product', async () => {
    await expect(run({ image: image(20, 20, noise), mask: mask(20, 20, () => 0) }, { frame: 'photo', fill: 1 }, ctx)).rejects.toThrow(
      'no-product',
    )
    await expect(run({ image: image(20, 20, noise), mask: mask(20, 20, () => 120) }, { frame: 'photo', fill: 1 }, ctx)).rejects.toThrow(
      'no-product',
    )
  })

  test('odd photos go through: 1 x 1 px and 1 x 3,000 px', async () => {
    const frame = { width: 64, height: 64 }
    const dot = await run({ image: image(1, 1, () => [1, 2, 3]), mask: mask(16, 16, () => 255) }, { frame, fill: 0.5 }, ctx)
    const box = extentOf(dot.data, 64, 64, 4, 3)
    expect((box?.left ?? 0) + (box?.right ?? 0)).toBeCloseTo(64, 6)
    expect([...dot.data.subarray((32 * 64 + 32) * 4, (32 * 64 + 33) * 4)]).toEqual([1, 2, 3, 255])
    const line = await run({ image: image(1, 3000, () => [1, 2, 3]), mask: mask(16, 16, () => 255) }, { frame, fill: 1 }, ctx)
    expect(alphas(line).some((a) => a > 0)).toBe(true)
  })

  test('every machine makes these very pixels', async () => {
    const placed = await run(
      { image: image(301, 207, noise), mask: ellipse(96, 96, 0.5, 0.45, 0.37, 0.31) },
      { frame: { width: 240, height: 200 }, fill: 0.88 },
      ctx,
    )
    expect(createHash('sha256').update(placed.data).digest('hex')).toBe('baf69eb1f8f40a4fd87bae0fe4e1de538cd75af5e3987d8f0f773cd41f6d9f5c')
  })
})
