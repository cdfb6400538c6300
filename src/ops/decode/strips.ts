import type { Pixels } from './pixels'

/** Pixels of a strip: far under the 16.7 million that Safari's canvas can hold. */
const STRIP = 4e6

/** The browser's canvas gave nothing back, or a bitmap could not be read: another decoder may do better. */
export class NotRead extends Error {}

/**
 * Reads a bitmap through a small canvas, strip by strip. Opaque pixels come out exact; the canvas holds the others
 * multiplied by their alpha, so that colours under an alpha of a come back to 127 / a.
 * Throws `NotRead` when the canvas turns out empty, which some browsers do without an error when memory is short.
 */
export function readStrips(bitmap: ImageBitmap, opaque: boolean): Pixels {
  const { width, height } = bitmap
  const rows = Math.min(height, Math.max(1, Math.floor(STRIP / width)))
  // One row more than is read: a dot in it shows whether the canvas is alive.
  const canvas = new OffscreenCanvas(width, rows + 1)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new NotRead('no canvas')
  context.imageSmoothingEnabled = false
  const data = new Uint8ClampedArray(width * height * 4)
  for (let top = 0; top < height; top += rows) {
    const count = Math.min(rows, height - top)
    context.clearRect(0, 0, width, rows + 1)
    context.drawImage(bitmap, 0, top, width, count, 0, 0, width, count)
    context.fillRect(0, rows, 1, 1)
    const strip = context.getImageData(0, 0, width, count).data
    const dot = context.getImageData(0, rows, 1, 1).data
    const seen = [3, (count * width - 1) * 4 + 3, ((count * width) >> 1) * 4 + 3]
    if (dot[3] !== 255 || (opaque && seen.some((at) => strip[at] !== 255))) throw new NotRead('an empty strip')
    data.set(strip, top * width * 4)
  }
  canvas.width = 0 // frees the canvas at once where the collector is slow
  return { width, height, data }
}
