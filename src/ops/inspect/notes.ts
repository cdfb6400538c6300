import exifr from 'exifr'
import { Bytes, type Extent } from '../../core/format/bytes'
import type { Block, Header } from '../../core/format/header'
import { type Leaf, textOf } from './leaf'
import { makerNotes } from './maker-notes'
import { pngText } from './png-text'
import { xmpLeaves } from './xmp'

/** All that a file says beside its pixels. */
export interface Notes {
  readonly leaves: readonly Leaf[]
  readonly oddities: readonly string[]
}

const EXIF = {
  tiff: true,
  ifd0: {},
  exif: true,
  gps: true,
  interop: false,
  ifd1: true,
  xmp: false,
  iptc: false,
  icc: false,
  jfif: false,
  mergeOutput: false,
  translateValues: false,
  reviveValues: false,
  sanitize: true,
} as const
const IPTC = { ...EXIF, exif: false, gps: false, ifd1: false, iptc: true } as const

/** Reads every block of notes in the file. A broken one is left out and said to be so; nothing here throws. */
export async function readNotes(data: Uint8Array, header: Header): Promise<Notes> {
  const bytes = new Bytes(data)
  const leaves: Leaf[] = []
  const broken = new Set<string>()
  const attempt = async (what: string, read: () => Promise<readonly Leaf[]> | readonly Leaf[]) => {
    try {
      leaves.push(...(await read()))
    } catch {
      broken.add(what)
    }
  }
  const bytesOf = (extent: Extent) => bytes.part({ at: extent.at, length: Math.min(extent.length, bytes.length - extent.at) })

  const readers: Record<Block['kind'], (part: Uint8Array) => Promise<void> | void> = {
    exif: (part) => attempt('camera’s notes (EXIF)', () => exifLeaves(part)),
    xmp: (part) => attempt('XMP notes', () => xmpLeaves(textOf(part))),
    'extended-xmp': () => undefined, // comes in pieces, see below
    iptc: (part) => attempt('press notes (IPTC)', () => iptcLeaves(part)),
    comment: (part) => attempt('comment', () => [{ path: 'file.Comment', value: textOf(part).replace(/\0/g, ' ').trim() }]),
    c2pa: (part) => attempt('content credentials', () => c2paLeaves(part)),
    film: () => void leaves.push({ path: 'file.Film', value: 'a short film recorded with the photo' }),
    packed: () => void leaves.push({ path: 'file.Packed', value: 'compressed camera notes' }),
    text: async (part) => {
      const { keyword, text, profile } = await pngText(part)
      if (!profile) return attempt('text', () => [{ path: `png.${keyword}`, value: text.trim() }])
      const kind = keyword.slice('Raw profile type '.length).toLowerCase()
      const skip = textOf(profile.subarray(0, 4)) === 'Exif' ? 6 : 0
      if (kind === 'exif' || (kind === 'app1' && skip)) return readers.exif(profile.subarray(skip))
      if (kind === 'xmp' || kind === 'app1') return readers.xmp(profile)
      if (kind === 'iptc') return readers.iptc(profile)
    },
  }
  for (const block of header.blocks) await readers[block.kind](bytesOf(block))
  const extended = header.blocks.filter((block) => block.kind === 'extended-xmp').map((block) => textOf(bytesOf(block)))
  if (extended.length > 0) await readers.xmp(new TextEncoder().encode(extended.join('')))
  return {
    leaves: leaves.filter((leaf) => leaf.value),
    oddities: [...broken].map((what) => `The ${what} in this file are damaged and were left out.`),
  }
}

async function exifLeaves(block: Uint8Array): Promise<Leaf[]> {
  const notes = makerNotes(block)
  const found: Leaf[] = [...notes.leaves]
  if (notes.length > 0) found.push({ path: 'maker.Notes', value: `${notes.length.toLocaleString('en-GB')} bytes` })
  const parsed = ((await exifr.parse(block as Uint8Array<ArrayBuffer>, EXIF)) ?? {}) as Record<string, Record<string, unknown> | undefined>
  const { latitude, longitude } = parsed.gps ?? {}
  if (Number.isFinite(latitude) && Number.isFinite(longitude))
    found.push({ path: 'exif.gps.Position', value: `${(latitude as number).toFixed(5)}, ${(longitude as number).toFixed(5)}` })
  if (parsed.ifd1?.ThumbnailLength)
    found.push({ path: 'exif.Thumbnail', value: `${Number(parsed.ifd1.ThumbnailLength).toLocaleString('en-GB')} bytes` })
  for (const group of ['ifd0', 'exif', 'gps']) found.push(...flat(`exif.${group}`, parsed[group]))
  return found
}

async function iptcLeaves(resources: Uint8Array): Promise<Leaf[]> {
  const parsed = (await exifr.parse(tiffAround(resources), IPTC)) as { iptc?: unknown } | undefined
  return flat('iptc', parsed?.iptc)
}

/** Texts, numbers and lists of them, as leaves. */
function flat(path: string, from: unknown): Leaf[] {
  return Object.entries((from ?? {}) as Record<string, unknown>).flatMap(([name, value]) => {
    const each =
      value instanceof Uint8Array && /^XP|Comment$/.test(name) ? [commentOf(value, name)] : Array.isArray(value) ? value : [value]
    const texts = each
      .filter((one) => typeof one === 'string' || typeof one === 'number')
      .map((one) => String(one).replace(/\0/g, ' ').trim())
    return texts.filter(Boolean).map((text) => ({ path: `${path}.${name}`, value: text }))
  })
}

/** Windows' fields are UTF-16; EXIF's comment begins with the name of its character set. */
function commentOf(value: Uint8Array, name: string): string {
  if (name.startsWith('XP')) return new TextDecoder('utf-16le').decode(value)
  const unicode = textOf(value.subarray(0, 7)) === 'UNICODE'
  return unicode ? new TextDecoder('utf-16be').decode(value.subarray(8)) : textOf(value.subarray(8))
}

/** The smallest TIFF that holds Photoshop's resource blocks as its IPTC field, the form in which exifr reads them anywhere. */
function tiffAround(resources: Uint8Array): Uint8Array<ArrayBuffer> {
  const tiff = new Uint8Array(26 + resources.length)
  const view = new DataView(tiff.buffer)
  tiff.set([0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0])
  view.setUint16(10, 0x83bb, true)
  view.setUint16(12, 1, true)
  view.setUint32(14, resources.length, true)
  view.setUint32(18, 26, true)
  tiff.set(resources, 26)
  return tiff
}

/** People and organisations that a content credential names in its JSON parts. */
function c2paLeaves(part: Uint8Array): Leaf[] {
  const text = textOf(part)
  const people = [...text.matchAll(/\{[^{}]{0,2000}"@type"\s*:\s*"(?:Person|Organization)"[^{}]{0,2000}\}/g)].map(([object]) => object)
  const names = people.flatMap((object) => /"name"\s*:\s*"([^"]{1,200})"/.exec(object)?.[1] ?? [])
  return [
    { path: 'c2pa.Manifest', value: `${part.length.toLocaleString('en-GB')} bytes` },
    ...names.map((value) => ({ path: 'c2pa.AuthorName', value })),
  ]
}
