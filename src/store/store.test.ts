import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { openDB } from 'idb'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { oneLock } from '../../tests/support/locks'
import { sceneOf } from '../../tests/support/scenes'
import { cabinetOf, memorySlots } from '../../tests/support/vault'
import { audit } from '../core/audit'
import { cutoutFiles } from '../core/doc'
import { toLines } from '../core/ledger'
import { rootOf, type Tree } from '../core/merkle'
import { type Photo, PhotoDoc, type Project } from '../core/project'
import type { Hash, Key, MaskValue } from '../core/recipe'
import { newSigningKey, signed, verifierText } from '../vault/signing'
import { type Cabinet, openDatabase } from './database'
import { append, keyPair, putCheckpoint, readDetails, readLedger } from './ledger'
import { deleteNetwork, listNetworks, putNetwork, readNetwork, readNetworkFile } from './networks'
import { bringOver } from './plain'
import {
  createProject,
  deletePhotos,
  deleteProject,
  dropOriginals,
  finishInterrupted,
  forgetProject,
  listProjects,
  photosOf,
  putFile,
  putOriginal,
  putOutcome,
  putPhotos,
  putResults,
  readOriginal,
  readPhoto,
  readProject,
  sweep,
} from './projects'
import { evict, readResult } from './results'

const hash = (letter: string) => letter.repeat(64) as Hash
const project: Project = {
  id: 'p',
  name: 'Autumn',
  created: '2026-11-01',
  opened: '2026-11-02',
  brand: [0, 0, 0],
  cutout: 'fine',
  paused: false,
  added: null,
  retention: null,
  originals: 'keep',
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
const original = (file: Hash) => ({ hash: file, blob: new Blob(['0123456789'], { type: 'image/jpeg' }) })
const mask = (fill: number): MaskValue => ({ kind: 'mask', width: 8, height: 4, data: new Uint8Array(32).fill(fill) })

let cabinet: Cabinet
let n = 0
beforeAll(oneLock)
beforeEach(async () => {
  cabinet = await cabinetOf(await openDatabase(`test-${n++}`))
  await createProject(cabinet, project)
})

/** How many records there are of each kind. */
const counts = async () => ({
  photos: await cabinet.db.count('photos'),
  files: await cabinet.db.count('files'),
  results: await cabinet.db.count('results'),
})
const here = async (of: string, file: Hash) =>
  await readOriginal(cabinet, of, file).then(
    ({ blob }) => blob.size,
    () => 0,
  )

describe('what is stored', () => {
  it('says nothing in the clear: no name, no fact, no hash, no byte of a file', async () => {
    const secret: Photo = { ...photo('1', hash('a')), name: 'unreleased jacket.jpg', doc: PhotoDoc.parse({ sku: 'JKT-2027' }) }
    await putOriginal(cabinet, secret, { hash: hash('a'), blob: new Blob(['the pixels of a jacket']) })
    const facts = { kind: 'facts' as const, facts: { gps: '52.52, 13.40' } }
    await putOutcome(cabinet, secret, [{ key: 'k' as Key, value: facts, files: [hash('a')], keep: true }])
    await append(cabinet, [{ did: 'export', body: { file: 'unreleased jacket.jpg' } }])
    let all = ''
    for (const store of cabinet.db.objectStoreNames) {
      for (const record of await cabinet.db.getAll(store)) {
        for (const value of Object.values(record as object)) {
          if (value instanceof Blob) all += await value.text()
          else if (value instanceof Uint8Array) all += new TextDecoder('latin1').decode(value)
          else all += JSON.stringify(value)
        }
      }
    }
    expect(all.length).toBeGreaterThan(500)
    for (const word of ['Autumn', 'jacket', 'JKT', '13.40', 'pixels', hash('a')]) expect(all).not.toContain(word)
    expect(await readPhoto(cabinet, '1')).toEqual(secret)
    expect(await readResult(cabinet, 'p', 'k' as Key)).toEqual(facts)
  })

  it('results come back as they were, whatever the matte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), fc.integer(), async (width, height, seed) => {
        const data = new Uint8Array(width * height).map((_, i) => (i * 2654435761 + seed) >>> 24)
        const value: MaskValue = { kind: 'mask', width, height, data }
        await putResults(cabinet, 'p', [{ key: 'k' as Key, value, files: [], keep: true }])
        expect(await readResult(cabinet, 'p', 'k' as Key)).toEqual(value)
      }),
      { numRuns: 20 },
    )
  })

  it('a damaged result is refused, not shown', async () => {
    await putResults(cabinet, 'p', [{ key: 'k' as Key, value: mask(9), files: [], keep: true }])
    const [record] = await cabinet.db.getAll('results')
    if (!record?.sealed) throw new Error('no mask record')
    const bytes = new Uint8Array(await record.sealed.arrayBuffer())
    bytes[12] = (bytes[12] as number) ^ 1
    await cabinet.db.put('results', { ...record, sealed: new Blob([bytes]) })
    await expect(readResult(cabinet, 'p', 'k' as Key)).rejects.toThrow(/damaged/)
  })

  it('eviction takes the least recently used, never what is kept, and stops at the limit', async () => {
    const file = { kind: 'file' as const, blob: new Blob(['x'.repeat(1000)]) }
    for (let i = 0; i < 6; i++) await putResults(cabinet, 'p', [{ key: `k${i}` as Key, value: file, files: [], keep: i === 0 }])
    const [one] = await cabinet.db.getAll('results')
    for (const [i, record] of (await cabinet.db.getAll('results')).entries())
      await cabinet.db.put('results', { ...record, used: record.keep ? 0 : 1 + i })
    const bytes = one?.bytes ?? 0
    expect(await evict(cabinet.db, 2.5 * bytes)).toBe(3 * bytes)
    const left = await cabinet.db.getAll('results')
    expect(left).toHaveLength(3)
    expect(left.some(({ keep }) => keep)).toBe(true)
  })
})

