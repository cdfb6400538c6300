import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exifTool, hasExifTool } from '../../../tests/support/exiftool'
import { jpegShell, png } from '../../core/format/fixtures/made'
import { FileFacts } from '../../core/project'
import type { RunContext } from '../../core/recipe'
import { type FileRights, LONGEST_TEXT, plainText } from '../../core/rights'
import { xmpOf } from '../../core/xmp'
import { run as inspect } from '../inspect/run'
import { xmpLeaves } from '../inspect/xmp'
import { intoPng, xmpIntoJpeg, xmpIntoWebp } from './embed'
import { MARKS } from './fixtures/marks'

type Data = Uint8Array<ArrayBuffer>

const NOTHING: FileRights = { creator: '', copyright: '', description: '', taken: '', source: null, mining: null }
const RIGHTS: FileRights = {
  creator: 'Ünal & Søhne 👩‍🔧 花瓶',
  copyright: '© 2026 "Ünal\'s" <studio> ]]> ستوديو',
  description: 'Vase, weiß\n2nd line',
  taken: '2026:11:23 10:20:30',
  source: 'compositeCapture',
  mining: 'DMI-PROHIBITED-AIMLTRAINING',
}
const packetOf = (rights: FileRights): Data => xmpOf(rights) ?? new Uint8Array()
const leavesOf = (rights: FileRights) =>
  Object.fromEntries(xmpLeaves(new TextDecoder().decode(packetOf(rights))).map((leaf) => [leaf.path, leaf.value]))

// 40 × 24 px by libwebp: lossy, lossless and transparent, and extended by its transparency.
const webps = {
  lossy: 'UklGRkwAAABXRUJQVlA4IEAAAABQAwCdASooABgAPtFmrFCoJaQipWgBABoJZwDO3oAAK/fDcAD+6zb/7oAFP2f/+hJ/8TZ/xNnwcw1BONYUAAAA',
  lossless: 'UklGRhoAAABXRUJQVlA4TA0AAAAvJ8AFEAcQERGIiP4HAA==',
  extended:
    'UklGRqYAAABXRUJQVlA4WAoAAAAQAAAAJwAAFwAAQUxQSBsAAAARDzD/ERFCUQAykOaqauLJjgAR/Z8A9GXzlxgAVlA4IGQAAABwAwCdASooABgAP3GkxVk0rCejsAgCkC4JbAAu/8CjCm6ulAAA/uC5dyGyAF/cJ5m9lYM2v/SJPVjCpQH9qVrep8oIKKOT2s29HDPJ/njsB/uZR/8QEN72Zqyeff3SVBbXAAAA',
}
const size = { width: 40, height: 24 }

/** A file of every kind that carries the packet, by its name. */
async function filesWith(rights: FileRights): Promise<[name: string, data: Data][]> {
  const packet = packetOf(rights)
  return [
    ['a.jpg', xmpIntoJpeg(jpegShell(40, 24), packet)],
    ['a.png', intoPng(await png(40, 24, new Uint8Array(40 * 24)), packet)],
    ...Object.entries(webps).map(([name, base64]): [string, Data] => [
      `${name}.webp`,
      xmpIntoWebp(Uint8Array.from(Buffer.from(base64, 'base64')), packet, size),
    ]),
  ]
}

