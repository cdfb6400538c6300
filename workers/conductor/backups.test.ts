import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { BackupProgress } from '../../src/core/backup'
import { faultOf } from '../../src/core/fault'
import { sha256, toLines } from '../../src/core/ledger'
import { type Photo, PhotoDoc, type Project } from '../../src/core/project'
import type { Hash } from '../../src/core/recipe'
import { listPastLedgers, readPastLedger } from '../../src/store/archives'
import type { Cabinet } from '../../src/store/database'
import { readLedger } from '../../src/store/ledger'
import { listNetworks, readNetworkFile } from '../../src/store/networks'
import {
  createProject,
  deleteProject,
  finishInterrupted,
  forgetProject,
  photosOf,
  putFile,
  putPhotos,
  readOriginal,
  readProject,
  readProjects,
} from '../../src/store/projects'
import { readBackupHead } from '../../src/vault/backup'
import {
  addNetwork,
  addProject,
  bytesOf,
  everything,
  type Fragile,
  fragile,
  never,
  PASSPHRASE,
  quiet,
  restored,
  restoredFrom,
  studio,
  written,
  wrongAbout,
} from '../../tests/support/backups'
import { oneLock } from '../../tests/support/locks'
import { sceneOf } from '../../tests/support/scenes'
import { makeBackup, openFile, restore } from './backups'
import { auditHere } from './notary'

const code = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing thrown',
    (error: unknown) => faultOf(error).code,
  )

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

  test('brings the backdrop photo of a scene back, and a photo whose backdrop is lost comes without it', async () => {
    const plate = new Blob([bytesOf(9, 500)], { type: 'image/jpeg' })
    const hash = await sha256(await plate.arrayBuffer())
    const [first, second] = await photosOf(from, 'winter')
    const staged = (one: Photo | undefined, photo: Hash) => ({
      ...(one as Photo),
      doc: PhotoDoc.parse({ scene: sceneOf({ backdrop: { kind: 'plate', photo, horizon: 0.4 } }) }),
    })
    await putFile(from, 'winter', { hash, blob: plate })
    await putPhotos(from, [staged(first, hash), staged(second, 'e'.repeat(64) as Hash)])
    const { file } = await written(from, ['winter'])
    const to = await studio()
    const { told } = await restored(to, file)
    expect(told.casualties).toEqual([])
    const back = await readOriginal(to, 'winter', hash)
    expect([back.blob.type, new Uint8Array(await back.blob.arrayBuffer())]).toEqual(['image/jpeg', bytesOf(9, 500)])
    const [kept, without] = await photosOf(to, 'winter')
    expect(kept?.doc).toEqual(staged(first, hash).doc)
    expect(without?.doc.scene).toMatchObject({ backdrop: { kind: 'none' }, camera: { distance: 1000 } })
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
  let one: Fragile
  beforeAll(async () => {
    one = await fragile()
  })

  test('by one bit, wherever it is, has one casualty, which is named; all else comes back as it was', async () => {
    const seen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: one.bytes.length * 8 - 1 }), async (bit) => {
        const { wrong, casualty } = await wrongAbout(one, bit)
        expect(wrong).toBeNull()
        seen.add(casualty?.what ?? '')
      }),
      { numRuns: 150 },
    )
    expect(seen.size).toBeGreaterThan(8)
  })

  test('cut off anywhere gives what stands before the end, or says that it cannot', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: one.bytes.length - 1 }), async (length) => {
        const found = await restoredFrom(one, new Blob([one.bytes.subarray(0, length)])).catch((error: unknown) => faultOf(error).code)
        if (typeof found === 'string') {
          expect(['not-a-backup', 'damaged-backup']).toContain(found)
          expect(length).toBeLessThan(1024)
          return
        }
        const said = found.casualties.map(({ what }) => what)
        // Nothing is put in place of what is missing.
        if (said.includes('The list at the end of the backup')) expect(found.lost).toEqual([])
        else expect(said).toContain('The end of the backup')
        for (const [id, photo] of Object.entries(found.found)) if ('photo' in (photo as object)) expect(photo).toEqual(one.whole[id])
      }),
      { numRuns: 40 },
    )
  })

  test('foreign, newer and empty files each say so', async () => {
    const { bytes } = one
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
