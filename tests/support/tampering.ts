// Ledgers that somebody has been at, each with what an auditor has to be told.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import type { Evidence } from '../../src/core/audit'
import { type Entry, follow, hashOf, leafOf, lineOf, toLines } from '../../src/core/ledger'
import { EMPTY, grow, leafHash, rootOf } from '../../src/core/merkle'
import type { Hash } from '../../src/core/recipe'
import { newSigningKey, signed, verifierText } from '../../src/vault/signing'

export interface Sound {
  readonly entries: readonly Entry[]
  readonly evidence: Evidence
}

const sha = (text: string) => createHash('sha256').update(text).digest('hex')

/** A sound ledger with signed checkpoints after every `every` lines, the last one after all of them. */
export async function soundLedger(lines: number, every: number): Promise<Sound> {
  const entries: Entry[] = []
  const notes: string[] = []
  const pair = await newSigningKey()
  let tree = EMPTY
  for (let n = 0; n < lines; n++) {
    const at = new Date(1_760_000_000_000 + n * 1000).toISOString()
    const did = (['import', 'cut-out', 'edit', 'export'] as const)[n % 4] ?? 'edit'
    const body = { photo: `p${n % 7}`, in: sha(`in ${n}`), out: sha(`out ${n}`), file: `mug-${n}.jpg` }
    entries.push(await follow(entries.at(-1) ?? null, at, did, body))
    tree = await grow(tree, await leafHash(leafOf(entries[n] as Entry)))
    if ((n + 1) % every === 0 || n + 1 === lines) notes.push(await signed(pair, { size: n + 1, root: await rootOf(tree) }))
  }
  return { entries, evidence: { ledger: toLines(entries), checkpoints: notes.join('\n'), key: await verifierText(pair) } }
}

export interface Tampering {
  readonly how: string
  readonly ledger: string
  /** The line that has to be named first, from 1; or the lines that have to lie within what is named. */
  readonly line: number
  /** Whoever wrote all that follows anew leaves only the checkpoints as witnesses: they name the stretch, not the line. */
  readonly within: boolean
}

const write = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('')
const again = async (entry: Omit<Entry, 'hash'>): Promise<Entry> => ({ ...entry, hash: await hashOf(entry) })

const kinds = [
  'letter',
  'field',
  'field, hash made anew',
  'back-dated',
  'removed',
  'swapped',
  'copied',
  'put in',
  'cut off',
  'all anew',
] as const

/** One random change to a sound ledger of `lines` lines. */
export const tamperings = (lines: number) =>
  fc.record({ how: fc.constantFrom(...kinds), at: fc.nat(lines - 1), other: fc.nat(lines - 1), place: fc.nat(), letter: fc.nat(93) })
export type Wish = typeof tamperings extends (n: number) => fc.Arbitrary<infer W> ? W : never

/** Carries a change out; null where it would change nothing. */
export async function tampered({ entries }: Sound, { how, at, other, place, letter }: Wish): Promise<Tampering | null> {
  const lines = entries.map(lineOf)
  const entry = entries[at] as Entry
  const last = at === entries.length - 1
  const done = (line: number, within = false): Tampering => ({ how, ledger: write(lines), line, within })
  const { hash: _, ...bare } = entry
  const fields = [
    { body: { ...entry.body, out: sha(`forged ${place}`) } },
    { did: entry.did === 'edit' ? ('delete' as const) : ('edit' as const) },
    { prev: sha(`other ${place}`) as Hash },
    { at: new Date(Date.parse(entry.at) + 1 + (place % 5000)).toISOString() },
  ]
  const field = fields[place % fields.length] as Partial<Entry>
  switch (how) {
    case 'letter': {
      const line = lines[at] as string
      const where = place % line.length
      const put = String.fromCharCode(33 + letter)
      if (line[where] === put) return null
      lines[at] = line.slice(0, where) + put + line.slice(where + 1)
      return done(at + 1)
    }
    case 'field':
      lines[at] = lineOf({ ...entry, ...field })
      return done(at + 1)
    case 'field, hash made anew':
      lines[at] = lineOf(await again({ ...bare, ...field }))
      // Nothing follows the last line that would name its true hash.
      return done(at + 1, last)
    case 'back-dated':
      lines[at] = lineOf({ ...entry, at: new Date(Date.parse(entry.at) - 1 - (place % 1e9)).toISOString() })
      return done(at + 1)
    case 'removed':
      lines.splice(at, 1)
      return done(at + 1)
    case 'swapped':
      if (at === other) return null
      ;[lines[at], lines[other]] = [lines[other] as string, lines[at] as string]
      return done(Math.min(at, other) + 1)
    case 'copied': {
      if (other > at + 1) lines.splice(other, 0, lines[at] as string)
      else lines.splice(at, 0, lines[at] as string)
      // Of two equal lines side by side, the second is the one too many.
      return done(other > at + 1 ? other + 1 : at + 2)
    }
    case 'put in':
      lines.splice(at, 0, lineOf(await again({ ...bare, body: { file: `forged-${place}` } })))
      return done(at + 1)
    case 'cut off':
      lines.length = at
      return done(at + 1)
    case 'all anew': {
      let before = entries[at - 1] ?? null
      for (let n = at; n < entries.length; n++) {
        const { did, body, at: when } = entries[n] as Entry
        before = await follow(before, when, did, n === at ? { ...body, out: sha(`forged ${place}`) } : body)
        lines[n] = lineOf(before)
      }
      return done(at + 1, true)
    }
  }
}
