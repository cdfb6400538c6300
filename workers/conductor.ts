import './trusted-types'
import * as Comlink from 'comlink'
import { modelOf } from '../models'
import type { ChannelReport } from '../src/core/channels'
import { channelOf } from '../src/core/channels/list'
import type { Client, EngineChoice, ExportProgress, ExportWish, News } from '../src/core/client'
import { changeOf } from '../src/core/doc'
import { FaultError, faultOf } from '../src/core/fault'
import { hashOfOwn, isOwn } from '../src/core/own'
import { type Photo, PhotoDoc, type Project } from '../src/core/project'
import type { Hash } from '../src/core/recipe'
import { Batch } from '../src/engine/batch'
import { Crew } from '../src/engine/crew'
import { exportAll } from '../src/engine/export'
import { make, type Workshop } from '../src/engine/make'
import { ModelDesk } from '../src/engine/model'
import { type Database, openDatabase } from '../src/store/database'
import { readLedger } from '../src/store/ledger'
import { deleteNetwork, listNetworks, readNetwork } from '../src/store/networks'
import { deletePhotos, deleteProject, listProjects, photosOf, putPhotos, readOriginal, readPhoto, sweep } from '../src/store/projects'
import { evict } from '../src/store/results'
import { readSamples } from '../src/store/samples'
import { emptyScratch } from '../src/store/scratch'
import { PHOTO, pictureRecipe } from '../src/studios/cutout/recipes'
import { cardsFor, notStored, takeIn } from './conductor/intake'
import { keepingIn } from './conductor/keeping'
import { bringMatte, matteFileOf } from './conductor/mattes'
import { takeOn } from './conductor/networks'
import { NewsDesk } from './conductor/news'
import { auditHere, ledgerKeyText, record, witness } from './conductor/notary'
import { type ExportJob, toFolder, toZip } from './conductor/outgoing'
import { PartsDesk } from './conductor/parts'

const news = new NewsDesk()
const parts = new PartsDesk((states) => news.tell({ parts: states }))
const model = new ModelDesk(
  () => new Worker(new URL('./infer.ts', import.meta.url), { type: 'module', name: 'vitrine-model' }),
  (engine) => news.tell({ engine }),
)
const crew = new Crew(
  () => new Worker(new URL('./pixels.ts', import.meta.url), { type: 'module', name: 'vitrine-pixels' }),
  {
    async network(id) {
      return isOwn(id) ? (await readNetwork((await desk()).db, id)).network : modelOf(id)
    },
    async infer(id, input) {
      await parts.ensureModel(id).catch((error: unknown) => {
        const fault = faultOf(error)
        throw new FaultError({ ...fault, code: `model-${fault.code}` }) // no photo can go on: the batch pauses
      })
      const output = await model.infer(id, input).catch((error: unknown) => {
        parts.recheck()
        throw error
      })
      return Comlink.transfer(output, [output.data.buffer])
    },
    ensurePart: (id) => parts.ensure(id),
  },
  3,
)

interface Desk {
  readonly db: Database
  readonly shop: Workshop
  readonly batch: Batch
}
let opening: Promise<Desk> | null = null

/** The store and the engine, opened with the first call; a failure is thrown to each caller and tried again. */
function desk(): Promise<Desk> {
  opening ??= (async () => {
    const db = await openDatabase()
    const shop: Workshop = { crew, keeping: keepingIn(db), modelSha: (id) => (isOwn(id) ? hashOfOwn(id) : modelOf(id).sha256) }
    const batch = new Batch(shop, model, {
      photo: (photo) => news.photo(photo),
      batch(state) {
        news.tell({ batch: state })
        countSoon(db)
      },
      notice: (notice) => news.tell({ notice }),
    })
    await tidy(db)
    return { db, shop, batch }
  })()
  opening.catch(() => {
    opening = null
  })
  return opening
}

/**
 * The first tab to open removes what no photo uses any more and what exports left. Later tabs leave it alone, since
 * another one's undo may still want it: every tab shares one lock for as long as it lives.
 */
async function tidy(db: Database): Promise<void> {
  await navigator.locks.request('vitrine-tabs', { ifAvailable: true }, async (alone) => {
    if (!alone) return
    await sweep(db)
    await emptyScratch()
  })
  void navigator.locks.request('vitrine-tabs', { mode: 'shared' }, () => new Promise<void>(() => {}))
}

