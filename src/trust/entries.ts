import { type Deed, type Entry, lineOf } from '../core/ledger'
import type { Json } from '../core/recipe'
import { formatBytes } from '../ui/format'

/** The deeds in a seller's words. */
export const DEEDS: Readonly<Record<Deed, { readonly one: string; readonly many: string }>> = {
  import: { one: 'Photo added', many: 'Photos added' },
  'cut-out': { one: 'Cut out', many: 'Cutouts' },
  edit: { one: 'Edited', many: 'Edits' },
  export: { one: 'Exported', many: 'Exports' },
  delete: { one: 'Deleted', many: 'Deletions' },
  project: { one: 'Project', many: 'Projects' },
  part: { one: 'Part loaded', many: 'Parts loaded' },
}

/** Lines of that deed that hold all the words somewhere (in their hash, time or body, whatever the case), newest first. */
export function matching(entries: readonly Entry[], deed: Deed | 'all', words: string): readonly Entry[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  const all = deed === 'all' ? entries : entries.filter(({ did }) => did === deed)
  return all
    .filter((entry) => {
      if (wanted.length === 0) return true
      const text = lineOf(entry).toLowerCase()
      return wanted.every((word) => text.includes(word))
    })
    .reverse()
}

const HASH = /^[0-9a-f]{64}$/
const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/

function tell(name: string, value: Json): string {
  if (typeof value === 'number') return /bytes/i.test(name) ? formatBytes(value) : String(value)
  if (typeof value === 'string') return HASH.test(value) || UUID.test(value) ? `${value.slice(0, 8)}…` : value
  if (Array.isArray(value)) return value.length > 3 ? `${value.length} of them` : value.map((one) => tell(name, one as Json)).join(', ')
  if (value !== null && typeof value === 'object') {
    return tellBody(value as Entry['body'])
      .map((pair) => pair.join(' '))
      .join(', ')
  }
  return String(value)
}

/** An entry's body as terms and short values; hashes and ids are cut to what fits a line. */
export function tellBody(body: Entry['body']): readonly (readonly [string, string])[] {
  return Object.entries(body)
    .filter((pair): pair is [string, Json] => pair[1] !== undefined && pair[1] !== null && pair[1] !== '')
    .map(([name, value]) => [name, tell(name, value)])
}
