import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasShared, readSharedFile, sharedData } from '../../../tests/support/shared'
import { join, jpegShell, png, pngChunk } from '../../core/format/fixtures/made'
import { readHeader } from '../../core/format/sniff'
import { FileFacts } from '../../core/project'
import type { RunContext } from '../../core/recipe'
import { readNotes } from './notes'
import { personal } from './personal'
import { run } from './run'
import { xmpLeaves } from './xmp'

const facts = async (data: Uint8Array<ArrayBuffer>, name = '') => {
  const value = await run({ file: { kind: 'file', blob: new Blob([data]) } }, { name }, {} as RunContext)
  return FileFacts.parse(value.facts)
}
const shared = (path: string) => readSharedFile(path) as Promise<Uint8Array<ArrayBuffer>>

describe('a plain file', () => {
  it('has nothing to tell', async () => {
    expect(await facts(jpegShell(400, 300), 'a.JPG')).toEqual({
      format: 'JPEG',
      width: 400,
      height: 300,
      orientation: 1,
      bits: 8,
      frames: 1,
      transparency: false,
      profile: null,
      focal: null,
      personal: [],
      rights: { creator: '', copyright: '', description: '', taken: '' },
      notes: [],
    })
  })

  it('is opened whatever its name says, which is noted', async () => {
    expect((await facts(jpegShell(400, 300), 'a.png')).notes).toEqual(['The file’s name ends in “.png”, its content is JPEG.'])
    expect((await facts(jpegShell(400, 300), 'jpeg.without.any')).notes).toEqual(['The file’s name ends in “.any”, its content is JPEG.'])
    expect((await facts(jpegShell(400, 300), 'IMG_1')).notes).toEqual([])
  })

  it('may carry texts and XMP', async () => {
    const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description dc:creator="Ann &amp; Bo" exif:GPSLatitude='52,31.2N'>
      <aux:SerialNumber>00042</aux:SerialNumber><dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© Ann</rdf:li></rdf:Alt></dc:rights></rdf:Description></rdf:RDF></x:xmpmeta>`
    const found = await facts(
      await png(
        20,
        20,
        new Uint8Array(400),
        pngChunk('tEXt', 'Author\0Cy'),
        pngChunk('iTXt', 'XML:com.adobe.xmp\0\0\0\0\0', new TextEncoder().encode(xmp)),
      ),
    )
    expect(found.personal).toContainEqual({ what: 'Camera serial number', value: '00042' })
    expect(found.personal).toContainEqual({ what: 'GPS position', value: '52,31.2N' })
    expect(found.personal).toContainEqual({ what: 'Name of the creator', value: 'Cy, Ann & Bo' })
    expect(found.rights).toMatchObject({ creator: 'Ann & Bo', copyright: '© Ann' })
  })

  it('with broken notes is opened all the same', async () => {
    const bad = jpegShell(400, 300)
    const file = join(bad.subarray(0, 2), [0xff, 0xe1, 0, 40], 'Exif\0\0II*\0\xff\xff\xff\xff', new Array(24).fill(255), bad.subarray(2))
    expect(await facts(file)).toMatchObject({ width: 400, height: 300 })
  })
})

describe('XMP', () => {
  it('never throws nor hangs, whatever is in it', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '/',
      '<a:b',
      ' c:d="e"',
      "='",
      '</a:b>',
      '<!--',
      '-->',
      '<?x',
      '?>',
      '&#x41;',
      '&#99999999;',
      'text',
      '"',
      '<rdf:li>',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => void xmpLeaves(pieces.join(''))),
      { numRuns: 2000 },
    )
    const before = performance.now()
    for (const again of ['<a:b ', '<', '<a:b c:d="', '<!--', '<a:b>', '="\'']) xmpLeaves(again.repeat(20_000))
    expect(performance.now() - before).toBeLessThan(3000)
  })
})

/** Tags of ExifTool whose values tell on a person, and must therefore be shown. */
const TELLING =
  /Serial|OwnerName|Artist|Creator$|By-line$|AuthorName|CreatorAddress|CreatorCity|CreatorPostalCode|WorkTelephone|WorkEmail|LicensorTelephone|LicensorEmail|LicensorStreet|LicensorName|CopyrightOwnerName|ImageCreatorName|ImageSupplierName|LicenseeName|EndUserName|UniqueID|XMP:City|Sublocation|Sub-location|UserComment/

describe.skipIf(!hasShared())('real files (../shared/data/metadata), held against ExifTool', () => {
  const names = hasShared() ? readdirSync(sharedData('metadata')).filter((name) => name.endsWith('.exiftool.json')) : []

  it.each(names)('%s', async (list) => {
    const tags = JSON.parse(await readFile(sharedData(`metadata/${list}`), 'utf8')) as Record<string, unknown>
    const data = await shared(`metadata/${list.replace('.exiftool.json', '')}`)
    const shown = personal((await readNotes(data, readHeader(data))).leaves)
    const all = shown.map(({ value }) => value).join('\n')
    for (const [tag, value] of Object.entries(tags)) {
      if (!TELLING.test(tag) || /ICC|JUMBF:(Jum|Instance)|Writer/.test(tag)) continue
      for (const one of [value].flat())
        if (String(one).trim() && !String(one).startsWith('(Binary')) expect(all, tag).toContain(String(one).trim().slice(0, 60))
    }
    const { 'EXIF:GPSLatitude': latitude, 'EXIF:GPSLongitude': longitude } = tags as Record<string, number | undefined>
    if (latitude !== undefined && longitude !== undefined) {
      const position = shown.find(({ what }) => what === 'GPS position')?.value ?? ''
      const [north, east] = position.split(', ').map(Number)
      expect(Math.abs(north as number)).toBeCloseTo(latitude, 4)
      expect(Math.abs(east as number)).toBeCloseTo(longitude, 4)
    }
    if ('EXIF:ThumbnailImage' in tags) expect(shown.map(({ what }) => what)).toContain('Preview picture inside the file')
    if ('JUMBF:JUMDLabel' in tags) expect(shown.map(({ what }) => what)).toContain('Content credentials (C2PA)')
  })

  it('rights and the date are read in their order of trust', async () => {
    expect((await facts(await shared('metadata/iptc-agency.jpg'))).rights).toMatchObject({
      creator: 'Julie Doe',
      copyright: '©2009 Julie Doe / Mugwum Press, all rights reserved',
      taken: '2009-06-24T09:41:07.72+01:00',
    })
    expect((await facts(await shared('metadata/long-description.jpg'))).rights).toMatchObject({
      creator: 'SSG KYLE DAVIS',
      taken: '2003-08-31',
    })
  })

  it.each([
    ['formats/iphone11-p3-12mp.heic', 'Display P3'],
    ['formats/large-12mp-orientation6.jpg', 'Display P3'],
    ['formats/cmyk-profile.jpg', 'U.S. Web Coated (SWOP) v2'],
    ['formats/16bit-rgb-wide.png', 'Linear Rec2020 RGB'],
    ['formats/iptc-icc-xmp.tiff', 'ProPhoto RGB'],
    ['formats/10bit-p3-pq-hdr.avif', 'Display P3 PQ (HDR)'],
    ['metadata/artstor-iptc.jpg', 'Adobe RGB (1998)'],
    ['formats/gray.jpg', null],
  ])('%s has the profile %s', async (path, profile) => expect((await facts(await shared(path))).profile).toBe(profile))

  it('the iPhone’s HEIC tells where it was taken', async () => {
    expect((await facts(await shared('formats/iphone11-p3-12mp.heic'))).personal[0]).toEqual({
      what: 'GPS position',
      value: '47.20712, 106.24311',
    })
  })
})
