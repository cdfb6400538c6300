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

/** A frame in tiles of at most `reach` px, as equal as may be, row by row. */
export function tilesOf(width: number, height: number, reach: number): Tile[] {
  const [columns, rows] = [Math.ceil(width / reach), Math.ceil(height / reach)]
  const edge = (i: number, n: number, length: number) => Math.round((i * length) / n)
  return Array.from({ length: rows * columns }, (_, k) => {
    const [i, j] = [k % columns, Math.floor(k / columns)]
    const [left, top] = [edge(i, columns, width), edge(j, rows, height)]
    return { left, top, width: edge(i + 1, columns, width) - left, height: edge(j + 1, rows, height) - top }
  })
}
