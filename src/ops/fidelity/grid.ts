import { base64 } from '../../core/bytes'
import { type FidelityFacts, MAP_SIDE } from '../../core/fidelity'

/** What a cell says where there is no product. */
const EMPTY = 255

/** The largest difference for each cell of a grid over a picture. */
export class Grid {
  readonly #cell: number
  readonly #width: number
  readonly #height: number
  readonly #cells: Uint8Array

  constructor(width: number, height: number) {
    this.#cell = Math.ceil(Math.max(width, height) / MAP_SIDE)
    this.#width = Math.ceil(width / this.#cell)
    this.#height = Math.ceil(height / this.#cell)
    this.#cells = new Uint8Array(this.#width * this.#height).fill(EMPTY)
  }

  add(x: number, y: number, difference: number): void {
    const at = Math.floor(y / this.#cell) * this.#width + Math.floor(x / this.#cell)
    const tenths = Math.min(EMPTY - 1, Math.round(difference * 10))
    const was = this.#cells[at] as number
    if (was === EMPTY || tenths > was) this.#cells[at] = tenths
  }

  get facts(): FidelityFacts['map'] {
    return { width: this.#width, height: this.#height, cells: base64(this.#cells) }
  }
}
