import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { firstFault } from '../core/ledger'
import { type Photo, PhotoDoc, type Project } from '../core/project'
import type { Hash, Key, MaskValue } from '../core/recipe'
import { type Database, openDatabase } from './database'
import { append, readLedger } from './ledger'
import { deletePhotos, deleteProject, listProjects, photosOf, putOriginal, putOutcome, sweep } from './projects'
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
    expect(await firstFault(entries)).toBeNull()
  })

  it('names the first line that was altered, removed, moved or put in', async () => {
    await append(
      db,
      Array.from({ length: 12 }, (_, i) => ({ did: 'edit' as const, body: { i } })),
    )
    const entries = await readLedger(db)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 10 }), fc.constantFrom('alter', 'remove', 'swap', 'copy'), async (at, how) => {
        const forged = [...entries]
        const one = forged[at]
        if (!one) throw new Error('no such line')
        if (how === 'alter') forged[at] = { ...one, body: { i: 99 } }
        if (how === 'remove') forged.splice(at, 1)
        if (how === 'swap') [forged[at], forged[at + 1]] = [forged[at + 1] as typeof one, one]
        if (how === 'copy') forged.splice(at, 0, one)
        expect(await firstFault(forged)).toBe(how === 'copy' ? at + 1 : at)
      }),
    )
  })
})
