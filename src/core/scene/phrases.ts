/** A word of a text, at its place there. */
export interface Word {
  /** As the vocabulary compares it: lower case, singular. */
  readonly stem: string
  /** Whether it was a plural. */
  readonly many: boolean
  readonly from: number
  readonly to: number
}

/** The singular of an English noun, well enough to compare with another made the same way. */
export function stemOf(word: string): string {
  if (word.length < 4 || /(ss|us|is)$/.test(word)) return word
  if (word.endsWith('leaves')) return `${word.slice(0, -3)}f`
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (/(ch|sh|x|ss)es$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') ? word.slice(0, -1) : word
}

/** Lower case, of the same length, so that places in it are places in the text. */
export const lowered = (text: string): string =>
  Array.from(text, (char) => (char.toLowerCase().length === char.length ? char.toLowerCase() : char)).join('')

/** The words of a (lowered) text. Hyphens and apostrophes part words. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(/[\p{L}\p{M}]+/gu), ({ 0: word, index }) => {
    const stem = stemOf(word)
    return { stem, many: stem !== word, from: index, to: index + word.length }
  })
}

/** Whether two words differ by one letter: one put in, left out or replaced, or two neighbours swapped. */
export function nearly(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  const [restA, restB] = [a.slice(start), b.slice(start)]
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2)
}

/** Phrases and what each means. The longest phrase at a place counts, and of one phrase said twice the first. */
export class Phrases<T> {
  readonly #meanings = new Map<string, T>()
  readonly #words = new Set<string>()
  #longest = 1

  /** `says`: ways to say it, parted by `|`. */
  add(says: string, meaning: T): void {
    for (const way of says.split('|')) {
      const stems = way.split(' ').map(stemOf)
      const key = stems.join(' ')
      if (!this.#meanings.has(key)) this.#meanings.set(key, meaning)
      for (const stem of stems) this.#words.add(stem)
      this.#longest = Math.max(this.#longest, stems.length)
    }
  }

  /** The word of the vocabulary that is meant: itself, or one of at least five letters that differs by one letter. Null = none. */
  known(stem: string): string | null {
    if (this.#words.has(stem)) return stem
    if (stem.length < 5) return null
    for (const word of this.#words) if (word.length >= 5 && nearly(stem, word)) return word
    return null
  }

  /** What the words from a place on say, and how many of them do. `stems` as `known` gave them. */
  at(stems: readonly (string | null)[], place: number): { meaning: T; length: number } | null {
    for (let length = Math.min(this.#longest, stems.length - place); length > 0; length--) {
      const meaning = this.#meanings.get(stems.slice(place, place + length).join(' '))
      if (meaning !== undefined) return { meaning, length }
    }
    return null
  }
}
