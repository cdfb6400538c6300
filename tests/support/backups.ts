import 'fake-indexeddb/auto'
import type { Casualty } from '../../src/core/backup'
import { filesOf } from '../../src/core/doc'
import { sha256 } from '../../src/core/ledger'
import { Photo, PhotoDoc, Project } from '../../src/core/project'
import type { Key, MaskValue } from '../../src/core/recipe'
import { openParts } from '../../src/store/backup/open'
import { type Cabinet, openDatabase } from '../../src/store/database'
import { putNetwork } from '../../src/store/networks'
import { createProject, photosOf, putFile, putOriginal, putResults, readOriginal, readProjects } from '../../src/store/projects'
import { readResult } from '../../src/store/results'
import { openBackup, readBackupHead } from '../../src/vault/backup'
import { makeBackup, openFile, restore } from '../../workers/conductor/backups'
import { record } from '../../workers/conductor/notary'
import { sceneOf } from './scenes'
import { cabinetOf, memorySlots } from './vault'

export const PASSPHRASE = 'five quiet words for this'
/** Hears nothing. */
export const quiet = () => {}
/** Never aborts. */
export const never = new AbortController().signal
/** Bytes that are like no others’. */
export const bytesOf = (seed: number, length: number) => Uint8Array.from({ length }, (_, i) => (i * 31 + seed * 97 + (i >> 5)) & 255)
const mask = (fill: number): MaskValue => ({ kind: 'mask', width: 16, height: 8, data: new Uint8Array(128).fill(fill) })

let n = 0
/** An empty studio. */
export const studio = async () => await cabinetOf(await openDatabase(`backup-${n++}`), memorySlots())

async function addPhoto(cabinet: Cabinet, project: string, i: number, of: Partial<PhotoDoc> = {}): Promise<Photo> {
  const blob = new Blob([bytesOf(i, 3000 + i * 700)], { type: 'image/jpeg' })
  const file = await sha256(await blob.arrayBuffer())
  const photo = Photo.parse({
    id: `${project}-${i}`,
    project,
    name: `IMG_${4000 + i}.jpg`,
    bytes: blob.size,
    order: i,
    file,
    doc: PhotoDoc.parse({ sku: `SKU-${i}`, ...of }),
    state: { at: 'done' },
    facts: null,
    matte: null,
    thumb: `thumb-${file}`,
  })
  await putOriginal(cabinet, photo, { hash: file, blob })
  await putResults(cabinet, project, [
    { key: `matte-${file}` as Key, value: mask(i), files: [file], keep: true },
    {
      key: `thumb-${file}` as Key,
      value: { kind: 'file', blob: new Blob([bytesOf(i + 9, 400)], { type: 'image/webp' }) },
      files: [file],
      keep: true,
    },
    { key: `cache-${file}` as Key, value: mask(1), files: [file], keep: false },
  ])
  await record(cabinet, [{ did: 'import', body: { project, photo: photo.id, in: file }, details: { file: photo.name } }])
  return photo
}

/** A project with photos, their cutouts, for the first one a backdrop photo and for the second one a matte of the seller’s own. */
export async function addProject(cabinet: Cabinet, id: string, name: string, photos: number): Promise<void> {
  await createProject(
    cabinet,
    Project.parse({ id, name, created: '2026-11-01', opened: '2026-11-02', brand: [1, 2, 3], cutout: 'fine', paused: false }),
  )
  const stored = async (says: string, type: string) => {
    const blob = new Blob([says], { type })
    const hash = await sha256(await blob.arrayBuffer())
    await putFile(cabinet, id, { hash, blob })
    return hash
  }
  const matte = await stored('a matte of the seller’s own', 'image/png')
  const photo = await stored('a backdrop of the seller’s own', 'image/jpeg')
  const scene = sceneOf({ backdrop: { kind: 'plate', photo, horizon: 0.4 } })
  for (let i = 0; i < photos; i++) await addPhoto(cabinet, id, i, [{ scene }, { matte }][i])
}

