import type { Casualty, Title } from '../../core/backup'
import { faultOf } from '../../core/fault'
import { sha256 } from '../../core/ledger'
import type { Photo, Project } from '../../core/project'
import type { Sealer } from '../../core/sealing'
import { type Frame, labelHolds, readBody, read as readFrames } from './frames'

/** A backup in hand. */
export interface Backup {
  readonly file: Blob
  readonly id: string
  /** ISO 8601, UTC. */
  readonly made: string
  readonly sealer: Sealer
  readonly frames: readonly Frame[]
  /** Damage that shows before the bodies are read. */
  readonly casualties: readonly Casualty[]
}

/** A project of a backup, and the parts that belong to it. */
export interface Bundle {
  readonly project: Project
  readonly photos: readonly Photo[]
  /** All that is its own, but for what the ledger keeps. */
  readonly frames: readonly Frame[]
}

interface Heads {
  readonly head: { readonly id: string; readonly made: string }
  readonly whole: readonly boolean[]
  /** Where the parts begin. */
  readonly start: number
}

/** Reads what a backup has. `heads` and the sealer are what its passphrase opened. */
export async function openParts(file: Blob, { head, whole, start }: Heads, sealer: Sealer): Promise<Backup> {
  const { frames, casualties } = await readFrames(file, head.id, start, sealer)
  const heads = whole.map((one, i) => (one ? null : { what: `The ${i === 0 ? 'first' : 'second'} head of the backup`, says: NOTHING_LOST }))
  const unnamed = frames.filter(({ title }) => title === null).map(({ n }) => ({ what: `Part ${n + 1} of the backup`, says: UNNAMED }))
  return { file, ...head, sealer, frames, casualties: [...heads.filter((one) => one !== null), ...casualties, ...unnamed] }
}

const NOTHING_LOST = 'It is damaged. Nothing is lost: the same stands elsewhere, too.'
const UNNAMED = 'It is damaged so that nobody can tell what it was.'

/** The projects of a backup, in their order. Photos whose project's own part is lost come under a new one. */
export function bundlesOf({ frames, made }: Backup): Bundle[] {
  const projects = new Map<string, Project>()
  const photos: Photo[] = []
  for (const { title } of frames) {
    if (title?.kind === 'project') projects.set(title.project.id, title.project)
    if (title?.kind === 'photo') photos.push(title.photo)
  }
  for (const { project } of photos) if (!projects.has(project)) projects.set(project, nameless(project, made))
  return [...projects.values()].map((project) => ({
    project,
    photos: photos.filter((photo) => photo.project === project.id),
    frames: frames.filter(({ title }) => title !== null && ownerOf(title) === project.id),
  }))
}

/** The project that a part belongs to; null for what is the studio's. */
function ownerOf(title: Title): string | null {
  switch (title.kind) {
    case 'project':
      return title.project.id
    case 'photo':
      return title.photo.project
    case 'file':
    case 'result':
      return title.project
    default:
      return null
  }
}

const nameless = (id: string, made: string): Project => ({
  id,
  name: 'Restored',
  created: made,
  opened: made,
  brand: [26, 115, 92],
  cutout: 'fine',
  paused: false,
  added: made,
  retention: null,
  originals: 'keep',
})

/** The checked body of a part, null when it is damaged or has none, and what is wrong with the part. */
export async function bodyOf(backup: Backup, frame: Frame): Promise<{ bytes: Uint8Array<ArrayBuffer> | null; casualties: Casualty[] }> {
  const { file, id, sealer } = backup
  const what = nameOf(frame)
  const casualties: Casualty[] = []
  if (frame.title && !(await labelHolds(file, id, frame, sealer))) casualties.push({ what: `The label of ${what}`, says: NOTHING_LOST })
  if (frame.bodyBytes === 0) return { bytes: null, casualties }
  const bytes = await readBody(file, id, frame, sealer).catch((error: unknown) => {
    if (faultOf(error).code === 'damaged') return null
    throw error
  })
  const right = bytes && (frame.title?.kind !== 'file' || (await sha256(bytes)) === frame.title.hash)
  if (right) return { bytes, casualties }
  if (frame.title) casualties.push({ what, says: lossOf(backup, frame) })
  return { bytes: null, casualties }
}

function nameOf({ n, title }: Frame): string {
  switch (title?.kind) {
    case 'project':
      return `the project “${title.project.name}”`
    case 'photo':
      return `the photo ${title.photo.name}`
    case 'file':
      return `the photo ${title.of.join(' and ')}`
    case 'result':
      return `the cutout of ${title.of.join(' and ')}`
    case 'ledger':
      return 'the ledger'
    case 'details':
      return 'what the ledger keeps to itself'
    case 'network':
      return `the network “${title.title}”`
    default:
      return `part ${n + 1}`
  }
}

function lossOf({ frames }: Backup, { title }: Frame): string {
  switch (title?.kind) {
    case 'file':
      return frames.some((frame) => frame.title?.kind === 'photo' && frame.title.photo.file === title.hash)
        ? 'Its file is damaged, so it is not restored. Add it again from where you keep it.'
        : 'The matte of your own is damaged; the photo is restored and cut out by the network.'
    case 'result':
      return 'It is damaged; the photo is restored, and cut out again.'
    case 'network':
      return 'Its file is damaged, so it is not restored. Open it again from where you keep it.'
    default:
      return 'It is damaged, so it is not restored.'
  }
}

/** Reads every part as restoring would, and keeps nothing. Returns all that is damaged; `read` hears the bytes of each part. */
export async function check(backup: Backup, read: (bytes: number) => void, signal: AbortSignal): Promise<Casualty[]> {
  const found = [...backup.casualties]
  for (const frame of backup.frames) {
    signal.throwIfAborted()
    found.push(...(await bodyOf(backup, frame)).casualties)
    read(frame.titleBytes + frame.bodyBytes)
  }
  return found
}
