import type { Bytes } from './bytes'
import { type Header, header } from './header'
import { damaged, truncated } from './refuse'

/** Reads a Windows icon: its largest picture is the one that counts. */
export function readIco(bytes: Bytes): Header {
  const pictures = bytes.u16(4, true)
  if (pictures === 0) damaged()
  let best = { width: 0, height: 0, bits: 0 }
  for (let i = 0; i < pictures; i++) {
    const entry = 6 + 16 * i
    if (bytes.u32(entry + 8, true) + bytes.u32(entry + 12, true) > bytes.length) truncated()
    const width = bytes.u8(entry) || 256
    const height = bytes.u8(entry + 1) || 256
    if (width * height > best.width * best.height) best = { width, height, bits: bytes.u16(entry + 6, true) }
  }
  return header('ico', best.width, best.height, { frames: pictures, transparency: true })
}
