import { keyFrom, type Note, notesOf, signatureCheck } from './checkpoint'
import { commitmentTo, type Details, type Entry, GENESIS, hashOf } from './ledger'
import { EMPTY, inBatches, leafHash, rootOf, treesOf } from './merkle'
import type { Hash } from './recipe'

/** What is wrong with a ledger. */
export interface Finding {
  /** The first line that it is about, counted from 1; null when it is about no line. */
  readonly line: number | null
  readonly what:
    | 'unreadable'
    | 'altered'
    | 'removed'
    | 'repeated'
    | 'moved'
    | 'unlinked'
    | 'rewritten'
    | 'cut'
    | 'signature'
    | 'key'
    | 'details'
  /** A sentence. */
  readonly says: string
}

export interface Audit {
  readonly lines: number
  /** Hash of the last line. */
  readonly head: Hash
  /** Checkpoints that hold. */
  readonly checkpoints: number
  /** Lines that the newest checkpoint vouches for: of those after it nobody can say whether some were cut off. */
  readonly covered: number
  /** By line, those about none last; empty when all holds. */
  readonly findings: readonly Finding[]
  /** What is no fault, but worth knowing. */
  readonly remarks: readonly string[]
}

export interface Evidence {
  /** The ledger as JSON Lines. */
  readonly ledger: string
  /** Checkpoints, one after the other: those of the ledger's own file, and any that somebody kept. */
  readonly checkpoints: string
  /** The key as text; null = signatures are not checked. */
  readonly key: string | null
  /** What lines keep to themselves, as JSON Lines; what of it is missing is no fault. */
  readonly details?: string
}

const encoded = new TextEncoder()
/** At most so many findings of a kind are told one by one. */
const TOLD = 100

/** Checks every line, their order and links, and every checkpoint. Never throws: what cannot be read is a finding. */
export async function audit({ ledger, checkpoints, key, details = '' }: Evidence): Promise<Audit> {
  const texts = linesOf(ledger)
  const entries = texts.map(entryFrom)
  const right = await inBatches(entries, async (entry) => entry !== null && (await hashOf(entry).catch(() => null)) === entry.hash)
  const findings: Finding[] = []
  const find = (what: Finding['what'], line: number | null, says: string) => findings.push({ what, line, says })
  for (const [i, entry] of entries.entries()) {
    if (entry === null) find('unreadable', i + 1, `Line ${i + 1} cannot be read.`)
    else if (!right[i]) find('altered', i + 1, `Line ${i + 1} was altered.`)
  }
  findings.push(...ordered(entries, right), ...linked(entries, right))
  const whole = findings.length === 0
  const { good, covered, faults } = await vouched(texts, checkpoints, key, whole)
  findings.push(...faults, ...(await kept(entries, details)))
  findings.sort((a, b) => (a.line ?? Infinity) - (b.line ?? Infinity))
  const back = entries.findIndex((entry, i) => i > 0 && entry !== null && entry.at < (entries[i - 1]?.at ?? ''))
  const remarks: string[] = []
  if (back > 0) remarks.push(`The clock was set back before line ${back + 1}: its time is earlier than the line’s before it.`)
  if (covered < entries.length)
    remarks.push(
      covered === 0
        ? 'No checkpoint vouches for these lines: whether others followed them nobody can say.'
        : `Lines from ${covered + 1} on are newer than the newest checkpoint: whether others followed them nobody can say.`,
    )
  return { lines: entries.length, head: entries.at(-1)?.hash ?? GENESIS, checkpoints: good, covered, findings, remarks }
}

const linesOf = (text: string): string[] => text.split('\n').flatMap((line) => line.trim() || [])

/** Details that are not those which their line was written with. */
async function kept(entries: readonly (Entry | null)[], text: string): Promise<Finding[]> {
  const verdicts = await inBatches([...linesOf(text).entries()], async ([i, line]): Promise<Finding | null> => {
    try {
      const { n, salt, details } = JSON.parse(line) as Details
      if ((await commitmentTo({ salt, details })) === entries[n]?.body.details) return null
      return { what: 'details', line: n + 1, says: `What is told of line ${n + 1} is not what it was written with.` }
    } catch {
      return { what: 'details', line: null, says: `Line ${i + 1} of the details cannot be read.` }
    }
  })
  return verdicts.filter((verdict) => verdict !== null)
}

function entryFrom(text: string): Entry | null {
  try {
    const entry = JSON.parse(text) as Entry
    const { n, prev, at, did, body, hash } = entry
    const strings = [prev, at, did, hash].every((value) => typeof value === 'string')
    return Number.isSafeInteger(n) && n >= 0 && strings && typeof body === 'object' && body !== null ? entry : null
  } catch {
    return null
  }
}

