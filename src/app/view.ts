import { isFinished, type Look, type Photo } from '../core/project'
import { formatShare } from '../ui/format'

export type Filter = 'all' | 'look' | 'failed'
export type Sort = 'added' | 'name' | 'state' | 'confidence'

const LOOKS: Record<Look, string> = {
  'touches-frame': 'touches the frame',
  'several-objects': 'several objects',
  'faint-edge': 'faint edge',
  'very-small': 'very small',
  'see-through': 'see-through',
  'transparent-input': 'was transparent already',
}

/** A cutout less sure than this is more likely wrong than right. */
const UNSURE = 0.5
const unsure = ({ matte }: Photo): number | null => (matte?.confidence != null && matte.confidence < UNSURE ? matte.confidence : null)

/** Whether the cutout is there but a person should see it before it is used. */
export const needsLook = (photo: Photo) => photo.state.at === 'done' && ((photo.matte?.look.length ?? 0) > 0 || unsure(photo) !== null)

/** "Needs a look: likely wrong (41 % sure), touches the frame"; empty when nothing is doubtful. */
export function lookText(photo: Photo): string {
  if (!needsLook(photo)) return ''
  const doubt = unsure(photo)
  const reasons = [
    ...(doubt === null ? [] : [`likely wrong (${formatShare(doubt)} sure)`]),
    ...(photo.matte?.look ?? []).map((look) => LOOKS[look]),
  ]
  return `Needs a look: ${reasons.join(', ')}`
}

/** The status line of a card. */
export function statusText({ state }: Photo): string {
  switch (state.at) {
    case 'adding':
      return 'Adding'
    case 'waiting':
      return 'Waiting'
    case 'working':
      return `${state.doing || 'Cutting out'} ${Math.floor(state.share * 100)} %`
    case 'done':
      return 'Done'
    case 'exported':
      return 'Exported, original deleted'
    case 'failed':
      return state.fault.code === 'cancelled' ? 'Cancelled' : 'Failed'
  }
}

const RANK = { failed: 0, working: 2, adding: 3, waiting: 4, done: 5, exported: 6 }
const rank = (photo: Photo) => (needsLook(photo) ? 1 : RANK[photo.state.at])

/** Least sure first; then those of which nothing is known; then those that are not cut out. */
const sureness = (photo: Photo) => (photo.state.at !== 'done' ? 3 : (photo.matte?.confidence ?? 2))

const byName = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** The ids to show, in order. `ids` come in the order of adding, which every other order keeps among equals. */
export function arrange(ids: readonly string[], photos: ReadonlyMap<string, Photo>, filter: Filter, sort: Sort): readonly string[] {
  if (filter === 'all' && sort === 'added') return ids
  const shown = ids
    .map((id) => photos.get(id))
    .filter((photo) => photo !== undefined)
    .filter((photo) => (filter === 'look' ? needsLook(photo) : filter === 'failed' ? photo.state.at === 'failed' : true))
  if (sort === 'name') shown.sort((a, b) => byName.compare(a.name, b.name))
  if (sort === 'state') shown.sort((a, b) => rank(a) - rank(b))
  if (sort === 'confidence') shown.sort((a, b) => sureness(a) - sureness(b))
  return shown.map((photo) => photo.id)
}

export interface Tally {
  readonly total: number
  readonly done: number
  readonly look: number
  readonly failed: number
  /** Failed only because the batch was cancelled. */
  readonly cancelled: number
  /** Sum of the shares of all that is done, 0 to `total`. */
  readonly worked: number
}

/** How the photos of a project stand. */
export function tally(photos: ReadonlyMap<string, Photo>): Tally {
  let done = 0
  let look = 0
  let failed = 0
  let cancelled = 0
  let worked = 0
  for (const photo of photos.values()) {
    if (isFinished(photo.state)) done++
    if (needsLook(photo)) look++
    if (photo.state.at === 'failed') photo.state.fault.code === 'cancelled' ? cancelled++ : failed++
    if (photo.state.at === 'working') worked += Math.min(1, photo.state.share)
  }
  return { total: photos.size, done, look, failed, cancelled, worked: worked + done + failed + cancelled }
}
