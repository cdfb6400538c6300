import canonicalize from 'canonicalize'
import type { Hash, Json } from './recipe'

export type Deed = 'import' | 'cut-out' | 'export' | 'edit' | 'delete' | 'project' | 'part'

/** One line of the ledger. `hash` is the SHA-256 of the RFC 8785 form of all other fields, `prev` the hash of the line before. */
export interface Entry {
  readonly n: number
  readonly prev: Hash
  /** ISO 8601, UTC. */
  readonly at: string
  readonly did: Deed
  readonly body: { readonly [name: string]: Json }
  readonly hash: Hash
}

/** A line to be written: what was done, and the hashes that prove it. */
export interface Line {
  readonly did: Deed
  readonly body: Entry['body']
}

/** What the first entry names as its predecessor. */
export const GENESIS = '0'.repeat(64) as Hash

const hex = (bytes: ArrayBuffer) => Array.from(new Uint8Array(bytes), (b) => b.toString(16).padStart(2, '0')).join('')

/** Lower-case hex SHA-256. */
export async function sha256(bytes: BufferSource): Promise<Hash> {
  return hex(await crypto.subtle.digest('SHA-256', bytes)) as Hash
}

async function seal(entry: Omit<Entry, 'hash'>): Promise<Entry> {
  const text = canonicalize({ n: entry.n, prev: entry.prev, at: entry.at, did: entry.did, body: entry.body })
  if (text === undefined) throw new TypeError('a ledger entry must be plain JSON')
  return { ...entry, hash: await sha256(new TextEncoder().encode(text)) }
}

/** The entry that follows `last` (null = the first one). */
export function follow(last: Entry | null, at: string, did: Deed, body: Entry['body']): Promise<Entry> {
  return seal({ n: last ? last.n + 1 : 0, prev: last ? last.hash : GENESIS, at, did, body })
}

/** Index of the first entry that was altered, moved or follows a gap; null when the whole chain holds. */
export async function firstFault(entries: readonly Entry[]): Promise<number | null> {
  let prev = GENESIS
  for (const [i, entry] of entries.entries()) {
    if (entry.n !== i || entry.prev !== prev) return i
    if ((await seal(entry)).hash !== entry.hash) return i
    prev = entry.hash
  }
  return null
}
