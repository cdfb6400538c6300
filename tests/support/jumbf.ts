import { decode } from 'cborg'

type Bytes = Uint8Array<ArrayBuffer>

/** A box of a C2PA manifest store (ISO 19566-5), by its place: labels from the store inward, joined by `/`. */
export interface Box {
  readonly path: string
  /** What is hashed of it: all but its own length and type. */
  readonly content: Bytes
  /** Its CBOR, decoded; undefined where it holds other boxes or other data. */
  readonly cbor: unknown
  /** The CBOR as it stands there. */
  readonly bytes: Bytes | null
}

const word = (bytes: Uint8Array, at: number) => new DataView(bytes.buffer, bytes.byteOffset).getUint32(at)
const wordLittle = (bytes: Uint8Array, at: number) => new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, true)
const ascii = (bytes: Uint8Array, at: number, length: number) => String.fromCharCode(...bytes.subarray(at, at + length))

/** The manifest store of a JPEG (APP11 segments), PNG (caBX) or WebP (C2PA); written without the app's own libraries. Throws where there is none. */
export function manifestStore(file: Bytes): Bytes {
  const pieces: number[] = []
  if (file[0] === 0xff) {
    for (let at = 2; file[at] === 0xff && file[at + 1] !== 0xda; at += 2 + ((file[at + 2] as number) << 8) + (file[at + 3] as number)) {
      if (file[at + 1] !== 0xeb) continue
      const length = ((file[at + 2] as number) << 8) + (file[at + 3] as number)
      // JP, box instance and number of the segment; from the second segment on the box's own header is repeated.
      pieces.push(...file.subarray(at + 12 + (pieces.length > 0 ? 8 : 0), at + 2 + length))
    }
  } else if (file[0] === 0x89) {
    for (let at = 8; at < file.length; at += 12 + word(file, at))
      if (ascii(file, at + 4, 4) === 'caBX') pieces.push(...file.subarray(at + 8, at + 8 + word(file, at)))
  } else
    for (let at = 12; at < file.length; at += 8 + wordLittle(file, at + 4) + (wordLittle(file, at + 4) % 2))
      if (ascii(file, at, 4) === 'C2PA') pieces.push(...file.subarray(at + 8, at + 8 + wordLittle(file, at + 4)))
  if (pieces.length === 0) throw new RangeError('no manifest store')
  return Uint8Array.from(pieces)
}

/** All boxes of a manifest store that bear a label. */
export function boxesIn(store: Bytes, inside = ''): Box[] {
  const found: Box[] = []
  for (let at = 0; at + 8 <= store.length; at += word(store, at)) {
    if (ascii(store, at + 4, 4) !== 'jumb') continue
    const content = store.slice(at + 8, at + word(store, at))
    const described = word(content, 0)
    const label = ascii(content, 25, content.indexOf(0, 25) - 25)
    const path = inside + label
    const rest = content.slice(described)
    const bytes = rest.length > 8 && ascii(rest, 4, 4) === 'cbor' ? rest.slice(8, word(rest, 0)) : null
    const inner = bytes?.[0] === 0xd2 ? bytes.subarray(1) : bytes
    found.push({ path, content, bytes, cbor: inner ? decode(inner, { useMaps: true }) : undefined }, ...boxesIn(rest, `${path}/`))
  }
  return found
}

/** The box whose place ends so. Throws where there is none. */
export function boxAt(boxes: readonly Box[], end: string): Box {
  const box = boxes.find(({ path }) => path.endsWith(end))
  if (!box) throw new RangeError(`no box ${end} among ${boxes.map(({ path }) => path).join(', ')}`)
  return box
}
