import './trusted-types'
import * as Comlink from 'comlink'
import { modelOf } from '../models'
import { cutOff } from '../src/core/air-gap'
import type { BackupProgress } from '../src/core/backup'
import type { ChannelReport } from '../src/core/channels'
import { channelOf } from '../src/core/channels/list'
import type { Client, EngineChoice, ExportProgress, ExportWish, News } from '../src/core/client'
import { changeOf } from '../src/core/doc'
import { type Fault, FaultError, faultOf } from '../src/core/fault'
import { hashOfOwn, isOwn } from '../src/core/own'
import { type Photo, PhotoDoc, type Project } from '../src/core/project'
import type { Json, Key } from '../src/core/recipe'
import { overdue } from '../src/core/retention'
import { nearlyFull } from '../src/core/room'
import { Batch } from '../src/engine/batch'
import { Crew } from '../src/engine/crew'
import { exportAll } from '../src/engine/export'
import { make, type Workshop } from '../src/engine/make'
import { ModelDesk } from '../src/engine/model'
import { listPastLedgers } from '../src/store/archives'
import type { Backup } from '../src/store/backup/open'
import { type Cabinet, type Database, openDatabase } from '../src/store/database'
import { lastMoment } from '../src/store/ledger'
import { deleteNetwork, listNetworks, readNetwork } from '../src/store/networks'
import { bringOver } from '../src/store/plain'
import {
  createProject,
  deletePhotos,
  deleteProject,
  dropOriginals,
  finishInterrupted,
  forgetProject,
  type Gone,
  listProjects,
  photosOf,
  putPhotos,
  putProject,
  readBytes,
  readOriginal,
  readPhoto,
  readProject,
  readProjects,
  sweep,
} from '../src/store/projects'
import { evict } from '../src/store/results'
import { readSamples } from '../src/store/samples'
import { emptyScratch } from '../src/store/scratch'
import { slotsOf } from '../src/store/slots'
import { PHOTO, pictureRecipe } from '../src/studios/cutout/recipes'
import { Vault } from '../src/vault/vault'
import type { CredentialsDesk } from './conductor/credentials'
import { cardsFor, notStored, takeIn } from './conductor/intake'
import { keepingIn } from './conductor/keeping'
import { bringMatte, matteFileOf } from './conductor/mattes'
import { takeOn } from './conductor/networks'
import { NewsDesk } from './conductor/news'
import { attest, auditHere, ledgerKeyText, receiptFor, record, tellLedger, witness } from './conductor/notary'
import { type ExportJob, toFolder, toZip } from './conductor/outgoing'
import { PartsDesk } from './conductor/parts'
import { refusalLines, watchService } from './conductor/refusals'

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
      return isOwn(id) ? (await readNetwork((await desk()).cabinet.db, id)).network : modelOf(id)
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
    async original(project, hash) {
      const file = await readBytes((await desk()).cabinet, project, hash)
      return Comlink.transfer(file, [file.bytes.buffer])
    },
    ensurePart: (id) => parts.ensure(id),
  },
  3,
)

interface Desk {
  readonly cabinet: Cabinet
  readonly shop: Workshop
  readonly batch: Batch
}
let opening: Promise<Desk> | null = null
let entering: Promise<{ db: Database; vault: Vault }> | null = null

/** The database and the vault, whether it is open or not; a failure is thrown to each caller and tried again. */
function entrance(): Promise<{ db: Database; vault: Vault }> {
  entering ??= (async () => {
    const db = await openDatabase()
    const alone = <T>(work: () => Promise<T>) => navigator.locks.request('vitrine-vault', work) as Promise<T>
    const empty = async () => (await db.count('projects')) + (await db.count('ledger')) === 0
    return { db, vault: await Vault.of({ slots: await slotsOf(db), alone, empty, now: () => Date.now() }) }
  })()
  entering.catch(() => {
    entering = null
  })
  return entering
}

