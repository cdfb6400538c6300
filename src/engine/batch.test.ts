import { describe, expect, it, vi } from 'vitest'
import { photoAt, plainFile } from '../../tests/support/photos'
import { sceneOf } from '../../tests/support/scenes'
import type { Batch as BatchState } from '../core/client'
import { type Fault, FaultError } from '../core/fault'
import type { Line } from '../core/ledger'
import type { MatteFacts, Photo, Project } from '../core/project'
import type { Hash, Key, Value } from '../core/recipe'
import { heroOf, type Scene } from '../core/scene/document'
import { opOf, ops } from '../ops'
import { Batch } from './batch'
import { type AnyRunner, execute } from './execute'
import type { Workshop } from './make'

const project: Project = {
  id: 'p',
  name: 'Autumn',
  created: '',
  opened: '',
  brand: [0, 0, 0],
  cutout: 'fine',
  paused: false,
  added: null,
  retention: null,
  originals: 'keep',
}
const facts = plainFile(4, 4)
const found: MatteFacts = { area: 0.4, box: [0.1, 0.1, 0.9, 0.9], uncertain: 0, confidence: null, look: [] }

/** A batch whose operations are stand-ins; `decode` may be made to fail or wait, by the photo's number. */
function lab(
  options: {
    decode?: (n: number) => Promise<void>
    box?: MatteFacts['box']
    keep?: (photo: Photo) => void | Promise<void>
    stored?: Map<Key, Value>
    /** That a scene may name. */
    photos?: readonly Photo[]
    render?: () => Promise<void>
  } = {},
) {
  const log = {
    photos: [] as Photo[],
    states: [] as BatchState[],
    notices: [] as Fault[],
    lines: [] as Line[],
    kept: new Map<string, Photo>(),
    put: 0,
    atOnce: 0,
    most: 0,
  }
  const numberOf = new Map<Blob, number>()
  const runner =
    (op: string) =>
    async (inputs: Parameters<AnyRunner>[0]): Promise<Value> => {
      if (op === 'inspect') return { kind: 'facts', facts: { ...facts } }
      if (op === 'assess') return { kind: 'facts', facts: { ...found, box: options.box === undefined ? found.box : options.box } }
      if (opOf(op).out === 'mask') return { kind: 'mask', width: 1, height: 1, data: new Uint8Array([255]) }
      if (op === 'encode') return { kind: 'file', blob: new Blob(['thumb']) }
      if (op === 'render') await options.render?.()
      const { file } = inputs
      if (op === 'decode' && file && 'blob' in file) await options.decode?.(numberOf.get(file.blob) ?? 0)
      return { kind: 'image', width: 1, height: 1, data: new Uint8ClampedArray(4) }
    }
  const readBlob = async (hash: Hash) => {
    const blob = new Blob([hash])
    numberOf.set(blob, Number(hash))
    return { kind: 'file' as const, blob }
  }
  const shop: Workshop = {
    modelSha: () => 'sha',
    photo: async (id) => (options.photos ?? [...batch.photos.values()]).find((photo) => photo.id === id) ?? null,
    crew: {
      async run(job, hear, { signal } = {}) {
        const cutsOut = job.tasks.some((task) => task.op === 'matte')
        if (cutsOut) log.most = Math.max(log.most, ++log.atOnce)
        try {
          const aborted = new Promise<never>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
          const ctx = {
            signal: signal ?? new AbortController().signal,
            alive() {},
            network: () => Promise.reject(),
            infer: () => Promise.reject(),
            part: () => Promise.reject(),
          }
          await Promise.race([
            aborted,
            execute(
              job,
              async (op) => runner(op),
              readBlob,
              ctx,
              (key, value) => hear({ kind: 'value', key, value }),
            ),
          ])
        } finally {
          if (cutsOut) log.atOnce--
        }
      },
    },
    keeping: {
      readResult: async (_, key) => options.stored?.get(key) ?? null,
      keepResults: async () => {},
      async keepOutcome(photo, made) {
        await options.keep?.(photo)
        log.put += made.length
        for (const { key, value } of made) options.stored?.set(key, value)
        log.kept.set(photo.id, photo)
      },
      write: async (lines) => void log.lines.push(...lines),
    },
  }
  const batch = new Batch(
    shop,
    { state: { choice: 'auto', using: 'wasm', threads: 2, why: '' }, usualMs: 10 },
    {
      photo: (photo) => void log.photos.push(photo),
      batch: (state) => void log.states.push(state),
      notice: (fault) => void log.notices.push(fault),
    },
  )
  const at = (n: number) => batch.photos.get(`photo-${n}`)?.state.at
  return { batch, log, at }
}

