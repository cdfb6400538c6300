import type { Bytes, Extent } from './bytes'
import { orientationOf } from './directory'
import { type Block, type Header, header, MOST_BLOCKS, uprightSize } from './header'
import { damaged, truncated } from './refuse'

const XMP = 'http://ns.adobe.com/xap/1.0/\0'
const EXTENDED = 'http://ns.adobe.com/xmp/extension/\0'
const ICC = 'ICC_PROFILE\0'

/** Where the coded data that begins at `at` ends: the next marker that is neither a stuffed zero nor a restart; -1 = the file's end. */
function endOfScan(data: Uint8Array, at: number): number {
  for (let i = data.indexOf(0xff, at); i >= 0; i = data.indexOf(0xff, i + 1)) {
    const next = data[i + 1]
    if (next !== undefined && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return i
  }
  return -1
}

/** What one of the segments before the picture holds beside it. */
function blockIn(bytes: Bytes, marker: number, at: number, length: number): Block | null {
  const inside = (kind: Block['kind'], skip: number): Block => ({ kind, at: at + skip, length: length - skip })
  if (marker === 0xe1 && bytes.is(at, 'Exif\0')) return inside('exif', 6)
  if (marker === 0xe1 && bytes.is(at, XMP)) return inside('xmp', XMP.length)
  if (marker === 0xe1 && bytes.is(at, EXTENDED)) return inside('extended-xmp', EXTENDED.length + 40)
  if (marker === 0xed && bytes.is(at, 'Photoshop 3.0\0')) return inside('iptc', 14)
  if (marker === 0xeb && bytes.find('c2pa', at, at + Math.min(length, 200)) >= 0) return inside('c2pa', 0)
  return marker === 0xfe ? inside('comment', 0) : null
}

/** Reads a JPEG from its first marker to its last; pixels are skipped over, not decoded. */
export function readJpeg(bytes: Bytes): Header {
  let frame: { kind: number; bits: number; width: number; height: number; parts: number } | null = null
  const icc: (Extent & { place: number })[] = []
  const blocks: Block[] = []
  let scans = 0
  let at = 2
  for (;;) {
    at = bytes.data.indexOf(0xff, at)
    while (at >= 0 && bytes.data[at + 1] === 0xff) at++
    const marker = at < 0 ? undefined : bytes.data[at + 1]
    if (marker === undefined) truncated()
    at += 2
    if (marker === 0xd9 && (frame || scans)) break
    if (marker <= 1 || (marker >= 0xd0 && marker <= 0xd9)) continue
    const length = bytes.u16(at) - 2
    const body = at + 2
    if (length < 0) continue
    if (body + length > bytes.length) truncated()
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc && length >= 6)
      frame ??= { kind: marker, bits: bytes.u8(body), height: bytes.u16(body + 1), width: bytes.u16(body + 3), parts: bytes.u8(body + 5) }
    else if (marker === 0xe2 && bytes.is(body, ICC) && length > 14)
      icc.push({ place: bytes.u8(body + 12), at: body + 14, length: length - 14 })
    else {
      const block = blockIn(bytes, marker, body, length)
      if (block && block.length >= 0 && blocks.length < MOST_BLOCKS) blocks.push(block)
    }
    at = body + length
    if (marker === 0xda) {
      scans++
      at = endOfScan(bytes.data, at)
      if (at < 0) truncated()
    }
  }
  if (!frame || !scans) damaged()
  const film = bytes.find('ftyp', at)
  if (film > at && film - at < 1 << 20) blocks.push({ kind: 'film', at: film - 4, length: bytes.length - film + 4 })
  const exif = blocks.filter((block) => block.kind === 'exif').map((block) => orientationOf(bytes, block.at))
  const orientation = exif[0]?.orientation ?? 1
  const { width, height } = uprightSize(frame.width, frame.height, orientation)
  return header('jpeg', width, height, {
    orientation,
    orientationFields: exif.flatMap((one) => one.fields),
    bits: frame.bits,
    colour: frame.parts === 4 ? 'cmyk' : frame.parts === 1 ? 'grey' : 'rgb',
    icc: icc.sort((a, b) => a.place - b.place),
    blocks,
    notes: exif[0]?.notes ?? [],
    rare: frame.kind > 0xc2 || frame.bits !== 8,
  })
}
