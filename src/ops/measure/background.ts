import type { ExportFacts } from '../../core/channels'
import type { Colour } from '../../core/project'
import type { ImageValue } from '../../core/recipe'

/** Beyond this distance from the product (px, centre to centre) a file's background must be exact. */
const CLEAR = 12
/** Width of the outer frame, px. */
const FRAME = 2

type Background = ExportFacts['background']

/**
 * Compares the background (where the placed product's alpha is 0) with its colour: on the canvas, and in the decoded
 * file, whose rows come in strips. Distances are Euclidean, to the nearest pixel with any product in it.
 */
export class BackgroundCheck {
  readonly #placed: ImageValue
  readonly #colour: Colour | null
  /** Distance to the product within the row, at most CLEAR + 1. */
  readonly #across: Uint8Array
  readonly #reach: readonly number[]
  #counts = { fileOffBeyond12: 0, frameOff: 0, worst: 0 }
  /** Pixels of the decoded file whose alpha is not the canvas's. */
  alphaOff = 0

  constructor(placed: ImageValue, colour: Colour | null) {
    this.#placed = placed
    this.#colour = colour
    this.#across = acrossDistances(placed)
    this.#reach = Array.from({ length: CLEAR + 1 }, (_, dy) => Math.floor(Math.sqrt(CLEAR * CLEAR - dy * dy)))
  }

  /** Takes rows `top` … of the decoded file (RGBA). */
  file(rows: Uint8ClampedArray, top: number): void {
    const { width, height, data: placed } = this.#placed
    const counts = this.#counts
    const transparent = this.#colour === null
    const [red, green, blue] = this.#colour ?? [0, 0, 0]
    for (let i = 0, p = top * width * 4; i < rows.length; i += 4, p += 4) {
      const alpha = rows[i + 3] as number
      if (alpha !== (transparent ? placed[p + 3] : 255)) this.alphaOff++
      if (placed[p + 3] !== 0) continue
      const off = transparent
        ? alpha
        : Math.max(Math.abs((rows[i] as number) - red), Math.abs((rows[i + 1] as number) - green), Math.abs((rows[i + 2] as number) - blue))
      if (off === 0) continue
      const x = (p / 4) % width
      const y = Math.floor(p / 4 / width)
      const onFrame = x < FRAME || y < FRAME || x >= width - FRAME || y >= height - FRAME
      const beyond = !this.#isNear(x, y)
      if (onFrame) counts.frameOff++
      if (beyond) counts.fileOffBeyond12++
      if ((onFrame || beyond) && off > counts.worst) counts.worst = off
    }
  }

  /** The counts so far, with those of the canvas that was encoded. */
  done(canvas: ImageValue): Background {
    const { data: placed } = this.#placed
    const [red, green, blue] = this.#colour ?? [0, 0, 0]
    const alpha = this.#colour ? 255 : 0
    let canvasOff = 0
    for (let p = 0; p < placed.length; p += 4) {
      if (placed[p + 3] !== 0) continue
      const { data } = canvas
      const same = data[p + 3] === alpha && (alpha === 0 || (data[p] === red && data[p + 1] === green && data[p + 2] === blue))
      if (!same) canvasOff++
    }
    return { colour: this.#colour, canvasOff, ...this.#counts }
  }

  #isNear(x: number, y: number): boolean {
    const { width, height } = this.#placed
    for (let dy = -CLEAR; dy <= CLEAR; dy++) {
      const row = y + dy
      if (row < 0 || row >= height) continue
      if ((this.#across[row * width + x] as number) <= (this.#reach[Math.abs(dy)] as number)) return true
    }
    return false
  }
}

function acrossDistances({ width, height, data }: ImageValue): Uint8Array {
  const out = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const start = y * width
    for (let i = start, d = CLEAR + 1; i < start + width; i++) {
      d = data[i * 4 + 3] !== 0 ? 0 : d > CLEAR ? d : d + 1
      out[i] = d
    }
    for (let i = start + width - 1, d = CLEAR + 1; i >= start; i--) {
      d = data[i * 4 + 3] !== 0 ? 0 : d > CLEAR ? d : d + 1
      if (d < (out[i] as number)) out[i] = d
    }
  }
  return out
}
