import { parts } from 'virtual:parts'
import type { Part } from '../../models'
import type { PartState } from '../core/client'
import { type Fault, FaultError, fail, faultOf } from '../core/fault'
import { sha256 } from '../core/ledger'

/** Whole parts, each checked when it was put in. */
const KEPT = 'vitrine-parts'
/** Single pieces, checked, until a part is whole: what an interrupted load goes on from. */
const STAGED = 'vitrine-parts-staging'

export interface LoadWish {
  readonly signal?: AbortSignal
  /** Hears how many bytes of the part are on this device. */
  readonly progress?: (loaded: number) => void
}

interface Load {
  readonly done: Promise<void>
  readonly end: AbortController
  readonly hear: Set<(loaded: number) => void>
  waiting: number
  loaded: number
}
const loads = new Map<string, Load>()
const refusals = new Map<string, Fault>()

function partOf(id: string): Part {
  const part = parts.find((p) => p.id === id)
  if (!part) throw new RangeError(`no part is called “${id}”`)
  return part
}

/** Names the part's exact bytes, so that another version's are never taken for them. Not an address anything answers at. */
const keyOf = (part: Part) => `/kept/${part.id}/${part.sha256}`

async function open(name: string): Promise<Cache> {
  if (!globalThis.caches) {
    fail('no-cache', 'This browser gives Vitrine no place to keep the model.', 'Open Vitrine over https and outside of private browsing.')
  }
  return await caches.open(name)
}

/** Where each part stands on this device. */
export async function partStates(): Promise<PartState[]> {
  if (!globalThis.caches) return parts.map((part) => stateOf(part, 0, 'absent'))
  const [kept, staged] = await Promise.all([open(KEPT), open(STAGED)])
  return await Promise.all(
    parts.map(async (part) => {
      const load = loads.get(part.id)
      if (load) return stateOf(part, load.loaded, 'loading')
      if (await kept.match(keyOf(part))) return stateOf(part, part.bytes, 'here')
      let loaded = 0
      for (const piece of part.pieces) if (await staged.match(piece.url)) loaded += piece.bytes
      const fault = refusals.get(part.id)
      return { ...stateOf(part, loaded, fault ? 'refused' : 'absent'), fault }
    }),
  )
}

function stateOf({ id, title, purpose, bytes }: Part, loaded: number, at: PartState['at']): PartState {
  return { id, title, purpose, bytes, loaded, at }
}

/**
 * Brings a part onto this device, unless it is there. Callers at the same time share one load, which ends early only
 * when all of them have aborted. Throws faults `offline`, `part-refused`, `part-truncated`, `part-altered`, `no-cache`,
 * the signal's reason, or the browser's QuotaExceededError; what was checked by then stays and is not loaded again.
 */
export async function loadPart(id: string, { signal, progress }: LoadWish = {}): Promise<void> {
  signal?.throwIfAborted()
  const load = loads.get(id) ?? beginLoad(partOf(id))
  load.waiting++
  if (progress) load.hear.add(progress)
  const aborted = new Promise<never>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason), { once: true }))
  try {
    await Promise.race([load.done, aborted])
  } finally {
    if (progress) load.hear.delete(progress)
    if (--load.waiting === 0) {
      leave(id, load)
      load.end.abort()
    }
  }
}

function leave(id: string, load: Load) {
  if (loads.get(id) === load) loads.delete(id)
}

function beginLoad(part: Part): Load {
  const end = new AbortController()
  const tell = (loaded: number) => {
    load.loaded = loaded
    for (const hear of load.hear) hear(loaded)
  }
  // Other workers and tabs may want the same part: one loads, the others then find it here.
  const alone = (work: () => Promise<void>) =>
    globalThis.navigator?.locks ? navigator.locks.request(`vitrine-part-${part.id}`, { signal: end.signal }, work) : work()
  const done = Promise.resolve()
    .then(() => alone(() => gather(part, end.signal, tell)))
    .then(
      () => void refusals.delete(part.id),
      (error: unknown) => {
        if (!end.signal.aborted) refusals.set(part.id, faultOf(error))
        throw error
      },
    )
    .finally(() => leave(part.id, load))
  const load: Load = { done, end, hear: new Set(), waiting: 0, loaded: 0 }
  loads.set(part.id, load)
  return load
}

