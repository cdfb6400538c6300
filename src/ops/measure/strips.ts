import { isPsd, merged } from './merged'

/** Rows decoded at a time: bounds what a canvas holds to a few MB, and stays under every browser's canvas limit. */
const ROWS = 512

/**
 * Opens a file with the browser's own decoder, or ours where none has one (PSD), and hands over its pixels (RGBA, straight alpha, sRGB) strip by strip.
 * Returns the size of the picture, or null when it cannot be opened.
 */
export async function strips(
  blob: Blob,
  take: (rows: Uint8ClampedArray, top: number, width: number) => void,
): Promise<{ width: number; height: number } | null> {
  if (isPsd(new Uint8Array(await blob.slice(0, 4).arrayBuffer()))) return merged(new Uint8Array(await blob.arrayBuffer()), take)
  const bitmap = await createImageBitmap(blob, { premultiplyAlpha: 'none' }).catch(() => null)
  if (!bitmap) return null
  const { width, height } = bitmap
  const canvas = new OffscreenCanvas(width, Math.min(ROWS, height))
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return null
  context.globalCompositeOperation = 'copy'
  for (let top = 0; top < height; top += ROWS) {
    const rows = Math.min(ROWS, height - top)
    context.drawImage(bitmap, 0, top, width, rows, 0, 0, width, rows)
    take(context.getImageData(0, 0, width, rows).data, top, width)
  }
  bitmap.close()
  canvas.width = 0
  return { width, height }
}
