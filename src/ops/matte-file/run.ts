import { pngChunk } from '../../core/format/chunk'
import type { MaskValue, Runner } from '../../core/recipe'
import type { matteFile } from './index'

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const BITS = 8
const GREY = 0
/** Each line as its difference from the one above: a matte is mostly even, so that most bytes become 0. */
const UP = 2

/** PNG (ISO/IEC 15948). No gamma is named, since alpha is no light. */
export const run: Runner<typeof matteFile> = async ({ mask }) => {
  const head = new DataView(new ArrayBuffer(13))
  head.setUint32(0, mask.width)
  head.setUint32(4, mask.height)
  head.setUint8(8, BITS)
  head.setUint8(9, GREY)
  const packed = new Blob([filtered(mask)]).stream().pipeThrough(new CompressionStream('deflate'))
  const data = new Uint8Array(await new Response(packed).arrayBuffer())
  const chunks = [pngChunk('IHDR', new Uint8Array(head.buffer)), pngChunk('IDAT', data), pngChunk('IEND', new Uint8Array())]
  return { kind: 'file', blob: new Blob([SIGNATURE, ...chunks], { type: 'image/png' }) }
}

/** The lines, each with its filter in front. */
function filtered({ width, height, data }: MaskValue): Uint8Array<ArrayBuffer> {
  const lines = new Uint8Array((width + 1) * height)
  for (let y = 0; y < height; y++) {
    const out = lines.subarray(y * (width + 1), (y + 1) * (width + 1))
    out[0] = UP
    const at = y * width
    for (let x = 0; x < width; x++) out[x + 1] = (data[at + x] as number) - (y > 0 ? (data[at - width + x] as number) : 0)
  }
  return lines
}
