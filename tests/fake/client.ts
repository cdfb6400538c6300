import type { Client, News, PictureKind, VaultState } from '../../src/core/client'
import { LOCALLY_SIGNED, type Signatures } from '../../src/core/credentials'
import { type Fault, fail } from '../../src/core/fault'
import { GENESIS } from '../../src/core/ledger'
import type { OwnNetwork } from '../../src/core/network'
import { type Photo, PhotoDoc, type PhotoState, type Project } from '../../src/core/project'
import { COVERS, DOES_NOT_COVER } from '../../src/core/receipt'
import type { Hash } from '../../src/core/recipe'
import { heroOf } from '../../src/core/scene/document'
import { plateOf } from '../../src/core/scene/plate'
import { bodyOf } from '../../src/studios/photography/body'
import { deviceNamed, OWN, SIGNED } from './credentials'
import { BROKEN, drawn, FACTS, LOOKS, NAMES, partsOf } from './photos'
import { drawnSet } from './set'

export interface FakeWishes {
  /** Projects to begin with, each with as many photos. */
  readonly photos?: readonly number[]
  /** Milliseconds that one cutout takes; 0 = all photos are done from the start. */
  readonly pace?: number
  readonly writable?: boolean
  readonly partsHere?: boolean
  readonly notice?: Fault
  /** How it is locked. With a passphrase it opens with that, and with the recovery code; 'correct horse battery' without a wish. */
  readonly vault?: Partial<VaultState> & { readonly passphrase?: string }
  /** A certificate of the seller's is there. */
  readonly certificate?: boolean
  /** The n-th picture of the photos to begin with. Without it, drawn shapes. */
  readonly picture?: (n: number, which: PictureKind, doc: PhotoDoc) => Promise<Blob>
}

/** The recovery code of a fake studio that was locked before. */
export const RECOVERY = 'K7QM-2XRD-9FTB-WH4C-PZ6N-3JVA-8YEG'

/** Wrong tries after which the fake makes one wait. */
const PATIENCE = 5

