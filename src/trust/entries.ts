import type { Deed, Entry } from '../core/ledger'
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

export function newestFirst(entries: readonly Entry[], deed: Deed | 'all'): readonly Entry[] {
  return (deed === 'all' ? [...entries] : entries.filter(({ did }) => did === deed)).reverse()
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

/** JSON Lines, oldest first, as the chain runs. */
export const toLines = (entries: readonly Entry[]): string => entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')
