import type { Bytes } from './bytes'
import { type Header, header } from './header'
import { checkSize, damaged, truncated } from './refuse'

/** Reads a Windows or OS/2 bitmap's header and holds the size of uncompressed pixels against the file's. */
export function readBmp(bytes: Bytes): Header {
  const pixels = bytes.u32(10, true)
  const kind = bytes.u32(14, true)
  const old = kind === 12
  if (!old && kind < 40) damaged()
  const width = old ? bytes.u16(18, true) : bytes.i32(18, true)
  const height = old ? bytes.u16(20, true) : Math.abs(bytes.i32(22, true))
  const depth = bytes.u16(old ? 24 : 28, true)
  const packing = old ? 0 : bytes.u32(30, true)
  checkSize(width, height)
  const row = Math.ceil((width * depth) / 32) * 4
  if ((packing === 0 || packing === 3) && pixels + row * height > bytes.length) truncated()
  const alphaMask = kind >= 56 && packing === 3 ? bytes.u32(66, true) : 0
  return header('bmp', width, height, { transparency: depth === 32 && alphaMask !== 0 })
}
