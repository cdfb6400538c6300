import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FaultError, faultOf } from '../fault'
import { be32, bmp, exif, gifShell, heifShell, ispe, join, jpegShell, png, pngChunk, property, tiff, webpShell } from './fixtures/made'
import { sniff } from './sniff'

const codeOf = (data: Uint8Array): string => {
  try {
    sniff(data)
    return 'opened'
  } catch (thrown) {
    return thrown instanceof FaultError ? thrown.fault.code : `not a fault: ${thrown}`
  }
}
const grey = (width: number, height: number, ...more: Uint8Array[]) => png(width, height, new Uint8Array(width * height), ...more)

describe('what is no photo', () => {
  it.each([
    ['nothing', '', 'empty'],
    ['text', 'This is definitely not an image file.\n', 'not-a-picture'],
    ['UTF-16 text', '\xff\xfeh\x00i\x00', 'not-a-picture'],
    ['a web page', '<!doctype html><title>x</title><img src=photo.jpg>', 'not-a-picture'],
    ['a PDF', '%PDF-1.7\n', 'not-a-picture'],
    ['a zip', 'PK\x03\x04\x14\x00', 'not-a-picture'],
    ['a film', '\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isommp41', 'not-a-picture'],
    ['a Canon raw', '\x00\x00\x00\x18ftypcrx \x00\x00\x00\x01crx isom', 'camera-raw'],
    ['a Fuji raw', 'FUJIFILMCCD-RAW 0201', 'camera-raw'],
    ['noise', '\x01\x02\x03\x04\x05\x06\x07\x08\x0e', 'not-a-picture'],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'drawing'],
    [
      'SVG after a comment',
      '\xef\xbb\xbf<?xml version="1.0"?>\n<!-- <html> -->\n<svg:svg xmlns:svg="http://www.w3.org/2000/svg"/>',
      'drawing',
    ],
    ['SVG with entities', '<!DOCTYPE a [ <!ENTITY lab "x">]>\n<svg xmlns="http://www.w3.org/2000/svg"/>', 'drawing'],
  ])('%s is refused', (_, text, code) => expect(codeOf(join(text))).toBe(code))

  it('says what it is in its own words', () => {
    const sentences = ['<svg/>', '%PDF-1', 'PK\x03\x04', 'words', '', '<html>', 'FOVb'].map((text) => {
      try {
        sniff(join(text))
        return ''
      } catch (thrown) {
        return faultOf(thrown).sentence
      }
    })
    expect(new Set(sentences).size).toBe(sentences.length)
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].*\.$/)
  })
})

describe('sizes', () => {
  it.each([
    ['120 megapixels', 12000, 10000, 'opened'],
    ['one row more', 12000, 10001, 'too-large'],
    ['the longest side', 30000, 100, 'opened'],
    ['a longer one', 30001, 100, 'too-large'],
    ['no width', 0, 100, 'damaged'],
    ['one pixel', 1, 1, 'too-small'],
    ['15 px', 15, 200, 'too-small'],
    ['16 px', 16, 16, 'opened'],
    ['a line', 1, 20000, 'too-thin'],
  ])('%s', (_, width, height, code) => expect(codeOf(jpegShell(width, height))).toBe(code))

  it('reads no pixel of a bomb', () => {
    expect(
      codeOf(
        join('\x89PNG\r\n\x1a\n', pngChunk('IHDR', be32(65536), be32(65536), [8, 2, 0, 0, 0]), pngChunk('IDAT', [1]), pngChunk('IEND')),
      ),
    ).toBe('too-large')
    expect(codeOf(gifShell(32, 32, [0, 0, 65535, 65535]))).toBe('too-large')
    expect(codeOf(gifShell(100, 100, [65500, 0, 100, 100]))).toBe('too-large')
    expect(codeOf(bmp(3_000_000, 2_000_000, 100))).toBe('too-large')
    expect(codeOf(heifShell('heic', 'hvc1', ispe(2 ** 31, 2 ** 31)))).toBe('too-large')
  })
})

