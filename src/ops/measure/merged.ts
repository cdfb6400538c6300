/** Rows handed over at a time. */
const ROWS = 512

type Take = (rows: Uint8ClampedArray, top: number, width: number) => void

/** Whether a file is Photoshop's. */
export const isPsd = (bytes: Uint8Array): boolean => bytes[0] === 0x38 && bytes[1] === 0x42 && bytes[2] === 0x50 && bytes[3] === 0x53

/**
 * Reads the merged picture of a PSD (Adobe Photoshop File Formats Specification, “Image Data Section”: 8 bits, RGB or RGB and alpha,
 * PackBits), which programs without layers show, and hands over its pixels (RGBA, straight alpha) strip by strip. Returns its size, or null
 * when it is none of these, or ends early.
 */
export function merged(bytes: Uint8Array, take: Take): { width: number; height: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 42 || !isPsd(bytes)) return null
  const [channels, height, width] = [view.getUint16(12), view.getUint32(14), view.getUint32(18)]
  if (channels < 3 || channels > 4 || view.getUint16(22) !== 8 || view.getUint16(24) !== 3) return null
  let at = 26
  // The colours of a palette, image resources, layers.
  for (let section = 0; section < 3; section++) {
    if (at + 4 > bytes.length) return null
    at += 4 + view.getUint32(at)
  }
  if (at + 2 + channels * height * 2 > bytes.length || view.getUint16(at) !== 1) return null
  const lengths = at + 2
  const starts: number[] = [lengths + channels * height * 2]
  for (let row = 0; row < channels * height; row++) starts.push((starts[row] as number) + view.getUint16(lengths + row * 2))
  if ((starts.at(-1) as number) > bytes.length) return null
  const line = new Uint8Array(width)
  for (let top = 0; top < height; top += ROWS) {
    const count = Math.min(ROWS, height - top)
    const out = new Uint8ClampedArray(count * width * 4)
    if (channels === 3) for (let p = 3; p < out.length; p += 4) out[p] = 255
    for (let c = 0; c < channels; c++) {
      for (let y = 0; y < count; y++) {
        const row = c * height + top + y
        if (!unpacked(bytes.subarray(starts[row], starts[row + 1]), line)) return null
        for (let x = 0, p = y * width * 4 + c; x < width; x++, p += 4) out[p] = line[x] as number
      }
    }
    if (channels === 4) withoutMatte(out)
    take(out, top, width)
  }
  return { width, height }
}

/** Undoes PackBits; false where the row does not come out whole. */
function unpacked(packed: Uint8Array, line: Uint8Array): boolean {
  let x = 0
  for (let i = 0; i < packed.length; ) {
    const head = packed[i++] as number
    if (head === 128) continue
    const length = head < 128 ? head + 1 : 257 - head
    if (x + length > line.length) return false
    if (head < 128) {
      if (i + length > packed.length) return false
      line.set(packed.subarray(i, i + length), x)
      i += length
    } else line.fill(packed[i++] as number, x, x + length)
    x += length
  }
  return x === line.length
}

/** Photoshop mixes what is half transparent with white. */
function withoutMatte(data: Uint8ClampedArray): void {
  for (let p = 0; p < data.length; p += 4) {
    const alpha = data[p + 3] as number
    if (alpha === 0 || alpha === 255) continue
    for (let c = p; c < p + 3; c++) data[c] = 255 + (((data[c] as number) - 255) * 255) / alpha
  }
}
