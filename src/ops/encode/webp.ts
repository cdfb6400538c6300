import type { ImageValue } from '../../core/recipe'

/** A small picture by the browser's own encoder: WebP, or PNG where the browser writes none. `quality` 1 to 100. */
export async function webpOf(image: ImageValue, quality: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(image.width, image.height)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('there is no memory for a canvas')
  context.putImageData(new ImageData(image.data, image.width, image.height), 0, 0)
  const blob = await canvas.convertToBlob({ type: 'image/webp', quality: quality / 100 })
  canvas.width = 0
  // A canvas beyond the browser's limit is encoded as nothing, without an error.
  if (blob.size < 20 || !/^image\/(webp|png)$/.test(blob.type)) throw new Error('the picture came out empty')
  return blob
}
