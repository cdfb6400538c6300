import { type DBSchema, openDB } from 'idb'
import { type Passage, TRAFFIC_CHANNEL, type Traffic, type TrafficHistory, type TrafficQuestion } from '../src/core/traffic'

interface Records extends DBSchema {
  traffic: { key: 'all'; value: Traffic }
}
interface List extends DBSchema {
  /** Every request, by the order in which they came. */
  passages: { key: number; value: Passage }
}

const KEPT = 50
/** What is refused again and again must not fill the disk. */
const REMEMBERED = 10_000
const channel = new BroadcastChannel(TRAFFIC_CHANNEL)
const nothing: Traffic = { kind: 'traffic', sentBytes: 0, requests: 0, receivedBytes: 0, refused: 0, last: [] }

/** Null where the browser keeps nothing (private windows of some): the count then lasts as long as this worker. */
const opened = openDB<Records>('vitrine-traffic', 1, { upgrade: (db) => void db.createObjectStore('traffic') }).catch(() => null)
/** A database of its own: a newer version of the other could not be opened while an older service worker holds it. */
const listed = openDB<List>('vitrine-requests', 1, {
  upgrade: (db) => void db.createObjectStore('passages', { autoIncrement: true }),
}).catch(() => null)
let soFar: Promise<Traffic> = opened.then(async (db) => (await db?.get('traffic', 'all').catch(() => undefined)) ?? nothing)

/** Adds one line to the count, keeps it and tells every tab. Never throws: counting must not stop what is counted. */
export function count(passage: Omit<Passage, 'at'>): Promise<void> {
  soFar = soFar.then(async (before) => {
    const refused = passage.kind === 'refused'
    const line: Passage = { at: new Date().toISOString(), ...passage }
    const now: Traffic = {
      ...before,
      requests: before.requests + (refused ? 0 : 1),
      receivedBytes: before.receivedBytes + passage.bytes,
      refused: before.refused + (refused ? 1 : 0),
      last: [line, ...before.last].slice(0, KEPT),
    }
    await keep(now, line).catch(() => undefined)
    channel.postMessage(now)
    return now
  })
  return soFar.then(() => undefined)
}

async function keep(now: Traffic, line: Passage): Promise<void> {
  await (await opened)?.put('traffic', now, 'all')
  const tx = (await listed)?.transaction('passages', 'readwrite')
  const key = await tx?.store.add(line)
  if (tx && key !== undefined) await Promise.all([tx.store.delete(key - REMEMBERED), tx.done])
}

async function history(): Promise<TrafficHistory> {
  const traffic = await soFar
  const passages = await listed.then((db) => db?.getAll('passages'))
  return { kind: 'history', passages: passages?.reverse() ?? traffic.last }
}

channel.addEventListener('message', ({ data }: MessageEvent<TrafficQuestion | Traffic | TrafficHistory>) => {
  if (data.kind === 'ask') void soFar.then((traffic) => channel.postMessage(traffic))
  if (data.kind === 'ask-history') void history().then((all) => channel.postMessage(all))
})

/** The response, its bytes counted as they pass. `done` resolves when the count is kept. */
export function counting(response: Response, path: string, kind: 'app' | 'part'): { response: Response; done: Promise<void> } {
  if (!response.body) return { response, done: count({ path, kind, bytes: 0 }) }
  let bytes = 0
  let end: () => void = () => undefined
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  const meter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, out) {
      bytes += chunk.byteLength
      out.enqueue(chunk)
    },
    flush: () => end(),
  })
  // pipeTo settles also when the reader gives up half way: what came until then is counted
  void response.body
    .pipeTo(meter.writable)
    .catch(() => undefined)
    .finally(end)
  return { response: new Response(meter.readable, response), done: ended.then(() => count({ path, kind, bytes })) }
}