/** The store and the engine, opened with the first call after the vault is; a failure is thrown to each caller and tried again. */
function desk(): Promise<Desk> {
  opening ??= (async () => {
    const { db, vault } = await entrance()
    const cabinet: Cabinet = { db, keys: vault.keys }
    const shop: Workshop = { crew, keeping: keepingIn(cabinet), modelSha: (id) => (isOwn(id) ? hashOfOwn(id) : modelOf(id).sha256) }
    const batch = new Batch(shop, model, {
      photo: (photo) => news.photo(photo),
      batch(state) {
        news.tell({ batch: state })
        countSoon(cabinet)
      },
      notice: (notice) => news.tell({ notice }),
    })
    await tidy(cabinet)
    return { cabinet, shop, batch }
  })()
  opening.catch(() => {
    opening = null
  })
  return opening
}

/**
 * The first tab to open ends what was interrupted, and removes what no photo uses any more and what exports left. Later
 * tabs leave it alone, since another one's undo may still want it: every tab shares one lock for as long as it lives.
 */
async function tidy(cabinet: Cabinet): Promise<void> {
  await navigator.locks.request('vitrine-tabs', { ifAvailable: true }, async (alone) => {
    if (!alone) return
    const gone = await finishInterrupted(cabinet)
    const ended = gone.map((project) => ({ did: 'delete' as const, body: { project, ended: 'at the next start' } }))
    if (ended.length > 0) await record(cabinet, ended)
    for (const id of gone) await forgetProject(cabinet, id)
    await bringOver(cabinet)
    await sweep(cabinet.db)
    await emptyScratch()
  })
  void navigator.locks.request('vitrine-tabs', { mode: 'shared' }, () => new Promise<void>(() => {}))
}

/** What one tab does with the locks, the others hear. */
const tabs = new BroadcastChannel('vitrine-vault')
tabs.onmessage = async ({ data }) => {
  const { vault } = await entrance()
  await vault.refresh()
  if (data === 'lock') await leave(vault)
  // The passphrase was taken away elsewhere: what was locked here is open.
  if (vault.state.open && !opening) await tellAll()
  else news.tell({ vault: vault.state })
}

/** Forgets the keys and ends whatever holds what they opened. */
async function leave(vault: Vault): Promise<void> {
  exporting?.abort()
  backups.end()
  const was = await opening?.catch(() => null)
  opening = null
  vault.lock()
  const open = [...(was?.batch.photos.values() ?? [])]
  for (const id of new Set(open.map(({ project }) => project))) was?.batch.closeProject(id)
  crew.rest()
  void credentials?.then((one) => one.rest())
  taken.clear()
  await emptyScratch()
}

/** The complete first news, once the vault is open. */
async function tellAll(): Promise<void> {
  const { vault } = await entrance()
  const { cabinet } = await desk()
  await clearOverdue()
  news.tell({
    vault: vault.state,
    projects: await listProjects(cabinet),
    networks: await listNetworks(cabinet.db),
    parts: await parts.states(),
    engine: model.state,
  })
  news.flush()
}

/** A change of the locks: told here and in the other tabs, and written down. */
async function changeLocks<T>(what: string, work: (vault: Vault) => Promise<T>): Promise<T> {
  const { vault } = await entrance()
  try {
    const done = await work(vault)
    await record((await desk()).cabinet, [{ did: 'setting', body: { vault: what } }])
    tabs.postMessage('changed')
    return done
  } finally {
    news.tell({ vault: vault.state })
  }
}

/** Comes when somebody asks for it: certificates take code that nothing else needs. */
let credentials: Promise<CredentialsDesk> | null = null
function credentialsDesk(): Promise<CredentialsDesk> {
  credentials ??= import('./conductor/credentials').then(({ CredentialsDesk }) => new CredentialsDesk(() => parts.ensure('c2pa')))
  credentials.catch(() => {
    credentials = null
  })
  return credentials
}

