import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DISPLAY_P3, rgbProfile, SRGB } from '../../core/format/profile'
import type { ImageValue } from '../../core/recipe'
import { BackgroundCheck } from './background'
import { contentOf } from './format'

const SIZE = 40
const white: [number, number, number] = [255, 255, 255]

function picture(at: (x: number, y: number) => readonly [number, number, number, number]): ImageValue {
  return {
    kind: 'image',
    width: SIZE,
    height: SIZE,
    data: Uint8ClampedArray.from({ length: SIZE * SIZE * 4 }, (_, i) => at((i >> 2) % SIZE, Math.floor((i >> 2) / SIZE))[i % 4] as number),
  }
}

describe('the background of a file', () => {
  test('is compared beyond 12 px from the nearest product pixel, and in the outer 2 px', () => {
    const pixel = fc.nat(SIZE * SIZE - 1)
    fc.assert(
      fc.property(
        fc.uniqueArray(pixel, { minLength: 1, maxLength: 6 }),
        fc.uniqueArray(pixel, { minLength: 1, maxLength: 40 }),
        (product, soiled) => {
          const placed = picture((x, y) => [0, 0, 0, product.includes(y * SIZE + x) ? 1 : 0])
          const file = picture((x, y) => (soiled.includes(y * SIZE + x) ? [255, 250, 255, 255] : [255, 255, 255, 255]))
          const distance = (i: number, j: number) => Math.hypot((i % SIZE) - (j % SIZE), Math.floor(i / SIZE) - Math.floor(j / SIZE))
          const far = soiled.filter((i) => product.every((j) => distance(i, j) > 12))
          const frame = soiled.filter(
            (i) => !product.includes(i) && (i % SIZE < 2 || i % SIZE >= SIZE - 2 || i < 2 * SIZE || i >= (SIZE - 2) * SIZE),
          )
          const check = new BackgroundCheck(placed, white)
          for (let top = 0; top < SIZE; top += 16) check.file(file.data.subarray(top * SIZE * 4, (top + 16) * SIZE * 4), top)
          expect(check.done(picture(() => [255, 255, 255, 255]))).toEqual({
            colour: white,
            canvasOff: 0,
            fileOffBeyond12: far.length,
            frameOff: frame.length,
            worst: far.length + frame.length > 0 ? 5 : 0,
          })
          expect(check.alphaOff).toBe(0)
        },
      ),
      { numRuns: 200 },
    )
  })

  test('the canvas is compared everywhere', () => {
    const placed = picture((x) => [9, 9, 9, x < 10 ? 255 : 0])
    const canvas = picture((x, y) => [255, 255, x === 10 && y < 5 ? 254 : 255, 255])
    expect(new BackgroundCheck(placed, white).done(canvas).canvasOff).toBe(5)
  })

  test('of a set may have any colour, and no transparency', () => {
    const placed = picture((x) => [9, 9, 9, x < 10 ? 255 : 0])
    const check = new BackgroundCheck(placed, 'any')
    const set = picture((x, y) => [x, y, x ^ y, y < 3 ? 254 : 255])
    check.file(set.data, 0)
    expect(check.alphaOff).toBe(3 * SIZE)
    expect(check.done(set)).toEqual({ colour: 'any', canvasOff: 0, fileOffBeyond12: 0, frameOff: 0, worst: 0 })
  })

  test('transparent means alpha 0', () => {
    const placed = picture((x) => [9, 9, 9, x < 10 ? 255 : 0])
    const check = new BackgroundCheck(placed, null)
    check.file(picture((x, y) => [9, 9, 9, x < 10 ? (y < 3 ? 254 : 255) : x === 39 ? 7 : 0]).data, 0)
    expect(check.alphaOff).toBe(30 + 40)
    expect(check.done(placed)).toEqual({ colour: null, canvasOff: 0, fileOffBeyond12: 40, frameOff: 40, worst: 7 })
  })
})

describe('contentOf', () => {
  const ascii = (text: string) => [...text].map((c) => c.charCodeAt(0))
  const frame = (components: number) => [0xff, 0xc0, 0, 8 + 3 * components, 8, 0, 1, 0, 1, components, ...new Array(3 * components).fill(0)]

  test('knows files by their first bytes and colours by their profile', () => {
    const profile = [0xff, 0xe2, 0, 14, ...ascii('ICC_PROFILE\0')]
    expect(contentOf(Uint8Array.of(0xff, 0xd8, ...frame(3)))).toEqual({ format: 'jpeg', srgb: true })
    expect(contentOf(Uint8Array.of(0xff, 0xd8, ...frame(4)))).toEqual({ format: 'jpeg', srgb: false })
    expect(contentOf(Uint8Array.of(0xff, 0xd8, ...profile, ...frame(3)))).toEqual({ format: 'jpeg', srgb: false })
    expect(contentOf(Uint8Array.from(ascii('GIF89a')))).toEqual({ format: 'other', srgb: false })
    expect(contentOf(Uint8Array.from([...ascii('RIFF'), 0, 0, 0, 0, ...ascii('WEBPVP8 ')]))).toEqual({ format: 'webp', srgb: true })
    expect(contentOf(new Uint8Array(0))).toEqual({ format: 'other', srgb: false })
  })

  test('a PSD is sRGB with our profile or none', () => {
    const resource = (id: number, data: readonly number[]) => [
      ...ascii('8BIM'),
      id >> 8,
      id & 255,
      0,
      0,
      0,
      0,
      data.length >> 8,
      data.length & 255,
      ...data,
    ]
    const psd = (mode: number, ...resources: number[][]) => {
      const all = resources.flat()
      const head = [...ascii('8BPS'), 0, 1, ...new Array(18).fill(0), 0, mode, 0, 0, 0, 0]
      return contentOf(Uint8Array.from([...head, 0, 0, all.length >> 8, all.length & 255, ...all]))
    }
    const resolution = resource(1005, new Array(16).fill(1))
    const evenly = (bytes: Uint8Array) => [...bytes, ...new Array(bytes.length % 2).fill(0)]
    expect(psd(3, resolution)).toEqual({ format: 'psd', srgb: true })
    expect(psd(3, resolution, resource(1039, evenly(rgbProfile('sRGB', SRGB))))).toEqual({ format: 'psd', srgb: true })
    expect(psd(3, resolution, resource(1039, evenly(rgbProfile('P3', DISPLAY_P3))))).toEqual({ format: 'psd', srgb: false })
    expect(psd(4, resolution)).toEqual({ format: 'psd', srgb: false })
  })

  test('a PNG is sRGB unless it says otherwise', () => {
    const chunk = (type: string, length: number) => [0, 0, 0, length, ...ascii(type), ...new Array(length + 4).fill(0)]
    const png = (...types: string[]) =>
      contentOf(Uint8Array.from([0x89, ...ascii('PNG\r\n\x1a\n'), ...chunk('IHDR', 13), ...types.flatMap((type) => chunk(type, 4))]))
    expect(png('sRGB', 'IDAT')).toEqual({ format: 'png', srgb: true })
    expect(png('iCCP', 'IDAT')).toEqual({ format: 'png', srgb: false })
  })
})
