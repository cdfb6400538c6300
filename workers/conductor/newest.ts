/**
 * One piece of work at a time, and only the newest one waits. What is at work gives way to it once it has shown something, so that
 * requests that come faster than they are answered are answered now and then.
 */
export class Newest {
  #hand: AbortController | null = null
  #shown = false
  /** Who waits; told whether it is their turn, or a newer one's. */
  #next: ((mine: boolean) => void) | null = null

  /** Resolves when the work has ended, or when newer work has taken its place. Rejects with what the work rejects with, unless it gave way. */
  async run(work: (signal: AbortSignal, shown: () => void) => Promise<void>): Promise<void> {
    if (this.#hand) {
      const turn = new Promise<boolean>((told) => {
        this.#next?.(false)
        this.#next = told
      })
      this.#giveWay()
      if (!(await turn)) return
    }
    const hand = new AbortController()
    this.#hand = hand
    this.#shown = false
    const shown = () => {
      this.#shown = true
      this.#giveWay()
    }
    try {
      await work(hand.signal, shown)
    } catch (error) {
      if (!hand.signal.aborted) throw error
    } finally {
      const next = this.#next
      this.#next = null
      // Whoever comes before the next one has begun finds a hand at work, and waits.
      if (next) next(true)
      else this.#hand = null
    }
  }

  /** Nobody wants any of it any more: what waits is let go, and what is at work ends. */
  stop(): void {
    this.#next?.(false)
    this.#next = null
    this.#hand?.abort()
  }

  #giveWay(): void {
    if (this.#next && this.#shown) this.#hand?.abort()
  }
}