describe('headers', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('EXIF orientation %i of a JPEG', (orientation) => {
    const head = sniff(jpegShell(400, 300, { orientation }))
    expect(head).toMatchObject({ format: 'jpeg', orientation, width: orientation > 4 ? 300 : 400, height: orientation > 4 ? 400 : 300 })
    expect(head.orientationFields).toHaveLength(1)
  })

  it('an orientation that does not exist counts as upright and is mentioned', () => {
    const head = sniff(jpegShell(400, 300, { orientation: 9 }))
    expect(head).toMatchObject({ width: 400, height: 300, orientation: 1 })
    expect(head.notes[0]).toContain('9')
  })

  it('the kind, the colours and the alpha', async () => {
    expect(sniff(jpegShell(40, 30, { parts: 4 }))).toMatchObject({ colour: 'cmyk', transparency: false })
    expect(sniff(jpegShell(40, 30, { parts: 1 })).colour).toBe('grey')
    expect(sniff(await grey(40, 30))).toMatchObject({
      format: 'png',
      colour: 'grey',
      transparency: false,
      frames: 1,
      width: 40,
      height: 30,
    })
    expect(sniff(await png(20, 20, new Uint8Array(1600)))).toMatchObject({ colour: 'rgb', transparency: true })
    expect(sniff(await grey(40, 30, pngChunk('acTL', be32(7), be32(0)), pngChunk('eXIf', exif(6))))).toMatchObject({
      frames: 7,
      orientation: 6,
      width: 30,
      height: 40,
    })
    expect(sniff(webpShell(640, 480, true))).toMatchObject({ format: 'webp', width: 640, height: 480, transparency: true })
    expect(sniff(webpShell(640, 480, false, 8))).toMatchObject({ width: 480, height: 640, orientation: 8, transparency: false })
    expect(sniff(gifShell(60, 50, [10, 10, 20, 20]))).toMatchObject({ format: 'gif', width: 60, height: 50, transparency: true, frames: 1 })
    expect(sniff(bmp(20, 16))).toMatchObject({ format: 'bmp', width: 20, height: 16 })
    expect(sniff(tiff(20, 30, new Uint8Array(1800), 6))).toMatchObject({ format: 'tiff', width: 30, height: 20, orientation: 6, bits: 8 })
  })

  it.each([
    ['no turn', [], 1],
    ['a quarter to the left', [property('irot', [1])], 8],
    ['half a turn', [property('irot', [2])], 3],
    ['a quarter to the right', [property('irot', [3])], 6],
    ['top and bottom swapped', [property('imir', [0])], 4],
    ['left and right swapped', [property('imir', [1])], 2],
    ['turned left, then left and right swapped', [property('irot', [1]), property('imir', [1])], 7],
    ['swapped, then turned left', [property('imir', [1]), property('irot', [1])], 5],
  ] as const)('a HEIC with %s', (_, turns, orientation) => {
    const head = sniff(heifShell('heic', 'hvc1', ispe(400, 300), ...turns))
    expect(head).toMatchObject({
      format: 'heic',
      orientation,
      width: orientation > 4 ? 300 : 400,
      height: orientation > 4 ? 400 : 300,
      orientationFields: [],
    })
  })

  it('tells AVIF from HEIC by its item, and finds its colours', () => {
    const colr = property('colr', 'nclx', [0, 12, 0, 16, 0, 9, 0])
    expect(sniff(heifShell('mif1', 'av01', ispe(64, 48), colr))).toMatchObject({
      format: 'avif',
      cicp: { primaries: 12, transfer: 16, matrix: 9 },
    })
  })
})

