import type { ImageValue } from '../../../src/core/recipe'

/** A picture at an address that the bench's own server has: straight alpha. */
export async function cutoutAt(address: string): Promise<ImageValue> {
  const bitmap = await createImageBitmap(await (await fetch(address)).blob(), { premultiplyAlpha: 'none' })
  const { width, height } = bitmap
  const canvas = new OffscreenCanvas(width, height).getContext('2d') as OffscreenCanvasRenderingContext2D
  canvas.drawImage(bitmap, 0, 0)
  return { kind: 'image', width, height, data: canvas.getImageData(0, 0, width, height).data }
}
