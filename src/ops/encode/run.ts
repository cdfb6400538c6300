import { notWritten } from '../../core/not-written'
import type { ImageValue, Runner } from '../../core/recipe'
import { xmpOf } from '../../core/xmp'
import { intoPng, xmpIntoJpeg, xmpIntoWebp } from './embed'
import type { encode } from './index'
import { jpegOf } from './jpeg'
import { pngOf } from './png'
import { webpOf } from './webp'

/** Throws the fault `not-written` when the codec gave no whole file, which happens when memory runs out. */
export const run: Runner<typeof encode> = async ({ image }, { format, quality, maxBytes, rights }, ctx) => {
  const packet = rights && xmpOf(rights)
  try {
    switch (format) {
      case 'jpeg': {
        const room = maxBytes === null ? null : maxBytes - (packet ? packet.length + 40 : 0)
        const bytes = await jpegOf(onWhite(image), quality, room, ctx)
        return fileOf(packet ? xmpIntoJpeg(bytes, packet) : bytes, 'image/jpeg')
      }
      case 'png':
        return fileOf(intoPng(await pngOf(image, ctx), packet), 'image/png')
      case 'webp': {
        const blob = await webpOf(image, quality)
        if (!packet) return { kind: 'file', blob }
        const bytes = new Uint8Array(await blob.arrayBuffer())
        // A browser that writes no WebP gave a PNG.
        return fileOf(blob.type === 'image/png' ? intoPng(bytes, packet) : xmpIntoWebp(bytes, packet, image), blob.type)
      }
    }
  } catch (error) {
    return notWritten(image, error, ctx)
  }
}

const fileOf = (bytes: Uint8Array<ArrayBuffer>, type: string) => ({ kind: 'file' as const, blob: new Blob([bytes], { type }) })

/** JPEG knows no transparency: what shows through becomes white. The image itself when it is opaque. */
function onWhite(image: ImageValue): ImageValue {
  let i = 3
  while (i < image.data.length && image.data[i] === 255) i += 4
  if (i >= image.data.length) return image
  const data = new Uint8ClampedArray(image.data)
  for (let p = 0; p < data.length; p += 4) {
    const a = (data[p + 3] as number) / 255
    for (let c = p; c < p + 3; c++) data[c] = 255 + ((data[c] as number) - 255) * a
    data[p + 3] = 255
  }
  return { ...image, data }
}
