import { unzipSync } from 'fflate'
import jpeg from 'jpeg-js'
import { PNG } from 'pngjs'

/** Decoded by a library that the app does not use: 8-bit RGBA. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

export function decoded(bytes: Uint8Array): Pixels {
  if (bytes[0] === 0x89) {
    const { width, height, data } = PNG.sync.read(Buffer.from(bytes))
    return { width, height, data }
  }
  const { width, height, data } = jpeg.decode(bytes, { useTArray: true, maxMemoryUsageInMB: 2048 })
  return { width, height, data }
}

export const unzipped = (bytes: Uint8Array): Record<string, Uint8Array> => unzipSync(bytes)

/** What Amazon's rule measures: the product's extent (pixels off white by more than 12) and whether the frame is pure white. */
export function onWhite({ width, height, data }: Pixels): { fill: number; frameOff: number; centre: [number, number] } {
  let left = width
  let right = -1
  let top = height
  let bottom = -1
  let frameOff = 0
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const p = (y * width + x) * 4
      const darkest = Math.min(data[p] as number, data[p + 1] as number, data[p + 2] as number)
      if ((x < 2 || y < 2 || x >= width - 2 || y >= height - 2) && darkest < 255) frameOff++
      if (darkest >= 243) continue
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
  }
  const fill = Math.max((right - left + 1) / width, (bottom - top + 1) / height)
  return { fill, frameOff, centre: [(left + right + 1) / 2 / width, (top + bottom + 1) / 2 / height] }
}

/** The names of a JPEG's segments that could carry metadata (APPn and COM; JFIF's own APP0 aside). */
export function metadataIn(bytes: Uint8Array): string[] {
  const found: string[] = []
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] as number
    if (marker === 0xda) break
    if ((marker > 0xe0 && marker <= 0xef) || marker === 0xfe) found.push(marker === 0xfe ? 'COM' : `APP${marker - 0xe0}`)
    at += 2 + (((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number))
  }
  return found
}
