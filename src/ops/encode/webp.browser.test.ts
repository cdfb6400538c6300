import { expect, test } from 'vitest'
import { webpOf } from './webp'

test('writes a small WebP that opens with its size and transparency', async () => {
  const data = new Uint8ClampedArray(60 * 40 * 4).fill(200)
  data.fill(0, 0, 60 * 4 * 10)
  const blob = await webpOf({ kind: 'image', width: 60, height: 40, data }, 85)
  expect(blob.type).toBe('image/webp')
  const bitmap = await createImageBitmap(blob)
  expect([bitmap.width, bitmap.height]).toEqual([60, 40])
  const context = new OffscreenCanvas(60, 40).getContext('2d') as OffscreenCanvasRenderingContext2D
  context.drawImage(bitmap, 0, 0)
  expect(context.getImageData(30, 5, 1, 1).data[3]).toBe(0)
  expect(context.getImageData(30, 30, 1, 1).data[3]).toBeGreaterThan(190)
})

test('a picture beyond the canvas’s limit is refused, not written empty', async () => {
  await expect(webpOf({ kind: 'image', width: 70_000, height: 1, data: new Uint8ClampedArray(70_000 * 4) }, 85)).rejects.toThrow()
})