describe('projects', () => {
  it('an original comes back with its kind, byte for byte', async () => {
    await putOriginal(cabinet, photo('1', hash('a')), original(hash('a')))
    const { blob } = await readOriginal(cabinet, 'p', hash('a'))
    expect([await blob.text(), blob.type]).toEqual(['0123456789', 'image/jpeg'])
    await expect(readOriginal(cabinet, 'p', hash('b'))).rejects.toThrow('original-gone')
  })

  it('deleting a photo keeps what another photo of the same bytes needs', async () => {
    const file = hash('a')
    for (const id of ['1', '2']) await putOriginal(cabinet, photo(id, file), original(file))
    await putOutcome(cabinet, photo('1', file), [{ key: 'k' as Key, value: mask(1), files: [file], keep: true }])
    expect(await deletePhotos(cabinet, 'p', [photo('1', file)])).toEqual({ hashes: [], bytes: 0 })
    expect(await counts()).toEqual({ photos: 1, files: 1, results: 1 })
    expect(await deletePhotos(cabinet, 'p', [photo('2', file)])).toEqual({ hashes: [file], bytes: 10 })
    expect(await counts()).toEqual({ photos: 0, files: 0, results: 0 })
  })

  it('originals go after an export with all that was made of them, but for those that a photo not exported needs; the cards stay', async () => {
    const first: Photo = { ...photo('1', hash('a')), doc: PhotoDoc.parse({ sku: 'MUG-1' }), state: { at: 'done' }, thumb: 'k' }
    await putOriginal(cabinet, first, original(hash('a')))
    await putOutcome(cabinet, first, [{ key: 'k' as Key, value: mask(1), files: [hash('a')], keep: true }])
    await putOriginal(cabinet, photo('2', hash('b')), original(hash('b')))
    await putOriginal(cabinet, photo('3', hash('b')), original(hash('b')))
    const { photos, bytes } = await dropOriginals(cabinet, 'p', [first, photo('2', hash('b'))])
    expect(bytes).toBe(10)
    expect(await counts()).toEqual({ photos: 3, files: 1, results: 0 })
    const left = await photosOf(cabinet, 'p')
    expect(left.slice(0, 2)).toEqual(photos)
    expect(left[0]).toMatchObject({ name: '1.jpg', file: null, thumb: null, doc: { sku: 'MUG-1' }, state: { at: 'exported' } })
    expect(await here('p', hash('b'))).toBe(10)
  })

  it('deleting a project leaves no byte of it and every byte of the others, also of the same file', async () => {
    await putOriginal(cabinet, photo('1', hash('a')), original(hash('a')))
    await putOriginal(cabinet, photo('2', hash('b')), original(hash('b')))
    await createProject(cabinet, { ...project, id: 'q' })
    await putOriginal(cabinet, photo('3', hash('b'), 'q'), original(hash('b')))
    const key = expect.stringMatching(/^[0-9a-f]{64}$/)
    expect(await deleteProject(cabinet, 'p')).toEqual({ photos: 2, hashes: [hash('a'), hash('b')], bytes: 20, key })
    await forgetProject(cabinet, 'p')
    expect(await cabinet.db.getAllKeys('projects')).toEqual(['q'])
    expect(await photosOf(cabinet, 'p')).toEqual([])
    expect((await listProjects(cabinet)).map(({ id, photos, bytes }) => ({ id, photos, bytes }))).toEqual([
      { id: 'q', photos: 1, bytes: 10 },
    ])
    expect(await here('q', hash('b'))).toBe(10)
    expect(await counts()).toEqual({ photos: 1, files: 1, results: 0 })
  })

  it('a deletion that was cut off after its key went is unreadable at once, and finished at the next start', async () => {
    const slots = memorySlots()
    cabinet = await cabinetOf(cabinet.db, slots)
    await createProject(cabinet, { ...project, id: 'q' })
    await putOriginal(cabinet, photo('3', hash('b'), 'q'), original(hash('b')))
    await cabinet.keys.shred('q')
    expect(await readProject(cabinet, 'q')).toBeUndefined()
    await expect(photosOf(cabinet, 'q')).rejects.toThrow('key-gone')
    await cabinet.keys.create('p')
    expect(await finishInterrupted(await cabinetOf(cabinet.db, slots))).toEqual(['q'])
    expect(await counts()).toEqual({ photos: 0, files: 0, results: 0 })
    expect(await cabinet.keys.projects()).toEqual(['p'])
  })

  it('what was made of a photo that was removed meanwhile is not stored', async () => {
    await putOutcome(cabinet, photo('1', hash('a')), [{ key: 'k' as Key, value: mask(1), files: [hash('a')], keep: true }])
    expect(await counts()).toEqual({ photos: 0, files: 0, results: 0 })
  })

  it('the sweep removes only what no photo uses', async () => {
    await putOriginal(cabinet, photo('1', hash('a')), original(hash('a')))
    await putOriginal(cabinet, photo('2', hash('b')), original(hash('b')))
    await cabinet.db.delete('photos', '2')
    await sweep(cabinet.db)
    expect([await here('p', hash('a')), await here('p', hash('b'))]).toEqual([10, 0])
  })
})

