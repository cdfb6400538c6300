import type { Header } from '../../core/format/header'
import { readHeader } from '../../core/format/sniff'
import { type Linear, toLinear } from '../../core/scene/light'
import { bytesOf } from './buffers'
import { MOST, pictureTooLarge, pictureUnread } from './refuse'
import type { Gltf } from './schema'

type Image = Gltf['images'][number]

/** Px of all pictures together, and of one's longer side: a prop is a part of the picture, and the device's memory is not its own. */
const ROOM = 8 * 2 ** 20
const SIDES = [2048, 1024, 512, 256, 128]
const FORMATS: ReadonlySet<string> = new Set(['png', 'jpeg', 'webp', 'avif'])

/**
 * The pictures of a file as they are stored: straight alpha, no change of colours, the longer sides as large as there is room for. `read`
 * gives the bytes of a view. Sizes are looked at in the headers, before anything is decoded. Throws `model-too-much` and `model-damaged`.
 */
export async function picturesOf(images: readonly Image[], read: (view: number) => Uint8Array<ArrayBuffer>): Promise<ImageBitmap[]> {
  const all = images.map(({ uri, bufferView }) => {
    const bytes = bufferView !== undefined ? read(bufferView) : uri !== undefined ? bytesOf(uri) : pictureUnread()
    return { bytes, header: headerOf(bytes) }
  })
  const fits = (side: number) => all.reduce((sum, { header }) => sum + area(sized(header, side)), 0) <= ROOM
  const side = SIDES.find(fits) ?? 64
  const pictures: ImageBitmap[] = []
  // One after the other: decoded, each is large before it is made small.
  for (const { bytes, header } of all) pictures.push(await decoded(bytes, sized(header, side)))
  return pictures
}

function headerOf(bytes: Uint8Array): Header {
  let header: Header
  try {
    header = readHeader(bytes)
  } catch {
    return pictureUnread()
  }
  const { width, height, format } = header
  if (Math.max(width, height) > MOST.side) pictureTooLarge(width, height)
  return FORMATS.has(format) && width > 0 && height > 0 ? header : pictureUnread()
}

const area = ({ width, height }: { width: number; height: number }) => width * height

function sized({ width, height }: Pick<Header, 'width' | 'height'>, side: number): { width: number; height: number } {
  const scale = Math.min(1, side / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

async function decoded(bytes: Uint8Array<ArrayBuffer>, { width, height }: { width: number; height: number }): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(new Blob([bytes]), {
      premultiplyAlpha: 'none',
      colorSpaceConversion: 'none',
      resizeWidth: width,
      resizeHeight: height,
      resizeQuality: 'high',
    })
  } catch {
    return pictureUnread()
  }
}

/** Mean colour of what is solid of a picture, linear. */
export function meanOf(picture: ImageBitmap): Linear {
  const side = 16
  const canvas = new OffscreenCanvas(side, side).getContext('2d', { willReadFrequently: true })
  if (!canvas) return [0.5, 0.5, 0.5]
  canvas.imageSmoothingQuality = 'high'
  canvas.drawImage(picture, 0, 0, side, side)
  const { data } = canvas.getImageData(0, 0, side, side)
  const sum: [number, number, number] = [0, 0, 0]
  let solid = 0
  for (let p = 0; p < data.length; p += 4) {
    const alpha = data[p + 3] as number
    for (const c of [0, 1, 2] as const) sum[c] += toLinear((data[p + c] as number) / 255) * alpha
    solid += alpha
  }
  return solid === 0 ? [0.5, 0.5, 0.5] : [sum[0] / solid, sum[1] / solid, sum[2] / solid]
}
