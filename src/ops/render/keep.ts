/** What is dear to make, by the text of what it was made from: kept for the next picture, given up when a picture did without it. */
export class Keep<T> {
  readonly #free: (one: T) => void
  #last = new Map<string, T>()
  #now = new Map<string, T>()

  constructor(free: (one: T) => void) {
    this.#free = free
  }

  get(of: unknown, make: () => T): T {
    const key = JSON.stringify(of)
    const kept = this.#now.get(key) ?? this.#last.get(key) ?? make()
    this.#now.set(key, kept)
    return kept
  }

  /** A picture's things are all there: what only the one before had goes. */
  settle(): void {
    for (const [key, one] of this.#last) if (!this.#now.has(key)) this.#free(one)
    this.#last = this.#now
    this.#now = new Map()
  }
}
