import canonicalize from 'canonicalize'
import { hex } from './bytes'
import { shortSha256 } from './digest'
import type { Hash, Json } from './recipe'

export type Deed =
  | 'import'
  | 'cut-out'
  | 'export'
  | 'certificate'
  | 'edit'
  | 'delete'
  | 'project'
  | 'part'
  | 'unlock'
  | 'setting'
  | 'backup'
  | 'restore'
  | 'refused'

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
  /**
   * What is private of it (names of files, what was typed). The ledger holds a commitment to that alone, as `details` of
   * its body; the details lie elsewhere, and go with their project: the line then holds, and tells nothing.
   */
  readonly details?: Entry['body']
}

/** What a line keeps to itself, with the noise without which it could be guessed from its hash. */
export interface Details {
  /** The line's number, from 0. */
  readonly n: number
  /** 128 random bits, hex. */
  readonly salt: string
  readonly details: Entry['body']
}

/** A line with what is known of its details; null where there are none, or where they went with their project. */
export interface LedgerLine extends Entry {
  readonly details: Entry['body'] | null
}

/** What the first entry names as its predecessor. */
export const GENESIS = '0'.repeat(64) as Hash

const encoded = new TextEncoder()

/** Lower-case hex SHA-256. */
export async function sha256(bytes: BufferSource): Promise<Hash> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))) as Hash
}

/** The RFC 8785 form. Throws a TypeError for what is not plain JSON. */
function canonical(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('a ledger entry must be plain JSON')
  return text
}

/** The hash that an entry has to bear: that of all its other fields, also of such as it should not have. */
export async function hashOf({ hash: _, ...rest }: Omit<Entry, 'hash'> & { readonly hash?: Hash }): Promise<Hash> {
  return hex(await shortSha256(encoded.encode(canonical(rest)))) as Hash
}

/** An entry as its line of a ledger file, without the line's end: the leaf of the tree that checkpoints sign, as UTF-8. */
export const lineOf = (entry: Entry): string => canonical(entry)

export const leafOf = (entry: Entry): Uint8Array<ArrayBuffer> => encoded.encode(lineOf(entry))

/** JSON Lines, oldest first, as the chain runs. */
export const toLines = (entries: readonly Entry[]): string => entries.map((entry) => `${lineOf(entry)}\n`).join('')

/** What lines keep to themselves, as JSON Lines. */
export const detailLines = (details: readonly Details[]): string => details.map((one) => `${JSON.stringify(one)}\n`).join('')

/** The entry that follows `last` (null = the first one). */
export async function follow(last: Entry | null, at: string, did: Deed, body: Entry['body']): Promise<Entry> {
  const entry = { n: last ? last.n + 1 : 0, prev: last ? last.hash : GENESIS, at, did, body }
  return { ...entry, hash: await hashOf(entry) }
}

/** SHA-256 of a value's RFC 8785 form. Throws a TypeError for what is not plain JSON. */
export const hashOfJson = (value: unknown): Promise<Hash> => sha256(encoded.encode(canonical(value)))

/** SHA-256 of the RFC 8785 form of salt and details: what the line's body holds in their place. */
export const commitmentTo = ({ salt, details }: Omit<Details, 'n'>): Promise<Hash> => hashOfJson({ salt, details })