/** Lines that are missing, there twice, or not in their place. What was altered stands for the line that belongs where it is. */
function ordered(entries: readonly (Entry | null)[], right: readonly boolean[]): Finding[] {
  const numbers = entries.map((entry, i) => (entry && right[i] ? entry.n : i))
  const findings: Finding[] = []
  const seen = new Map<number, number>()
  const named = new Map(entries.flatMap((entry, i) => (entry && right[i] ? [[entry.n - 1, entry.prev] as const] : [])))
  const inPlace = new Set(numbers)
  let highest = -1
  for (const [i, n] of numbers.entries()) {
    const first = seen.get(n)
    if (first !== undefined) {
      // Of two with one number, the one that the next line names is the right one.
      const [here, there] = [i, first].map((at) => entries[at]?.hash === named.get(n))
      const [line, other] = here && !there ? [first + 1, i + 1] : [i + 1, first + 1]
      const same = entries[i]?.hash === entries[first]?.hash
      if (here || there || same)
        findings.push({ what: 'repeated', line, says: `Line ${line} bears the number of line ${other}: it was put in.` })
      else findings.push({ what: 'repeated', line: other, says: `Lines ${other} and ${line} bear the same number: one was put in.` })
    } else if (n < highest) findings.push({ what: 'moved', line: i + 1, says: `Line ${i + 1} bears the number ${n + 1}: it was moved.` })
    else {
      for (let gap = highest + 1; gap < n && findings.length < TOLD; gap++) {
        if (inPlace.has(gap))
          findings.push({
            what: 'moved',
            line: gap + 1,
            says: `Line ${gap + 1} is not in its place: line ${i + 1} bears the number ${n + 1}.`,
          })
        else findings.push({ what: 'removed', line: gap + 1, says: `Line ${gap + 1} was removed.` })
      }
      highest = n
    }
    seen.set(n, seen.get(n) ?? i)
    if (findings.length >= TOLD) break
  }
  return findings
}

/**
 * Lines whose predecessor is not the one that they name, though each bears the right hash of itself. Where the next link
 * is broken too, the line between the two was written anew, else the first of the pair; at the end it may be either.
 */
function linked(entries: readonly (Entry | null)[], right: readonly boolean[]): Finding[] {
  const findings: Finding[] = []
  const broken = (i: number) => {
    const [before, entry] = [entries[i - 1], entries[i]]
    if (!entry || !right[i] || (i > 0 && (!before || !right[i - 1] || before.n !== entry.n - 1))) return false
    return entry.prev !== (before?.hash ?? GENESIS)
  }
  for (let i = 0; i < entries.length && findings.length < TOLD; i++) {
    if (!broken(i)) continue
    const both = i === 0 || broken(i + 1)
    const last = i > 0 && i === entries.length - 1
    const line = both ? i + 1 : i
    const which = last ? `Line ${i} or line ${i + 1}` : `Line ${line}`
    findings.push({
      what: 'unlinked',
      line,
      says: `${which} was written anew: ${both ? 'its neighbours name others' : `line ${i + 1} names another before it`}.`,
    })
    if (both) i++
  }
  return findings
}

interface Vouched {
  readonly good: number
  readonly covered: number
  readonly faults: Finding[]
}

/** What the checkpoints say of the lines, whose very bytes are the tree's leaves. `whole`: nothing else was found. */
async function vouched(lines: readonly string[], text: string, keyText: string | null, whole: boolean): Promise<Vouched> {
  const faults: Finding[] = []
  const find = (what: Finding['what'], line: number | null, says: string) => faults.push({ what, line, says })
  let notes: Note[] = []
  try {
    notes = notesOf(text)
  } catch (error) {
    find('signature', null, `The checkpoints cannot be read: ${error instanceof Error ? error.message : error}.`)
  }
  const key = keyText === null ? null : await keyFrom(keyText).catch(() => null)
  if (keyText !== null && key === null) find('key', null, 'The key cannot be read.')
  notes.sort((a, b) => a.size - b.size)
  const fitting = notes.map(({ size }) => Math.min(size, lines.length))
  const leaves = await inBatches(lines.slice(0, fitting.at(-1) ?? 0), (line) => leafHash(encoded.encode(line)))
  const trees = await treesOf(leaves, fitting)
  const isOurs = key && (await signatureCheck(key))
  const verdicts = await inBatches([...notes.entries()], async ([i, note]) => {
    const root = await rootOf(trees[i] ?? EMPTY)
    return { ours: isOurs ? await isOurs(note) : true, same: note.root.every((byte, at) => byte === root[at]) }
  })
  let [good, covered] = [0, 0]
  for (const [i, { size }] of notes.entries()) {
    const { ours, same } = verdicts[i] ?? { ours: false, same: false }
    if (!ours) {
      find('signature', null, `The checkpoint of ${size} lines is not signed by this ledger’s key.`)
      continue
    }
    if (size > lines.length) {
      find('cut', lines.length + 1, `A checkpoint vouches for ${size} lines, and there are ${lines.length}: the end was cut off.`)
      continue
    }
    if (same) {
      good++
      covered = size
    } else if (whole && faults.every(({ what }) => what !== 'rewritten'))
      find(
        'rewritten',
        covered + 1,
        `The checkpoint of ${size} lines does not fit them: between lines ${covered + 1} and ${size} the ledger was written anew.`,
      )
  }
  return { good, covered, faults }
}
