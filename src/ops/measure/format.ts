import { rgbProfile, SRGB } from '../../core/format/profile'

export interface Content {
  readonly format: 'jpeg' | 'png' | 'psd' | 'webp' | 'other'
  /** Whether a decoder will take the colours as sRGB: RGB without any other profile. */
  readonly srgb: boolean
}

/** What a file is by its content, and whether its colours are sRGB. */
export function contentOf(bytes: Uint8Array): Content {
  const ascii = (from: number, length: number) => String.fromCharCode(...bytes.subarray(from, from + length))
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return { format: 'jpeg', srgb: jpegIsSrgb(bytes, ascii) }
  if (ascii(1, 3) === 'PNG') return { format: 'png', srgb: pngIsSrgb(bytes, ascii) }
  if (ascii(0, 4) === '8BPS') return { format: 'psd', srgb: psdIsSrgb(bytes, ascii) }
  // In an extended WebP the sixth bit of the flags announces a colour profile.
  if (ascii(0, 4) === 'RIFF' && ascii(8, 4) === 'WEBP')
    return { format: 'webp', srgb: ascii(12, 4) !== 'VP8X' || ((bytes[20] as number) & 0x20) === 0 }
  return { format: 'other', srgb: false }
}

type Ascii = (from: number, length: number) => string

function jpegIsSrgb(bytes: Uint8Array, ascii: Ascii): boolean {
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] as number
    if (marker === 0xe2 && ascii(at + 4, 11) === 'ICC_PROFILE') return false
    // A frame header (any coding process): the number of components stands behind precision, height and width.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return bytes[at + 9] === 3
    at += 2 + (((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number))
  }
  return false
}

function pngIsSrgb(bytes: Uint8Array, ascii: Ascii): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const type = ascii(at + 4, 4)
    if (type === 'iCCP' || type === 'gAMA' || type === 'cHRM') return false
    if (type === 'IDAT') return true
  }
  return false
}

/** RGB, and its profile is the one that we write, or there is none. */
function psdIsSrgb(bytes: Uint8Array, ascii: Ascii): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 34 || view.getUint16(24) !== 3) return false
  let at = 30 + view.getUint32(26)
  const end = at + 4 + view.getUint32(at)
  for (at += 4; at + 12 <= end && ascii(at, 4) === '8BIM'; ) {
    const id = view.getUint16(at + 4)
    const data = at + 6 + evenly(1 + (bytes[at + 6] as number))
    const length = view.getUint32(data)
    if (id === 1039) return same(bytes.subarray(data + 4, data + 4 + length), rgbProfile('sRGB', SRGB))
    at = data + 4 + evenly(length)
  }
  return true
}

const evenly = (length: number) => length + (length % 2)
const same = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((value, i) => value === b[i])