/** Loads what is missing, piece by piece, puts the whole together, checks it and keeps it. */
async function gather(part: Part, signal: AbortSignal, tell: (loaded: number) => void): Promise<void> {
  const [kept, staged] = await Promise.all([open(KEPT), open(STAGED)])
  if (await kept.match(keyOf(part))) return tell(part.bytes)
  const whole = new Uint8Array(part.bytes)
  let at = 0
  for (const piece of part.pieces) {
    const room = whole.subarray(at, at + piece.bytes)
    if (!(await takeStaged(staged, piece, room))) {
      const before = at
      await fetchPiece(part, piece, room, signal, (n) => tell(before + n))
      await staged.put(piece.url, new Response(room, { headers: { 'Content-Length': String(piece.bytes) } }))
    }
    at += piece.bytes
    tell(at)
  }
  if (at !== part.bytes || (await sha256(whole)) !== part.sha256) {
    await Promise.all(part.pieces.map((piece) => staged.delete(piece.url)))
    altered(part)
  }
  await kept.put(keyOf(part), new Response(whole, { headers: { 'Content-Length': String(part.bytes) } }))
  const stale = (await kept.keys()).filter(({ url }) => url.includes(`/kept/${part.id}/`) && !url.endsWith(part.sha256))
  await Promise.all([...part.pieces.map((piece) => staged.delete(piece.url)), ...stale.map((request) => kept.delete(request))])
}

/** Fills `room` from the staging place. False when the piece is not there or is not what it should be. */
async function takeStaged(staged: Cache, piece: Part['pieces'][number], room: Uint8Array): Promise<boolean> {
  const held = await staged.match(piece.url)
  if (!held) return false
  const bytes = new Uint8Array(await held.arrayBuffer())
  if (bytes.length !== piece.bytes || (await sha256(bytes)) !== piece.sha256) {
    await staged.delete(piece.url)
    return false
  }
  room.set(bytes)
  return true
}

/** The only request that the app makes once it is open. */
async function fetchPiece(
  part: Part,
  piece: Part['pieces'][number],
  room: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
  tell: (n: number) => void,
) {
  const offline = (): never =>
    fail(
      'offline',
      `The ${inText(part)} could not be loaded, since there is no connection.`,
      'Connect once, then try again; it is then kept for use offline.',
      true,
    )
  const response = await fetch(piece.url, {
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    signal,
  }).catch((error: unknown) => (signal.aborted ? Promise.reject(error) : offline()))
  if (!response.ok || !response.body) {
    fail('part-refused', `The server answered ${response.status} when asked for the ${inText(part)}.`, 'Try again in a while.', true)
  }
  if (response.headers.get('Content-Type')?.startsWith('text/html')) {
    fail(
      'part-refused',
      `The server sent a web page in place of the ${inText(part)}.`,
      'Check the connection (a sign-in page may stand in between), then try again.',
      true,
    )
  }
  let at = 0
  const reader = response.body.getReader()
  for (;;) {
    const { done, value } = await reader.read().catch((error: unknown) => (signal.aborted ? Promise.reject(error) : offline()))
    if (done) break
    if (at + value.length > room.length) {
      await reader.cancel()
      altered(part)
    }
    room.set(value, at)
    at += value.length
    tell(at)
  }
  if (at < room.length) {
    fail(
      'part-truncated',
      `Only a part of the ${inText(part)} arrived, so it was not kept.`,
      'Try again; what arrived whole is not loaded twice.',
      true,
    )
  }
  if ((await sha256(room)) !== piece.sha256) altered(part)
}

const inText = ({ title }: Part) => title.charAt(0).toLowerCase() + title.slice(1)

function altered(part: Part): never {
  fail(
    'part-altered',
    `What the server sent for the ${inText(part)} is not what this version of Vitrine was built with, so it was thrown away.`,
    'Try again; if it stays so, reload the page or tell whoever runs this site.',
    true,
  )
}

/** The part's bytes out of this device's cache, checked. Throws the fault `part-missing` when they are not there or damaged. */
export async function readPart(id: string): Promise<ArrayBuffer> {
  const part = partOf(id)
  const kept = await open(KEPT)
  const held = await kept.match(keyOf(part))
  const bytes = await held?.arrayBuffer()
  if (bytes && bytes.byteLength === part.bytes && (await sha256(bytes)) === part.sha256) return bytes
  if (held) await kept.delete(keyOf(part))
  const why = held ? 'was damaged in the browser’s storage and has been removed' : 'is not on this device, or the browser has removed it'
  throw new FaultError({ code: 'part-missing', sentence: `The ${inText(part)} ${why}.`, remedy: 'Load it again, then retry.', retry: true })
}

/** Removes a part from this device, also what was half loaded. */
export async function forgetPart(id: string): Promise<void> {
  const part = partOf(id)
  const [kept, staged] = await Promise.all([open(KEPT), open(STAGED)])
  await Promise.all([kept.delete(keyOf(part)), ...part.pieces.map((piece) => staged.delete(piece.url))])
}
