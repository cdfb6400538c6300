import * as Comlink from 'comlink'
import { modelOf } from '../../models'
import { FaultError, faultOf } from '../../src/core/fault'
import { hashOfOwn, isOwn } from '../../src/core/own'
import type { Photo } from '../../src/core/project'
import { Batch } from '../../src/engine/batch'
import { Crew } from '../../src/engine/crew'
import type { Workshop } from '../../src/engine/make'
import { ModelDesk } from '../../src/engine/model'
import { type Cabinet, type Database, openDatabase } from '../../src/store/database'
import { readNetwork } from '../../src/store/networks'
import { bringOver } from '../../src/store/plain'
import { finishInterrupted, forgetProject, listProjects, readBytes, readPhoto, sweep } from '../../src/store/projects'
import { emptyScratch } from '../../src/store/scratch'
import { slotsOf } from '../../src/store/slots'
import { Vault } from '../../src/vault/vault'
import type { CredentialsDesk } from './credentials'
import { keepingIn } from './keeping'
import { NewsDesk } from './news'
import { record } from './notary'
import { PartsDesk } from './parts'

/** What all parts of the conductor share: who works for it, the store behind the vault, and what the screens hear. */

/** Tells the screens. */
export const news = new NewsDesk()

/** Models, runtimes and codecs on this device. */
export const parts = new PartsDesk((states) => news.tell({ parts: states }))

/** The one worker that runs networks. */
export const model = new ModelDesk(
  () => new Worker(new URL('../infer.ts', import.meta.url), { type: 'module', name: 'vitrine-model' }),
  (engine) => news.tell({ engine }),
)

/** The workers that make pixels. They hold no key and know no store. */
export const crew = new Crew(
  () => new Worker(new URL('../pixels.ts', import.meta.url), { type: 'module', name: 'vitrine-pixels' }),
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

/** An open studio. */
export interface Desk {
  readonly cabinet: Cabinet
  readonly shop: Workshop
  readonly batch: Batch
}

let opening: Promise<Desk> | null = null

let entering: Promise<{ db: Database; vault: Vault }> | null = null

/** The database and the vault, whether it is open or not; a failure is thrown to each caller and tried again. */
export function entrance(): Promise<{ db: Database; vault: Vault }> {
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
export function desk(): Promise<Desk> {
  opening ??= (async () => {
    const { db, vault } = await entrance()
    const cabinet: Cabinet = { db, keys: vault.keys }
    const shop: Workshop = {
      crew,
      keeping: keepingIn(cabinet),
      photo: (id) => photoOf(id).catch(() => null),
      modelSha: (id) => (isOwn(id) ? hashOfOwn(id) : modelOf(id).sha256),
    }
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

/** The desk if it has been opened, or is being opened; null before, and while the studio is locked. */
export const opened = (): Promise<Desk> | null => opening

/** Forgets the desk; resolves with what it was. */
export async function closeDesk(): Promise<Desk | null> {
  const was = await opening?.catch(() => null)
  opening = null
  return was ?? null
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

/** Comes when somebody asks for it: certificates take code that nothing else needs. */
let credentials: Promise<CredentialsDesk> | null = null

/** Who signs files. */
export function credentialsDesk(): Promise<CredentialsDesk> {
  credentials ??= import('./credentials').then(({ CredentialsDesk }) => new CredentialsDesk(() => parts.ensure('c2pa')))
  credentials.catch(() => {
    credentials = null
  })
  return credentials
}

/** Ends the worker that signs files. */
export const restCredentials = (): void => void credentials?.then((one) => one.rest())

/** Photos taken out of a list in this session, until the studio closes: undo puts them back. */
export const taken = new Map<string, Photo>()

let counting: ReturnType<typeof setTimeout> | null = null

/** The list of projects shows how many photos are done; reading it is dear, so it follows a batch at a distance. */
function countSoon(cabinet: Cabinet) {
  if (counting) return
  counting = setTimeout(() => {
    counting = null
    void tellProjects(cabinet).catch(() => {})
  }, 1500)
}

/** Tells the screens the list of projects. */
export const tellProjects = async (cabinet: Cabinet) => news.tell({ projects: await listProjects(cabinet) })

/** A photo as it stands. Throws a RangeError when it is no longer in its project. */
export async function photoOf(id: string): Promise<Photo> {
  const { cabinet, batch } = await desk()
  const known = batch.photos.get(id)
  if (known) return known
  const photo = await readPhoto(cabinet, id)
  if (!photo) throw new RangeError('this photo is no longer in the project')
  return photo
}