describe('mattes of the seller’s own', () => {
  const withMatte = (id: string, file: Hash, matte: Hash): Photo => ({ ...photo(id, file), doc: PhotoDoc.parse({ matte }) })

  it('stay as long as a photo’s document names them, and go with the last one, with what was made of them', async () => {
    await putFile(cabinet, 'p', original(hash('m')))
    await putOriginal(cabinet, withMatte('1', hash('a'), hash('m')), original(hash('a')))
    await putOriginal(cabinet, withMatte('2', hash('b'), hash('m')), original(hash('b')))
    await sweep(cabinet.db)
    expect(await counts()).toEqual({ photos: 2, files: 3, results: 0 })
    await putResults(cabinet, 'p', [{ key: 'k' as Key, value: mask(1), files: [hash('b'), hash('m')], keep: true }])
    expect((await deletePhotos(cabinet, 'p', [withMatte('1', hash('a'), hash('m'))])).hashes).toEqual([hash('a')])
    expect(await here('p', hash('m'))).toBe(10)
    expect((await deletePhotos(cabinet, 'p', [withMatte('2', hash('b'), hash('m'))])).hashes).toEqual([hash('b'), hash('m')])
    expect(await counts()).toEqual({ photos: 0, files: 0, results: 0 })
  })

  it('that were taken back go with the project, or with the next sweep', async () => {
    await putFile(cabinet, 'p', original(hash('m')))
    await createProject(cabinet, { ...project, id: 'q' })
    await putFile(cabinet, 'q', original(hash('n')))
    await deleteProject(cabinet, 'p')
    expect([await cabinet.db.count('files'), await here('q', hash('n'))]).toEqual([1, 10])
    await sweep(cabinet.db)
    expect(await cabinet.db.count('files')).toBe(0)
  })
})

