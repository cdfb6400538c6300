import type { ExportFacts } from '../../core/channels'
import type { Colour } from '../../core/colour'
import type { ImageValue } from '../../core/recipe'

/** Beyond this distance from the product (px, centre to centre) a file's background must be exact. */
const CLEAR = 12
/** Width of the outer frame, px. */
const FRAME = 2

type Background = ExportFacts['background']
/** Of a background; null = transparent, `any` = none is asked of it. */
type Asked = Colour | null | 'any'

/**
 * Compares the background (where the placed product's alpha is 0) with its colour: on the canvas, and in the decoded
 * file, whose rows come in strips. Distances are Euclidean, to the nearest pixel with any product in it.
 */
export class BackgroundCheck {
  readonly #placed: ImageValue
  readonly #colour: Asked
  /** What a background pixel should be, as the four bytes of one number in this machine's order. */
  readonly #word: number
  /** Distance to the product within each row, at most CLEAR + 1; null where nobody asked yet. */
  readonly #across: (Uint8Array | null)[]
  readonly #reach: readonly number[]
  #counts = { fileOffBeyond12: 0, frameOff: 0, worst: 0 }
  /** Pixels of the decoded file whose alpha is not the canvas's. */
  alphaOff = 0

  constructor(placed: ImageValue, colour: Asked) {
    this.#placed = placed
    this.#colour = colour
    this.#word = new Uint32Array(
      Uint8Array.of(...(colour === 'any' ? [0, 0, 0] : (colour ?? [0, 0, 0])), colour ? 255 : 0).buffer,
    )[0] as number
    this.#across = new Array(placed.height).fill(null)
    this.#reach = Array.from({ length: CLEAR + 1 }, (_, dy) => Math.floor(Math.sqrt(CLEAR * CLEAR - dy * dy)))
  }

  /** Takes rows `top` … of the decoded file (RGBA). */
  file(rows: Uint8ClampedArray, top: number): void {
    const { width, data: placed } = this.#placed
    const words = wordsOf(rows)
    const transparent = this.#colour === null
    for (let i = 0, p = top * width * 4; i < words.length; i++, p += 4) {
      const product = placed[p + 3] as number
      // Most of a picture is right, and background: one comparison settles it.
      if (product === 0 && words[i] === this.#word) continue
      const alpha = rows[i * 4 + 3] as number
      if (alpha !== (transparent ? product : 255)) this.alphaOff++
      if (product === 0 && this.#colour !== 'any') this.#compare(rows, i * 4, (p / 4) % width, Math.floor(p / 4 / width))
    }
  }

  #compare(rows: Uint8ClampedArray, i: number, x: number, y: number): void {
    const { width, height } = this.#placed
    const counts = this.#counts
    const colour = this.#colour
    let off = colour === null ? (rows[i + 3] as number) : 0
    for (let c = 0; colour && c < 3; c++) off = Math.max(off, Math.abs((rows[i + c] as number) - (colour[c] as number)))
    if (off === 0) return
    const onFrame = x < FRAME || y < FRAME || x >= width - FRAME || y >= height - FRAME
    const beyond = !this.#isNear(x, y)
    if (onFrame) counts.frameOff++
    if (beyond) counts.fileOffBeyond12++
    if ((onFrame || beyond) && off > counts.worst) counts.worst = off
  }

  /** The counts so far, with those of the canvas that was encoded. */
  done(canvas: ImageValue): Background {
    const { data: placed } = this.#placed
    const words = wordsOf(canvas.data)
    let canvasOff = 0
    for (let i = 0; i < words.length && this.#colour !== 'any'; i++) {
      if (words[i] === this.#word || placed[i * 4 + 3] !== 0) continue
      if (this.#colour || canvas.data[i * 4 + 3] !== 0) canvasOff++
    }
    return { colour: this.#colour, canvasOff, ...this.#counts }
  }

  #isNear(x: number, y: number): boolean {
    for (let dy = 0; dy <= CLEAR; dy++) {
      const reach = this.#reach[dy] as number
      if (this.#acrossAt(y - dy, x) <= reach || this.#acrossAt(y + dy, x) <= reach) return true
    }
    return false
  }

  #acrossAt(y: number, x: number): number {
    if (y < 0 || y >= this.#placed.height) return CLEAR + 1
    let row = this.#across[y]
    if (!row) {
      row = acrossDistances(this.#placed, y)
      this.#across[y] = row
    }
    return row[x] as number
  }
}

/** Four bytes as one number; copies only where they are not aligned. */
function wordsOf(data: Uint8ClampedArray): Uint32Array {
  const aligned = data.byteOffset % 4 === 0 ? data : data.slice()
  return new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4)
}

function acrossDistances({ width, data }: ImageValue, y: number): Uint8Array {
  const out = new Uint8Array(width)
  const alpha = y * width * 4 + 3
  for (let x = 0, d = CLEAR + 1; x < width; x++) {
    d = data[alpha + x * 4] !== 0 ? 0 : d > CLEAR ? d : d + 1
    out[x] = d
  }
  for (let x = width - 1, d = CLEAR + 1; x >= 0; x--) {
    d = data[alpha + x * 4] !== 0 ? 0 : d > CLEAR ? d : d + 1
    if (d < (out[x] as number)) out[x] = d
  }
  return out
}
