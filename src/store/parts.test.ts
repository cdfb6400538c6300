import { createHash } from 'node:crypto'
import { beforeEach, expect, test, vi } from 'vitest'
import { faultOf } from '../core/fault'

const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const wasm = Uint8Array.from({ length: 2500 }, (_, i) => (i * 31) % 251)
const pieces = [wasm.subarray(0, 1000), wasm.subarray(1000, 2000), wasm.subarray(2000)]
const urls = pieces.map((_, i) => `/parts/mozjpeg.${i}.bin`)
const part = {
  id: 'mozjpeg',
  title: 'JPEG writer',
  purpose: 'writes JPEG files',
  kind: 'codec',
  licence: 'BSD',
  bytes: wasm.length,
  sha256: sha(wasm),
  pieces: pieces.map((bytes, i) => ({ url: urls[i] ?? '', bytes: bytes.length, sha256: sha(bytes) })),
}
vi.mock('virtual:parts', () => ({ parts: [part] }))

/** As much of the Cache interface as parts need, in memory. */
class MemoryCache {
  held = new Map<string, Uint8Array<ArrayBuffer>>()
  match = async (key: string) => (this.held.has(key) ? new Response(this.held.get(key)) : undefined)
  put = async (key: string, response: Response) => void this.held.set(key, new Uint8Array(await response.arrayBuffer()))
  delete = async (key: string | { url: string }) => this.held.delete(typeof key === 'string' ? key : key.url)
  keys = async () => [...this.held.keys()].map((url) => ({ url }))
}
const caches = new Map<string, MemoryCache>()
const cacheOf = (name: string) => {
  const cache = caches.get(name) ?? new MemoryCache()
  caches.set(name, cache)
  return cache
}
type Answer = (url: string, init: RequestInit) => Response | Promise<Response>
const right: Answer = (url) => new Response(pieces[urls.indexOf(url)]?.slice())
let answer: Answer
let asked: string[]

beforeEach(() => {
  caches.clear()
  asked = []
  answer = right
  vi.resetModules()
  vi.stubGlobal('caches', { open: async (name: string) => cacheOf(name) })
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push(url)
    return await answer(url, init)
  })
})
const load = () => import('./parts')
const fault = async (work: Promise<unknown>) =>
  faultOf(
    await work.then(
      () => expect.fail('should have thrown'),
      (error: unknown) => error,
    ),
  ).code

test('a part is loaded piece by piece, checked, kept whole and read back', async () => {
  const { loadPart, partStates, readPart } = await load()
  const heard: number[] = []
  await loadPart('mozjpeg', { progress: (n) => heard.push(n) })
  expect(asked).toEqual(urls)
  expect(heard.at(-1)).toBe(2500)
  expect(heard).toEqual([...heard].sort((a, b) => a - b))
  expect(new Uint8Array(await readPart('mozjpeg'))).toEqual(wasm)
  expect(cacheOf('vitrine-parts-staging').held.size).toBe(0)
  expect(await partStates()).toMatchObject([{ id: 'mozjpeg', at: 'here', loaded: 2500, bytes: 2500 }])
  await loadPart('mozjpeg')
  expect(asked).toHaveLength(3)
})

test('callers at the same time share one load', async () => {
  const { loadPart } = await load()
  await Promise.all([loadPart('mozjpeg'), loadPart('mozjpeg'), loadPart('mozjpeg')])
  expect(asked).toHaveLength(3)
})

test('a truncated piece is refused, and the next try goes on from the pieces before it', async () => {
  const { loadPart, partStates, readPart } = await load()
  answer = (url, init) => (url === urls[1] ? new Response(pieces[1]?.slice(0, 700)) : right(url, init))
  expect(await fault(loadPart('mozjpeg'))).toBe('part-truncated')
  expect(await partStates()).toMatchObject([{ at: 'refused', loaded: 1000, fault: { code: 'part-truncated' } }])
  expect(await fault(readPart('mozjpeg'))).toBe('part-missing')
  answer = right
  asked = []
  await loadPart('mozjpeg')
  expect(asked).toEqual(urls.slice(1))
  expect(await partStates()).toMatchObject([{ at: 'here' }])
})

