import { create } from 'zustand'
import { changesBetween, DESCRIBE, type Release } from '../core/release'

/** The newer version, lying ready, that the user is looking at; null = none. */
export const useUpdate = create<{ readonly waiting: ServiceWorker | null }>(() => ({ waiting: null }))

/** How long a service worker may take to hash its files, ms. */
const PATIENCE = 15_000

/** What a service worker says of its version; null when it does not answer, as versions before this one do not. */
export function describe(worker: Pick<ServiceWorker, 'postMessage'> | null): Promise<Release | null> {
  if (!worker) return Promise.resolve(null)
  const { port1, port2 } = new MessageChannel()
  return new Promise<Release | null>((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<Release>) => resolve(data)
    worker.postMessage(DESCRIBE, [port2])
    setTimeout(() => resolve(null), PATIENCE)
  }).finally(() => port1.close())
}

/** The version that runs, the one that waits, and what lies between them. */
export async function compare(waiting: ServiceWorker) {
  const [now, next] = await Promise.all([describe(navigator.serviceWorker.controller), describe(waiting)])
  return { now, next, changes: now && next ? changesBetween(now, next) : null }
}

/** Lets the waiting version take over and loads the page anew. */
export function take(waiting: ServiceWorker): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waiting.postMessage({ type: 'SKIP_WAITING' })
}