/** The locks of the projects that this tab writes to, held until the tab closes or the project is deleted. */
const held = new Map<string, () => void>()
/** Projects that another tab has, and that this one gets when it closes. */
const waiting = new Set<string>()
/** Photos taken out of a list in this session, until the studio closes: undo puts them back. */
const taken = new Map<string, Photo>()
/** Mattes brought in this session, by project: undo and redo may still want them when no document names them. */
const brought = new Map<string, Hash[]>()
let exporting: AbortController | null = null

let counting: ReturnType<typeof setTimeout> | null = null

/** The list of projects shows how many photos are done; reading it is dear, so it follows a batch at a distance. */
function countSoon(db: Database) {
  if (counting) return
  counting = setTimeout(() => {
    counting = null
    void tellProjects(db)
  }, 1500)
}

const tellProjects = async (db: Database) => news.tell({ projects: await listProjects(db) })

async function photoOf(id: string): Promise<Photo> {
  const { db, batch } = await desk()
  const known = batch.photos.get(id)
  if (known) return known
  const photo = await readPhoto(db, id)
  if (!photo) throw new RangeError('this photo is no longer in the project')
  return photo
}

/** Tries to become the one tab that writes to a project; when another tab has it, waits for it in the background. */
async function lock(project: string): Promise<boolean> {
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
      const { db } = await desk()
      if (!(await db.get('projects', project))) return // deleted by the tab that had it
      const staying = hold()
      await show(project, true)
      await staying
    })
  }
  return mine
}

async function show(id: string, writable: boolean): Promise<void> {
  const { db, batch } = await desk()
  const project = await db.get('projects', id)
  if (!project) throw new RangeError('this project is no longer here')
  const stored = await photosOf(db, id)
  const photos = stored.map((photo): Photo => {
    const known = batch.photos.get(photo.id)
    if (known) return known
    return photo.state.at === 'adding' ? { ...photo, state: { at: 'failed', fault: notStored } } : photo
  })
  news.tell({ opened: { project, photos, writable } })
  if (!writable) return
  const opened: Project = { ...project, opened: new Date().toISOString() }
  await db.put('projects', opened)
  batch.open(opened, photos)
  news.tell({ batch: batch.state(id) })
  await tellProjects(db)
}

async function editProject(id: string, change: Partial<Project>): Promise<void> {
  const { db, batch } = await desk()
  const project = batch.project(id) ?? (await db.get('projects', id))
  if (!project) return
  const changed = { ...project, ...change }
  await db.put('projects', changed)
  batch.changeProject(changed)
  await tellProjects(db)
}

async function exportJob(wish: ExportWish, hear: (progress: ExportProgress) => void): Promise<ExportJob> {
  exporting?.abort()
  exporting = new AbortController()
  const { db, shop, batch } = await desk()
  const photos = (await Promise.all(wish.photos.map(photoOf))).filter((photo) => photo.state.at === 'done')
  const id = photos[0]?.project ?? ''
  const project = batch.project(id) ?? (await db.get('projects', id)) ?? { id, name: 'Vitrine' }
  let last = 0
  const paced = (progress: ExportProgress) => {
    if (progress.done < progress.total && performance.now() - last < 200) return
    last = performance.now()
    hear(progress)
  }
  return { shop, project, photos, wish, signal: exporting.signal, hear: paced }
}

/** What leaves the studio is followed by a checkpoint, so that the lines about it are vouched for. */
async function delivered<T>(work: Promise<T>): Promise<T> {
  const done = await work
  const { db } = await desk()
  await witness(db).catch(() => null)
  return done
}