/** The locks of the projects that this tab writes to, held until the tab closes or the project is deleted. */
const held = new Map<string, () => void>()
/** Projects that another tab has, and that this one gets when it closes. */
const waiting = new Set<string>()
/** Photos taken out of a list in this session, until the studio closes: undo puts them back. */
const taken = new Map<string, Photo>()
let exporting: AbortController | null = null

/** The backup that is being written or restored, and the one that was opened. */
const backups = {
  running: null as AbortController | null,
  inHand: null as Backup | null,
  begin(): AbortSignal {
    this.running?.abort()
    this.running = new AbortController()
    return this.running.signal
  },
  end() {
    this.running?.abort()
    this.inHand = null
  },
}

let counting: ReturnType<typeof setTimeout> | null = null

/** The list of projects shows how many photos are done; reading it is dear, so it follows a batch at a distance. */
function countSoon(cabinet: Cabinet) {
  if (counting) return
  counting = setTimeout(() => {
    counting = null
    void tellProjects(cabinet).catch(() => {})
  }, 1500)
}

const tellProjects = async (cabinet: Cabinet) => news.tell({ projects: await listProjects(cabinet) })

async function photoOf(id: string): Promise<Photo> {
  const { cabinet, batch } = await desk()
  const known = batch.photos.get(id)
  if (known) return known
  const photo = await readPhoto(cabinet, id)
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
      const { cabinet } = await desk()
      if (!(await readProject(cabinet, project))) return // deleted by the tab that had it
      const staying = hold()
      await show(project, true)
      await staying
    })
  }
  return mine
}

