import { boxes } from './boxes'
import type { Bytes } from './bytes'
import { type Block, type Header, header, uprightSize } from './header'
import { truncated } from './refuse'

type Take = (count: number) => number

/** Reads numbers of a JPEG XL codestream, lowest bit first (ISO/IEC 18181-1, annex B). */
function bitsOf(bytes: Bytes, from: number): Take {
  let bit = 0
  return (count) => {
    let value = 0
    for (let i = 0; i < count; i++, bit++) value += ((bytes.u8(from + (bit >> 3)) >> (bit & 7)) & 1) * 2 ** i
    return value
  }
}

/** One of four kinds of number, each an offset and a count of bits. */
function pick(take: Take, ...kinds: readonly (readonly [offset: number, bits: number])[]): number {
  const [offset, bits] = kinds[take(2)] as readonly [number, number]
  return offset + take(bits)
}

const RATIOS = [
  [0, 1],
  [1, 1],
  [12, 10],
  [4, 3],
  [3, 2],
  [16, 9],
  [5, 4],
  [2, 1],
] as const

function sizeFrom(take: Take): [width: number, height: number] {
  const small = take(1) === 1
  const side = () => (small ? 8 * (1 + take(5)) : pick(take, [1, 9], [1, 13], [1, 18], [1, 30]))
  const height = side()
  const [over, under] = RATIOS[take(3)] as (typeof RATIOS)[number]
  return [over === 0 ? side() : Math.floor((height * over) / under), height]
}

/** The part of the image metadata that comes before its colours. */
function look(take: Take): { orientation: number; frames: number; bits: number; transparency: boolean } {
  const found = { orientation: 1, frames: 1, bits: 8, transparency: false }
  if (take(1) === 1) return found
  if (take(1) === 1) {
    found.orientation = 1 + take(3)
    if (take(1) === 1) sizeFrom(take)
    if (take(1) === 1) return { ...found, transparency: true } // a preview's own header follows; too rare to read
    if (take(1) === 1) {
      found.frames = 2
      pick(take, [100, 0], [1000, 0], [1, 10], [1, 30])
      pick(take, [1, 0], [1001, 0], [1, 8], [1, 10])
      pick(take, [0, 0], [0, 3], [0, 16], [0, 32])
      take(1)
    }
  }
  if (take(1) === 1) {
    found.bits = pick(take, [32, 0], [16, 0], [24, 0], [1, 6])
    take(4)
  } else found.bits = pick(take, [8, 0], [10, 0], [12, 0], [1, 6])
  take(1)
  const extra = pick(take, [0, 0], [1, 0], [2, 4], [1, 12])
  // The first extra channel: its usual form is alpha, else its kind is written out, 0 being alpha.
  if (extra > 0) found.transparency = take(1) === 1 || pick(take, [0, 0], [1, 0], [2, 4], [18, 6]) === 0
  return found
}

/** Reads a JPEG XL: a bare codestream, or one in boxes. */
export function readJxl(bytes: Bytes): Header {
  const boxed = bytes.u8(0) === 0
  const blocks: Block[] = []
  let stream = boxed ? 0 : 2
  for (const { type, body, end } of boxed ? boxes(bytes, 0, bytes.length) : []) {
    const inside = (kind: Block['kind'], skip = 0) => void blocks.push({ kind, at: body + skip, length: end - body - skip })
    if (type === 'jxlc') stream ||= body + 2
    else if (type === 'jxlp') stream ||= body + 6
    else if (type === 'Exif') inside('exif', 4 + bytes.u32(body))
    else if (type === 'xml ') inside('xmp')
    else if (type === 'brob') inside('packed')
    else if (type === 'jumb') inside('c2pa')
  }
  if (stream === 0) truncated()
  const take = bitsOf(bytes, stream)
  const [wide, high] = sizeFrom(take)
  const { orientation, ...rest } = look(take)
  const { width, height } = uprightSize(wide, high, orientation)
  return header('jxl', width, height, { orientation, ...rest, blocks: blocks.filter((block) => block.length > 0) })
}
