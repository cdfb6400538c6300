import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { BackupProgress, Casualty } from '../../src/core/backup'
import { faultOf } from '../../src/core/fault'
import { sha256, toLines } from '../../src/core/ledger'
import { Photo, PhotoDoc, Project } from '../../src/core/project'
import type { Hash, Key, MaskValue } from '../../src/core/recipe'
import { listPastLedgers, readPastLedger } from '../../src/store/archives'
import { type Backup, bundlesOf, openParts } from '../../src/store/backup/open'
import { restoreProjects } from '../../src/store/backup/restore'
import { type Cabinet, openDatabase } from '../../src/store/database'
import { readLedger } from '../../src/store/ledger'
import { listNetworks, putNetwork, readNetworkFile } from '../../src/store/networks'
import {
  createProject,
  deleteProject,
  finishInterrupted,
  forgetProject,
  photosOf,
  putFile,
  putOriginal,
  putResults,
  readOriginal,
  readProject,
  readProjects,
} from '../../src/store/projects'
import { readResult } from '../../src/store/results'
import { openBackup, readBackupHead } from '../../src/vault/backup'
import { oneLock } from '../../tests/support/locks'
import { cabinetOf, memorySlots } from '../../tests/support/vault'
import { makeBackup, openFile, restore } from './backups'
import { auditHere, record } from './notary'

const PASSPHRASE = 'five quiet words for this'
const quiet = () => {}
const never = new AbortController().signal
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing thrown',
    (error: unknown) => faultOf(error).code,
  )

const bytesOf = (seed: number, length: number) => Uint8Array.from({ length }, (_, i) => (i * 31 + seed * 97 + (i >> 5)) & 255)
const mask = (fill: number): MaskValue => ({ kind: 'mask', width: 16, height: 8, data: new Uint8Array(128).fill(fill) })

let n = 0
const studio = async () => await cabinetOf(await openDatabase(`backup-${n++}`), memorySlots())

