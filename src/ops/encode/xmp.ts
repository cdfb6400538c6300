import { pngChunk } from '../../core/format/chunk'

/** What a seller may send along with a picture; empty texts are left out. */
export interface Rights {
  readonly creator: string
  readonly copyright: string
  readonly description: string
  /** As EXIF has it (`2026:11:23 10:20:30`) or ISO 8601. */
  readonly taken: string
}

/** The XMP packet (dc:creator, dc:rights, dc:description, xmp:CreateDate) as UTF-8, or null when there is nothing to say. */
export function xmpOf(rights: Rights): Uint8Array<ArrayBuffer> | null {
  const lines = [
    rights.creator && `<dc:creator><rdf:Seq><rdf:li>${escaped(rights.creator)}</rdf:li></rdf:Seq></dc:creator>`,
    rights.copyright && `<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">${escaped(rights.copyright)}</rdf:li></rdf:Alt></dc:rights>`,
    rights.description &&
      `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escaped(rights.description)}</rdf:li></rdf:Alt></dc:description>`,
    rights.taken && `<xmp:CreateDate>${escaped(isoDate(rights.taken))}</xmp:CreateDate>`,
  ].filter(Boolean)
  if (lines.length === 0) return null
  return new TextEncoder().encode(
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>' +
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
      '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">' +
      `${lines.join('')}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`,
  )
}

/** Texts in XML 1.0: markup escaped, characters that XML forbids left out, each text at most 4,000 characters. */
function escaped(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
  const allowed = [...text.slice(0, 4000)].filter((c) => /[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u.test(c))
  return allowed.map((c) => entities[c] ?? c).join('')
}

function isoDate(taken: string): string {
  const [, day, time] = /^(\d{4}:\d{2}:\d{2})[ T](\d{2}:\d{2}:\d{2})/.exec(taken) ?? []
  return day && time ? `${day.replaceAll(':', '-')}T${time}` : taken
}

/** A JPEG with the packet as an APP1 segment behind JFIF's own. Throws when the packet does not fit into one segment. */
export function xmpIntoJpeg(jpeg: Uint8Array<ArrayBuffer>, packet: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const name = new TextEncoder().encode('http://ns.adobe.com/xap/1.0/\0')
  const length = 2 + name.length + packet.length
  if (length > 0xffff) throw new RangeError('the XMP packet is too long for one JPEG segment')
  const behind = jpeg[2] === 0xff && jpeg[3] === 0xe0 ? 4 + (((jpeg[4] as number) << 8) | (jpeg[5] as number)) : 2
  const head = Uint8Array.of(0xff, 0xe1, length >> 8, length & 255)
  return join(jpeg.subarray(0, behind), head, name, packet, jpeg.subarray(behind))
}

/** Bytes in front of a PNG's second chunk: the signature and IHDR. */
const PNG_HEAD = 8 + 25

/** A PNG that says it is sRGB (perceptual intent), with the packet, if there is one, as an iTXt chunk behind. */
export function intoPng(png: Uint8Array<ArrayBuffer>, packet: Uint8Array<ArrayBuffer> | null): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder()
  const chunks = [pngChunk('sRGB', Uint8Array.of(0))]
  if (packet) chunks.push(pngChunk('iTXt', join(text.encode('XML:com.adobe.xmp'), new Uint8Array(5), packet)))
  return join(png.subarray(0, PNG_HEAD), ...chunks, png.subarray(PNG_HEAD))
}

function join(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}
