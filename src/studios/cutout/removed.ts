import type { Photo } from '../../core/project'
import { formatPlural } from '../../ui/format'

// The terms are those of the `inspect` operation.
const KINDS: readonly { readonly is: RegExp; readonly one: string; readonly many: string }[] = [
  { is: /^(gps|place)/i, one: 'place', many: 'places' },
  { is: /serial/i, one: 'serial number', many: 'serial numbers' },
  { is: /owner|names?\b|creator|faces|copyright line/i, one: 'name', many: 'names' },
  { is: /address|telephone/i, one: 'way to reach you', many: 'ways to reach you' },
]

export interface Removed {
  /** Photos whose file tells something about its owner. */
  readonly photos: number
  /** "8 places, 3 serial numbers, 2 names and 5 other traces"; empty when nothing was found. */
  readonly what: string
}

/** What an export leaves out, counted over the photos. Each photo counts once for each kind of trace. */
export function countRemoved(photos: readonly Photo[]): Removed {
  const counts = [...KINDS.map(() => 0), 0]
  let telling = 0
  for (const { facts } of photos) {
    if (!facts || facts.personal.length === 0) continue
    telling++
    const found = new Set(
      facts.personal.map(({ what }) => {
        const kind = KINDS.findIndex(({ is }) => is.test(what))
        return kind < 0 ? KINDS.length : kind
      }),
    )
    for (const kind of found) counts[kind] = (counts[kind] ?? 0) + 1
  }
  const words = counts.flatMap((count, i) => {
    const { one, many } = KINDS[i] ?? { one: 'other trace', many: 'other traces' }
    return count > 0 ? [formatPlural(count, one, many)] : []
  })
  return { photos: telling, what: new Intl.ListFormat('en-GB').format(words) }
}
