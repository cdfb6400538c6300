import type { IMagickImage, MagickFormat } from '@imagemagick/magick-wasm'
import { fail } from '../../core/fault'
import type { Format, Header } from '../../core/format/header'
import { DISPLAY_P3, REC_2020, rgbProfile, SRGB } from '../../core/format/profile'
import { damaged, LONGEST_SIDE, MOST_PIXELS } from '../../core/format/refuse'
import type { Pixels } from './pixels'

type Magick = typeof import('@imagemagick/magick-wasm')

const FORMATS: Readonly<Record<Format, MagickFormat>> = {
  jpeg: 'JPEG',
  png: 'PNG',
  webp: 'WEBP',
  avif: 'AVIF',
  gif: 'GIF',
  bmp: 'BMP',
  tiff: 'TIFF',
  heic: 'HEIC',
  jxl: 'JXL',
  ico: 'ICO',
  psd: 'PSD',
}
/** A profile larger than any printer's. */
const LARGEST_PROFILE = 16e6

let started: Promise<Magick> | null = null

/** ImageMagick, started once per worker with limits that fit a browser. */
function start(wasm: () => Promise<ArrayBuffer>): Promise<Magick> {
  started ??= (async () => {
    const [magick, bytes] = await Promise.all([import('@imagemagick/magick-wasm'), wasm()])
    await magick.initializeImageMagick(new Uint8Array(bytes))
    const { ResourceLimits } = magick
    ResourceLimits.width = BigInt(LONGEST_SIDE)
    ResourceLimits.height = BigInt(LONGEST_SIDE)
    ResourceLimits.area = BigInt(MOST_PIXELS * 4)
    ResourceLimits.memory = 2_000_000_000n
    ResourceLimits.maxMemoryRequest = 2_000_000_000n
    ResourceLimits.disk = 0n
    ResourceLimits.maxProfileSize = BigInt(LARGEST_PROFILE)
    return magick
  })()
  started.catch(() => {
    started = null
  })
  return started
}

/** Converts to sRGB: from the embedded profile, from colours given by number (HEIC, AVIF), or by the plain formula. */
function convertToSrgb(magick: Magick, image: IMagickImage, { cicp }: Header): void {
  const { ColorProfile, ColorSpace } = magick
  const target = new ColorProfile(rgbProfile('sRGB', SRGB))
  const embedded = image.getColorProfile()
  if (embedded) {
    try {
      if (image.transformColorSpace(target)) return
    } catch {
      // A profile that lcms refuses is as good as none.
    }
    image.removeProfile('icc')
  }
  const wide = cicp?.primaries === 12 ? DISPLAY_P3 : cicp?.primaries === 9 ? REC_2020 : null
  if (wide && !embedded) image.transformColorSpace(new ColorProfile(rgbProfile('wide', wide)), target)
  else if (image.colorSpace !== ColorSpace.sRGB && image.colorSpace !== ColorSpace.Gray) image.colorSpace = ColorSpace.sRGB
}

function pixelsOf(magick: Magick, image: IMagickImage, header: Header): Pixels {
  const { width, height } = image
  convertToSrgb(magick, image, header)
  const bytes = image.getPixels((pixels) => pixels.toByteArray(0, 0, width, height, 'RGBA'))
  if (!bytes || bytes.length !== width * height * 4) damaged()
  const own = bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength
  return { width, height, data: own ? new Uint8ClampedArray(bytes.buffer as ArrayBuffer) : new Uint8ClampedArray(bytes) }
}

/**
 * Opens a picture with ImageMagick in wasm (libheif, libtiff, libjxl, lcms inside), as stored (the orientation of EXIF, TIFF
 * and JPEG XL's not applied; HEIC's and AVIF's own turn is). Throws a `FaultError` when it is damaged or too much for the device.
 */
export async function openWithMagick(data: Uint8Array, header: Header, wasm: () => Promise<ArrayBuffer>): Promise<Pixels> {
  const magick = await start(wasm)
  const settings = new magick.MagickReadSettings({ format: FORMATS[header.format] })
  settings.syncImageWithExifProfile = false
  const largest = header.format === 'ico'
  if (!largest) {
    settings.frameIndex = 0
    settings.frameCount = 1
  }
  try {
    if (!largest) return magick.ImageMagick.read(data, settings, (image) => pixelsOf(magick, image, header))
    return magick.ImageMagick.readCollection(data, settings, (images) => {
      const best = images.reduce((a, b) => (b.width * b.height > a.width * a.height ? b : a))
      return pixelsOf(magick, best, header)
    })
  } catch (thrown) {
    const words = thrown instanceof Error ? thrown.message : String(thrown)
    if (/memory|resource|exhausted|OOM|out of bounds/i.test(words))
      fail(
        'no-room',
        'This device has too little memory to open the picture.',
        'Close other tabs, or save a smaller copy and add that.',
        true,
      )
    if (/fault:/.test(words)) throw thrown
    damaged()
  }
}