/** A network of the seller’s, made up. */
export async function addNetwork(cabinet: Cabinet): Promise<void> {
  const file = new Blob(['weights'])
  const sha = await sha256(await file.arrayBuffer())
  const id = `own:${sha}` as const
  const network = {
    id,
    sha256: sha,
    input: { name: 'in', side: 320, mean: [0, 0, 0] as const, scale: [1, 1, 1] as const },
    output: { name: 'out', sigmoid: false },
    free: {},
  }
  await putNetwork(
    cabinet.db,
    { id, own: { id, title: 'u2netp', bytes: file.size, side: 320, added: '2026-11-01', agreement: 0.9 }, network, golden: [0.5] },
    file,
  )
}

/** All that a studio holds of its projects, opened: documents, files as hashes, kept results. */
export async function everything(cabinet: Cabinet): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {}
  for (const { opened, ...project } of await readProjects(cabinet)) {
    all[project.id] = project
    for (const photo of await photosOf(cabinet, project.id)) all[photo.id] = await whole(cabinet, photo)
  }
  return all
}
async function whole(cabinet: Cabinet, photo: Photo): Promise<unknown> {
  const files = await Promise.all(filesOf(photo).map((hash) => readOriginal(cabinet, photo.project, hash)))
  const results = await Promise.all(['matte', 'thumb'].map((kind) => readResult(cabinet, photo.project, `${kind}-${photo.file}` as Key)))
  const texts = results.map(async (one) => (one?.kind === 'file' ? await one.blob.text() : one))
  const bytes = files.map(async ({ blob }) => [blob.type, await sha256(await blob.arrayBuffer())])
  return { photo, files: await Promise.all(bytes), results: await Promise.all(texts) }
}

/** A backup, in memory. */
export const written = async (cabinet: Cabinet, projects: readonly string[] | 'all') => {
  const { file, ...made } = await makeBackup(cabinet, { projects, passphrase: PASSPHRASE, into: null }, quiet, never)
  if (!file) throw new Error('no file came out')
  return { file, made }
}
/** Restores a backup, or the wanted projects of it. */
export const restored = async (cabinet: Cabinet, file: Blob, wanted?: readonly string[]) => {
  const { backup, contents } = await openFile(cabinet, file, PASSPHRASE)
  const told = await restore(cabinet, backup, wanted ?? contents.projects.map(({ id }) => id), quiet, never, async () => {})
  return { contents, told }
}

/** A backup of a small studio, to be damaged. */
export async function fragile(photos = 3) {
  const from = await studio()
  await addProject(from, 'autumn', 'Autumn', photos)
  await addNetwork(from)
  const whole = await everything(from)
  const { file } = await written(from, 'all')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const { head } = await readBackupHead(file)
  return { bytes, whole, sealer: await openBackup(head, PASSPHRASE) }
}
export type Fragile = Awaited<ReturnType<typeof fragile>>

/** Restores all of what is left of a backup, and tells what of its projects is not as it was. */
export async function restoredFrom({ sealer, whole }: Fragile, left: Blob) {
  const backup = await openParts(left, await readBackupHead(left), sealer)
  const to = await studio()
  const { casualties } = await restore(to, backup, ['autumn'], quiet, never, async () => {})
  const found = await everything(to)
  const lost = Object.keys(whole).filter((id) => JSON.stringify(found[id]) !== JSON.stringify(whole[id]))
  return { to, found, casualties, lost }
}

/** What is wrong about how a flipped bit is borne: there has to be one casualty, named, and all else as it was. Null when nothing is. */
export async function wrongAbout(
  one: Fragile,
  bit: number,
): Promise<{ readonly wrong: string | null; readonly casualty: Casualty | null }> {
  const copy = one.bytes.slice()
  copy[bit >> 3] = (copy[bit >> 3] as number) ^ (1 << (bit & 7))
  const { casualties, lost } = await restoredFrom(one, new Blob([copy]))
  const [casualty = null] = casualties
  const told = `bit ${bit}: ${JSON.stringify(casualties)}, lost: ${lost.join() || 'nothing'}`
  if (!casualty || casualties.length > 1 || /nobody can tell/.test(casualty.says)) return { wrong: told, casualty }
  const name = lost.length === 1 ? (one.whole[lost[0] as string] as { photo?: Photo }).photo?.name : undefined
  const ofTheStudio = /^(the ledger|what the ledger keeps|the network)/.test(casualty.what)
  const right =
    /Nothing is lost/.test(casualty.says) || ofTheStudio ? lost.length === 0 : name !== undefined && casualty.what.includes(name)
  return { wrong: right ? null : told, casualty }
}
