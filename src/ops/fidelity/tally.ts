import type { Part } from '../../core/fidelity'

/** Differences are told apart by hundredths, up to 100 and above. */
const STEPS = 100
const BINS = 100 * STEPS + 1

/** Gathers differences. */
export class Tally {
  readonly #bins = new Uint32Array(BINS)
  #sum = 0
  #max = 0
  count = 0

  add(difference: number): void {
    const bin = Math.min(BINS - 1, Math.round(difference * STEPS))
    this.#bins[bin] = (this.#bins[bin] as number) + 1
    this.count++
    this.#sum += difference
    if (difference > this.#max) this.#max = difference
  }

  get facts(): Part['difference']['file'] {
    let rest = Math.ceil(this.count * 0.95)
    let bin = 0
    while (bin < BINS - 1 && rest > (this.#bins[bin] as number)) rest -= this.#bins[bin++] as number
    return { mean: thousandths(this.#sum / Math.max(1, this.count)), p95: this.count === 0 ? 0 : bin / STEPS, max: thousandths(this.#max) }
  }
}

/** To three places; never -0. */
export const thousandths = (x: number) => Math.round(x * 1000) / 1000 || 0
