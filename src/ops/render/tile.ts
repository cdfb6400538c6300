/** A part of the frame, px. */
export interface Tile {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** The pixels of a part: 8-bit RGBA, sRGB, straight alpha. */
export interface Layer extends Tile {
  readonly data: Uint8ClampedArray<ArrayBuffer>
}
