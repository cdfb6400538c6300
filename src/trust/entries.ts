import { type Deed, type Entry, type LedgerLine, lineOf } from '../core/ledger'
import type { Json } from '../core/recipe'
import { formatBytes } from '../ui/format'

/** The deeds in a seller's words. */
export const DEEDS: Readonly<Record<Deed, { readonly one: string; readonly many: string }>> = {
  import: { one: 'Photo added', many: 'Photos added' },
  'cut-out': { one: 'Cut out', many: 'Cutouts' },
  edit: { one: 'Edited', many: 'Edits' },
  export: { one: 'Exported', many: 'Exports' },
  certificate: { one: 'Certified', many: 'Certificates' },
  delete: { one: 'Deleted', many: 'Deletions' },
  project: { one: 'Project', many: 'Projects' },
  part: { one: 'Part loaded', many: 'Parts loaded' },
  unlock: { one: 'Unlocked', many: 'Unlockings' },
  backup: { one: 'Backed up', many: 'Backups' },
  restore: { one: 'Restored', many: 'Restorations' },
  refused: { one: 'Request refused', many: 'Refused requests' },
  setting: { one: 'Setting changed', many: 'Settings changed' },
}

/** Lines of that deed that hold all the words somewhere (in their hash, time, body or details, whatever the case), newest first. */
export function matching(entries: readonly LedgerLine[], deed: Deed | 'all', words: string): readonly LedgerLine[] {
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

/** What a line says, as terms and short values: its body, and its details in place of their hash as long as they are there. */
export function tellLine({ body: { details: commitment, ...body }, details }: LedgerLine): readonly (readonly [string, string])[] {
  const kept = details ?? (commitment === undefined ? {} : { details: 'gone with their project' })
  return tellBody({ ...body, ...kept })
}

/** A body as terms and short values; hashes and ids are cut to what fits a line. */
function tellBody(body: Entry['body']): readonly (readonly [string, string])[] {
  return Object.entries(body)
    .filter((pair): pair is [string, Json] => pair[1] !== undefined && pair[1] !== null && pair[1] !== '')
    .map(([name, value]) => [name, tell(name, value)])
}