describe('files cut short', () => {
  it('a JPEG without its last marker', () => expect(codeOf(jpegShell(400, 300, { ending: false }))).toBe('truncated'))
  it('bytes after the last marker do no harm', () => expect(codeOf(join(jpegShell(400, 300), 'more'))).toBe('opened'))

  it('any cut of any of these is called that or damaged, never opened', async () => {
    const whole = [
      jpegShell(400, 300, { orientation: 6 }),
      await grey(40, 30),
      webpShell(64, 48, true),
      bmp(20, 16),
      tiff(20, 30, new Uint8Array(1800)),
      heifShell('heic', 'hvc1', ispe(400, 300)),
    ]
    for (const file of whole) {
      expect(codeOf(file)).toBe('opened')
      for (let length = 30; length < file.length; length++)
        expect(['truncated', 'damaged'], `${length} of ${file.length}`).toContain(codeOf(file.subarray(0, length)))
    }
  })
})

describe('hostile bytes', () => {
  const started = [
    '\xff\xd8\xff',
    '\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR',
    'RIFF\x40\x00\x00\x00WEBPVP8X',
    'GIF89a',
    'BM\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x28\x00\x00\x00',
    'II*\x00\x08\x00\x00\x00',
    'MM\x00*\x00\x00\x00\x08',
    '\x00\x00\x00\x18ftypheic',
    '\xff\x0a',
    '\x00\x00\x00\x0cJXL \r\n\x87\n',
    '\x00\x00\x01\x00',
    '8BPS\x00\x01',
    '<svg',
  ]

  it('random bytes behind any beginning end in a header or a fault', () => {
    fc.assert(
      fc.property(fc.constantFrom('', ...started), fc.uint8Array({ maxLength: 400 }), (start, rest) => {
        expect(codeOf(join(start, rest))).not.toContain('not a fault')
      }),
      { numRuns: 3000 },
    )
  })

  it('flipped bytes in good files end in a header or a fault', async () => {
    const good = [
      jpegShell(400, 300, { orientation: 6 }),
      await grey(40, 30, pngChunk('eXIf', exif(3))),
      webpShell(64, 48, true, 6),
      gifShell(60, 50, [0, 0, 60, 50]),
      bmp(20, 16),
      tiff(20, 30, new Uint8Array(1800)),
      heifShell('heic', 'hvc1', ispe(400, 300), property('irot', [1]), property('colr', 'nclx', [0, 1, 0, 13, 0, 6, 0])),
    ]
    fc.assert(
      fc.property(fc.constantFrom(...good), fc.array(fc.tuple(fc.nat(300), fc.nat(255)), { minLength: 1, maxLength: 8 }), (file, flips) => {
        const bad = file.slice()
        for (const [at, value] of flips) bad[at % bad.length] = value
        expect(codeOf(bad)).not.toContain('not a fault')
      }),
      { numRuns: 3000 },
    )
  })

  it.each([
    ['boxes of eight bytes', join('\x00\x00\x00\x18ftypheic', new Array(12).fill(0)), '\x00\x00\x00\x08free'],
    ['segments of two bytes', join([0xff, 0xd8]), '\xff\xfe\x00\x02'],
    [
      'empty chunks',
      join('\x89PNG\r\n\x1a\n', pngChunk('IHDR', be32(40), be32(40), [8, 2, 0, 0, 0])),
      '\x00\x00\x00\x00tEXt\x00\x00\x00\x00',
    ],
    ['empty frames', join('GIF89a', new Array(7).fill(0x20)), '\x2c\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x00'],
    ['directories', join('II*\x00\x08\x00\x00\x00'), '\xff\xff\x08\x00\x00\x00'],
  ])('four megabytes of %s take no second', (_, start, again) => {
    const unit = join(again)
    const file = new Uint8Array(4e6)
    for (let at = 0; at + unit.length <= file.length; at += unit.length) file.set(unit, at)
    file.set(start)
    const before = performance.now()
    expect(codeOf(file)).not.toContain('not a fault')
    expect(performance.now() - before).toBeLessThan(1000)
  })
})
