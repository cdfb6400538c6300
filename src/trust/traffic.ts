import { useEffect, useState } from 'react'
import { type Passage, TRAFFIC_CHANNEL, type Traffic, type TrafficHistory, type TrafficQuestion } from '../core/traffic'

export interface TrafficSeen {
  /**
   * Bytes of content sent: request bodies, query strings and cookies. The address of a file itself and the headers that every
   * browser adds are not content; they are the same for everybody.
   */
  readonly sentBytes: number
  /** Who counted: the service worker, which sees every request, or only the page itself before that worker is in charge. */
  readonly by: 'service worker' | 'page'
  readonly requests: number
  readonly receivedBytes: number
  readonly refused: number
  readonly last: Traffic['last']
}

interface Loaded {
  readonly name: string
  readonly startTime: number
  readonly decodedBodySize: number
}

/** What the page alone can know: its own loads, each of which is a GET. A query string or a strange origin would count as sent. */
export function fromPage(loads: readonly Loaded[], origin: string, began: number): TrafficSeen {
  const outside = loads.filter(({ name }) => !/^(blob|data):/.test(name))
  const last = outside.map(({ name, startTime, decodedBodySize }) => {
    const url = new URL(name)
    const path = url.origin === origin ? url.pathname + url.search : name
    return { at: new Date(began + startTime).toISOString(), path, kind: 'app' as const, bytes: decodedBodySize }
  })
  const sentBytes = outside.reduce((sum, { name }) => sum + Math.max(0, new URL(name).search.length - 1), 0)
  const receivedBytes = last.reduce((sum, { bytes }) => sum + bytes, 0)
  return { sentBytes, by: 'page', requests: outside.length, receivedBytes, refused: 0, last: last.reverse().slice(0, 50) }
}

const isTraffic = (data: unknown): data is Traffic =>
  typeof data === 'object' &&
  data !== null &&
  (data as Partial<Traffic>).kind === 'traffic' &&
  Array.isArray((data as Partial<Traffic>).last)

/** How long the service worker gets to answer, ms. */
const PATIENCE = 3000

/** Every request since the app was first opened here, newest first; null where no service worker answers. */
export function readHistory(): Promise<readonly Passage[] | null> {
  const channel = new BroadcastChannel(TRAFFIC_CHANNEL)
  return new Promise<readonly Passage[] | null>((resolve) => {
    channel.addEventListener('message', ({ data }: MessageEvent<Partial<TrafficHistory> | null>) => {
      if (data?.kind === 'history' && Array.isArray(data.passages)) resolve(data.passages)
    })
    channel.postMessage({ kind: 'ask-history' } satisfies TrafficQuestion)
    setTimeout(() => resolve(null), PATIENCE)
  }).finally(() => channel.close())
}

function loadsNow(): TrafficSeen {
  const loads = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')] as PerformanceResourceTiming[]
  return fromPage(loads, location.origin, performance.timeOrigin)
}

/** What this app has sent and fetched, live. */
export function useTraffic(): TrafficSeen {
  const [seen, setSeen] = useState<TrafficSeen>(loadsNow)
  useEffect(() => {
    const channel = new BroadcastChannel(TRAFFIC_CHANNEL)
    let counted = false
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      // A service worker that is only being installed answers too, but this page's requests do not pass it yet.
      if (!isTraffic(data) || !navigator.serviceWorker?.controller) return
      counted = true
      setSeen({ ...data, by: 'service worker' })
    })
    const ask = () => channel.postMessage({ kind: 'ask' } satisfies TrafficQuestion)
    ask()
    const observer = new PerformanceObserver(() => {
      if (!counted) setSeen(loadsNow())
    })
    observer.observe({ type: 'resource' })
    navigator.serviceWorker?.addEventListener('controllerchange', ask)
    return () => {
      channel.close()
      observer.disconnect()
      navigator.serviceWorker?.removeEventListener('controllerchange', ask)
    }
  }, [])
  return seen
}