async function show(id: string, writable: boolean): Promise<void> {
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

async function editProject(id: string, change: Partial<Project>): Promise<void> {
  const { cabinet, batch } = await desk()
  const project = batch.project(id) ?? (await readProject(cabinet, id))
  if (!project) return
  const changed = { ...project, ...change }
  await putProject(cabinet, changed)
  batch.changeProject(changed)
  await tellProjects(cabinet)
}

/** Deletes a project, in whichever state it is; `why` it went by itself. */
async function remove({ id }: Project, why: Record<string, Json> = {}): Promise<Gone> {
  const { cabinet, batch } = await desk()
  const own = [...batch.photos.values()].filter((photo) => photo.project === id)
  news.removed(own.map((photo) => photo.id))
  batch.closeProject(id)
  const gone = await deleteProject(cabinet, id)
  for (const photo of [...taken.values()]) if (photo.project === id) taken.delete(photo.id)
  held.get(id)?.()
  held.delete(id)
  crew.rest()
  const { photos, hashes, bytes, key } = gone
  await record(cabinet, [{ did: 'delete', body: { project: id, photos, bytes, hashes, key, ...why } }])
  await forgetProject(cabinet, id)
  return gone
}

/** Deletes the projects whose time is over, but for those that another tab works on: it does so itself. */
async function clearOverdue(): Promise<void> {
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
async function lookAtRoom(): Promise<void> {
  const fault = warned ? null : nearlyFull(await navigator.storage.estimate())
  if (!fault) return
  warned = true
  news.tell({ notice: fault })
}

/** The studio is looked over this often while it is open, ms. */
const ROUND = 60_000
setInterval(() => {
  if (!opening) return
  void clearOverdue().catch(() => {})
  void lookAtRoom().catch(() => {})
}, ROUND)

async function exportJob(wish: ExportWish, hear: (progress: ExportProgress) => void): Promise<ExportJob> {
  exporting?.abort()
  exporting = new AbortController()
  const { signal } = exporting
  const { cabinet, shop, batch } = await desk()
  const photos = (await Promise.all(wish.photos.map(photoOf))).filter((photo) => photo.state.at === 'done')
  const id = photos[0]?.project ?? ''
  const project = batch.project(id) ?? (await readProject(cabinet, id)) ?? { id, name: 'Vitrine' }
  const signer = wish.credentials && (await (await credentialsDesk()).signer(cabinet, wish.credentials))
  let last = 0
  const paced = (progress: ExportProgress) => {
    if (progress.done < progress.total && performance.now() - last < 200) return
    last = performance.now()
    hear(progress)
  }
  return { shop, project, photos, wish, signer, signal, attest: (line) => attest(cabinet, line), hear: paced }
}

/** What leaves the studio is followed by a checkpoint, so that the lines about it are vouched for. */
async function delivered<T>(work: Promise<T>): Promise<T> {
  const done = await work
  const { cabinet } = await desk()
  await witness(cabinet).catch(() => null)
  return done
}

const client: Client = {
  async listen(hear: (item: News) => void) {
    news.listen(hear)
    const { vault } = await entrance()
    if (vault.state.open) return await tellAll()
    news.tell({ vault: vault.state })
    news.flush()
  },

  async unlock(secret) {
    const { vault } = await entrance()
    try {
      await vault.unlock(secret)
    } catch (error) {
      news.tell({ vault: vault.state })
      throw error
    }
    await record((await desk()).cabinet, [{ did: 'unlock', body: {} }])
    await tellAll()
  },

  async lock() {
    const { vault } = await entrance()
    if (vault.state.lock === 'device') return
    if (opening) await witness((await desk()).cabinet).catch(() => null)
    await leave(vault)
    tabs.postMessage('lock')
    news.tell({ vault: vault.state })
  },

  setPassphrase: (next, now) => changeLocks('passphrase', (vault) => vault.setPassphrase(next, now)),
  removePassphrase: (now) => changeLocks('device', (vault) => vault.removePassphrase(now)),
  chooseIdle: (minutes) => changeLocks(minutes === null ? 'never by itself' : `after ${minutes} min`, (vault) => vault.chooseIdle(minutes)),

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

  async addFiles(project, files) {
    const { cabinet, batch } = await desk()
    const { cutout = 'fine' } = batch.project(project) ?? {}
    const cards = cardsFor(
      project,
      files,
      PhotoDoc.parse({ cutout }),
      [...batch.photos.values()].filter((photo) => photo.project === project),
    )
    for (const card of cards) batch.put(card)
    await putPhotos(cabinet, cards).catch(() => {})
    void parts.loadEverything().catch(() => {}) // a photo that needs what is missing says so on its card
    for (const [i, card] of cards.entries()) {
      const photo = await takeIn(cabinet, card, files[i] as File)
      // Removed while it was being read: then its bytes go, too.
      if (!batch.photos.has(card.id)) await deletePhotos(cabinet, project, [photo])
      else {
        batch.put(photo)
        if (photo.file) await record(cabinet, [{ did: 'import', body: { project, photo: photo.id, in: photo.file, bytes: photo.bytes } }])
      }
    }
    await editProject(project, { added: new Date().toISOString() })
    await lookAtRoom().catch(() => {})
  },

  async addSamples(project) {
    await client.addFiles(project, await readSamples())
  },

  async removePhotos(ids) {
    const { cabinet, batch } = await desk()
    const photos = await Promise.all(ids.map(photoOf))
    for (const photo of photos) taken.set(photo.id, photo.state.at === 'working' ? { ...photo, state: { at: 'waiting' } } : photo)
    batch.remove(ids)
    news.removed(ids)
    // The bytes stay until the studio is next opened, so that undo can bring the photos back; `sweep` then removes them.
    const tx = cabinet.db.transaction('photos', 'readwrite')
    await Promise.all([...ids.map((id) => tx.store.delete(id)), tx.done])
    await record(
      cabinet,
      photos.map((photo) => ({ did: 'delete' as const, body: { project: photo.project, photo: photo.id, in: photo.file } })),
    )
    await tellProjects(cabinet)
  },

  async restorePhotos(ids) {
    const { cabinet, batch } = await desk()
    const photos = ids.map((id) => taken.get(id)).filter((photo) => photo !== undefined)
    await putPhotos(cabinet, photos)
    for (const photo of photos) {
      taken.delete(photo.id)
      batch.put(photo)
    }
    await record(
      cabinet,
      photos.map((photo) => ({ did: 'edit' as const, body: { project: photo.project, photo: photo.id, put: 'back' } })),
    )
    await tellProjects(cabinet)
  },

  async editPhotos(edits) {
    const { cabinet, batch } = await desk()
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
      await putPhotos(cabinet, [batch.stored(changed)])
      lines.push({ did: 'edit' as const, body: { project: photo.project, photo: id }, details: { doc: { ...doc } satisfies PhotoDoc } })
    }
    await record(cabinet, lines)
  },

  async retryPhotos(ids) {
    const { cabinet, batch } = await desk()
    for (const id of ids) {
      const photo = await photoOf(id)
      if (photo.state.at !== 'failed' || !photo.file) continue
      const again: Photo = { ...photo, state: { at: 'waiting' } }
      await putPhotos(cabinet, [again])
      batch.put(again, true)
    }
  },

  pause: (id) => editProject(id, { paused: true }),
  resume: (id) => editProject(id, { paused: false }),

  async cancel(id) {
    const { cabinet, batch } = await desk()
    await putPhotos(cabinet, batch.cancel(id))
  },

  async thumbnail(id) {
    const { shop } = await desk()
    const photo = await photoOf(id)
    const value = photo.thumb ? await shop.keeping.readResult(photo.project, photo.thumb as Key) : null
    return value?.kind === 'file' ? value.blob : null
  },

  async picture(id, which, maxSide, shown) {
    const { shop } = await desk()
    const { doc: committed, file, project } = await photoOf(id)
    if (!file) throw new RangeError('this photo is not stored')
    const recipe = pictureRecipe(shown ?? committed, which, maxSide)
    const { bitmaps, keys } = await make(shop, project, [recipe], { [PHOTO]: file }, { urgent: true })
    const bitmap = keys[0] && bitmaps.get(keys[0])
    if (!bitmap) throw new Error('no picture came out')
    return Comlink.transfer(bitmap, [bitmap])
  },

  async original(id) {
    const { cabinet } = await desk()
    const { file, project } = await photoOf(id)
    if (!file) throw new RangeError('this photo is not stored')
    return (await readOriginal(cabinet, project, file)).blob
  },

  async importMatte(id, file) {
    const { cabinet, shop } = await desk()
    const photo = await photoOf(id)
    return await bringMatte(cabinet, shop, photo, file)
  },

  async exportMatte(id) {
    const { cabinet, shop } = await desk()
    return await matteFileOf(cabinet, shop, await photoOf(id))
  },

  async inspectExport(wish, hear: (report: ChannelReport) => void) {
    const job = await exportJob(wish, () => {})
    const channels = wish.channels.map((channel) => channelOf(channel, wish.custom))
    for await (const { report } of exportAll(
      job.shop,
      job.photos,
      channels,
      { rights: wish.rights, signer: job.signer, certify: false },
      job.signal,
    )) {
      // It goes through a port of its own: without waiting, the end could be heard before the last report.
      await hear(report)
    }
  },

  async exportZip(wish, hear) {
    return await delivered(toZip(await exportJob(wish, hear)))
  },

  async exportFolder(wish, folder, hear) {
    return await delivered(toFolder(await exportJob(wish, hear), folder))
  },

  async deleteOriginals(ids) {
    const { cabinet, batch } = await desk()
    let [count, bytes] = [0, 0]
    const photos = (await Promise.all(ids.map(photoOf))).filter(({ state }) => state.at === 'done')
    for (const project of new Set(photos.map((photo) => photo.project))) {
      const own = photos.filter((photo) => photo.project === project)
      const dropped = await dropOriginals(cabinet, project, own)
      for (const photo of dropped.photos) batch.put(photo)
      await record(
        cabinet,
        own.map((photo) => ({ did: 'delete' as const, body: { project, photo: photo.id, in: photo.file, after: 'export' } })),
      )
      count += own.length
      bytes += dropped.bytes
    }
    await tellProjects(cabinet)
    return { photos: count, bytes }
  },

  async cancelExport() {
    exporting?.abort()
  },

  async loadParts(ids) {
    if (ids === 'all') {
      await parts.loadEverything()
      await parts.ensure('c2pa')
    } else for (const id of ids) await parts.ensure(id)
  },

  async chooseEngine(choice: EngineChoice) {
    model.choose(choice)
  },

  async refused(refusals) {
    await record((await desk()).cabinet, refusalLines(refusals))
  },

  async cutOff(cut) {
    await cutOff(cut)
    await record((await desk()).cabinet, [{ did: 'setting', body: { network: cut ? 'cut off' : 'own files' } }])
  },

  async addNetwork(file) {
    const { cabinet } = await desk()
    await parts.ensureRuntime()
    const own = await takeOn(cabinet, model, file)
    news.tell({ networks: await listNetworks(cabinet.db) })
    return own
  },

  async removeNetwork(id) {
    const { cabinet } = await desk()
    await deleteNetwork(cabinet.db, id)
    await record(cabinet, [{ did: 'delete', body: { network: id } }])
    news.tell({ networks: await listNetworks(cabinet.db) })
  },

  async signatures() {
    return await (await credentialsDesk()).signatures((await desk()).cabinet)
  },

  async nameDevice(name) {
    return await (await credentialsDesk()).nameDevice((await desk()).cabinet, name)
  },

  async bringCertificate(certificate, key) {
    return await (await credentialsDesk()).bring((await desk()).cabinet, certificate, key)
  },

  async removeCertificate() {
    return await (await credentialsDesk()).remove((await desk()).cabinet)
  },

  async readCredentials(file) {
    return await (await credentialsDesk()).read((await desk()).cabinet, file)
  },

  async ledger(project) {
    const { cabinet } = await desk()
    return await tellLedger(cabinet, project)
  },

  async verifyLedger() {
    return await auditHere((await desk()).cabinet)
  },

  async checkpoint() {
    const { cabinet } = await desk()
    const newest = await witness(cabinet)
    return newest && { ...newest, key: await ledgerKeyText(cabinet.db) }
  },

  async evidence(past) {
    const { evidence, pastEvidence } = await import('./conductor/evidence')
    const { cabinet } = await desk()
    return past === undefined ? await evidence(cabinet) : await pastEvidence(cabinet, past)
  },

  async pastLedgers() {
    return await listPastLedgers((await desk()).cabinet)
  },

  async backup(wish, hear: (progress: BackupProgress) => void) {
    const { cabinet } = await desk()
    const { makeBackup } = await import('./conductor/backups')
    return await delivered(makeBackup(cabinet, wish, hear, backups.begin()))
  },

  async openBackup(file, passphrase) {
    const { cabinet } = await desk()
    const { openFile } = await import('./conductor/backups')
    const { backup, contents } = await openFile(cabinet, file, passphrase)
    backups.inHand = backup
    return contents
  },

  async restoreBackup(projects, hear: (progress: BackupProgress) => void) {
    const { cabinet } = await desk()
    const { inHand } = backups
    if (!inHand) throw new RangeError('no backup is open')
    const { restore } = await import('./conductor/backups')
    const restored = await restore(cabinet, inHand, projects, hear, backups.begin(), () => tellProjects(cabinet))
    news.tell({ networks: await listNetworks(cabinet.db) })
    return restored
  },

  async closeBackup() {
    backups.end()
  },

  async storage() {
    const { cabinet } = await desk()
    const [{ usage = 0, quota = 0 }, persisted, projects, results, networks] = await Promise.all([
      navigator.storage.estimate(),
      navigator.storage.persisted(),
      listProjects(cabinet),
      cabinet.db.getAll('results'),
      listNetworks(cabinet.db),
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
    return await evict((await desk()).cabinet.db, 0)
  },
}

watchService(() => opening?.then(({ cabinet }) => cabinet) ?? null)

/** Faults cross the worker boundary as their message, which `faultOf` reads again. */
addEventListener('unhandledrejection', (event) => news.tell({ notice: faultOf(event.reason) }))
Comlink.expose(client)
