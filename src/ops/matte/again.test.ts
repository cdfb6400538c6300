import { expect, test } from 'vitest'
import type { ImageValue, MaskValue } from '../../core/recipe'
import { lookAgain } from './again'
import type { Seen } from './look'

const image: ImageValue = { kind: 'image', width: 200, height: 200, data: new Uint8ClampedArray(200 * 200 * 4).fill(255) }
const mask = (at: (x: number, y: number) => boolean, side = 100): MaskValue => ({
  kind: 'mask',
  width: side,
  height: side,
  data: Uint8Array.from({ length: side * side }, (_, i) => (at(((i % side) * 100) / side, (Math.floor(i / side) * 100) / side) ? 255 : 0)),
})
const seen = (at: (x: number, y: number) => boolean, doubt: number): Seen => ({ mask: mask(at), doubt })
const share = ({ data }: MaskValue) => data.reduce((sum, a) => sum + a, 0) / 255 / data.length
const box = (x: number, y: number, l: number, t: number, r: number, b: number) => x >= l && x < r && y >= t && y < b

test('a product that touches the frame is looked at from farther away, and the surer look counts', async () => {
  const first = seen((x) => x < 50, 0.1)
  const stands: unknown[] = []
  const surer = await lookAgain(image, first, async (_, stand) => {
    stands.push(stand)
    return stand?.mirrored ? seen(() => true, 0.2) : seen((x) => x < 70, 0.01)
  })
  expect(stands).toMatchObject([{ share: expect.any(Number) }, { mirrored: true }])
  expect(share(surer)).toBeCloseTo(0.7, 2)
  const kept = await lookAgain(image, first, async () => seen((x) => x < 90, 0.2))
  expect(share(kept)).toBeCloseTo(0.5, 2)
})

test('a small product is looked at from near: its mask gets finer and stands in its place', async () => {
  const sizes: number[][] = []
  const { width, height, data } = await lookAgain(
    image,
    seen((x, y) => box(x, y, 40, 40, 60, 60), 0.02),
    async (part, stand) => {
      sizes.push([part.width, part.height])
      // From near the product fills all but the margin of 12 % on each side.
      return stand ? seen(() => false, 0) : seen((x, y) => box(x, y, 10, 10, 90, 90), 0.01)
    },
  )
  expect(sizes[0]?.[0]).toBeLessThan(60)
  expect([width, height]).toEqual([200, 200]) // never more samples than the photo has px
  const inside = data.filter((a) => a >= 128).length
  expect(Math.sqrt(inside)).toBeCloseTo(40, -1)
  expect(data[100 * width + 100]).toBe(255)
})

test('of looks that are all unsure the surest counts, the mirrored one too', async () => {
  const only = await lookAgain(
    image,
    seen((x) => x < 50, 0.22),
    async (_, stand) => (stand?.mirrored ? seen((x) => x < 30, 0.13) : seen((x) => x < 70, 0.18)),
  )
  expect(share(only)).toBeCloseTo(0.3, 2)
})

test('a mirrored look adds what it is sure of, but fills no hole', async () => {
  const ring = (x: number, y: number) => box(x, y, 20, 20, 80, 80) && !box(x, y, 40, 40, 60, 60)
  const more = (x: number, y: number) => box(x, y, 20, 20, 95, 80)
  const add = async (doubt: number) => await lookAgain(image, seen(ring, 0.01), async () => seen(more, doubt))
  const { data, width } = await add(0.02)
  expect(data[Math.round(0.5 * width) * width + Math.round(0.88 * width)]).toBe(255)
  expect(data[Math.round(0.5 * width) * width + Math.round(0.5 * width)]).toBe(0)
  expect(share(await add(0.2))).toBeCloseTo(0.32, 2)
})