describe('backdrop photos of the seller’s own', () => {
  const onPlate = (id: string, file: Hash, plate: Hash): Photo => ({
    ...photo(id, file),
    doc: PhotoDoc.parse({ scene: sceneOf({ backdrop: { kind: 'plate', photo: plate, horizon: 0.4 } }) }),
  })

  it('stay as long as a photo’s scene names them, and go with the last one', async () => {
    await putFile(cabinet, 'p', original(hash('d')))
    await putOriginal(cabinet, onPlate('1', hash('a'), hash('d')), original(hash('a')))
    await putOriginal(cabinet, onPlate('2', hash('b'), hash('d')), original(hash('b')))
    await sweep(cabinet.db)
    expect(await here('p', hash('d'))).toBe(10)
    expect((await deletePhotos(cabinet, 'p', [onPlate('1', hash('a'), hash('d'))])).hashes).toEqual([hash('a')])
    expect(await here('p', hash('d'))).toBe(10)
    expect((await deletePhotos(cabinet, 'p', [onPlate('2', hash('b'), hash('d'))])).hashes).toEqual([hash('b'), hash('d')])
    expect(await counts()).toEqual({ photos: 0, files: 0, results: 0 })
  })

  it('are named among what went with their project', async () => {
    await putFile(cabinet, 'p', original(hash('d')))
    await putOriginal(cabinet, onPlate('1', hash('a'), hash('d')), original(hash('a')))
    expect((await deleteProject(cabinet, 'p')).hashes).toEqual([hash('a'), hash('d')])
    expect(await cabinet.db.count('files')).toBe(0)
  })

  it('outlive what was cut out: another backdrop takes no matte with it', async () => {
    const staged = onPlate('1', hash('a'), hash('d'))
    await putFile(cabinet, 'p', original(hash('d')))
    await putOriginal(cabinet, staged, original(hash('a')))
    await putResults(cabinet, 'p', [{ key: 'k' as Key, value: mask(1), files: cutoutFiles(staged), keep: true }])
    await putPhotos(cabinet, [photo('1', hash('a'))])
    await sweep(cabinet.db)
    expect([await here('p', hash('d')), await readResult(cabinet, 'p', 'k' as Key)]).toEqual([0, mask(1)])
  })
})

describe('networks of the seller’s own', () => {
  const id = `own:${hash('e')}` as const
  const own = { id, title: 'BiRefNet lite', bytes: 10, side: 1024, added: '2026-11-23', agreement: 0.98 }
  const input = { name: 'x', side: 1024, mean: [0, 0, 0], scale: [255, 255, 255] } as const
  const stored = { id, own, network: { id, sha256: hash('e'), input, output: { name: 'y', sigmoid: true }, free: {} }, golden: [1, 2] }

  it('outlive a sweep, are listed by title, and go without a trace', async () => {
    await putNetwork(cabinet.db, stored, new Blob(['0123456789']))
    await putNetwork(cabinet.db, { ...stored, id: `own:${hash('f')}`, own: { ...own, title: 'Another' } }, new Blob(['9']))
    await sweep(cabinet.db)
    expect((await listNetworks(cabinet.db)).map(({ title }) => title)).toEqual(['Another', 'BiRefNet lite'])
    expect(await readNetwork(cabinet.db, id)).toEqual(stored)
    expect((await readNetworkFile(cabinet.db, id)).size).toBe(10)
    await deleteNetwork(cabinet.db, id)
    await expect(readNetwork(cabinet.db, id)).rejects.toThrow('network-gone')
    expect(await cabinet.db.getAllKeys('blobs')).toEqual([hash('f')])
  })
})

