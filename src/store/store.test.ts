import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { openDB } from 'idb'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { audit } from '../core/audit'
import { toLines } from '../core/ledger'
import { rootOf, type Tree } from '../core/merkle'
import { type Photo, PhotoDoc, type Project } from '../core/project'
import type { Hash, Key, MaskValue } from '../core/recipe'
import { newSigningKey, signed, verifierText } from '../vault/signing'
import { type Database, openDatabase } from './database'
import { append, keyPair, putCheckpoint, readLedger } from './ledger'
import { deleteNetwork, listNetworks, putNetwork, readNetwork, readNetworkFile } from './networks'
import { deletePhotos, deleteProject, listProjects, photosOf, putMatte, putOriginal, putOutcome, readPhoto, sweep } from './projects'
import { evict, readResult, resultRecord } from './results'

const hash = (letter: string) => letter.repeat(64) as Hash
const project: Project = {
  id: 'p',
  name: 'Autumn',
  created: '2026-11-01',
  opened: '2026-11-02',
  brand: [0, 0, 0],
  cutout: 'fine',
  paused: false,
}
const photo = (id: string, file: Hash | null, of = 'p'): Photo => ({
  id,
  project: of,
  name: `${id}.jpg`,
  bytes: 10,
  order: Number(id),
  file,
  doc: PhotoDoc.parse({}),
  state: { at: 'waiting' },
  facts: null,
  matte: null,
  thumb: null,
})
const original = (file: Hash) => ({ hash: file, blob: new Blob(['0123456789']), bytes: 10 })
const mask = (fill: number): MaskValue => ({ kind: 'mask', width: 8, height: 4, data: new Uint8Array(32).fill(fill) })

let db: Database
let n = 0
beforeAll(() => {
  // Node has no Web Locks; one process needs no more than the order of calls.
  let last: Promise<unknown> = Promise.resolve()
  Object.defineProperty(globalThis, 'navigator', {
    configurable: true,
    value: { locks: { request: (_: string, work: () => Promise<unknown>) => (last = last.then(work)) } },
  })
})
beforeEach(async () => {
  db = await openDatabase(`test-${n++}`)
  await db.put('projects', project)
})

describe('results', () => {
  it('come back as they were stored, whatever the matte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), fc.integer(), async (width, height, seed) => {
        const data = new Uint8Array(width * height).map((_, i) => (i * 2654435761 + seed) >>> 24)
        const record = await resultRecord('k' as Key, { kind: 'mask', width, height, data }, [], true)
        expect(record).not.toBeNull()
        if (record) await db.put('results', record)
        expect(await readResult(db, 'k' as Key)).toEqual({ kind: 'mask', width, height, data })
      }),
      { numRuns: 20 },
    )
  })

  it('a damaged one is refused, not shown', async () => {
    const record = await resultRecord('k' as Key, mask(9), [], true)
    if (record?.body.kind !== 'mask') throw new Error('no mask record')
    await db.put('results', { ...record, body: { ...record.body, width: 9 } })
    await expect(readResult(db, 'k' as Key)).rejects.toThrow(/damaged/)
  })

  it('eviction takes the least recently used, never what is kept, and stops at the limit', async () => {
    for (let i = 0; i < 6; i++) {
      const record = await resultRecord(`k${i}` as Key, { kind: 'file', blob: new Blob(['x'.repeat(100)]) }, [], i === 0)
      if (record) await db.put('results', { ...record, used: i })
    }
    expect(await evict(db, 250)).toBe(300)
    expect(await db.getAllKeys('results')).toEqual(['k0', 'k4', 'k5'])
  })
})

