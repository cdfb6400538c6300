import { describe, expect, it } from 'vitest'
import { commands } from 'vitest/browser'
import { FaultError } from '../../core/fault'
import { readHeader } from '../../core/format/sniff'
import type { RunContext } from '../../core/recipe'
import { blocks, meanDifference } from './fixtures/difference'
import { context, shared } from './fixtures/files'
// Means of 6 x 6 blocks as RGBA in hexadecimal, made by ImageMagick 6.9.11 with lcms 2 (`convert FILE[0] -auto-orient -profile sRGB.icc`),
// HEIC and AVIF after `heif-convert` of libheif 1.15.1.
import references from './fixtures/references.json'
import { openWithMagick } from './magick'
import { browserOpens } from './native'
import type { Pixels } from './pixels'
import { open, run } from './run'

const here = await commands.hasShared()
const whole = async (path: string): Promise<Pixels> => {
  const data = await shared(commands, path)
  return open(data, readHeader(data), 0, context(commands))
}

/** Another decoder's picture, scaled to the size of ours. */
async function rendering(path: string, size: { width: number; height: number }, colourSpace: PredefinedColorSpace): Promise<Pixels> {
  const bitmap = await createImageBitmap(new Blob([await shared(commands, path)]), {
    resizeWidth: size.width,
    resizeHeight: size.height,
    resizeQuality: 'high',
  })
  const canvas = new OffscreenCanvas(size.width, size.height)
  const pen = canvas.getContext('2d')
  pen?.drawImage(bitmap, 0, 0)
  const as = pen?.getImageData(0, 0, size.width, size.height)
  if (!as || !pen) throw new Error('no canvas')
  pen.putImageData(new ImageData(as.data, size.width, size.height, { colorSpace: colourSpace }), 0, 0)
  return { ...size, data: pen.getImageData(0, 0, size.width, size.height).data }
}

