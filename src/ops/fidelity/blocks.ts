import type { FidelityFacts } from '../../core/fidelity'

/** Sides of a JPEG's blocks, px. */
const SIDE = 8
/** What is kept of a block: what it was called (-1 none yet, -2 several), pixels within the tolerance, and sums of the differences. */
interface Block {
  kind: number
  same: number
  y: number
  cb: number
  cr: number
}

/**
 * Tells which pixels of a file are the expected ones, of so many kinds. In a JPEG each pixel may be off by what noise its encoder makes,
 * but noise has no mean: a whole block of one kind whose mean is off was altered, however faintly.
 */
export class Same {
  readonly counts: number[]
  readonly #tolerance: FidelityFacts['tolerance']['file']
  readonly #blocks: Block[]
  #rows = 0

  constructor(width: number, kinds: number, tolerance: FidelityFacts['tolerance']['file']) {
    this.counts = Array.from({ length: kinds }, () => 0)
    this.#tolerance = tolerance
    this.#blocks = Array.from({ length: Math.ceil(width / SIDE) }, () => ({ kind: -1, same: 0, y: 0, cb: 0, cr: 0 }))
  }

  /** Takes the pixel at column `x` of the present row, as differences of its channels. */
  add(x: number, kind: number, r: number, g: number, b: number): void {
    const { pixel, block: limit } = this.#tolerance
    if (limit === null) {
      if (Math.abs(r) <= pixel && Math.abs(g) <= pixel && Math.abs(b) <= pixel) this.#count(kind, 1)
      return
    }
    const y = 0.299 * r + 0.587 * g + 0.114 * b
    const cb = (b - y) / 1.772
    const cr = (r - y) / 1.402
    const same = Math.abs(y) <= pixel && Math.abs(cb) <= pixel && Math.abs(cr) <= pixel ? 1 : 0
    const block = this.#blocks[Math.floor(x / SIDE)] as Block
    if (block.kind === -1) block.kind = kind
    else if (block.kind !== kind && block.kind !== -2) {
      this.#count(block.kind, block.same)
      block.kind = -2
    }
    if (block.kind === -2) this.#count(kind, same)
    else {
      block.same += same
      block.y += y
      block.cb += cb
      block.cr += cr
    }
  }

  /** Ends a row. The last one is `last`. */
  next(last: boolean): void {
    this.#rows++
    if (this.#rows < SIDE && !last) return
    // Blocks that the frame cuts are filled up by the encoder as it likes: their mean says nothing.
    const whole = this.#rows === SIDE ? (this.#tolerance.block ?? 0) * SIDE * SIDE : Number.POSITIVE_INFINITY
    for (const block of this.#blocks) {
      if (block.kind >= 0 && Math.abs(block.y) <= whole && Math.abs(block.cb) <= whole && Math.abs(block.cr) <= whole)
        this.#count(block.kind, block.same)
      Object.assign(block, { kind: -1, same: 0, y: 0, cb: 0, cr: 0 })
    }
    this.#rows = 0
  }

  #count(kind: number, pixels: number): void {
    this.counts[kind] = (this.counts[kind] as number) + pixels
  }
}