const client: Client = {
  async listen(hear: (item: News) => void) {
    news.listen(hear)
    const { db } = await desk()
    news.tell({ projects: await listProjects(db), networks: await listNetworks(db), parts: await parts.states(), engine: model.state })
    news.flush()
  },

  async createProject(name) {
    const { db } = await desk()
    const now = new Date().toISOString()
    const project: Project = {
      id: crypto.randomUUID(),
      name,
      created: now,
      opened: now,
      brand: [26, 115, 92],
      cutout: 'fine',
      paused: false,
    }
    await db.put('projects', project)
    await record(db, [{ did: 'project', body: { project: project.id } }])
    await tellProjects(db)
    return project.id
  },

  async openProject(id) {
    const writable = await lock(id)
    await show(id, writable)
    return writable
  },

  changeProject: (id, change) => editProject(id, change),

  async deleteProject(id) {
    const { db, batch } = await desk()
    const project = await db.get('projects', id)
    if (!project) return { photos: 0, bytes: 0 }
    const gone = batch.photos
    news.removed([...gone.values()].filter((photo) => photo.project === id).map((photo) => photo.id))
    batch.closeProject(id)
    const { photos, hashes, bytes } = await deleteProject(db, project, brought.get(id))
    brought.delete(id)
    const undoable = [...taken.values()].filter((photo) => photo.project === id)
    for (const photo of undoable) taken.delete(photo.id)
    await deletePhotos(db, undoable)
    held.get(id)?.()
    held.delete(id)
    crew.rest()
    await record(db, [{ did: 'delete', body: { project: id, photos, bytes, hashes } }])
    await tellProjects(db)
    return { photos, bytes }
  },

  async addFiles(project, files) {
    const { db, batch } = await desk()
    const { cutout = 'fine' } = batch.project(project) ?? {}
    const cards = cardsFor(
      project,
      files,
      PhotoDoc.parse({ cutout }),
      [...batch.photos.values()].filter((photo) => photo.project === project),
    )
    for (const card of cards) batch.put(card)
    await putPhotos(db, cards).catch(() => {})
    void parts.loadEverything().catch(() => {}) // a photo that needs what is missing says so on its card
    for (const [i, card] of cards.entries()) {
      const photo = await takeIn(db, card, files[i] as File)
      // Removed while it was being read: then its bytes go, too.
      if (!batch.photos.has(card.id)) await deletePhotos(db, [photo])
      else {
        batch.put(photo)
        if (photo.file) await record(db, [{ did: 'import', body: { project, photo: photo.id, in: photo.file, bytes: photo.bytes } }])
      }
    }
    await tellProjects(db)
  },

  async addSamples(project) {
    await client.addFiles(project, await readSamples())
  },

  async removePhotos(ids) {
    const { db, batch } = await desk()
    const photos = await Promise.all(ids.map(photoOf))
    for (const photo of photos) taken.set(photo.id, photo.state.at === 'working' ? { ...photo, state: { at: 'waiting' } } : photo)
    batch.remove(ids)
    news.removed(ids)
    // The bytes stay until the studio is next opened, so that undo can bring the photos back; `sweep` then removes them.
    const tx = db.transaction('photos', 'readwrite')
    await Promise.all([...ids.map((id) => tx.store.delete(id)), tx.done])
    await record(
      db,
      photos.map((photo) => ({ did: 'delete' as const, body: { project: photo.project, photo: photo.id, in: photo.file } })),
    )
    await tellProjects(db)
  },

  async restorePhotos(ids) {
    const { db, batch } = await desk()
    const photos = ids.map((id) => taken.get(id)).filter((photo) => photo !== undefined)
    await putPhotos(db, photos)
    for (const photo of photos) {
      taken.delete(photo.id)
      batch.put(photo)
    }
    await record(
      db,
      photos.map((photo) => ({ did: 'edit' as const, body: { project: photo.project, photo: photo.id, put: 'back' } })),
    )
    await tellProjects(db)
  },

  async editPhotos(edits) {
    const { db, batch } = await desk()
    const lines = []
    for (const { id, doc } of edits) {
      const photo = await photoOf(id)
      const change = changeOf(photo.doc, doc)
      const { at } = photo.state
      const mended = change === 'picture' && at === 'done'
      const again = at === 'working' || (at !== 'adding' && change !== 'words' && !mended)
      const changed: Photo = { ...photo, doc, state: again ? { at: 'waiting' } : photo.state }
      if (mended) batch.mend(changed)
      else batch.put(changed, change !== 'words')
      await putPhotos(db, [batch.stored(changed)])
      lines.push({ did: 'edit' as const, body: { project: photo.project, photo: id, doc: { ...doc } satisfies PhotoDoc } })
    }
    await record(db, lines)
  },

  async retryPhotos(ids) {
    const { db, batch } = await desk()
    for (const id of ids) {
      const photo = await photoOf(id)
      if (photo.state.at !== 'failed' || !photo.file) continue
      const again: Photo = { ...photo, state: { at: 'waiting' } }
      await putPhotos(db, [again])
      batch.put(again, true)
    }
  },

  pause: (id) => editProject(id, { paused: true }),
  resume: (id) => editProject(id, { paused: false }),

  async cancel(id) {
    const { db, batch } = await desk()
    await putPhotos(db, batch.cancel(id))
  },

  async thumbnail(id) {
    const { shop } = await desk()
    const photo = await photoOf(id)
    const value = photo.thumb ? await shop.keeping.readResult(photo.thumb as Parameters<typeof shop.keeping.readResult>[0]) : null
    return value?.kind === 'file' ? value.blob : null
  },

  async picture(id, which, maxSide, shown) {
    const { shop } = await desk()
    const { doc: committed, file } = await photoOf(id)
    if (!file) throw new RangeError('this photo is not stored')
    const recipe = pictureRecipe(shown ?? committed, which, maxSide)
    const { bitmaps, keys } = await make(shop, [recipe], { [PHOTO]: file }, { urgent: true })
    const bitmap = keys[0] && bitmaps.get(keys[0])
    if (!bitmap) throw new Error('no picture came out')
    return Comlink.transfer(bitmap, [bitmap])
  },

  async original(id) {
    const { db } = await desk()
    const { file } = await photoOf(id)
    if (!file) throw new RangeError('this photo is not stored')
    return (await readOriginal(db, file)).blob
  },

  async importMatte(id, file) {
    const { db, shop } = await desk()
    const photo = await photoOf(id)
    const { doc, hash } = await bringMatte(db, shop, photo, file)
    brought.set(photo.project, [...(brought.get(photo.project) ?? []), hash])
    return doc
  },

  async exportMatte(id) {
    const { db, shop } = await desk()
    return await matteFileOf(db, shop, await photoOf(id))
  },

  async inspectExport(wish, hear: (report: ChannelReport) => void) {
    const job = await exportJob(wish, () => {})
    const channels = wish.channels.map((channel) => channelOf(channel, wish.custom))
    for await (const { report } of exportAll(job.shop, job.photos, channels, wish.rights, job.signal)) hear(report)
  },

  async exportZip(wish, hear) {
    return await delivered(toZip(await exportJob(wish, hear)))
  },

  async exportFolder(wish, folder, hear) {
    return await delivered(toFolder(await exportJob(wish, hear), folder))
  },

  async cancelExport() {
    exporting?.abort()
  },

  async loadParts(ids) {
    if (ids === 'all') await parts.loadEverything()
    else for (const id of ids) await parts.ensure(id)
  },

  async chooseEngine(choice: EngineChoice) {
    model.choose(choice)
  },

  async addNetwork(file) {
    const { db } = await desk()
    await parts.ensureRuntime()
    const own = await takeOn(db, model, file)
    news.tell({ networks: await listNetworks(db) })
    return own
  },

  async removeNetwork(id) {
    const { db } = await desk()
    await deleteNetwork(db, id)
    await record(db, [{ did: 'delete', body: { network: id } }])
    news.tell({ networks: await listNetworks(db) })
  },

  async ledger(project) {
    const { db } = await desk()
    return await readLedger(db, project)
  },

  async verifyLedger() {
    return await auditHere((await desk()).db)
  },

  async checkpoint() {
    const { db } = await desk()
    const newest = await witness(db)
    return newest && { ...newest, key: await ledgerKeyText(db) }
  },

  async evidence() {
    const { evidence } = await import('./conductor/evidence')
    return await evidence((await desk()).db)
  },

  async storage() {
    const { db } = await desk()
    const [{ usage = 0, quota = 0 }, persisted, projects, results, networks] = await Promise.all([
      navigator.storage.estimate(),
      navigator.storage.persisted(),
      listProjects(db),
      db.getAll('results'),
      listNetworks(db),
    ])
    const cache = results.reduce((sum, result) => sum + (result.keep ? 0 : result.bytes), 0)
    return {
      used: usage,
      quota,
      persisted,
      projects: projects.map(({ id, name, bytes }) => ({ id, name, bytes })),
      cache,
      parts: (await parts.bytes()) + networks.reduce((sum, { bytes }) => sum + bytes, 0),
    }
  },

  async clearCache() {
    return await evict((await desk()).db, 0)
  },
}

/** Faults cross the worker boundary as their message, which `faultOf` reads again. */
addEventListener('unhandledrejection', (event) => news.tell({ notice: faultOf(event.reason) }))
Comlink.expose(client)
