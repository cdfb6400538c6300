import { Bytes, EndOfBytes } from '../../core/format/bytes'
import { directory, numberOf, type TiffBlock, tiffBlock } from '../../core/format/directory'
import type { Leaf } from './leaf'

/** Fields of the makers' own directories that name the camera or its owner (as listed by ExifTool's tag tables). */
const NAMING: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  canon: { 9: 'OwnerName', 12: 'SerialNumber', 150: 'InternalSerialNumber' },
  nikon: { 29: 'SerialNumber' },
  fuji: { 16: 'InternalSerialNumber' },
  panasonic: { 37: 'InternalSerialNumber' },
}

/** Serial numbers and owners out of the camera maker's private notes in an EXIF block, and how long these notes are. */
export function makerNotes(exif: Uint8Array): { leaves: Leaf[]; length: number } {
  const bytes = new Bytes(exif)
  const leaves: Leaf[] = []
  let length = 0
  try {
    const block = tiffBlock(bytes, 0)
    if (!block) return { leaves, length }
    const main = directory(bytes, block, block.first).fields
    const inner = main.get(0x8769) ? directory(bytes, block, numberOf(bytes, block, main.get(0x8769), 0)).fields : main
    const note = inner.get(0x927c)
    if (!note) return { leaves, length }
    length = note.count
    const keep = (name: string, text: string) => {
      const value = text.replace(/\0[\s\S]*$/, '').trim()
      if (value) leaves.push({ path: `maker.${name}`, value })
    }
    if (bytes.u16(note.at, true) === 0xf101)
      keep('SerialNumber', new TextDecoder('utf-16le').decode(bytes.part({ at: note.at + 42, length: 30 })))
    const make = main.get(0x10f)
    const found = ownDirectory(bytes, block, note.at, make ? bytes.text(make.at, Math.min(make.count, 20)) : '')
    for (const [tag, name] of Object.entries(found ? (NAMING[found.maker] ?? {}) : {})) {
      const field = found?.fields.get(Number(tag))
      if (!field || !found) continue
      if (field.type === 4) keep(name, String(numberOf(bytes, found.block, field, 0)))
      else keep(name, bytes.text(field.at, Math.min(field.count, 100)))
    }
  } catch (thrown) {
    if (!(thrown instanceof EndOfBytes)) throw thrown
  }
  return { leaves, length }
}

/** The directory inside the notes: each maker begins it differently and counts offsets from another place. */
function ownDirectory(bytes: Bytes, outer: TiffBlock, at: number, make: string) {
  const of = (maker: string, block: TiffBlock, first: number) => ({ maker, block, fields: directory(bytes, block, first).fields })
  if (bytes.is(at, 'Nikon\0\x02')) {
    const block = tiffBlock(bytes, at + 10)
    return block ? of('nikon', block, block.first) : null
  }
  if (bytes.is(at, 'FUJIFILM')) return of('fuji', { base: at, little: true, first: 0 }, at + bytes.u32(at + 8, true))
  if (bytes.is(at, 'Panasonic\0')) return of('panasonic', outer, at + 12)
  return /^canon/i.test(make) ? of('canon', outer, at) : null
}