describe.skipIf(!here)('real files (../shared/data)', () => {
  it.each(Object.entries(references))('formats/%s looks as a colour-managed decoder shows it', async (name, reference) => {
    const [size, hex = ''] = reference.split(' ')
    const image = await whole(`formats/${name}`)
    expect(`${image.width}x${image.height}`).toBe(size)
    const expected = Uint8ClampedArray.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
    const ours = blocks(image, 6)
    expect(meanDifference(ours, { width: 6, height: 6, data: expected })).toBeLessThan(1)
    for (let i = 3; i < expected.length; i += 4)
      expect(Math.abs((ours.data[i] as number) - (expected[i] as number)), `alpha of block ${i >> 2}`).toBeLessThanOrEqual(2)
  })

  it.each(Object.keys(references).filter((name) => /(jpg|png|webp|avif|gif|bmp)$/.test(name)))(
    'formats/%s is pixel by pixel what a second decoder reads',
    async (name) => {
      const data = await shared(commands, `formats/${name}`)
      const header = readHeader(data)
      const ctx = context(commands)
      const [one, other] = [await open(data, header, 0, ctx), await openWithMagick(data, header, () => ctx.part('magick'))]
      // Stored pixels are compared where the two differ in nothing but orientation.
      if (header.orientation !== 1 && header.format !== 'avif') return expect(one.width * one.height).toBe(other.width * other.height)
      // Decoders differ in how they spread AVIF's halved colours.
      expect(meanDifference(one, other)).toBeLessThan(header.format === 'avif' ? 1.3 : 1)
      if (browserOpens(header))
        for (let p = 3; p < one.data.length; p += 4 * 97)
          expect(Math.abs((one.data[p] as number) - (other.data[p] as number))).toBeLessThanOrEqual(1)
    },
  )

  it('all eight orientations stand alike', async () => {
    const [first, ...others] = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((n) => whole(`formats/exif-orientation-landscape-${n}.jpg`)))
    for (const other of others) {
      expect(first && [other.width, other.height]).toEqual([600, 450])
      expect(meanDifference(blocks(first as Pixels, 30), blocks(other, 30))).toBeLessThan(3)
    }
  })

  it('a turned and mirrored AVIF stands like the plain one', async () => {
    const [plain, other] = [await whole('formats/rotated-none.avif'), await whole('formats/rotated-mirrored.avif')]
    expect(meanDifference(blocks(plain, 30), blocks(other, 30))).toBeLessThan(2)
  })

  it.each([
    ['iphone11-p3-12mp.heic', 'iphone11-p3-12mp.decoded.jpg', 'display-p3'],
    ['single-image.heic', 'single-image.decoded.jpg', 'srgb'],
    ['nokia-sample.heif', 'nokia-sample.decoded.jpg', 'srgb'],
    ['rainbow-odd-size.heic', 'rainbow-odd-size.decoded.jpg', 'srgb'],
    ['photo.jxl', 'photo-jxl.decoded.jpg', 'srgb'],
  ] as const)('%s is what libheif and libjxl show', async (name, reference, colours) => {
    const image = await whole(`formats/${name}`)
    expect(meanDifference(blocks(image, 20), blocks(await rendering(`formats/${reference}`, image, colours), 20))).toBeLessThan(1)
  })

  it('a 16-bit Rec. 2020 picture looks like the sRGB rendering of the same raw', async () => {
    const [wide, pair] = [await whole('formats/16bit-rgb-wide.png'), await whole('formats/16bit-srgb-pair.png')]
    expect(meanDifference(wide, pair)).toBeLessThan(1.5)
  })

  it('HDR comes out as a picture for ordinary screens', async () => {
    const { data } = blocks(await whole('formats/10bit-p3-pq-hdr.avif'), 6)
    const sky = data.subarray(4 * 4, 4 * 4 + 3)
    const grass = data.subarray((3 * 6 + 1) * 4, (3 * 6 + 1) * 4 + 3)
    expect(Math.max(...sky)).toBeGreaterThan(140) // PQ's codes shown as they are would leave the sky grey and everything flat
    expect(grass[1]).toBeGreaterThan(1.5 * (grass[2] as number))
  })

  it('transparency is kept', async () => {
    expect((await whole('formats/fully-transparent.png')).data.every((value, i) => i % 4 !== 3 || value === 0)).toBe(true)
    const { data } = await whole('formats/transparency.avif')
    const alphas = new Set(data.filter((_, i) => i % 4 === 3))
    expect(alphas.has(0) && alphas.has(255)).toBe(true)
  })

  it.each([
    ['bad-exif.jpg', '500x500'],
    ['crash-test.gif', '800x533'],
    ['invalid-camera.jpg', '61x58'],
    ['invalid-exif.jpg', '200x200'],
    ['panic.webp', '100x30'],
    ['test-suite-noise.jpg', 'damaged'],
    ['broken-stream.png', 'damaged'],
    ['broken.png', 'damaged'],
    ['truncated.jpg', 'truncated'],
    ['truncated.png', 'truncated'],
    ['bomb-65536x65536.png', 'too-large'],
    ['bomb-20000x14000.jpg', 'too-large'],
    ['bomb.gif', 'too-large'],
    ['svg-script.svg', 'drawing'],
    ['zero-byte-text.jpg', 'not-a-picture'],
    ['negative-array.heif', 'truncated'],
    ['fuzz-clap.heic', 'truncated'],
    ['huge-dimensions.bmp', 'too-large'],
  ])('corrupt/%s ends as %s', async (name, expected) => {
    const blob = new Blob([await shared(commands, `corrupt/${name}`)])
    const ended = await run({ file: { kind: 'file', blob } }, { name, turn: 0 }, context(commands) as unknown as RunContext).then(
      (image) => `${image.width}x${image.height}`,
      (thrown) => (thrown instanceof FaultError ? thrown.fault.code : String(thrown)),
    )
    expect(ended).toBe(expected)
  })
})
