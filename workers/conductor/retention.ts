import type { Fault } from '../../src/core/fault'
import type { Project } from '../../src/core/project'
import type { Json } from '../../src/core/recipe'
import { overdue } from '../../src/core/retention'
import { nearlyFull } from '../../src/core/room'
import { lastMoment } from '../../src/store/ledger'
import { deleteProject, forgetProject, type Gone, readProjects } from '../../src/store/projects'
import { letGo, lock } from './holding'
import { record } from './notary'
import { crew, desk, news, opened, taken, tellProjects } from './studio'

/** Deletes a project, in whichever state it is; `why` it went by itself. */
export async function remove({ id }: Project, why: Record<string, Json> = {}): Promise<Gone> {
  const { cabinet, batch } = await desk()
  const own = [...batch.photos.values()].filter((photo) => photo.project === id)
  news.removed(own.map((photo) => photo.id))
  batch.closeProject(id)
  const gone = await deleteProject(cabinet, id)
  for (const photo of [...taken.values()]) if (photo.project === id) taken.delete(photo.id)
  letGo(id)
  crew.rest()
  const { photos, hashes, bytes, key } = gone
  await record(cabinet, [{ did: 'delete', body: { project: id, photos, bytes, hashes, key, ...why } }])
  await forgetProject(cabinet, id)
  return gone
}

/** Deletes the projects whose time is over, but for those that another tab works on: it does so itself. */
export async function clearOverdue(): Promise<void> {
  const { cabinet } = await desk()
  const last = await lastMoment(cabinet)
  const late = overdue(await readProjects(cabinet), Math.max(Date.now(), last))
  for (const project of late) {
    if (!(await lock(project.id))) continue
    await remove(project, { retention: project.retention?.hours ?? null })
    news.tell({ notice: wentByItself(project) })
  }
  if (late.length > 0) await tellProjects(cabinet)
}

const wentByItself = ({ name, retention }: Project): Fault => ({
  code: `retention-${name}`,
  sentence: `“${name}” was deleted, as it was to be ${retention?.hours === 1 ? 'an hour' : `${retention?.hours} hours`} after its last photo was added.`,
  remedy: 'The ledger keeps a line that says what went. Files that you exported stay where they are.',
  retry: false,
})

let warned = false

/** Says once, as long as the studio is open, that the room runs short. */
export async function lookAtRoom(): Promise<void> {
  const fault = warned ? null : nearlyFull(await navigator.storage.estimate())
  if (!fault) return
  warned = true
  news.tell({ notice: fault })
}

/** The studio is looked over this often while it is open, ms. */
const ROUND = 60_000

/** Begins to look the studio over while it is open. */
export function goRounds(): void {
  setInterval(() => {
    if (!opened()) return
    void clearOverdue().catch(() => {})
    void lookAtRoom().catch(() => {})
  }, ROUND)
}
