import type { Photo, Project } from '../../src/core/project'
import { photosOf, putProject, readProject } from '../../src/store/projects'
import { notStored } from './intake'
import { desk, news, tellProjects } from './studio'

/** The locks of the projects that this tab writes to, held until the tab closes or the project is deleted. */
const held = new Map<string, () => void>()

/** Projects that another tab has, and that this one gets when it closes. */
const waiting = new Set<string>()

/** Tries to become the one tab that writes to a project; when another tab has it, waits for it in the background. */
export async function lock(project: string): Promise<boolean> {
  if (held.has(project)) return true
  const name = `vitrine-project-${project}`
  const hold = () => new Promise<void>((done) => void held.set(project, done))
  const mine = await new Promise<boolean>((answer) => {
    void navigator.locks.request(name, { ifAvailable: true }, (got) => {
      answer(got !== null)
      return got ? hold() : undefined
    })
  })
  if (!mine && !waiting.has(project)) {
    waiting.add(project)
    void navigator.locks.request(name, async () => {
      waiting.delete(project)
      const { cabinet } = await desk()
      if (!(await readProject(cabinet, project))) return // deleted by the tab that had it
      const staying = hold()
      await show(project, true)
      await staying
    })
  }
  return mine
}

/** Shows a project and its photos; where this tab writes to it, its batch goes on. Throws a RangeError when it is no longer here. */
export async function show(id: string, writable: boolean): Promise<void> {
  const { cabinet, batch } = await desk()
  const project = await readProject(cabinet, id)
  if (!project) throw new RangeError('this project is no longer here')
  const stored = await photosOf(cabinet, id)
  const photos = stored.map((photo): Photo => {
    const known = batch.photos.get(photo.id)
    if (known) return known
    return photo.state.at === 'adding' ? { ...photo, state: { at: 'failed', fault: notStored } } : photo
  })
  news.tell({ opened: { project, photos, writable } })
  if (!writable) return
  const opened: Project = { ...project, opened: new Date().toISOString() }
  await putProject(cabinet, opened)
  batch.open(opened, photos)
  news.tell({ batch: batch.state(id) })
  await tellProjects(cabinet)
}

/** Changes a project, if it is still here. */
export async function editProject(id: string, change: Partial<Project>): Promise<void> {
  const { cabinet, batch } = await desk()
  const project = batch.project(id) ?? (await readProject(cabinet, id))
  if (!project) return
  const changed = { ...project, ...change }
  await putProject(cabinet, changed)
  batch.changeProject(changed)
  await tellProjects(cabinet)
}

/** Lets go of a project that is no more. */
export function letGo(project: string): void {
  held.get(project)?.()
  held.delete(project)
}
