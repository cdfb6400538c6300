import { type Bytes, EndOfBytes, type Extent } from './bytes'
import { truncated } from './refuse'

/** A box of the ISO base media format (HEIC, AVIF, JPEG XL, films). */
export interface Box {
  readonly type: string
  readonly body: number
  readonly end: number
}

/** The box at `at`, which must end no later than `limit`. */
export function boxAt(bytes: Bytes, at: number, limit: number): Box {
  const short = bytes.u32(at)
  const length = short === 1 ? bytes.u64(at + 8) : short === 0 ? limit - at : short
  if (length < 8 || at + length > limit) throw new EndOfBytes(`a box of ${length} bytes at ${at}`)
  return { type: bytes.text(at + 4, 4), body: at + (short === 1 ? 16 : 8), end: at + length }
}

/** More boxes, or pieces of items, than any camera writes: a file made to waste time. */
const TOO_MANY = 50_000

/** The boxes between `from` and `to`, in their order. A box that ends outside throws `EndOfBytes`, too many a RangeError. */
export function* boxes(bytes: Bytes, from: number, to: number): Generator<Box> {
  for (let at = from, count = 0; at + 8 <= to; count++) {
    if (count > TOO_MANY) throw new RangeError('too many boxes')
    const box = boxAt(bytes, at, to)
    yield box
    at = box.end
  }
}

/** What `iloc` says of where each item's bytes are. Items in other files or made of other items are left out. */
export function itemPlaces(bytes: Bytes, box: Box, idat: Box | null): Map<number, Extent[]> {
  const version = bytes.u8(box.body)
  const sizes = bytes.u16(box.body + 4)
  let at = box.body + 6
  const read = (size: number) => {
    const value = size === 8 ? bytes.u64(at) : size === 4 ? bytes.u32(at) : size === 2 ? bytes.u16(at) : 0
    at += size
    return value
  }
  const places = new Map<number, Extent[]>()
  let all = 0
  const count = read(version < 2 ? 2 : 4)
  for (let i = 0; i < count; i++) {
    const item = read(version < 2 ? 2 : 4)
    const method = version > 0 ? read(2) & 15 : 0
    at += 2
    const base = read((sizes >> 4) & 15)
    const extents: Extent[] = []
    const pieces = read(2)
    for (let j = 0; j < pieces; j++) {
      if (version > 0) read(sizes & 15)
      const start = read(sizes >> 12) + base + (method === 1 ? (idat?.body ?? 0) : 0)
      const length = read((sizes >> 8) & 15)
      if (at > box.end) throw new EndOfBytes('iloc')
      if (++all > TOO_MANY) throw new RangeError('too many pieces')
      if (method === 0 && start + length > bytes.length) truncated()
      extents.push({ at: start, length })
    }
    if (method <= 1) places.set(item, extents)
  }
  return places
}
