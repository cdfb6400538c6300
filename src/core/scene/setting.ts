import type { Wish } from './wish'

/** Words, what they set, and the sentence that says so. `off`: what “no …” sets. */
export interface Setting {
  readonly says: string
  readonly sets: Wish
  readonly what: string
  readonly off?: { readonly sets: Wish; readonly what: string }
}

/** A row of the vocabulary. */
export const row = (says: string, sets: Wish, what: string, off?: Setting['off']): Setting => ({ says, sets, what, ...(off && { off }) })