describe('what earlier versions stored', () => {
  it('photos get what they lack when they are read, and keep what they have', async () => {
    const { doc: _, ...rest } = photo('1', hash('a'))
    const old = {
      ...rest,
      doc: { cutout: 'fast', turn: 3, sku: 'A-1', backdrop: [1, 2, 3], matte: null },
      matte: { area: 0.2, box: [0, 0, 1, 1], uncertain: 0.1, look: ['touches-frame'] },
    } as unknown as Photo
    await putPhotos(cabinet, [old])
    const doc = { ...PhotoDoc.parse({}), cutout: 'fast', turn: 3, sku: 'A-1', backdrop: [1, 2, 3] }
    for (const read of [(await photosOf(cabinet, 'p'))[0], await readPhoto(cabinet, '1')]) {
      expect(read?.doc).toEqual(doc)
      expect(read?.matte).toEqual({ ...old.matte, confidence: null })
    }
    expect(await readPhoto(cabinet, '9')).toBeUndefined()
  })

  /** As the stores of versions 1 to 3 were, with two photos of one file, a matte, a network and a ledger. */
  async function inTheClear(name: string, version: number, ledger: readonly unknown[]) {
    const first = await openDB(name, version, {
      upgrade(old) {
        for (const [store, keyPath] of Object.entries({ projects: 'id', photos: 'id', blobs: 'hash', results: 'key', ledger: 'n' })) {
          const made = old.createObjectStore(store, { keyPath })
          if (store === 'photos') for (const index of ['project', 'file']) made.createIndex(index, index)
          if (store === 'results') made.createIndex('files', 'files', { multiEntry: true })
        }
        old.createObjectStore('settings')
        if (version > 1) old.createObjectStore('networks', { keyPath: 'id' })
        if (version > 2) {
          old.createObjectStore('keys')
          old.createObjectStore('checkpoints', { keyPath: 'size' })
        }
      },
    })
    await first.put('projects', project)
    const { doc: _, ...rest } = photo('1', hash('a'))
    await first.put('photos', { ...rest, doc: { cutout: 'fine', turn: 0, sku: '', backdrop: null } })
    await first.put('photos', { ...photo('2', hash('a')), name: 'twin.jpg' })
    await first.put('photos', photo('3', null))
    await first.put('blobs', { hash: hash('a'), blob: new Blob(['a jacket'], { type: 'image/png' }), bytes: 8 })
    const deflated = await new Response(
      new Response(new Uint8Array(32).fill(7)).body?.pipeThrough(new CompressionStream('deflate-raw')),
    ).blob()
    await first.put('results', {
      key: 'k',
      files: [hash('a')],
      keep: true,
      bytes: 9,
      used: 1,
      body: { kind: 'mask', width: 8, height: 4, deflated },
    })
    for (const line of ledger) await first.put('ledger', line)
    if (version > 1) {
      await first.put('networks', { id: `own:${hash('e')}` })
      await first.put('blobs', { hash: hash('e'), blob: new Blob(['weights']), bytes: 7 })
    }
    first.close()
  }

  it.each([1, 2, 3])(
    'in the clear (version %i) is sealed and gone from there, also when that was cut off again and again',
    async (version) => {
      const source = await cabinetOf(await openDatabase(`ledger-${n++}`))
      await append(source, [
        { did: 'import', body: { a: 1 } },
        { did: 'edit', body: { b: 2 } },
      ])
      const lines = await readLedger(source)
      const name = `old-${n++}`
      await inTheClear(name, version, lines)
      const slots = memorySlots()
      for (let stop = 0; stop < 3; stop++) {
        const db = await openDatabase(name)
        await bringOver(await cabinetOf(db, slots), (done) => {
          if (done > stop) throw new Error('killed')
        }).catch(() => {})
        db.close()
      }
      cabinet = await cabinetOf(await openDatabase(name), slots)
      await bringOver(cabinet)
      expect((await listProjects(cabinet)).map((one) => one.name)).toEqual(['Autumn'])
      const photos = await photosOf(cabinet, 'p')
      expect(photos.map((one) => one.name)).toEqual(['1.jpg', 'twin.jpg', '3.jpg'])
      expect(photos[0]?.doc).toEqual(PhotoDoc.parse({}))
      const { blob } = await readOriginal(cabinet, 'p', hash('a'))
      expect([await blob.text(), blob.type]).toEqual(['a jacket', 'image/png'])
      expect(await readResult(cabinet, 'p', 'k' as Key)).toEqual(mask(7))
      expect(await readLedger(cabinet)).toEqual(lines)
      expect(await cabinet.db.getAllKeys('blobs')).toEqual(version > 1 ? [hash('e')] : [])
      for (const store of ['plain-projects', 'plain-photos', 'plain-results', 'plain-ledger'] as const)
        expect(await cabinet.db.count(store)).toBe(0)
      cabinet.db.close()
    },
  )
})

