import type { Bytes } from './bytes'
import { type Header, header } from './header'
import { damaged } from './refuse'

/** Reads a Photoshop file's header; the flattened picture at its end is what gets opened. */
export function readPsd(bytes: Bytes): Header {
  if (bytes.u16(4) !== 1) damaged()
  const mode = bytes.u16(24)
  const channels = bytes.u16(12)
  const colour = mode === 4 ? 'cmyk' : mode === 1 || mode === 0 ? 'grey' : mode === 3 ? 'rgb' : 'other'
  const settings = 26 + 4 + bytes.u32(26)
  return header('psd', bytes.u32(18), bytes.u32(14), {
    bits: bytes.u16(22),
    colour,
    transparency: mode === 3 && channels > 3,
    blocks: [{ kind: 'iptc', at: settings + 4, length: bytes.u32(settings) }],
  })
}