describe('the packet', () => {
  it('names vocabularies by their full addresses', () => {
    expect(leavesOf(RIGHTS)).toEqual({
      'xmp.dc:creator': RIGHTS.creator,
      'xmp.dc:rights': RIGHTS.copyright,
      'xmp.xmpRights:Marked': 'True',
      'xmp.dc:description': RIGHTS.description,
      'xmp.xmp:CreateDate': '2026-11-23T10:20:30',
      'xmp.photoshop:DateCreated': '2026-11-23T10:20:30',
      'xmp.Iptc4xmpExt:DigitalSourceType': 'http://cv.iptc.org/newscodes/digitalsourcetype/compositeCapture',
      'xmp.plus:DataMining': 'http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-AIMLTRAINING',
    })
    expect(leavesOf({ ...NOTHING, source: 'algorithmicallyEnhanced', mining: 'DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING' })).toEqual({
      'xmp.Iptc4xmpExt:DigitalSourceType': 'http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicallyEnhanced',
      'xmp.plus:DataMining': 'http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING',
    })
  })

  it('marks as somebody’s what is not everybody’s', () => {
    for (const copyright of ['Public domain', 'CC0 1.0', ''])
      expect(leavesOf({ ...NOTHING, copyright })).not.toHaveProperty('xmp.xmpRights:Marked')
    expect(leavesOf({ ...NOTHING, copyright: 'Ann 2026' })).toHaveProperty(['xmp.xmpRights:Marked'], 'True')
    expect(xmpOf(NOTHING)).toBeNull()
  })

  it('carries any text to the reader, and no text breaks out of its element', () => {
    const mark = fc.constantFrom(...MARKS)
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: LONGEST_TEXT + 50 }),
      fc.array(fc.oneof(mark, fc.string({ maxLength: 5 })), { maxLength: 60 }).map((parts) => parts.join('')),
    )
    const tagsOf = (rights: FileRights): string[] => new TextDecoder().decode(packetOf(rights)).match(/<[^\s>]*/g) ?? []
    const known = tagsOf(RIGHTS)
    fc.assert(
      fc.property(text, text, (creator, copyright) => {
        const found = leavesOf({ ...RIGHTS, creator, copyright })
        expect(found['xmp.dc:creator'] ?? '').toBe(plainText(creator))
        expect(found['xmp.dc:rights'] ?? '').toBe(plainText(copyright))
        // What stands behind is read as it was written.
        expect(found['xmp.plus:DataMining']).toBe('http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-AIMLTRAINING')
        const tags = tagsOf({ ...RIGHTS, creator, copyright })
        expect(tags.filter((tag) => !known.includes(tag))).toEqual([])
        expect(tags.length).toBeLessThanOrEqual(known.length)
      }),
      { numRuns: 500 },
    )
  })
})

describe('a file with rights, inspected by the studio', () => {
  const facts = async (name: string, data: Data) =>
    FileFacts.parse((await inspect({ file: { kind: 'file', blob: new Blob([data]) } }, { name }, {} as RunContext)).facts)

  it('tells what was chosen', async () => {
    for (const [name, data] of await filesWith(RIGHTS)) {
      const { rights, personal, notes, ...read } = await facts(name, data)
      expect(read, name).toMatchObject({ ...size, transparency: name === 'lossless.webp' || name === 'extended.webp' })
      const { creator, copyright, description } = RIGHTS
      expect(rights, name).toEqual({ creator, copyright, description, taken: '2026-11-23T10:20:30' })
      expect(personal.map(({ what }) => what).sort(), name).toEqual([
        'Copyright line',
        'Date and time',
        'Description',
        'Name of the creator',
      ])
      expect(notes, name).toEqual([])
    }
  })

  it('tells nothing on a person when nobody is named', async () => {
    for (const [name, data] of await filesWith({ ...NOTHING, source: RIGHTS.source, mining: RIGHTS.mining }))
      expect((await facts(name, data)).personal, name).toEqual([])
  })
})

describe.skipIf(!hasExifTool())('a file with rights, read back by ExifTool (Debian: libimage-exiftool-perl)', () => {
  it('says in every format what was chosen, and nothing else', async () => {
    const files = await filesWith(RIGHTS)
    const found = await exifTool(files)
    expect(found).toHaveLength(files.length)
    for (const tags of found) {
      const told = Object.fromEntries(
        Object.entries(tags).filter(([tag]) => /^(XMP|EXIF|IFD|IPTC|GPS|Photoshop|ExifTool:(Warn|Err))/.test(tag)),
      )
      expect(tags['Composite:ImageSize'], String(tags.SourceFile)).toBe('40 24')
      expect(told, String(tags.SourceFile)).toEqual({
        'XMP-dc:Creator': RIGHTS.creator,
        'XMP-dc:Rights': RIGHTS.copyright,
        'XMP-dc:Description': RIGHTS.description,
        'XMP-xmpRights:Marked': true,
        'XMP-xmp:CreateDate': '2026:11:23 10:20:30',
        'XMP-photoshop:DateCreated': '2026:11:23 10:20:30',
        'XMP-iptcExt:DigitalSourceType': 'http://cv.iptc.org/newscodes/digitalsourcetype/compositeCapture',
        'XMP-plus:DataMining': 'http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-AIMLTRAINING',
      })
    }
  })
})