describe('the batch', () => {
  it('brings every photo to done, two at a time, stored and in the ledger', async () => {
    const { batch, log } = lab({ decode: () => new Promise((go) => setTimeout(go, 5)) })
    batch.open(
      project,
      [1, 2, 3, 4, 5].map((n) => photoAt(n)),
    )
    await vi.waitFor(() => expect(batch.state('p')).toMatchObject({ total: 5, done: 5, failed: 0, running: false }))
    expect(log.most).toBe(2)
    expect([...log.kept.values()].map((photo) => photo.state.at)).toEqual(Array(5).fill('done'))
    expect(log.lines.map((line) => line.did)).toEqual(Array(5).fill('cut-out'))
    const params = { model: 'isnet-fine', looks: 1 }
    const steps = [`decode@${ops.decode.v}`, `matte@${ops.matte.v}`]
    expect(log.lines[0]?.body).toMatchObject({ model: 'fine', params, weights: 'sha', engine: 'wasm', steps })
    expect(batch.photos.get('photo-1')).toMatchObject({ facts, matte: found, thumb: expect.any(String) })
  })

  it('goes on when a photo cannot be opened, and says why on its card', async () => {
    const broken = new FaultError({ code: 'truncated', sentence: 'The file ends early.', remedy: 'Copy it again.', retry: false })
    const { batch, at } = lab({
      decode: async (n) => {
        if (n === 2) throw broken
      },
    })
    batch.open(
      project,
      [1, 2, 3].map((n) => photoAt(n)),
    )
    await vi.waitFor(() => expect(batch.state('p')).toMatchObject({ done: 2, failed: 1 }))
    expect(at(2)).toBe('failed')
    expect(batch.photos.get('photo-2')?.state).toMatchObject({ fault: broken.fault })
  })

  it('tries a photo again whose worker died under it, once', async () => {
    let deaths = 0
    const { batch } = lab({
      decode: async (n) => {
        if (n === 1 && deaths++ === 0) throw new Error('a pixel worker died')
      },
    })
    batch.open(project, [photoAt(1)])
    await vi.waitFor(() => expect(batch.state('p').done).toBe(1))
    const always = lab({
      decode: async () => {
        throw new Error('a pixel worker died')
      },
    })
    always.batch.open(project, [photoAt(1)])
    await vi.waitFor(() => expect(always.batch.state('p').failed).toBe(1))
  })

  it('keeps the photo when nothing was found in it', async () => {
    const { batch } = lab({ box: null })
    batch.open(project, [photoAt(1)])
    await vi.waitFor(() =>
      expect(batch.photos.get('photo-1')?.state).toMatchObject({ at: 'failed', fault: { code: 'no-product', retry: true } }),
    )
  })

  it('pauses: what was in hand waits again, nothing new begins; resumes where it was', async () => {
    const gates: (() => void)[] = []
    const { batch, at } = lab({ decode: () => new Promise((go) => void gates.push(go)) })
    batch.open(
      project,
      [1, 2, 3].map((n) => photoAt(n)),
    )
    await vi.waitFor(() => expect(at(1)).toBe('working'))
    batch.changeProject({ ...project, paused: true })
    await vi.waitFor(() => expect([at(1), at(2), at(3)]).toEqual(['waiting', 'waiting', 'waiting']))
    expect(batch.state('p')).toMatchObject({ running: false, paused: true })
    const timer = setInterval(() => gates.splice(0).forEach((go) => void go()), 5)
    batch.changeProject(project)
    await vi.waitFor(() => expect(batch.state('p').done).toBe(3))
    clearInterval(timer)
  })

  it('cancels what is left and keeps what is done', async () => {
    const { batch, at } = lab({ decode: (n) => (n === 1 ? Promise.resolve() : new Promise(() => {})) })
    batch.open(
      project,
      [1, 2, 3, 4].map((n) => photoAt(n)),
    )
    await vi.waitFor(() => expect(at(1)).toBe('done'))
    expect(batch.cancel('p')).toHaveLength(3)
    expect([at(1), at(2), at(3), at(4)]).toEqual(['done', 'failed', 'failed', 'failed'])
    expect(batch.photos.get('photo-4')?.state).toMatchObject({ fault: { code: 'cancelled', retry: true } })
  })

  it('what the user has open goes first, also while paused', async () => {
    const { batch, at } = lab()
    batch.open(
      { ...project, paused: true },
      [1, 2, 3].map((n) => photoAt(n)),
    )
    batch.put(photoAt(3), true)
    await vi.waitFor(() => expect(at(3)).toBe('done'))
    expect([at(1), at(2)]).toEqual(['waiting', 'waiting'])
  })

  it('a full disk pauses the batch, says so, and loses nothing', async () => {
    let full = true
    const keep = () => {
      if (full) throw new DOMException('no room', 'QuotaExceededError')
    }
    const { batch, log, at } = lab({ keep })
    batch.open(
      project,
      [1, 2].map((n) => photoAt(n)),
    )
    await vi.waitFor(() => expect(log.notices[0]).toMatchObject({ code: 'storage-full', retry: true }))
    await vi.waitFor(() => expect([at(1), at(2)]).toEqual(['waiting', 'waiting']))
    expect(batch.state('p').paused).toBe(true)
    full = false
    batch.changeProject(project)
    await vi.waitFor(() => expect(batch.state('p').done).toBe(2))
  })

  it('photos that were in hand when the studio closed wait again', async () => {
    const { batch } = lab()
    batch.open(project, [photoAt(1, { at: 'working', share: 0.4, doing: '' }), photoAt(2, { at: 'done' })])
    await vi.waitFor(() => expect(batch.state('p').done).toBe(2))
  })

  it('a photo removed while in hand does not come back', async () => {
    const { batch, log } = lab({ decode: () => new Promise((go) => setTimeout(go, 20)) })
    batch.open(project, [photoAt(1)])
    await vi.waitFor(() => expect(batch.photos.get('photo-1')?.state.at).toBe('working'))
    batch.remove(['photo-1'])
    await new Promise((go) => setTimeout(go, 60))
    expect(batch.photos.size).toBe(0)
    expect(log.kept.size).toBe(0)
  })

  it('a photo removed while its outcome is being stored does not come back', async () => {
    let stored = () => {}
    let storing = false
    const keep = () => {
      storing = true
      return new Promise<void>((go) => {
        stored = go
      })
    }
    const { batch } = lab({ keep })
    batch.open(project, [photoAt(1)])
    await vi.waitFor(() => expect(storing).toBe(true))
    batch.remove(['photo-1'])
    stored()
    await new Promise((go) => setTimeout(go, 10))
    expect(batch.photos.size).toBe(0)
  })

  it('turning a photo stores its new small picture and nothing again, and the ledger tells of no second cutout', async () => {
    const { batch, log, at } = lab({ stored: new Map() })
    batch.open(project, [photoAt(1)])
    await vi.waitFor(() => expect(at(1)).toBe('done'))
    const before = batch.photos.get('photo-1') as Photo
    const put = log.put
    batch.put({ ...before, doc: { ...before.doc, turn: 1 }, state: { at: 'waiting' } }, true)
    await vi.waitFor(() => expect(at(1)).toBe('done'))
    expect(log.put - put).toBe(2) // the turned original's and the turned cutout's
    expect(batch.photos.get('photo-1')?.thumb).not.toBe(before.thumb)
    expect(log.lines.map((line) => line.did)).toEqual(['cut-out'])
  })

  it('a mended photo stays done at once; its small picture follows when the edits rest, without the network', async () => {
    const { batch, log, at } = lab({ stored: new Map() })
    batch.open(project, [photoAt(1)])
    await vi.waitFor(() => expect(at(1)).toBe('done'))
    const before = batch.photos.get('photo-1') as Photo
    const shown = log.photos.length
    for (const looser of [1, 2, 3]) {
      batch.mend({ ...before, doc: { ...before.doc, edge: { looser, softer: 0 } } })
      expect(at(1)).toBe('done')
      expect(batch.stored(batch.photos.get('photo-1') as Photo).state.at).toBe('waiting')
    }
    await vi.waitFor(() => expect(batch.photos.get('photo-1')?.thumb).not.toBe(before.thumb), { timeout: 3000 })
    expect(log.photos.slice(shown).map((photo) => photo.state.at)).toEqual(Array(4).fill('done'))
    expect(log.kept.get('photo-1')).toMatchObject({ state: { at: 'done' }, doc: { edge: { looser: 3 } } })
    expect(batch.stored(batch.photos.get('photo-1') as Photo).state.at).toBe('done')
    expect(log.lines.map((line) => line.did)).toEqual(['cut-out'])
  })

  it('a mended cutout is followed by the small pictures of the scenes that it stands in, and by no other', async () => {
    const group = sceneOf()
    const friend = { ...heroOf(group), id: 'friend', photo: 'photo-1' }
    const showing = photoAt(2)
    const { batch, log } = lab({ stored: new Map() })
    batch.open(project, [
      photoAt(1),
      { ...showing, doc: { ...showing.doc, scene: { ...group, products: [...group.products, friend] } } },
      photoAt(3),
    ])
    await vi.waitFor(() => expect(batch.state('p').done).toBe(3))
    await vi.waitFor(() => expect(batch.stored(batch.photos.get('photo-2') as Photo).state.at).toBe('done'), { timeout: 3000 })
    const [one, two, three] = [...batch.photos.values()] as [Photo, Photo, Photo]
    batch.mend({ ...one, doc: { ...one.doc, scene: group } })
    expect(batch.stored(two).state.at).toBe('done')
    batch.mend({ ...one, doc: { ...one.doc, scene: group, edge: { looser: 2, softer: 0 } } })
    expect(batch.stored(three).state.at).toBe('done')
    await vi.waitFor(() => expect(batch.photos.get('photo-2')?.thumb).not.toBe(two.thumb), { timeout: 3000 })
    expect(batch.photos.get('photo-3')?.thumb).toBe(three.thumb)
    expect(log.kept.get('photo-2')?.doc).toEqual(two.doc)
  })

  describe('of a look for many photos', () => {
    const scene = sceneOf()
    const relit = (photo: Photo, look: Scene = scene): Photo => ({ ...photo, doc: { ...photo.doc, scene: look }, state: { at: 'waiting' } })

    /** Ten photos that are cut out. */
    async function ten(options: Parameters<typeof lab>[0] = {}) {
      const made = lab({ stored: new Map(), ...options })
      made.batch.open(
        project,
        Array.from({ length: 10 }, (_, n) => photoAt(n + 1)),
      )
      await vi.waitFor(() => expect(made.batch.state('p').done).toBe(10))
      return { ...made, photos: [...made.batch.photos.values()] }
    }

    it('makes the small picture of each scene, asks no network again, and tells how long it takes', async () => {
      const { batch, log, photos } = await ten({ render: () => new Promise((go) => setTimeout(go, 3)) })
      log.states.length = 0
      for (const photo of photos) batch.put(relit(photo))
      await vi.waitFor(() => expect(batch.state('p').done).toBe(10))
      for (const { id, thumb } of photos) expect(batch.photos.get(id)?.thumb).not.toBe(thumb)
      expect(log.states.some(({ running, secondsLeft, done }) => running && done > 3 && secondsLeft !== null)).toBe(true)
      expect(log.lines.filter(({ did }) => did === 'cut-out').length).toBe(10)
      expect(log.put).toBe(10 * 6)
    })

    it('pauses and goes on; cancelled, it leaves what is cut out ready to be tried again', async () => {
      const gates: (() => void)[] = []
      const { batch, photos } = await ten({ render: () => new Promise((go) => void gates.push(go)) })
      for (const photo of photos) batch.put(relit(photo))
      await vi.waitFor(() => expect(gates.length).toBe(2))
      batch.changeProject({ ...project, paused: true })
      await vi.waitFor(() => expect([...batch.photos.values()].every(({ state }) => state.at === 'waiting')).toBe(true))
      batch.changeProject(project)
      await vi.waitFor(() => expect(gates.length).toBe(4))
      for (const go of gates) go()
      await vi.waitFor(() => expect(batch.state('p').done).toBe(2))
      expect(batch.cancel('p').length).toBe(8)
      expect(batch.state('p')).toMatchObject({ done: 2, failed: 8, running: false })
      const [left] = [...batch.photos.values()].filter(({ state }) => state.at === 'failed')
      expect(left?.state).toMatchObject({ fault: { code: 'cancelled', remedy: expect.stringMatching(/^It is cut out/), retry: true } })
      const timer = setInterval(() => gates.splice(0).forEach((go) => void go()), 5)
      for (const photo of batch.photos.values()) if (photo.state.at === 'failed') batch.put({ ...photo, state: { at: 'waiting' } }, true)
      await vi.waitFor(() => expect(batch.state('p').done).toBe(10))
      clearInterval(timer)
    })

    it('keeps the cutout’s picture where the scene cannot be rendered, or lacks a product', async () => {
      const { batch, photos } = await ten({
        render: async () => {
          throw new Error('no graphics here')
        },
      })
      const [first, second] = photos as [Photo, Photo]
      const lacking = sceneOf({ products: [...scene.products, { ...heroOf(scene), id: 'friend', photo: 'gone' }] })
      batch.put(relit(first))
      batch.put(relit(second, lacking))
      await vi.waitFor(() => expect(batch.state('p').done).toBe(10))
      for (const { id, thumb } of [first, second]) expect(batch.photos.get(id)).toMatchObject({ state: { at: 'done' }, thumb })
    })
  })
})
