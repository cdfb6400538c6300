import type { Header } from '../../core/format/header'
import { readFrame } from './frame'
import type { Pixels } from './pixels'
import { readStraight } from './straight'
import { NotRead, readStrips } from './strips'

/** Formats that today's browsers open by themselves. */
const NATIVE: ReadonlySet<string> = new Set(['jpeg', 'png', 'webp', 'avif', 'gif', 'bmp'])

/**
 * Whether the browser's decoder is the right one. It is not for rare codings, and not for CMYK with a profile, which
 * Chromium converts without black-point compensation (mean ΔE00 2.8 against lcms).
 */
export function browserOpens(header: Header): boolean {
  return NATIVE.has(header.format) && !header.rare && !(header.colour === 'cmyk' && header.icc.length > 0)
}

/** H.273 matrix numbers that stand for “follows from the primaries”; Chromium then forgets the primaries too. */
const DERIVED: ReadonlySet<number> = new Set([12, 13])

/**
 * The file's bytes with its EXIF orientation set to “as stored”, since browsers differ over which formats' they follow
 * (Chromium: JPEG's and PNG's, not WebP's), and with colours that Chromium would drop said in its words.
 */
function plainBytes(data: Uint8Array<ArrayBuffer>, header: Header): Uint8Array<ArrayBuffer> {
  const { cicp, format } = header
  const derived = cicp && format === 'avif' && DERIVED.has(cicp.matrix)
  if (header.orientationFields.length === 0 && !derived) return data
  const plain = data.slice()
  const view = new DataView(plain.buffer)
  for (const { at, little } of header.orientationFields) view.setUint16(at, 1, little)
  // The nearest matrix that it knows: Rec. 2020's for Rec. 2020, else Rec. 709's (within 2 % of Display P3's own).
  if (derived) view.setUint16(cicp.at + 4, cicp.primaries === 9 ? 9 : 1)
  return plain
}

/**
 * Opens a picture with the browser's decoder, as stored (EXIF orientation not applied; AVIF's own turn is).
 * Throws `NotRead` when the browser cannot.
 */
export async function openNative(data: Uint8Array<ArrayBuffer>, header: Header): Promise<Pixels> {
  const opaque = !header.transparency
  const blob = new Blob([plainBytes(data, header)], { type: `image/${header.format}` })
  const bitmap = await createImageBitmap(blob, opaque ? {} : { premultiplyAlpha: 'none' }).catch((refusal: unknown) => {
    throw new NotRead(String(refusal))
  })
  try {
    return (await (opaque ? readFrame(bitmap) : readStraight(bitmap))) ?? readStrips(bitmap, opaque)
  } finally {
    bitmap.close()
  }
}
