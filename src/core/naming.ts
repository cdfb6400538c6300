/** One file to be named. */
export interface Nameable {
  /** The original's own file name, with its ending. */
  readonly name: string
  /** Stock keeping unit; empty = taken from the name. */
  readonly sku: string
  /** A channel's id. */
  readonly channel: string
  /** Decides the ending. */
  readonly format: keyof typeof ENDINGS
}

/** What is the same for every file of an export. `date` as YYYY-MM-DD. */
export interface Naming {
  readonly project: string
  readonly date: string
}

/** What a pattern may hold, for the screen. */
export const TOKENS = ['{sku}', '{name}', '{channel}', '{number}', '{project}', '{date}'] as const

export const PATTERN = '{sku}-{channel}-{number}'

const ENDINGS = { jpeg: 'jpg', png: 'png', webp: 'webp', psd: 'psd', zip: 'zip', backup: 'vitrine' } as const
/** Longest name with its ending: characters, and bytes in UTF-8 (most file systems stop at 255). */
const LONGEST = 120
const HEAVIEST = 240

/** The name of a file that speaks of a whole project, or of the studio: `Autumn mugs 2026-11-23.zip`. */
export const datedName = (project: string, date: string, format: Nameable['format']): string =>
  fileNames([{ name: project, sku: '', channel: '', format }], '{project} {date}', { project, date })[0] as string

/** Today, as names of files have it: YYYY-MM-DD, UTC. */
export const today = (): string => new Date().toISOString().slice(0, 10)

/**
 * A name for each item, in order. `{number}` counts the files of one SKU on one channel from 1. Names hold nothing that
 * Windows, macOS or Linux refuse, keep letters of every script (NFC), and differ from each other even where case is ignored.
 */
export function fileNames(items: readonly Nameable[], pattern: string, { project, date }: Naming): string[] {
  const counts = new Map<string, number>()
  const taken = new Set<string>()
  return items.map((item) => {
    const stem = stemOf(item.name)
    const sku = productName(item)
    const family = JSON.stringify([fold(sku), item.channel])
    const count = (counts.get(family) ?? 0) + 1
    counts.set(family, count)
    const words: Record<string, string> = { sku, name: stem, channel: item.channel, number: String(count), project, date }
    const wanted = pattern.replace(/\{(\w+)\}/g, (token, word: string) => words[word] ?? token)
    const ending = `.${ENDINGS[item.format]}`
    let name = safe(wanted, '', ending)
    for (let n = 2; taken.has(fold(name)); n++) name = safe(wanted, `-${n}`, ending)
    taken.add(fold(name))
    return name
  })
}

/** What the product of a photo is called: its SKU, else the photo's own file name. */
export const productName = ({ name, sku }: Pick<Nameable, 'name' | 'sku'>): string => sku.trim() || stemOf(name)

/** A file's name without its ending (`.heic`, `.jpeg`; not `.5` of `size 7.5`). */
export function stemOf(name: string): string {
  return name.replace(/(?<=.)\.(?=[a-z0-9]*[a-z])[a-z0-9]{1,5}$/i, '')
}

const fold = (name: string) => name.normalize('NFC').toLowerCase().toUpperCase().toLowerCase()

/** Path separators and what Windows refuses. */
const FORBIDDEN = /[\\/:*?"<>|]/g
/** Controls, lone surrogates, and marks that turn or hide what follows (bidirectional controls, zero-width space, BOM). */
const INVISIBLE = /[\p{Cc}\p{Cs}\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/gu
/** Device names of Windows, with anything behind a dot. */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i

function safe(wanted: string, suffix: string, ending: string): string {
  const plain = wanted.normalize('NFC').replace(INVISIBLE, '').replace(FORBIDDEN, '-').replace(/\s+/gu, ' ')
  const bare = trim(plain) || 'photo'
  const free = RESERVED.test(bare) ? `_${bare}` : bare
  return `${trim(shorten(free, suffix.length + ending.length)) || 'photo'}${suffix}${ending}`
}

/** No dots or spaces at the ends: Windows drops them, and a leading dot hides a file. */
const trim = (name: string) => name.replace(/^[\s.]+|[\s.]+$/gu, '')

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Cuts between characters as people see them, so that no accent or emoji is torn. */
function shorten(name: string, extra: number): string {
  const utf8 = new TextEncoder()
  let out = ''
  let bytes = extra
  for (const { segment } of graphemes.segment(name)) {
    bytes += utf8.encode(segment).length
    if (out.length + segment.length + extra > LONGEST || bytes > HEAVIEST) break
    out += segment
  }
  return out
}
