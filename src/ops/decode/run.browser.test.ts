import { describe, expect, it } from 'vitest'
import { commands } from 'vitest/browser'
import { deflate, exif, join, png, pngChunk, tiff, withOrientation } from '../../core/format/fixtures/made'
import { DISPLAY_P3, rgbProfile } from '../../core/format/profile'
import { sniff } from '../../core/format/sniff'
import type { RunContext } from '../../core/recipe'
import { meanDifference } from './fixtures/difference'
import { context } from './fixtures/files'
import { openNative } from './native'
import { type Pixels, turned, turning } from './pixels'
import { run } from './run'
import { readStrips } from './strips'

const opened = async (data: Uint8Array<ArrayBuffer>, turn: 0 | 1 | 2 | 3 = 0): Promise<Pixels & { asked: number }> => {
  const ctx = context(commands)
  const image = await run({ file: { kind: 'file', blob: new Blob([data]) } }, { name: '', turn }, ctx as unknown as RunContext)
  return { width: image.width, height: image.height, data: image.data, asked: ctx.asked.count }
}

/** A picture without any symmetry: a gradient with a light corner. */
function scene(width: number, height: number, alpha: (x: number, y: number) => number = () => 255): Pixels {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let y = 0, p = 0; y < height; y++)
    for (let x = 0; x < width; x++, p += 4) {
      const corner = x < width / 4 && y < height / 4 ? 200 : 0
      data.set(
        [corner || Math.round((x * 255) / (width - 1)), corner || Math.round((y * 255) / (height - 1)), corner || 40, alpha(x, y)],
        p,
      )
    }
  return { width, height, data }
}

async function encoded({ width, height, data }: Pixels, type: string, quality?: number): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(width, height)
  canvas.getContext('2d')?.putImageData(new ImageData(data, width, height), 0, 0)
  return new Uint8Array(await (await canvas.convertToBlob({ type, quality })).arrayBuffer())
}

const rgbOf = ({ data }: Pixels) => data.filter((_, i) => i % 4 !== 3)

describe('the camera’s orientation', () => {
  const picture = scene(48, 32)
  const upright = (orientation: number) => turned(picture, turning(orientation, 0))

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('%i is applied to JPEG, PNG, WebP and TIFF alike', async (orientation) => {
    const jpeg = withOrientation(await encoded(picture, 'image/jpeg', 1), orientation)
    const jpegPixels = await opened(jpeg)
    expect(meanDifference(jpegPixels, upright(orientation))).toBeLessThan(2)
    const pngPixels = await opened(await png(48, 32, picture.data, pngChunk('eXIf', exif(orientation))))
    expect(pngPixels.data).toEqual(upright(orientation).data)
    const plain = await encoded(picture, 'image/webp', 1)
    const webpPixels = await opened(withWebpExif(plain, 48, 32, orientation))
    expect(meanDifference(webpPixels, upright(orientation))).toBeLessThan(2)
    const tiffPixels = await opened(tiff(48, 32, Uint8Array.from(rgbOf(picture)), orientation))
    expect(tiffPixels.data).toEqual(upright(orientation).data)
    expect([jpegPixels.asked, pngPixels.asked, webpPixels.asked]).toEqual([0, 0, 0])
  })

  it('9 is none: the picture stays as stored', async () => {
    const jpeg = await encoded(picture, 'image/jpeg', 1)
    expect((await opened(withOrientation(jpeg, 9))).data).toEqual((await opened(jpeg)).data)
  })

  it('the user’s turn comes after it', async () => {
    const file = await png(48, 32, picture.data, pngChunk('eXIf', exif(6)))
    expect(await opened(file, 1)).toMatchObject({ width: 48, height: 32, data: turned(upright(6), turning(1, 1)).data })
  })
})

function withWebpExif(webp: Uint8Array, width: number, height: number, orientation: number): Uint8Array<ArrayBuffer> {
  const le32 = (n: number) => [n & 255, (n >> 8) & 255, (n >> 16) & 255, n >>> 24]
  const tail = exif(orientation)
  const head = join('VP8X', le32(10), [8, 0, 0, 0], le32(width - 1).slice(0, 3), le32(height - 1).slice(0, 3))
  const chunks = webp.subarray(webp[12] === 0x56 && webp[15] === 0x58 ? 30 : 12)
  const body = join('WEBP', head, chunks, 'EXIF', le32(tail.length), tail)
  return join('RIFF', le32(body.length), body)
}

describe('pixels', () => {
  it('of a PNG come back exactly, colours under a low alpha too', async () => {
    const picture = scene(256, 256, (_, y) => y)
    expect((await opened(await png(256, 256, picture.data))).data).toEqual(picture.data)
  })

  it('of a wide and of a tall picture are all there', async () => {
    for (const [width, height] of [
      [20000, 20],
      [20, 20000],
    ] as const) {
      const picture = scene(width, height)
      expect((await opened(await png(width, height, picture.data))).data).toEqual(picture.data)
    }
  })

  it('are the same through the canvas’ strips as through a frame', async () => {
    const picture = scene(3000, 2000)
    const file = await encoded(picture, 'image/jpeg', 0.9)
    const bitmap = await createImageBitmap(new Blob([file]))
    const strips = readStrips(bitmap, true)
    bitmap.close()
    const frame = await openNative(file, sniff(file))
    expect(meanDifference(strips, frame)).toBeLessThan(0.01)
    expect(meanDifference(strips, picture)).toBeLessThan(3)
  })

  it('of a picture without alpha are opaque', async () => {
    const { data } = await opened(await encoded(scene(64, 64), 'image/jpeg'))
    expect(data.every((value, i) => i % 4 !== 3 || value === 255)).toBe(true)
  })
})

describe('colours', () => {
  it('of an embedded Display P3 profile become sRGB', async () => {
    // sRGB's own red, green and grey written in Display P3.
    const row = [234, 51, 35, 255, 117, 251, 76, 255, 128, 128, 128, 255]
    const data = new Uint8ClampedArray(Array.from({ length: 16 * 6 }, () => row).flat())
    const profile = await deflate(Uint8Array.from(rgbProfile('Display P3', DISPLAY_P3)))
    const image = await opened(await png(18, 16, data, pngChunk('iCCP', 'P3\0\0', profile)))
    for (const [i, expected] of [
      [255, 0, 0],
      [0, 255, 0],
      [128, 128, 128],
    ].entries())
      for (const [c, value] of expected.entries())
        expect(Math.abs((image.data[i * 4 + c] as number) - value), `colour ${i}`).toBeLessThanOrEqual(3)
  })
})

describe('limits', () => {
  it('opens a picture of 100 megapixels', async () => {
    const rows = new Uint8Array(10000 * 10000)
    for (let y = 0; y < 10000; y++) rows.fill(y >> 6, y * 10000, (y + 1) * 10000)
    const image = await opened(await png(10000, 10000, rows))
    expect([image.width, image.height, image.data.length]).toEqual([10000, 10000, 4e8])
    for (const y of [0, 137, 4999, 9999])
      expect([...image.data.subarray((y * 10000 + 9999) * 4, (y * 10000 + 10000) * 4)]).toEqual([y >> 6, y >> 6, y >> 6, 255])
  })

  it('says so when the pixels of a sound header are broken', async () => {
    const good = await png(40, 40, scene(40, 40).data)
    const at = new TextDecoder('latin1').decode(good).indexOf('IDAT') + 8
    good.fill(0x55, at, at + 40)
    await expect(opened(good)).rejects.toThrow('"code":"damaged"')
    await expect(opened(tiff(40, 40, new Uint8Array(10)))).rejects.toThrow('"code":"')
  })
})