describe('projects', () => {
  it('deleting a photo keeps what another photo of the same bytes needs', async () => {
    const file = hash('a')
    for (const id of ['1', '2']) await putOriginal(db, photo(id, file), original(file))
    const record = await resultRecord('k' as Key, mask(1), [file], true)
    if (record) await putOutcome(db, photo('1', file), [record])
    expect(await deletePhotos(db, [photo('1', file)])).toEqual({ hashes: [], bytes: 0 })
    expect(await db.count('blobs')).toBe(1)
    expect(await db.count('results')).toBe(1)
    const gone = await deletePhotos(db, [photo('2', file)])
    expect(gone.hashes).toEqual([file])
    expect(gone.bytes).toBe(10)
    expect([await db.count('blobs'), await db.count('results'), await db.count('photos')]).toEqual([0, 0, 0])
  })

  it('deleting a project leaves no byte of it and every byte of the others', async () => {
    await putOriginal(db, photo('1', hash('a')), original(hash('a')))
    await putOriginal(db, photo('2', hash('b')), original(hash('b')))
    await db.put('projects', { ...project, id: 'q' })
    await putOriginal(db, photo('3', hash('b'), 'q'), original(hash('b')))
    expect(await deleteProject(db, project)).toEqual({ photos: 2, hashes: [hash('a')], bytes: 10 })
    expect(await photosOf(db, 'p')).toEqual([])
    expect((await listProjects(db)).map(({ id, photos, bytes }) => ({ id, photos, bytes }))).toEqual([{ id: 'q', photos: 1, bytes: 10 }])
    expect(await db.getAllKeys('blobs')).toEqual([hash('b')])
  })

  it('what was made of a photo that was removed meanwhile is not stored', async () => {
    const record = await resultRecord('k' as Key, mask(1), [hash('a')], true)
    if (record) await putOutcome(db, photo('1', hash('a')), [record])
    expect([await db.count('photos'), await db.count('results')]).toEqual([0, 0])
  })

  it('the sweep removes only what no photo uses', async () => {
    await putOriginal(db, photo('1', hash('a')), original(hash('a')))
    await putOriginal(db, photo('2', hash('b')), original(hash('b')))
    await db.delete('photos', '2')
    await sweep(db)
    expect(await db.getAllKeys('blobs')).toEqual([hash('a')])
  })
})

describe('mattes of the seller’s own', () => {
  const withMatte = (id: string, file: Hash, matte: Hash): Photo => ({ ...photo(id, file), doc: PhotoDoc.parse({ matte }) })

  it('stay as long as a photo’s document names them, and go with the last one, with what was made of them', async () => {
    await putMatte(db, original(hash('m')))
    await putOriginal(db, withMatte('1', hash('a'), hash('m')), original(hash('a')))
    await putOriginal(db, withMatte('2', hash('b'), hash('m')), original(hash('b')))
    await sweep(db)
    expect(await db.getAllKeys('blobs')).toEqual([hash('a'), hash('b'), hash('m')])
    const record = await resultRecord('k' as Key, mask(1), [hash('b'), hash('m')], true)
    if (record) await db.put('results', record)
    expect((await deletePhotos(db, [withMatte('1', hash('a'), hash('m'))])).hashes).toEqual([hash('a')])
    expect(await db.getAllKeys('blobs')).toEqual([hash('b'), hash('m')])
    expect(await deleteProject(db, project)).toMatchObject({ hashes: [hash('b'), hash('m')] })
    expect([await db.count('blobs'), await db.count('results')]).toEqual([0, 0])
  })

  it('that were taken back go with the project, or with the next sweep', async () => {
    await putMatte(db, original(hash('m')))
    await putMatte(db, original(hash('n')))
    await putOriginal(db, photo('1', hash('a')), original(hash('a')))
    await deleteProject(db, project, [hash('m')])
    expect(await db.getAllKeys('blobs')).toEqual([hash('n')])
    await sweep(db)
    expect(await db.count('blobs')).toBe(0)
  })
})

describe('networks of the seller’s own', () => {
  const id = `own:${hash('e')}` as const
  const own = { id, title: 'BiRefNet lite', bytes: 10, side: 1024, added: '2026-11-23', agreement: 0.98 }
  const input = { name: 'x', side: 1024, mean: [0, 0, 0], scale: [255, 255, 255] } as const
  const stored = { id, own, network: { id, sha256: hash('e'), input, output: { name: 'y', sigmoid: true }, free: {} }, golden: [1, 2] }

  it('outlive a sweep, are listed by title, and go without a trace', async () => {
    await putNetwork(db, stored, new Blob(['0123456789']))
    await putNetwork(db, { ...stored, id: `own:${hash('f')}`, own: { ...own, title: 'Another' } }, new Blob(['9']))
    await sweep(db)
    expect((await listNetworks(db)).map(({ title }) => title)).toEqual(['Another', 'BiRefNet lite'])
    expect(await readNetwork(db, id)).toEqual(stored)
    expect((await readNetworkFile(db, id)).size).toBe(10)
    await deleteNetwork(db, id)
    await expect(readNetwork(db, id)).rejects.toThrow('network-gone')
    expect(await db.getAllKeys('blobs')).toEqual([hash('f')])
  })

  it('a photo of the same bytes takes nothing from it, nor it from the photo', async () => {
    await putNetwork(db, stored, new Blob(['0123456789']))
    await putOriginal(db, photo('1', hash('e')), original(hash('e')))
    await deletePhotos(db, [photo('1', hash('e'))])
    expect(await db.count('blobs')).toBe(1)
    await putOriginal(db, photo('2', hash('e')), original(hash('e')))
    await deleteNetwork(db, id)
    expect(await db.count('blobs')).toBe(1)
  })
})

