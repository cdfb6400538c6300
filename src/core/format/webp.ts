import type { Bytes, Extent } from './bytes'
import { orientationOf } from './directory'
import { type Block, type Header, header, uprightSize } from './header'
import { damaged, truncated } from './refuse'

/** Reads the chunks of a WebP: lossy (VP8), lossless (VP8L) and extended (VP8X). */
export function readWebp(bytes: Bytes): Header {
  if (8 + bytes.u32(4, true) > bytes.length) truncated()
  const end = 8 + bytes.u32(4, true)
  const blocks: Block[] = []
  let icc: Extent[] = []
  let size: readonly [width: number, height: number] | null = null
  let transparency = false
  let frames = 0
  let pixels = false
  for (let at = 12; at + 8 <= end; ) {
    const type = bytes.text(at, 4)
    const length = bytes.u32(at + 4, true)
    const body = at + 8
    if (body + length > bytes.length) truncated()
    if (type === 'VP8X') {
      size ??= [1 + bytes.u24(body + 4, true), 1 + bytes.u24(body + 7, true)]
      transparency ||= (bytes.u8(body) & 0x10) !== 0
    } else if (type === 'VP8 ') {
      pixels = true
      if (!bytes.is(body + 3, '\x9d\x01\x2a')) damaged()
      size ??= [bytes.u16(body + 6, true) & 0x3fff, bytes.u16(body + 8, true) & 0x3fff]
    } else if (type === 'VP8L') {
      pixels = true
      if (bytes.u8(body) !== 0x2f) damaged()
      const packed = bytes.u32(body + 1, true)
      size ??= [1 + (packed & 0x3fff), 1 + ((packed >>> 14) & 0x3fff)]
      transparency ||= (packed >>> 28) % 2 === 1
    } else if (type === 'ANMF') {
      pixels = true
      frames++
    } else if (type === 'ICCP') icc = [{ at: body, length }]
    else if (type === 'EXIF') {
      const skip = bytes.is(body, 'Exif\0\0') ? 6 : 0
      blocks.push({ kind: 'exif', at: body + skip, length: length - skip })
    } else if (type === 'XMP ') blocks.push({ kind: 'xmp', at: body, length })
    else if (type === 'C2PA') blocks.push({ kind: 'c2pa', at: body, length })
    at = body + length + (length % 2)
  }
  if (!size || !pixels) truncated()
  const exif = blocks.find((block) => block.kind === 'exif')
  const turned = exif ? orientationOf(bytes, exif.at) : { orientation: 1, fields: [], notes: [] }
  const { width, height } = uprightSize(...size, turned.orientation)
  return header('webp', width, height, {
    orientation: turned.orientation,
    orientationFields: turned.fields,
    notes: turned.notes,
    transparency,
    frames: Math.max(1, frames),
    icc,
    blocks,
  })
}
