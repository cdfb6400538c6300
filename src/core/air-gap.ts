/**
 * The name of an empty cache: while it is there, the service worker lets no request through at all, not even for the app's
 * own models, and tells the browser to refuse them. A cache, because pages, workers and the service worker can all look for
 * it without asking each other.
 */
const AIR_GAP = 'vitrine-air-gap'

type Caches = Pick<CacheStorage, 'has' | 'open' | 'delete'>

/** Whether the studio is cut off from the network. */
export const isCutOff = (caches: Pick<Caches, 'has'> = globalThis.caches): Promise<boolean> => caches.has(AIR_GAP)

export async function cutOff(cut: boolean, caches: Caches = globalThis.caches): Promise<void> {
  if (cut) await caches.open(AIR_GAP)
  else await caches.delete(AIR_GAP)
}
