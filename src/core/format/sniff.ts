import { readBmp } from './bmp'
import { Bytes, EndOfBytes } from './bytes'
import { readGif } from './gif'
import type { Format, Header } from './header'
import { readHeif } from './heif'
import { readIco } from './ico'
import { readJpeg } from './jpeg'
import { readJxl } from './jxl'
import { readPng } from './png'
import { readPsd } from './psd'
import { checkSize, damaged, notAPhoto, truncated } from './refuse'
import { readTiff } from './tiff'
import { readWebp } from './webp'

const readers: Readonly<Record<Format, (bytes: Bytes) => Header>> = {
  jpeg: readJpeg,
  png: readPng,
  webp: readWebp,
  avif: readHeif,
  heic: readHeif,
  gif: readGif,
  bmp: readBmp,
  tiff: readTiff,
  jxl: readJxl,
  ico: readIco,
  psd: readPsd,
}

/** What the first bytes show: a format that is read here, or the name of something that is refused. */
function kindOf(bytes: Bytes): Format | Parameters<typeof notAPhoto>[0] {
  const is = (text: string, at = 0) => bytes.is(at, text)
  if (bytes.length === 0) return 'empty'
  if (is('\xff\xd8\xff')) return 'jpeg'
  if (is('\x89PNG\r\n\x1a\n')) return 'png'
  if (is('RIFF') && is('WEBP', 8)) return 'webp'
  if (is('GIF87a') || is('GIF89a')) return 'gif'
  if (is('8BPS')) return 'psd'
  if (is('\xff\x0a') || is('\0\0\0\x0cJXL \r\n\x87\n')) return 'jxl'
  if (is('ftyp', 4)) return 'heic'
  if (is('IIRO') || is('IIRS') || is('MMOR') || is('IIU\0') || is('FUJIFILMCCD-RAW') || is('FOVb')) return 'raw'
  if (is('II*\0') || is('MM\0*')) return 'tiff'
  if (is('II+\0') || is('MM\0+')) return 'big-tiff'
  if (is('\0\0\x01\0') && bytes.length > 6) return 'ico'
  if (is('%PDF')) return 'pdf'
  if (is('PK\x03\x04') || is('PK\x05\x06') || is('Rar!') || is("7z\xbc\xaf'\x1c") || is('\x1f\x8b')) return 'archive'
  if (is('\x1aE\xdf\xa3') || is('moov', 4) || is('mdat', 4) || (is('RIFF') && is('AVI ', 8))) return 'film'
  if (is('BM') && bytes.length >= 26 && [12, 40, 52, 56, 64, 108, 124].includes(bytes.u32(14, true))) return 'bmp'
  return textKind(bytes)
}

/** SVG, a web page, other text, or none of these. */
function textKind(bytes: Bytes): 'drawing' | 'html' | 'text' | 'unknown' {
  const wide = bytes.is(0, '\xff\xfe') || bytes.is(0, '\xfe\xff')
  const head = bytes.text(0, Math.min(bytes.length, 4096)).replace(wide ? /^..|\0/g : /^\xef\xbb\xbf/g, '')
  const bare = head.replace(/<!--[\s\S]*?(-->|$)|<\?[\s\S]*?(\?>|$)/g, '').trimStart()
  const root = bare.replace(/^<!DOCTYPE[^[>]*(\[[\s\S]*?\])?\s*>/i, '').trimStart()
  if (/^<([a-z]\w*:)?svg[\s>/]/i.test(root) || /^<!DOCTYPE\s+svg\b/i.test(bare)) return 'drawing'
  if (/^(<!DOCTYPE\s+html|<html|<head|<body)/i.test(bare)) return 'html'
  let odd = 0
  for (const letter of head) if (letter < ' ' && !'\t\n\r\f'.includes(letter)) odd++
  return odd === 0 ? 'text' : 'unknown'
}

/**
 * Reads what a file is by its content and checks that it can be opened: never by its ending, never by decoding.
 * Throws a `FaultError` for whatever is no photo, ends early, contradicts itself, or is too large or too small.
 */
export function sniff(data: Uint8Array): Header {
  const header = readHeader(data)
  checkSize(header.width, header.height)
  return header
}

/** As `sniff`, but any size will do. */
export function readHeader(data: Uint8Array): Header {
  const bytes = new Bytes(data)
  const kind = kindOf(bytes)
  const read = readers[kind as Format]
  if (!read) notAPhoto(kind)
  try {
    return read(bytes)
  } catch (thrown) {
    if (thrown instanceof EndOfBytes) truncated()
    if (thrown instanceof RangeError) damaged()
    throw thrown
  }
}
