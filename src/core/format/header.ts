import type { Extent } from './bytes'

export type Format = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif' | 'bmp' | 'tiff' | 'heic' | 'jxl' | 'ico' | 'psd'

/** Something in the file beside the pixels. `exif` is a TIFF block, `iptc` Photoshop's resource blocks, `text` a PNG text chunk. */
export interface Block extends Extent {
  readonly kind: 'exif' | 'xmp' | 'extended-xmp' | 'iptc' | 'text' | 'comment' | 'c2pa' | 'film' | 'packed'
}

/** Where the file says how the camera was held, so that it can be taken out before a browser reads it. */
export interface OrientationField {
  readonly at: number
  readonly little: boolean
}

/** What the header of a picture declares. Nothing here has been held against the pixels. */
export interface Header {
  readonly format: Format
  /** Upright size in px. */
  readonly width: number
  readonly height: number
  /** EXIF's numbers 1 to 8; of HEIC and AVIF the equivalent of their own turn and mirror. */
  readonly orientation: number
  /** EXIF fields that hold `orientation`; empty for formats whose decoder turns the picture by itself. */
  readonly orientationFields: readonly OrientationField[]
  readonly bits: number
  /** 2 stands for “several” where the header gives no number. */
  readonly frames: number
  readonly transparency: boolean
  readonly colour: 'rgb' | 'grey' | 'cmyk' | 'other'
  /** Pieces of the ICC profile in their order; empty = none. */
  readonly icc: readonly Extent[]
  /** The profile is compressed with zlib (PNG). */
  readonly iccDeflated: boolean
  /** ITU-T H.273 numbers of the colours when the file gives these (AVIF, HEIC, PNG's cICP). */
  readonly cicp: Cicp | null
  /** A coding that browsers do not read although they read the format (12-bit, lossless or arithmetic JPEG). */
  readonly rare: boolean
  readonly blocks: readonly Block[]
  readonly notes: readonly string[]
}

export interface Cicp {
  readonly primaries: number
  readonly transfer: number
  readonly matrix: number
  /** Where `primaries` stands in the file, 2 bytes each in AVIF and HEIC. */
  readonly at: number
}

/** A header with the usual values, to be completed by each format's reader. */
export function header(format: Format, width: number, height: number, more: Partial<Header> = {}): Header {
  return {
    format,
    width,
    height,
    orientation: 1,
    orientationFields: [],
    bits: 8,
    frames: 1,
    transparency: false,
    colour: 'rgb',
    icc: [],
    iccDeflated: false,
    cicp: null,
    rare: false,
    blocks: [],
    notes: [],
    ...more,
  }
}

/** Blocks that are kept of one file: more tell nothing new. */
export const MOST_BLOCKS = 1000

/** Size after the camera's orientation: 5 to 8 lie on their side. */
export function uprightSize(width: number, height: number, orientation: number): { width: number; height: number } {
  return orientation >= 5 ? { width: height, height: width } : { width, height }
}

/** Quarter turns clockwise and then a mirror, for EXIF's orientations 1 to 8. */
export const TURNS = [
  [0, 0],
  [0, 1],
  [2, 0],
  [2, 1],
  [1, 1],
  [1, 0],
  [3, 1],
  [3, 0],
] as const
