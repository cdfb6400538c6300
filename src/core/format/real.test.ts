import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { hasShared, readSharedFile, sharedData } from '../../../tests/support/shared'
import { FaultError, faultOf } from '../fault'
import { sniff } from './sniff'

/** What every damaged, lying or hostile file must come to: a fault's code, or the upright size of a picture. */
const CORRUPT: Readonly<Record<string, string>> = {
  'bad-exif.jpg': '500x500',
  'bomb-20000x14000.jpg': 'too-large',
  'bomb-65536x65536.png': 'too-large',
  'bomb-extents.gif': 'too-large',
  'bomb.gif': 'too-large',
  'broken-stream.png': 'damaged',
  'broken.png': 'damaged',
  'corrupt-header.jpg': 'truncated',
  'crash-test.gif': '800x533',
  'fuzz-16-bytes.heic': 'not-a-picture',
  'fuzz-clap.heic': 'truncated',
  'huge-dimensions.bmp': 'too-large',
  'invalid-camera.jpg': '61x58',
  'invalid-exif.jpg': '200x200',
  'negative-array.heif': 'truncated',
  'oss-fuzz.jpg': 'truncated',
  'panic.webp': '100x30',
  'test-suite-noise.jpg': '658x97',
  'truncated-image.png': 'truncated',
  'truncated-pil.jpg': 'truncated',
  'truncated-skimage.jpg': 'truncated',
  'truncated.jpg': 'truncated',
  'truncated.png': 'truncated',
  'zero-byte-text.jpg': 'not-a-picture',
}

/** Format, upright size, orientation, bits, frames, and `alpha` where declared. */
const FORMATS: Readonly<Record<string, string>> = {
  '10bit-p3-pq-hdr.avif': 'avif 1024x428 1 10 1',
  '16bit-gray-alpha.png': 'png 109x96 1 16 1 alpha',
  '16bit-rgb-wide.png': 'png 64x64 1 16 1',
  '16bit-rgba.png': 'png 32x32 1 16 1 alpha',
  '16bit-srgb-pair.png': 'png 64x64 1 8 1',
  'animated.avif': 'avif 150x150 1 8 5',
  'animated.gif': 'gif 80x80 1 8 30 alpha',
  'animated.jxl': 'jxl 50x80 1 8 2 alpha',
  'animated.webp': 'webp 80x80 1 8 9 alpha',
  'apng-ball.png': 'png 100x100 1 8 20 alpha',
  'channel-swap-profile.png': 'png 1000x1000 1 8 1 alpha',
  'cmyk-no-profile.jpg': 'jpeg 500x333 1 8 1',
  'cmyk-profile.jpg': 'jpeg 500x333 1 8 1',
  'cmyk.tiff': 'tiff 100x100 1 8 1',
  'cutout-input-alpha.png': 'png 2048x1536 1 8 1 alpha',
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8].map((n) => [`exif-orientation-landscape-${n}.jpg`, `jpeg 600x450 ${n} 8 1`])),
  'exif-orientation-landscape-9-invalid.jpg': 'jpeg 480x369 1 8 1',
  'flower-cropped.jpg': 'jpeg 1040x1040 1 8 1',
  'fully-transparent.png': 'png 300x300 1 8 1 alpha',
  'gray.jpg': 'jpeg 128x128 1 8 1',
  'interlaced.png': 'png 32x32 1 8 1',
  'iphone11-p3-12mp.heic': 'heic 3024x4032 1 8 1',
  'iptc-icc-xmp.tiff': 'tiff 35x23 1 8 1',
  'large-12mp-orientation6.jpg': 'jpeg 3024x4032 6 8 1',
  'lossy-alpha.webp': 'webp 300x300 1 8 1 alpha',
  'multi-icon.ico': 'ico 16x16 1 8 1 alpha',
  'nokia-sample.heif': 'heic 640x426 1 8 1',
  'p3-colour-ring.png': 'png 1000x1000 1 8 1 alpha',
  'p3-tiny.png': 'too-small',
  'palette-transparent.png': 'png 32x32 1 8 1 alpha',
  'photo.jxl': 'jxl 896x1080 1 8 1',
  'plain.bmp': 'bmp 128x128 1 8 1',
  'progressive-420.jpg': 'jpeg 2268x1512 1 8 1',
  'progressive-cat.jpg': 'jpeg 320x240 1 8 1',
  'prophoto.png': 'too-small',
  'rainbow-odd-size.heic': 'heic 451x461 1 8 1',
  'rotated-mirrored.avif': 'avif 640x427 7 8 1',
  'rotated-none.avif': 'avif 640x427 4 8 1',
  'sdr-8bit.avif': 'avif 768x512 1 8 1',
  'single-image.heic': 'heic 1440x960 1 8 1',
  'transparency.avif': 'avif 64x64 1 8 1 alpha',
  'ultrahdr-gain-map.jpg': 'jpeg 400x300 1 8 1',
  'very-tall.webp': 'too-small',
}

const opened = (data: Uint8Array, write: (head: ReturnType<typeof sniff>) => string): string => {
  try {
    return write(sniff(data))
  } catch (thrown) {
    return thrown instanceof FaultError ? thrown.fault.code : String(thrown)
  }
}

describe.skipIf(!hasShared())('real files (../shared/data)', () => {
  it.each(Object.entries(CORRUPT))('corrupt/%s: %s', async (name, expected) => {
    expect(opened(await readSharedFile(`corrupt/${name}`), (head) => `${head.width}x${head.height}`)).toBe(expected)
  })

  it.each(Object.entries(FORMATS))('formats/%s: %s', async (name, expected) => {
    const write = (head: ReturnType<typeof sniff>) =>
      `${head.format} ${head.width}x${head.height} ${head.orientation} ${head.bits} ${head.frames}${head.transparency ? ' alpha' : ''}`
    expect(opened(await readSharedFile(`formats/${name}`), write)).toBe(expected)
  })

  it('no SVG is opened', async () => {
    for (const name of readdirSync(sharedData('corrupt')).filter((file) => file.endsWith('.svg')))
      expect(
        opened(await readSharedFile(`corrupt/${name}`), () => 'opened'),
        name,
      ).toBe('drawing')
  })

  it('every file has a line above', () => {
    const left = (folder: string, known: object) =>
      readdirSync(sharedData(folder)).filter((file) => !(file in known) && !/\.(md|svg|decoded\.jpg)$/.test(file))
    expect([...left('corrupt', CORRUPT), ...left('formats', FORMATS)]).toEqual([])
  })

  it('a real file cut anywhere is refused in words, and soon', async () => {
    for (const name of [
      'iphone11-p3-12mp.heic',
      'large-12mp-orientation6.jpg',
      'photo.jxl',
      'sdr-8bit.avif',
      'iptc-icc-xmp.tiff',
      'apng-ball.png',
      'animated.webp',
      'multi-icon.ico',
    ]) {
      const whole = await readSharedFile(`formats/${name}`)
      for (let i = 1; i < 40; i++) {
        const cut = whole.subarray(0, Math.floor((whole.length * i) / 40))
        const before = performance.now()
        try {
          sniff(cut)
          expect.unreachable(`${name} cut to ${cut.length} bytes was opened`)
        } catch (thrown) {
          if (!(thrown instanceof FaultError)) throw thrown
          expect(['truncated', 'damaged'], name).toContain(faultOf(thrown).code)
        }
        expect(performance.now() - before).toBeLessThan(200)
      }
    }
  })
})