/** A client without an engine: everything happens, nothing is computed. For looking at screens and for their tests. */
export function fakeClient(wishes: FakeWishes = {}): Client {
  const { pace = 0, writable = true, picture = drawn } = wishes
  const projects = new Map<string, Project>()
  const photos = new Map<string, Photo>()
  const gone = new Map<string, Photo>()
  let networks: readonly OwnNetwork[] = []
  let parts = partsOf(wishes.partsHere ?? false)
  let hear: (news: News) => void = () => undefined
  const { passphrase, ...locking } = wishes.vault ?? {}
  let vault: VaultState = {
    lock: passphrase === undefined ? 'device' : 'passphrase',
    open: true,
    idleMinutes: 10,
    wrong: 0,
    waitUntil: null,
    ...locking,
  }
  let signatures: Signatures = { device: null, own: wishes.certificate ? OWN : null }
  let secret = passphrase ?? 'correct horse battery'
  let recovery = RECOVERY
  let backupPassphrase = 'a passphrase of a backup'
  let serial = 0
  let asked = 0
  let open: string | null = null

  const mine = (project: string) => [...photos.values()].filter((photo) => photo.project === project)
  const endOf = (n: number): PhotoState => (n % 23 === 11 ? { at: 'failed', fault: BROKEN } : { at: 'done' })
  const photoOf = (project: string, name: string, bytes: number, state: PhotoState): Photo => {
    const n = serial++
    return {
      id: `p${n}`,
      project,
      name,
      bytes,
      order: n,
      file: `${n}`.padStart(64, '0') as Hash,
      state,
      facts: FACTS,
      doc: PhotoDoc.parse({}),
      matte: {
        area: 0.2,
        box: [0.2, 0.2, 0.8, 0.8],
        uncertain: 0.01,
        confidence: n % 7 === 5 ? 0.41 : 0.95,
        look: n % 13 === 4 ? (LOOKS[n % 3] ?? []) : [],
      },
      thumb: `${n}-${state.at === 'done' ? 'cutout' : 'original'}`,
    }
  }
  const summaries = () =>
    [...projects.values()].map((project) => {
      const all = mine(project.id)
      return {
        ...project,
        photos: all.length,
        done: all.filter((photo) => photo.state.at === 'done').length,
        bytes: all.length * 5_200_000,
      }
    })
  const batch = () => {
    if (!open) return undefined
    const all = mine(open)
    const done = all.filter((photo) => photo.state.at === 'done').length
    const failed = all.filter((photo) => photo.state.at === 'failed').length
    const left = all.length - done - failed
    const paused = projects.get(open)?.paused ?? false
    return {
      project: open,
      total: all.length,
      done,
      failed,
      running: left > 0 && !paused,
      paused,
      secondsLeft: left > 0 ? (left * Math.max(pace, 1)) / 1000 : null,
    }
  }
  const tell = (news: News) => hear(structuredClone({ ...news, batch: batch() }))
  const everything = (): News => ({
    vault,
    projects: summaries(),
    parts,
    networks,
    notice: wishes.notice,
    engine: {
      choice: 'auto',
      using: 'wasm',
      threads: 2,
      why: 'This browser offers no graphics adapter, so the processor computes, with 2 threads.',
    },
  })
  /** Takes a moment, as deriving a key does, and counts the wrong ones. */
  const tryKey = async (typed: string) => {
    await new Promise((go) => setTimeout(go, 60))
    if (vault.waitUntil && Date.parse(vault.waitUntil) > Date.now())
      fail('wait', 'Too many wrong passphrases were tried.', 'Wait a moment, then try again.', true)
    if (typed === secret || typed.replaceAll(/[-\s]/g, '').toUpperCase() === recovery.replaceAll('-', '')) {
      vault = { ...vault, wrong: 0, waitUntil: null }
      return
    }
    const wrong = vault.wrong + 1
    vault = { ...vault, wrong, waitUntil: wrong < PATIENCE ? null : new Date(Date.now() + 3000).toISOString() }
    tell({ vault })
    fail('wrong-passphrase', 'That is neither the passphrase nor the recovery code.', 'Look whether Caps Lock is on, then try again.', true)
  }
  const put = (changed: readonly Photo[]) => {
    for (const photo of changed) photos.set(photo.id, photo)
    tell({ photos: changed, projects: summaries() })
  }
  const begin = (name: string) => {
    const id = `project-${projects.size + 1}`
    const at = new Date(Date.now() + projects.size).toISOString()
    projects.set(id, {
      id,
      name,
      created: at,
      opened: at,
      brand: [228, 222, 214],
      cutout: 'fine',
      paused: false,
      added: at,
      retention: null,
      originals: 'keep',
    })
    return id
  }

  const work = () => {
    const project = open ? projects.get(open) : null
    if (!project || project.paused) return
    const busy =
      mine(project.id).find((photo) => photo.state.at === 'working') ?? mine(project.id).find((photo) => photo.state.at === 'waiting')
    if (!busy) return
    const share = (busy.state.at === 'working' ? busy.state.share : 0) + 0.21
    const n = busy.order
    const state: PhotoState = share < 1 ? { at: 'working', share, doing: 'Cutting out' } : endOf(n)
    put([{ ...busy, state, thumb: state.at === 'done' ? `${n}-cutout` : busy.thumb }])
  }
  if (pace > 0) setInterval(work, pace / 5)

  for (const [i, count] of (wishes.photos ?? []).entries()) {
    const id = begin(['Autumn mugs', '23 November', 'Boots and shoes', 'Consignment 114, second half'][i % 4] ?? 'Project')
    for (let n = 0; n < count; n++) {
      const name = n < NAMES.length ? (NAMES[n] ?? '') : `IMG_${4023 + n}.jpg`
      const photo = photoOf(id, name, 5_200_000, pace > 0 && n > count / 3 ? { at: 'waiting' } : endOf(serial))
      photos.set(photo.id, photo)
    }
  }

  return {
    async listen(callback) {
      hear = callback
      tell(vault.open ? everything() : { vault })
    },
    async createProject(name) {
      const id = begin(name)
      tell({ projects: summaries() })
      return id
    },
    async openProject(id) {
      const project = projects.get(id)
      if (!project)
        throw new Error(
          'fault:{"code":"no-project","sentence":"There is no such project on this device.","remedy":"It may have been deleted.","retry":false}',
        )
      open = id
      tell({ opened: { project, photos: mine(id), writable } })
      return writable
    },
    async changeProject(id, change) {
      const project = projects.get(id)
      if (project) projects.set(id, { ...project, ...change })
      tell({ projects: summaries() })
    },
    async deleteProject(id) {
      const all = mine(id)
      const name = projects.get(id)?.name ?? ''
      projects.delete(id)
      for (const photo of all) photos.delete(photo.id)
      open = null
      tell({ projects: summaries() })
      return {
        receipt: 'Vitrine deletion receipt, version 1',
        project: { id, name },
        at: '2026-11-23T12:00:00.000Z',
        photos: all.length,
        bytes: all.length * 5_200_000,
        files: [],
        key: GENESIS,
        ledger: { line: 1, hash: GENESIS, checkpoint: null, key: '' },
        covers: COVERS,
        doesNotCover: DOES_NOT_COVER,
      }
    },
    async addFiles(project, files) {
      put(files.map((file) => photoOf(project, file.name, file.size, pace > 0 ? { at: 'waiting' } : { at: 'done' })))
    },
    async addSamples(project) {
      put(NAMES.slice(2, 8).map((name) => photoOf(project, name, 1_200_000, pace > 0 ? { at: 'waiting' } : { at: 'done' })))
    },
    async removePhotos(ids) {
      for (const id of ids) {
        const photo = photos.get(id)
        if (photo) gone.set(id, photo)
        photos.delete(id)
      }
      tell({ removed: ids, projects: summaries() })
    },
    async restorePhotos(ids) {
      put(ids.map((id) => gone.get(id)).filter((photo) => photo !== undefined))
    },
    async editPhotos(edits) {
      put(
        edits.flatMap(({ id, doc }) => {
          const photo = photos.get(id)
          return photo ? [{ ...photo, doc }] : []
        }),
      )
    },
    async retryPhotos(ids) {
      put(
        ids.flatMap((id) => {
          const photo = photos.get(id)
          return photo ? [{ ...photo, state: { at: 'waiting' as const } }] : []
        }),
      )
    },
    async pause(id) {
      await this.changeProject(id, {})
      const project = projects.get(id)
      if (project) projects.set(id, { ...project, paused: true })
      tell({ projects: summaries() })
    },
    async resume(id) {
      const project = projects.get(id)
      if (project) projects.set(id, { ...project, paused: false })
      tell({ projects: summaries() })
    },
    async cancel(id) {
      const fault = { code: 'cancelled', sentence: 'The batch was cancelled.', remedy: 'Try again when you like.', retry: true }
      put(
        mine(id)
          .filter(({ state }) => state.at === 'waiting' || state.at === 'working')
          .map((photo) => ({ ...photo, state: { at: 'failed', fault } })),
      )
    },
    async thumbnail(id) {
      const photo = photos.get(id)
      if (!photo?.thumb) return null
      return picture(photo.order, photo.thumb.endsWith('cutout') ? 'cutout' : 'original', photo.doc)
    },
    async picture(id, which, _side, doc) {
      const photo = photos.get(id)
      return createImageBitmap(await picture(photo?.order ?? 0, which, doc ?? photo?.doc ?? PhotoDoc.parse({})))
    },
    async scenePicture(id, doc, frame, told) {
      const mine = ++asked
      const cutout = await createImageBitmap(await picture(photos.get(id)?.order ?? 0, 'cutout', doc))
      if (!doc.scene) throw new Error('no scene')
      const body = bodyOf(heroOf(doc.scene), photos.get(id))
      for (const share of [0.06, 0.3, 0.65, 1]) {
        if (mine !== asked) return
        told(await drawnSet(doc, frame, cutout, share, body), share)
        await new Promise((go) => setTimeout(go, pace / 4))
      }
    },
    async leaveScene() {
      asked++
    },
    async illuminant(id, at) {
      // Every second photo was taken in warm light, two thirds of a stop darker.
      const warm = (photos.get(id)?.order ?? 0) % 2 === 1
      const white: [number, number, number] = warm ? [0.52, 0.45, 0.31] : [0.7, 0.71, 0.7]
      return at ? { white, from: 'spot', sure: { colour: 1, level: 0 } } : { white, from: 'ground', sure: { colour: 0.86, level: 0.8 } }
    },
    async photoTilt() {
      return { degrees: 12.4, sure: 0.72 }
    },
    async original(id) {
      return picture(photos.get(id)?.order ?? 0, 'original', PhotoDoc.parse({}))
    },
    async importMatte(id) {
      const photo = photos.get(id)
      if (!photo) throw new Error('this photo is no longer in the project')
      return { ...photo.doc, matte: 'f'.repeat(64) }
    },
    async importModel(_, file) {
      return {
        file: 'e'.repeat(64),
        title: file.name.replace(/\.[^.]+$/, ''),
        size: [420, 880, 460],
        triangles: 12_480,
        outline: [
          [0.5, 0],
          [0.25, -0.43],
          [-0.25, -0.43],
          [-0.5, 0],
          [-0.25, 0.43],
          [0.25, 0.43],
        ],
        colour: [164, 122, 88],
        left: ['animations'],
      }
    },
    async importDepths() {
      return 'd'.repeat(64)
    },
    async importPlate(_photo, file) {
      if (!file.type.startsWith('image/')) fail('not-a-photo', `“${file.name}”: This is no photo.`, 'Choose a photo.')
      return plateOf('d'.repeat(64) as Hash, { width: 1600, height: 1200, focal: 26 })
    },
    async exportMatte(id) {
      return picture(photos.get(id)?.order ?? 0, 'alpha', PhotoDoc.parse({}))
    },
    async inspectExport(wish, told) {
      for (const [i, photo] of wish.photos.entries())
        for (const channel of wish.channels) {
          const verdict = i % 9 === 4 ? 'warn' : 'pass'
          told({
            photo,
            channel,
            verdict,
            bytes: 812_000,
            width: 2000,
            height: 2000,
            fault: null,
            findings: [
              { rule: 'fill', verdict, measured: 'Fill 87.9 % (85 % at least)', remedy: verdict === 'pass' ? '' : 'Move closer.' },
            ],
          })
        }
    },
    async exportZip(wish) {
      return { file: new Blob([`${wish.photos.length}`]), missing: [] }
    },
    async exportFolder(wish) {
      return { written: wish.photos.length * wish.channels.length, missing: [] }
    },
    async deleteOriginals(ids) {
      const on = '2026-11-23T12:00:00.000Z'
      put(
        ids
          .flatMap((id) => photos.get(id) ?? [])
          .map((photo) => ({ ...photo, state: { at: 'exported' as const, on }, file: null, thumb: null })),
      )
      return { photos: ids.length, bytes: ids.length * 5_200_000 }
    },
    async cancelExport() {},
    async loadParts() {
      for (let share = 0; share <= 1.001; share += 0.02) {
        parts = parts.map((part) => ({
          ...part,
          loaded: Math.round(part.bytes * Math.min(1, share)),
          at: share >= 0.99 ? 'here' : 'loading',
        }))
        tell({ parts })
        await new Promise((go) => setTimeout(go, 60))
      }
    },
    async chooseEngine() {},
    async cutOff() {},
    async refused() {},
    async addNetwork(file) {
      const title = file.name.replace(/\.[^.]*$/, '')
      const id = `own:${`${networks.length}`.padStart(64, 'a')}` as const
      const added = { id, title, bytes: file.size, side: 1024, added: new Date().toISOString(), agreement: 0.97 }
      networks = [...networks, added]
      tell({ networks })
      return added
    },
    async removeNetwork(id) {
      networks = networks.filter((network) => network.id !== id)
      tell({ networks })
    },
    async unlock(typed) {
      await tryKey(typed)
      vault = { ...vault, open: true }
      tell(everything())
    },
    async lock() {
      open = null
      vault = { ...vault, open: false }
      tell({ vault })
    },
    async setPassphrase(next, now) {
      if (now !== null) await tryKey(now)
      secret = next
      recovery = `${RECOVERY.slice(0, -4)}${next.length.toString().padStart(4, 'N')}`
      vault = { ...vault, lock: 'passphrase' }
      tell({ vault })
      return recovery
    },
    async removePassphrase(now) {
      await tryKey(now)
      vault = { ...vault, lock: 'device' }
      tell({ vault })
    },
    async chooseIdle(minutes) {
      vault = { ...vault, idleMinutes: minutes }
      tell({ vault })
    },
    async signatures() {
      return signatures
    },
    async nameDevice(name) {
      signatures = { ...signatures, device: deviceNamed(name.trim() || LOCALLY_SIGNED) }
      return signatures
    },
    async bringCertificate(certificate) {
      if ((await certificate.text()) === '')
        fail('not-a-certificate', 'The file of the certificate holds none in PEM form.', 'Choose another.')
      signatures = { ...signatures, own: OWN }
      return signatures
    },
    async removeCertificate() {
      signatures = { ...signatures, own: null }
      return signatures
    },
    async readCredentials(file) {
      return file.name.startsWith('signed')
        ? SIGNED
        : { ...SIGNED, state: 'none', signer: null, generator: null, actions: [], training: {} }
    },
    async ledger() {
      return []
    },
    async verifyLedger() {
      return { lines: 0, head: GENESIS, checkpoints: 0, covered: 0, findings: [], remarks: [] }
    },
    async checkpoint() {
      return null
    },
    async evidence() {
      return new Blob()
    },
    async pastLedgers() {
      return []
    },
    async backup(wish, told) {
      const all = summaries().filter(({ id }) => wish.projects === 'all' || wish.projects.includes(id))
      const total = all.reduce((sum, project) => sum + project.bytes, 0)
      for (const doing of ['writing', 'checking'] as const) {
        for (let share = 0.1; share < 1.05; share += 0.3) {
          told({ doing, done: Math.min(1, share) * total, total, secondsLeft: Math.round((1 - share) * 20) })
          await new Promise((go) => setTimeout(go, pace / 4))
        }
      }
      backupPassphrase = wish.passphrase
      const photos = all.reduce((sum, project) => sum + project.photos, 0)
      return { file: new Blob(['Vitrine']), name: 'Vitrine 2026-11-23.vitrine', bytes: total, projects: all.length, photos, missing: [] }
    },
    async openBackup(file, typed) {
      if (!(await file.text()).startsWith('Vitrine')) fail('not-a-backup', 'This file is no backup of Vitrine.', 'Choose another.')
      if (typed !== backupPassphrase)
        fail('wrong-passphrase', 'That is not the passphrase that this backup was made with.', 'Try again.', true)
      return {
        made: '2026-11-20T09:14:00.000Z',
        bytes: 812_000_000,
        projects: [
          { id: 'project-1', name: 'Autumn mugs', photos: 24, here: true },
          { id: 'project-9', name: 'Glass and ceramics', photos: 112, here: false },
        ],
        lines: 1204,
        networks: 1,
        casualties: [],
      }
    },
    async restoreBackup(wanted) {
      const casualties = [
        { what: 'the photo IMG_4031.jpg', says: 'Its file is damaged, so it is not restored. Add it again from where you keep it.' },
      ]
      return { projects: wanted.map((id) => ({ id, name: 'Glass and ceramics', photos: 111 })), casualties }
    },
    async closeBackup() {},
    async storage() {
      const all = summaries()
      return {
        used: 812_000_000,
        quota: 120_000_000_000,
        persisted: false,
        cache: 90_000_000,
        parts: 58_000_000,
        projects: all.map(({ id, name, bytes }) => ({ id, name, bytes })),
      }
    },
    async clearCache() {
      return 90_000_000
    },
  }
}
