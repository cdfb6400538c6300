import { type Bytes, EndOfBytes } from './bytes'
import type { OrientationField } from './header'

/** One field of a TIFF directory. `at` is where its value stands in the file. */
export interface Field {
  readonly tag: number
  readonly type: number
  readonly count: number
  readonly at: number
}

/** A TIFF block: the file itself, or EXIF inside another file. Offsets inside it count from `base`. */
export interface TiffBlock {
  readonly base: number
  readonly little: boolean
  /** Absolute place of the first directory. */
  readonly first: number
}

const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]

/** Reads the eight bytes that a TIFF block begins with; null when they are something else. */
export function tiffBlock(bytes: Bytes, base: number): TiffBlock | null {
  const little = bytes.is(base, 'II')
  if (!little && !bytes.is(base, 'MM')) return null
  return bytes.u16(base + 2, little) === 42 ? { base, little, first: base + bytes.u32(base + 4, little) } : null
}

/** The fields of the directory at `at`, as far as they are readable, and where the next one stands (0 = nowhere). */
export function directory(bytes: Bytes, block: TiffBlock, at: number): { fields: ReadonlyMap<number, Field>; next: number } {
  const { base, little } = block
  const fields = new Map<number, Field>()
  try {
    const count = bytes.u16(at, little)
    for (let i = 0, entry = at + 2; i < count; i++, entry += 12) {
      const tag = bytes.u16(entry, little)
      const type = bytes.u16(entry + 2, little)
      const values = bytes.u32(entry + 4, little)
      const size = (SIZES[type] ?? 0) * values
      if (size === 0) continue
      const value = size <= 4 ? entry + 8 : base + bytes.u32(entry + 8, little)
      if (!fields.has(tag)) fields.set(tag, { tag, type, count: values, at: value })
    }
    const next = bytes.u32(at + 2 + 12 * count, little)
    return { fields, next: next === 0 ? 0 : base + next }
  } catch (thrown) {
    if (!(thrown instanceof EndOfBytes)) throw thrown
    return { fields, next: 0 }
  }
}

/** Where the directory after the one at `at` stands, 0 = nowhere. */
export function nextDirectory(bytes: Bytes, { base, little }: TiffBlock, at: number): number {
  const after = at + 2 + 12 * bytes.u16(at, little)
  const next = bytes.u32(after, little)
  return next === 0 ? 0 : base + next
}

/** The `index`-th whole number of a field; `absent` when the field is not there, not a number or past the end. */
export function numberOf(bytes: Bytes, block: TiffBlock, field: Field | undefined, absent: number, index = 0): number {
  if (!field || index >= field.count) return absent
  try {
    if (field.type === 1 || field.type === 7) return bytes.u8(field.at + index)
    if (field.type === 3) return bytes.u16(field.at + 2 * index, block.little)
    if (field.type === 4 || field.type === 13) return bytes.u32(field.at + 4 * index, block.little)
  } catch (thrown) {
    if (!(thrown instanceof EndOfBytes)) throw thrown
  }
  return absent
}

/** The orientation that an EXIF block declares, where it says so, and a note when the number means nothing. */
export function orientationOf(bytes: Bytes, base: number): { orientation: number; fields: OrientationField[]; notes: string[] } {
  const upright = { orientation: 1, fields: [], notes: [] }
  try {
    const block = tiffBlock(bytes, base)
    if (!block) return upright
    const field = directory(bytes, block, block.first).fields.get(0x0112)
    const orientation = numberOf(bytes, block, field, 1)
    if (field?.type !== 3) return upright
    const fields = [{ at: field.at, little: block.little }]
    if (orientation >= 1 && orientation <= 8) return { orientation, fields, notes: [] }
    return {
      orientation: 1,
      fields,
      notes: [`The file gives an orientation that does not exist (${orientation}); the photo is shown as it was stored.`],
    }
  } catch (thrown) {
    if (!(thrown instanceof EndOfBytes)) throw thrown
    return upright
  }
}
