import type { Client } from '../../src/core/client'
import type { Project } from '../../src/core/project'
import { createProject, putPhotos, readProject } from '../../src/store/projects'
import { editProject, lock, show } from './holding'
import { receiptFor, record } from './notary'
import { clearOverdue, remove } from './retention'
import { desk, tellProjects } from './studio'

/** What the screens may ask about projects. */
export const projects = {
  async createProject(name) {
    const { cabinet } = await desk()
    const now = new Date().toISOString()
    const project: Project = {
      id: crypto.randomUUID(),
      name,
      created: now,
      opened: now,
      brand: [26, 115, 92],
      cutout: 'fine',
      paused: false,
      added: null,
      retention: null,
      originals: 'keep',
    }
    await createProject(cabinet, project)
    await record(cabinet, [{ did: 'project', body: { project: project.id } }])
    await tellProjects(cabinet)
    return project.id
  },

  async openProject(id) {
    const writable = await lock(id)
    await show(id, writable)
    return writable
  },

  async changeProject(id, change) {
    await editProject(id, change)
    const { retention, originals } = change
    if (retention === undefined && originals === undefined) return
    const { cabinet } = await desk()
    const body = { ...(retention === undefined ? {} : { retention: retention?.hours ?? null }), ...(originals ? { originals } : {}) }
    await record(cabinet, [{ did: 'setting', body: { project: id, ...body } }])
    await clearOverdue()
  },

  async deleteProject(id) {
    const { cabinet } = await desk()
    const project = await readProject(cabinet, id)
    if (!project) throw new RangeError('this project is no longer here')
    const gone = await remove(project)
    await tellProjects(cabinet)
    return await receiptFor(cabinet, project, gone)
  },

  pause: (id) => editProject(id, { paused: true }),

  resume: (id) => editProject(id, { paused: false }),

  async cancel(id) {
    const { cabinet, batch } = await desk()
    await putPhotos(cabinet, batch.cancel(id))
  },
} satisfies Pick<Client, 'createProject' | 'openProject' | 'changeProject' | 'deleteProject' | 'pause' | 'resume' | 'cancel'>
