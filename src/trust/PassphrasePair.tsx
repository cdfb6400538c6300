import type { RefObject } from 'react'
import { SecretField } from '../ui/SecretField'

/** Fewer characters are guessed too soon, whatever they are. */
const LEAST = 10

/** A passphrase as it was typed, twice. */
export interface Pair {
  readonly next: string
  readonly again: string
}

export interface WrongPair {
  readonly field: keyof Pair
  readonly says: string
}

/** What is wrong with a pair; null when it can be taken. */
export function wrongPair({ next, again }: Pair): WrongPair | null {
  if ([...next].length < LEAST) return { field: 'next', says: `Use at least ${LEAST} characters.` }
  if (next !== again) return { field: 'again', says: 'The two are not the same. Type it once more.' }
  return null
}

interface PassphrasePairProps {
  readonly label: string
  readonly pair: Pair
  readonly says: (field: keyof Pair) => string | null
  readonly fields: Readonly<Record<keyof Pair, RefObject<HTMLInputElement | null>>>
  readonly disabled?: boolean
  onChange(pair: Pair): void
}

/** Two fields for a passphrase that is new. */
export function PassphrasePair({ label, pair, says, fields, disabled, onChange }: PassphrasePairProps) {
  return (
    <>
      <SecretField
        ref={fields.next}
        label={label}
        kind="new-password"
        hint={`At least ${LEAST} characters. Good ones are five or six words that have nothing to do with each other, picked at random (by dice, say): long to guess, easy to remember. A line from a song is not.`}
        value={pair.next}
        error={says('next')}
        disabled={disabled}
        onChange={(next) => onChange({ ...pair, next })}
      />
      <SecretField
        ref={fields.again}
        label={`${label} again`}
        kind="new-password"
        value={pair.again}
        error={says('again')}
        disabled={disabled}
        onChange={(again) => onChange({ ...pair, again })}
      />
    </>
  )
}