describe('photos that an earlier version stored', () => {
  it('get what they lack when they are read, and keep what they have', async () => {
    const { doc: _, ...rest } = photo('1', hash('a'))
    const old = {
      ...rest,
      doc: { cutout: 'fast', turn: 3, sku: 'A-1', backdrop: [1, 2, 3] },
      matte: { area: 0.2, box: [0, 0, 1, 1], uncertain: 0.1, look: ['touches-frame'] },
    } as unknown as Photo
    await db.put('photos', old)
    const doc = { ...PhotoDoc.parse({}), cutout: 'fast', turn: 3, sku: 'A-1', backdrop: [1, 2, 3] }
    expect(doc).toMatchObject({ matte: null, repairs: [], edge: { looser: 0, softer: 0 } })
    for (const read of [(await photosOf(db, 'p'))[0], await readPhoto(db, '1')]) {
      expect(read?.doc).toEqual(doc)
      expect(read?.matte).toEqual({ ...old.matte, confidence: null })
    }
    expect(await readPhoto(db, '9')).toBeUndefined()
    await sweep(db)
    await deletePhotos(db, [(await photosOf(db, 'p'))[0] as Photo])
    expect(await db.count('photos')).toBe(0)
  })

  it('are found in a database that the earlier version made', async () => {
    const name = `old-${n++}`
    const first = await openDB(name, 1, {
      upgrade(old) {
        for (const [store, keyPath] of Object.entries({ projects: 'id', photos: 'id', blobs: 'hash', results: 'key', ledger: 'n' })) {
          const made = old.createObjectStore(store, { keyPath })
          if (store === 'photos') for (const index of ['project', 'file']) made.createIndex(index, index)
          if (store === 'results') made.createIndex('files', 'files', { multiEntry: true })
        }
        old.createObjectStore('settings')
      },
    })
    const { doc: _, ...rest } = photo('1', hash('a'))
    await first.put('photos', { ...rest, doc: { cutout: 'fine', turn: 0, sku: '', backdrop: null } })
    first.close()
    const now = await openDatabase(name)
    expect((await photosOf(now, 'p'))[0]?.doc).toEqual(PhotoDoc.parse({}))
    expect(await listNetworks(now)).toEqual([])
    now.close()
  })
})

describe('the ledger', () => {
  it('keeps one unbroken chain, also when written from several places at once', async () => {
    await Promise.all(
      [1, 2, 3, 4].map((i) =>
        append(db, [
          { did: 'import', body: { i } },
          { did: 'edit', body: { i } },
        ]),
      ),
    )
    const entries = await readLedger(db)
    expect(entries.map((entry) => entry.n)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect((await audit({ ledger: toLines(entries), checkpoints: '', key: null })).findings).toEqual([])
  })

  it('a checkpoint vouches for the lines until then, and says the same when nothing was added', async () => {
    const pair = await newSigningKey()
    const key = await verifierText(pair)
    const sign = async (tree: Tree) => await signed(pair, { size: tree.size, root: await rootOf(tree) })
    expect(await putCheckpoint(db, sign)).toBeNull()
    const line = { did: 'edit' as const, body: {} }
    await append(db, Array(5).fill(line))
    const first = await putCheckpoint(db, sign)
    expect(await putCheckpoint(db, () => expect.fail('nothing is new'))).toEqual(first)
    await db.delete('settings', 'ledger-tree') // as a ledger from before there were checkpoints
    expect(await append(db, [line, line])).toBe(7)
    await putCheckpoint(db, sign)
    const checkpoints = (await db.getAll('checkpoints')).map(({ note }) => note).join('\n')
    const found = await audit({ ledger: toLines(await readLedger(db)), checkpoints, key })
    expect(found).toMatchObject({ lines: 7, checkpoints: 2, covered: 7, findings: [], remarks: [] })
  })

  it('keeps its signing key, which gives away nothing', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => keyPair(db, 'ledger', newSigningKey)))
    expect(await verifierText(one as CryptoKeyPair)).toBe(await verifierText(two as CryptoKeyPair))
    await expect(crypto.subtle.exportKey('pkcs8', (one as CryptoKeyPair).privateKey)).rejects.toThrow()
  })
})
