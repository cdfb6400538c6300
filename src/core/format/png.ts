import type { Bytes, Extent } from './bytes'
import { orientationOf } from './directory'
import { type Block, type Cicp, type Header, header, MOST_BLOCKS, uprightSize } from './header'
import { damaged, truncated } from './refuse'

/** Reads a PNG chunk by chunk; the compressed pixels are stepped over. */
export function readPng(bytes: Bytes): Header {
  if (!bytes.is(12, 'IHDR') || bytes.u32(8) !== 13) damaged()
  const wide = bytes.u32(16)
  const high = bytes.u32(20)
  const kind = bytes.u8(25)
  const blocks: Block[] = []
  let icc: Extent[] = []
  let cicp: Cicp | null = null
  let frames = 1
  let transparent = kind === 4 || kind === 6
  let pixels = false
  let at = 8
  for (let type = ''; type !== 'IEND'; ) {
    if (at + 12 > bytes.length) truncated()
    const length = bytes.u32(at)
    type = bytes.text(at + 4, 4)
    const body = at + 8
    if (!/^[A-Za-z]{4}$/.test(type)) damaged()
    if (body + length + 4 > bytes.length) truncated()
    const inside = (of: Block['kind'], skip = 0) => void blocks.push({ kind: of, at: body + skip, length: length - skip })
    if (blocks.length > MOST_BLOCKS) blocks.length = MOST_BLOCKS
    if (type === 'IDAT') pixels = true
    else if (type === 'tRNS') transparent = true
    else if (type === 'acTL') frames = Math.max(1, bytes.u32(body))
    else if (type === 'iCCP') {
      const name = bytes.data.indexOf(0, body)
      if (name >= 0 && name + 2 < body + length) icc = [{ at: name + 2, length: body + length - name - 2 }]
    } else if (type === 'cICP') cicp = { primaries: bytes.u8(body), transfer: bytes.u8(body + 1), matrix: bytes.u8(body + 2), at: body }
    else if (type === 'eXIf') inside('exif')
    else if (type === 'caBX') inside('c2pa')
    else if (type === 'iTXt' && bytes.is(body, 'XML:com.adobe.xmp\0\0')) {
      // Keyword, compression flag and method, then two more texts that end in zero: language and translated keyword.
      const language = bytes.data.indexOf(0, body + 20)
      const translated = bytes.data.indexOf(0, language + 1)
      if (language >= 0 && translated >= 0 && translated < body + length) inside('xmp', translated + 1 - body)
    } else if (type === 'tEXt' || type === 'iTXt' || type === 'zTXt') blocks.push({ kind: 'text', at: at + 4, length: length + 4 })
    at = body + length + 4
  }
  if (!pixels) truncated()
  const exif = blocks.find((block) => block.kind === 'exif')
  const turned = exif ? orientationOf(bytes, exif.at) : { orientation: 1, fields: [], notes: [] }
  const { width, height } = uprightSize(wide, high, turned.orientation)
  return header('png', width, height, {
    orientation: turned.orientation,
    orientationFields: turned.fields,
    notes: turned.notes,
    bits: kind === 3 ? 8 : bytes.u8(24),
    frames,
    transparency: transparent,
    colour: kind === 0 || kind === 4 ? 'grey' : 'rgb',
    icc,
    iccDeflated: true,
    cicp,
    blocks,
  })
}
