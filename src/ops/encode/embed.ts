import { joined } from '../../core/bytes'
import { pngChunk } from '../../core/format/chunk'

type Data = Uint8Array<ArrayBuffer>

const text = new TextEncoder()

/** A JPEG with the packet as an APP1 segment behind JFIF's own. Throws when the packet does not fit into one segment. */
export function xmpIntoJpeg(jpeg: Data, packet: Data): Data {
  const name = text.encode('http://ns.adobe.com/xap/1.0/\0')
  const length = 2 + name.length + packet.length
  if (length > 0xffff) throw new RangeError('the XMP packet is too long for one JPEG segment')
  const behind = jpeg[2] === 0xff && jpeg[3] === 0xe0 ? 4 + (((jpeg[4] as number) << 8) | (jpeg[5] as number)) : 2
  const head = Uint8Array.of(0xff, 0xe1, length >> 8, length & 255)
  return joined(jpeg.subarray(0, behind), head, name, packet, jpeg.subarray(behind))
}

/** Bytes in front of a PNG's second chunk: the signature and IHDR. */
const PNG_HEAD = 8 + 25

/** A PNG that says it is sRGB (perceptual intent), with the packet, if there is one, as an iTXt chunk behind. */
export function intoPng(png: Data, packet: Data | null): Data {
  const chunks = [pngChunk('sRGB', Uint8Array.of(0))]
  if (packet) chunks.push(pngChunk('iTXt', joined(text.encode('XML:com.adobe.xmp'), new Uint8Array(5), packet)))
  return joined(png.subarray(0, PNG_HEAD), ...chunks, png.subarray(PNG_HEAD))
}

/** Flags of a WebP's extended header. */
const HAS_XMP = 0x04
const HAS_ALPHA = 0x10

/** A WebP with the packet as its last chunk. Only the extended form may carry one, so a simple file gets its header. */
export function xmpIntoWebp(webp: Data, packet: Data, { width, height }: { readonly width: number; readonly height: number }): Data {
  const first = String.fromCharCode(...webp.subarray(12, 16))
  const chunks = webp.slice(12)
  const extended: Data[] = []
  if (first === 'VP8X') chunks[8] = (chunks[8] as number) | HAS_XMP
  else {
    // Lossless pixels say themselves whether some are transparent, in the header's bit 28; simple lossy ones never are.
    const alpha = first === 'VP8L' && ((chunks[12] as number) & 0x10) !== 0
    const header = new Uint8Array(10)
    const view = new DataView(header.buffer)
    view.setUint32(0, HAS_XMP | (alpha ? HAS_ALPHA : 0), true)
    view.setUint32(4, width - 1, true)
    // Three bytes each: the height's lie behind the width's, whose fourth was 0.
    view.setUint16(7, (height - 1) & 0xffff, true)
    header[9] = (height - 1) >> 16
    extended.push(riffChunk('VP8X', header))
  }
  const body = joined(text.encode('WEBP'), ...extended, chunks, riffChunk('XMP ', packet))
  return riffChunk('RIFF', body)
}

/** A chunk of a RIFF file: its type, its length, its data, padded to an even length. */
function riffChunk(type: string, data: Data): Data {
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, data.length, true)
  return joined(text.encode(type), length, data, new Uint8Array(data.length % 2))
}
