import type { Bytes, Extent } from './bytes'
import { directory, type Field, nextDirectory, numberOf, tiffBlock } from './directory'
import { type Header, header, uprightSize } from './header'
import { damaged, notAPhoto, truncated } from './refuse'

const COLOUR_FILTER_ARRAY = 32803
const LINEAR_RAW = 34892

/** Reads a TIFF's first page. Camera raw files, which are TIFFs too, are told apart by their unfinished pixels. */
export function readTiff(bytes: Bytes): Header {
  const block = tiffBlock(bytes, 0)
  if (!block) notAPhoto('big-tiff')
  const { fields, next } = directory(bytes, block, block.first)
  const read = (tag: number, absent: number, index = 0) => numberOf(bytes, block, fields.get(tag), absent, index)
  const wide = read(0x100, 0)
  const high = read(0x101, 0)
  if (bytes.is(8, 'CR') || fields.has(0xc612) || isRaw(bytes)) notAPhoto('raw')
  if (block.first >= bytes.length || !wide || !high) truncated()
  checkStrips(bytes, fields.get(0x111) ?? fields.get(0x144), fields.get(0x117) ?? fields.get(0x145))
  let frames = 1
  const seen = new Set([block.first])
  for (let page = next; page && !seen.has(page) && frames < 1000; page = nextDirectory(bytes, block, page)) {
    seen.add(page)
    frames++
  }
  const declared = read(0x112, 1)
  const orientation = declared >= 1 && declared <= 8 ? declared : 1
  const photometric = read(0x106, 2)
  const inside = (tag: number): Extent[] => {
    const field = fields.get(tag)
    return field && field.at + field.count <= bytes.length
      ? [{ at: field.at, length: field.count * (tag === 0x83bb && field.type === 4 ? 4 : 1) }]
      : []
  }
  const { width, height } = uprightSize(wide, high, orientation)
  return header('tiff', width, height, {
    orientation,
    bits: read(0x102, 1),
    frames,
    icc: inside(0x8773),
    transparency: fields.has(0x152) && read(0x152, 0) !== 0,
    colour:
      photometric === 5
        ? 'cmyk'
        : photometric <= 1
          ? 'grey'
          : photometric === 2 || photometric === 3 || photometric === 6
            ? 'rgb'
            : 'other',
    blocks: [
      { kind: 'exif', at: 0, length: bytes.length },
      ...inside(0x2bc).map((extent) => ({ kind: 'xmp' as const, ...extent })),
      ...inside(0x8649).map((extent) => ({ kind: 'iptc' as const, ...extent })),
    ],
    notes:
      orientation === declared
        ? []
        : [`The file gives an orientation that does not exist (${declared}); the photo is shown as it was stored.`],
  })

  function isRaw(of: Bytes): boolean {
    const sub = fields.get(0x14a)
    if (!block) return false
    const raw = (photo: number) => photo === COLOUR_FILTER_ARRAY || photo === LINEAR_RAW
    if (raw(read(0x106, 0))) return true
    for (let i = 0; i < Math.min(sub?.count ?? 0, 8); i++) {
      const inner = directory(of, block, numberOf(of, block, sub, 0, i)).fields
      if (raw(numberOf(of, block, inner.get(0x106), 0))) return true
    }
    return false
  }

  function checkStrips(of: Bytes, starts: Field | undefined, lengths: Field | undefined): void {
    if (!block || !starts || !lengths) damaged()
    const last = Math.min(starts.count, lengths.count) - 1
    for (const i of new Set([0, last])) {
      const start = numberOf(of, block, starts, -1, i)
      const length = numberOf(of, block, lengths, -1, i)
      if (start < 0 || length < 0 || start + length > of.length) truncated()
    }
  }
}
