import type { Bytes } from './bytes'
import { type Block, type Header, header, MOST_BLOCKS } from './header'
import { checkSize, damaged, truncated } from './refuse'

/** Steps over a chain of sub-blocks; returns where it ends. */
function skipBlocks(bytes: Bytes, from: number): number {
  let at = from
  for (let length = bytes.u8(at); length > 0; length = bytes.u8(at)) at += 1 + length
  return at + 1
}

/** Reads a GIF's screen and the extent of every frame, which may lie about its size on its own. */
export function readGif(bytes: Bytes): Header {
  const width = bytes.u16(6, true)
  const height = bytes.u16(8, true)
  const tableOf = (flags: number) => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0)
  const blocks: Block[] = []
  let frames = 0
  let transparency = false
  let at = 13 + tableOf(bytes.u8(10))
  while (at < bytes.length) {
    const kind = bytes.u8(at)
    if (kind === 0x3b) break
    if (blocks.length > MOST_BLOCKS) blocks.length = MOST_BLOCKS
    if (kind === 0x21) {
      const label = bytes.u8(at + 1)
      if (label === 0xf9) transparency ||= frames === 0 && (bytes.u8(at + 3) & 1) === 1
      const end = skipBlocks(bytes, at + 2)
      if (label === 0xfe) blocks.push({ kind: 'comment', at: at + 3, length: Math.max(0, end - at - 4) })
      if (label === 0xff && bytes.is(at + 3, 'XMP DataXMP')) blocks.push({ kind: 'xmp', at: at + 14, length: Math.max(0, end - at - 14) })
      at = end
    } else if (kind === 0x2c) {
      const right = bytes.u16(at + 1, true) + bytes.u16(at + 5, true)
      const bottom = bytes.u16(at + 3, true) + bytes.u16(at + 7, true)
      checkSize(Math.max(width, right), Math.max(height, bottom))
      if (frames === 0) transparency ||= bytes.u16(at + 5, true) < width || bytes.u16(at + 7, true) < height
      const table = tableOf(bytes.u8(at + 9))
      try {
        at = skipBlocks(bytes, at + 11 + table)
      } catch (thrown) {
        if (frames === 0) throw thrown
        break
      }
      frames++
    } else if (frames > 0)
      break // many writers leave odd bytes behind the last frame; browsers pass over them too
    else damaged()
  }
  if (frames === 0) truncated()
  return header('gif', width, height, { frames, transparency, blocks })
}