async function addPhoto(cabinet: Cabinet, project: string, i: number, matte: Hash | null = null): Promise<Photo> {
  const blob = new Blob([bytesOf(i, 3000 + i * 700)], { type: 'image/jpeg' })
  const file = await sha256(await blob.arrayBuffer())
  const photo = Photo.parse({
    id: `${project}-${i}`,
    project,
    name: `IMG_${4000 + i}.jpg`,
    bytes: blob.size,
    order: i,
    file,
    doc: PhotoDoc.parse({ sku: `SKU-${i}`, matte }),
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

async function addProject(cabinet: Cabinet, id: string, name: string, photos: number): Promise<void> {
  await createProject(
    cabinet,
    Project.parse({ id, name, created: '2026-11-01', opened: '2026-11-02', brand: [1, 2, 3], cutout: 'fine', paused: false }),
  )
  const matte = new Blob(['a matte of the seller’s own'], { type: 'image/png' })
  const hash = await sha256(await matte.arrayBuffer())
  await putFile(cabinet, id, { hash, blob: matte })
  for (let i = 0; i < photos; i++) await addPhoto(cabinet, id, i, i === 1 ? hash : null)
}

async function addNetwork(cabinet: Cabinet): Promise<void> {
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
async function everything(cabinet: Cabinet): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {}
  for (const { opened, ...project } of await readProjects(cabinet)) {
    all[project.id] = project
    for (const photo of await photosOf(cabinet, project.id)) all[photo.id] = await whole(cabinet, photo)
  }
  return all
}
async function whole(cabinet: Cabinet, photo: Photo): Promise<unknown> {
  const file = photo.file && (await readOriginal(cabinet, photo.project, photo.file))
  const results = await Promise.all(['matte', 'thumb'].map((kind) => readResult(cabinet, photo.project, `${kind}-${photo.file}` as Key)))
  const texts = results.map(async (one) => (one?.kind === 'file' ? await one.blob.text() : one))
  return { photo, file: file && [file.blob.type, await sha256(await file.blob.arrayBuffer())], results: await Promise.all(texts) }
}

const written = async (cabinet: Cabinet, projects: readonly string[] | 'all') => {
  const { file, ...made } = await makeBackup(cabinet, { projects, passphrase: PASSPHRASE, into: null }, quiet, never)
  if (!file) throw new Error('no file came out')
  return { file, made }
}
const restored = async (cabinet: Cabinet, file: Blob, wanted?: readonly string[]) => {
  const { backup, contents } = await openFile(cabinet, file, PASSPHRASE)
  const told = await restore(cabinet, backup, wanted ?? contents.projects.map(({ id }) => id), quiet, never, async () => {})
  return { contents, told }
}

beforeAll(oneLock)

describe('A backup of the whole studio', () => {
  let from: Cabinet
  beforeEach(async () => {
    from = await studio()
    await addProject(from, 'autumn', 'Autumn', 3)
    await addProject(from, 'winter', 'Winter', 2)
    await addNetwork(from)
  })

  test('brings all of it back on another machine: the same bytes, documents and cutouts, and the ledger, still provable', async () => {
    const ledger = toLines(await readLedger(from))
    const hears: BackupProgress[] = []
    const { file } = await makeBackup(from, { projects: 'all', passphrase: PASSPHRASE, into: null }, (one) => hears.push(one), never)
    expect(new Set(hears.map(({ doing }) => doing))).toEqual(new Set(['writing', 'checking']))
    expect(hears.at(-1)).toMatchObject({ doing: 'checking', done: file?.size, total: file?.size, secondsLeft: 0 })

    const to = await studio()
    const { contents, told } = await restored(to, file as Blob)
    expect(contents).toMatchObject({ networks: 1, lines: 5, casualties: [] })
    expect(told.casualties).toEqual([])
    expect(await everything(to)).toEqual(await everything(from))
    const [network] = await listNetworks(to.db)
    expect(network?.title).toBe('u2netp')
    expect(await (await readNetworkFile(to.db, network?.id ?? 'own:')).text()).toBe('weights')

    const [past] = await listPastLedgers(to)
    const archived = await readPastLedger(to, past?.id ?? '')
    expect(archived.ledger).toBe(ledger)
    expect(archived.details).toContain('IMG_4001.jpg')
    expect((await readLedger(to)).map(({ did }) => did)).toEqual(['restore', 'restore'])
    expect((await auditHere(to)).findings).toEqual([])
    // The names go with their projects, from the past, too.
    await deleteProject(to, 'autumn')
    await deleteProject(to, 'winter')
    expect((await readPastLedger(to, past?.id ?? '')).details).toBe('')
  })

  test('shows nothing of it to anybody else', async () => {
    const { file } = await written(from, 'all')
    const text = Buffer.from(await file.arrayBuffer()).toString('latin1')
    for (const secret of ['Autumn', 'IMG_4', 'SKU', 'image/jpeg', 'u2netp', PASSPHRASE, Buffer.from(bytesOf(1, 64)).toString('latin1')])
      expect(text).not.toContain(secret)
    expect(await code(openFile(from, file, 'another passphrase'))).toBe('wrong-passphrase')
  })

  test('beside what is there already, and without a damage to it', async () => {
    const { file } = await written(from, 'all')
    const before = await everything(from)
    const { contents } = await restored(from, file, ['autumn'])
    expect(contents.projects.map(({ here }) => here)).toEqual([true, true])
    const after = await everything(from)
    expect(after).toMatchObject(before)
    expect((await readProjects(from)).map(({ name }) => name).sort()).toEqual(['Autumn', 'Autumn (restored)', 'Winter'])
    expect(Object.keys(after)).toHaveLength(Object.keys(before).length + 4)
  })

  test('of a project that was deleted meanwhile', async () => {
    const before = await everything(from)
    const { file } = await written(from, ['autumn'])
    await deleteProject(from, 'autumn')
    await forgetProject(from, 'autumn')
    const { contents } = await restored(from, file)
    expect(contents).toMatchObject({ networks: 0, lines: null })
    expect(await everything(from)).toEqual(before)
  })

  test('with a time to live begins it anew, or it would go at once', async () => {
    const project = (await readProject(from, 'winter')) as Project
    await createProject(from, { ...project, id: 'short', retention: { hours: 1 }, added: '2026-01-01T00:00:00.000Z' })
    const { file } = await written(from, ['short'])
    const to = await studio()
    await restored(to, file)
    expect(Date.parse((await readProject(to, 'short'))?.added ?? '')).toBeGreaterThan(Date.now() - 60_000)
  })

  test('ended in the middle leaves no half project', async () => {
    const { file } = await written(from, 'all')
    const to = await studio()
    const { backup } = await openFile(to, file, PASSPHRASE)
    const stop = new AbortController()
    const ending = restore(to, backup, ['autumn', 'winter'], quiet, stop.signal, async () => stop.abort())
    await expect(ending).rejects.toThrow('abort')
    expect(await readProjects(to)).toHaveLength(1)
    for (const store of ['files', 'photos', 'results'] as const)
      expect(new Set((await to.db.getAll(store)).map(({ project }) => project))).toEqual(new Set(['autumn']))
    expect(await to.keys.projects()).toEqual(['autumn'])
  })

  test('killed in the middle is taken away at the next start', async () => {
    const to = await studio()
    await to.keys.create('half')
    await putFile(to, 'half', { hash: 'c'.repeat(64) as Hash, blob: new Blob(['x']) })
    expect(await finishInterrupted(to)).toEqual([])
    expect(await to.db.count('files')).toBe(0)
    expect(await to.keys.projects()).toEqual([])
  })
})

describe('A damaged backup', () => {
  let file: Blob
  let bytes: Uint8Array<ArrayBuffer>
  let heads: Awaited<ReturnType<typeof readBackupHead>>
  let sealer: Awaited<ReturnType<typeof openBackup>>
  let whole: Record<string, unknown>
  beforeAll(async () => {
    const from = await studio()
    await addProject(from, 'autumn', 'Autumn', 3)
    whole = await everything(from)
    file = (await written(from, 'all')).file
    bytes = new Uint8Array(await file.arrayBuffer())
    heads = await readBackupHead(file)
    sealer = await openBackup(heads.head, PASSPHRASE)
  })
  const flipped = (bit: number) => {
    const copy = bytes.slice()
    copy[bit >> 3] = (copy[bit >> 3] as number) ^ (1 << (bit & 7))
    return new Blob([copy])
  }
  const opened = async (damaged: Blob): Promise<Backup> => await openParts(damaged, await readBackupHead(damaged), sealer)
  /** Restores all projects of it; what is damaged beside them is read, too. */
  const back = async (backup: Backup) => {
    const to = await studio()
    const casualties: Casualty[] = [...backup.casualties]
    const returned = []
    for await (const one of restoreProjects({ cabinet: to, backup, read: quiet, signal: never }, 'all', casualties)) returned.push(one)
    return { to, casualties, returned }
  }

  test('by one bit, wherever it is, has one casualty, which is named; all else comes back as it was', async () => {
    const frames = (await opened(file)).frames
    const own = new Set((bundlesOf(await opened(file))[0]?.frames ?? []).map(({ n }) => n))
    const studioOnly = frames
      .filter(({ n }) => !own.has(n))
      .map(({ at, titleBytes, bodyBytes }) => [at, at + 16 + titleBytes + bodyBytes] as const)
    const seen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length * 8 - 1 }), async (bit) => {
        // Those that are no project's are checked in the next test.
        fc.pre(!studioOnly.some(([from, to]) => bit >> 3 >= from && bit >> 3 < to))
        const { to, casualties } = await back(await opened(flipped(bit)))
        expect(casualties).toHaveLength(1)
        const { what, says } = casualties[0] as Casualty
        seen.add(what)
        expect(what + says).not.toContain('nobody can tell')
        const found = await everything(to)
        const lost = Object.keys(whole).filter((id) => JSON.stringify(found[id]) !== JSON.stringify(whole[id]))
        if (/Nothing is lost/.test(says)) expect(lost).toEqual([])
        else {
          expect(lost).toHaveLength(1)
          expect(what).toContain((whole[lost[0] as string] as { photo: Photo }).photo.name)
        }
      }),
      { numRuns: 150 },
    )
    expect(seen.size).toBeGreaterThan(8)
  })

  test('in its ledger says so, and the projects come back', async () => {
    const ledger = (await opened(file)).frames.find(({ title }) => title?.kind === 'ledger')
    const at = (ledger?.at ?? 0) + 16 + (ledger?.titleBytes ?? 0) + 40
    const to = await studio()
    const told = await restore(to, await opened(flipped(at * 8)), ['autumn'], quiet, never, async () => {})
    expect(told.casualties).toEqual([{ what: 'the ledger', says: expect.stringContaining('not restored') }])
    expect(told.projects).toEqual([{ id: 'autumn', name: 'Autumn', photos: 3 }])
    expect(await listPastLedgers(to)).toEqual([])
  })

  test('cut off anywhere gives what stands before the end, or says that it cannot', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), async (length) => {
        const cut = new Blob([bytes.subarray(0, length)])
        const found = await opened(cut).catch((error: unknown) => faultOf(error).code)
        if (typeof found === 'string') {
          expect(['not-a-backup', 'damaged-backup']).toContain(found)
          expect(length).toBeLessThan(1024)
          return
        }
        const { casualties, to } = await back(found)
        const said = casualties.map(({ what }) => what)
        // Nothing is put in place of what is missing.
        if (said.includes('The list at the end of the backup')) expect(await everything(to)).toEqual(whole)
        else expect(said).toContain('The end of the backup')
        for (const [id, one] of Object.entries(await everything(to))) if ('photo' in (one as object)) expect(one).toEqual(whole[id])
      }),
      { numRuns: 40 },
    )
  })

  test('foreign, newer and empty files each say so', async () => {
    const text = new TextDecoder('latin1').decode(bytes.subarray(0, 2048)).replaceAll('Vitrine backup 1\n', 'Vitrine backup 7\n')
    const newer = new Blob([Uint8Array.from(text, (c) => c.charCodeAt(0)), bytes.subarray(2048)])
    expect(await code(readBackupHead(newer))).toBe('newer-backup')
    expect(await code(readBackupHead(new Blob([])))).toBe('not-a-backup')
    expect(await code(readBackupHead(new Blob(['PK\x03\x04 a zip of something else'])))).toBe('not-a-backup')
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 4000 }), async (noise) => {
        expect(['not-a-backup', 'newer-backup', 'damaged-backup']).toContain(await code(readBackupHead(new Blob([new Uint8Array(noise)]))))
      }),
    )
  })
})