describe('the ledger', () => {
  it('keeps one unbroken chain, also when written from several places at once', async () => {
    await Promise.all(
      [1, 2, 3, 4].map((i) =>
        append(cabinet, [
          { did: 'import', body: { i } },
          { did: 'edit', body: { i } },
        ]),
      ),
    )
    const entries = await readLedger(cabinet)
    expect(entries.map((entry) => entry.n)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect((await audit({ ledger: toLines(entries), checkpoints: '', key: null })).findings).toEqual([])
  })

  it('a checkpoint vouches for the lines until then, and says the same when nothing was added', async () => {
    const pair = await newSigningKey()
    const key = await verifierText(pair)
    const sign = async (tree: Tree) => await signed(pair, { size: tree.size, root: await rootOf(tree) })
    expect(await putCheckpoint(cabinet, sign)).toBeNull()
    const line = { did: 'edit' as const, body: {} }
    await append(cabinet, Array(5).fill(line))
    const first = await putCheckpoint(cabinet, sign)
    expect(await putCheckpoint(cabinet, () => expect.fail('nothing is new'))).toEqual(first)
    await cabinet.db.delete('settings', 'ledger-tree') // as a ledger from before there were checkpoints
    expect(await append(cabinet, [line, line])).toMatchObject({ size: 7, before: { size: 5 } })
    await putCheckpoint(cabinet, sign)
    const checkpoints = (await cabinet.db.getAll('checkpoints')).map(({ note }) => note).join('\n')
    const found = await audit({ ledger: toLines(await readLedger(cabinet)), checkpoints, key })
    expect(found).toMatchObject({ lines: 7, checkpoints: 2, covered: 7, findings: [], remarks: [] })
  })

  it('commits to what is private; that is told as long as its project is there, goes with it, and cannot be told otherwise', async () => {
    const secret = { file: 'unreleased jacket.jpg' }
    await append(cabinet, [
      { did: 'export', body: { project: 'p', out: hash('c') }, details: secret },
      { did: 'export', body: { project: 'p', out: hash('c') }, details: secret },
      { did: 'part', body: { network: hash('e') }, details: { title: 'mine' } },
    ])
    const entries = await readLedger(cabinet)
    const ledger = toLines(entries)
    expect(ledger).not.toContain('jacket')
    // Salted: who knows the words cannot see that two lines tell the same.
    expect(entries[0]?.body.details).not.toBe(entries[1]?.body.details)
    const details = await readDetails(cabinet)
    expect(details.map((one) => one.details)).toEqual([secret, secret, { title: 'mine' }])
    const told = (all: readonly unknown[]) =>
      audit({ ledger, checkpoints: '', key: null, details: all.map((one) => JSON.stringify(one)).join('\n') })
    expect((await told(details)).findings).toEqual([])
    expect((await told(details.slice(1))).findings).toEqual([])
    const other = [
      { ...details[0], details: { file: 'released jacket.jpg' } },
      { ...details[1], n: 0 },
    ]
    expect((await told(other)).findings).toMatchObject([
      { what: 'details', line: 1 },
      { what: 'details', line: 1 },
    ])
    await deleteProject(cabinet, 'p')
    expect((await readDetails(cabinet)).map(({ n }) => n)).toEqual([2])
    expect((await audit({ ledger: toLines(await readLedger(cabinet)), checkpoints: '', key: null })).findings).toEqual([])
  })

  it('keeps its signing key, which gives away nothing', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => keyPair(cabinet.db, 'ledger', newSigningKey)))
    expect(await verifierText(one as CryptoKeyPair)).toBe(await verifierText(two as CryptoKeyPair))
    await expect(crypto.subtle.exportKey('pkcs8', (one as CryptoKeyPair).privateKey)).rejects.toThrow()
  })
})