test.each<[string, Answer, string]>([
  ['altered bytes', (url) => new Response(pieces[urls.indexOf(url)]?.map((b) => b ^ 1)), 'part-altered'],
  ['more bytes than there should be', () => new Response(wasm.slice()), 'part-altered'],
  ['a 404', () => new Response('no', { status: 404 }), 'part-refused'],
  ['the host’s own page', () => new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } }), 'part-refused'],
  ['no connection', () => Promise.reject(new TypeError('Failed to fetch')), 'offline'],
])('%s is refused, kept nowhere, and asked for again on the next try', async (_, wrong, code) => {
  const { loadPart, readPart } = await load()
  answer = wrong
  expect(await fault(loadPart('mozjpeg'))).toBe(code)
  expect(cacheOf('vitrine-parts').held.size + cacheOf('vitrine-parts-staging').held.size).toBe(0)
  answer = right
  await loadPart('mozjpeg')
  expect(new Uint8Array(await readPart('mozjpeg'))).toEqual(wasm)
})

test('a staged piece that was damaged in storage is loaded again', async () => {
  const { loadPart, readPart } = await load()
  cacheOf('vitrine-parts-staging').held.set(urls[0] ?? '', new Uint8Array(1000))
  await loadPart('mozjpeg')
  expect(asked).toEqual(urls)
  expect(new Uint8Array(await readPart('mozjpeg'))).toEqual(wasm)
})

test('a part damaged in storage is never handed out', async () => {
  const { loadPart, readPart } = await load()
  await loadPart('mozjpeg')
  const kept = cacheOf('vitrine-parts').held
  for (const key of kept.keys())
    kept.set(
      key,
      wasm.map((b, i) => (i === 1200 ? b ^ 4 : b)),
    )
  expect(await fault(readPart('mozjpeg'))).toBe('part-missing')
  expect(kept.size).toBe(0)
})

test('a load ends when all its callers have aborted, and not before', async () => {
  const { loadPart, readPart } = await load()
  let release = () => {}
  const gate = new Promise<void>((resolve) => (release = resolve))
  answer = async (url, init) => {
    await gate
    init.signal?.throwIfAborted()
    return await right(url, init)
  }
  const [first, second] = [new AbortController(), new AbortController()]
  const one = loadPart('mozjpeg', { signal: first.signal })
  const two = loadPart('mozjpeg', { signal: second.signal })
  first.abort(new Error('not wanted'))
  await expect(one).rejects.toThrow('not wanted')
  release()
  await two
  expect(new Uint8Array(await readPart('mozjpeg'))).toEqual(wasm)
})

test('a forgotten part is gone, and the versions before it go when it is loaded', async () => {
  const { loadPart, forgetPart, readPart } = await load()
  cacheOf('vitrine-parts').held.set('http://localhost/kept/mozjpeg/0123', new Uint8Array(3))
  await loadPart('mozjpeg')
  expect(cacheOf('vitrine-parts').held.size).toBe(1)
  await forgetPart('mozjpeg')
  expect(await fault(readPart('mozjpeg'))).toBe('part-missing')
  expect(cacheOf('vitrine-parts').held.size).toBe(0)
})

test('requests carry no credentials, follow no redirect and pass by the HTTP cache', async () => {
  const { loadPart } = await load()
  let seen: RequestInit = {}
  answer = (url, init) => {
    seen = init
    return right(url, init)
  }
  await loadPart('mozjpeg')
  expect(seen).toMatchObject({ credentials: 'omit', redirect: 'error', cache: 'no-store', referrerPolicy: 'no-referrer' })
})

test('without Cache storage the fault says so', async () => {
  vi.stubGlobal('caches', undefined)
  const { loadPart, partStates } = await load()
  expect(await fault(loadPart('mozjpeg'))).toBe('no-cache')
  expect(await partStates()).toMatchObject([{ at: 'absent' }])
})
