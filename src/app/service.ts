import { say } from './toasts'
import { useUpdate } from './update'

const RELOADED = 'vitrine-reloaded-for-isolation'

/** sessionStorage throws where cookies are refused; then nothing is remembered. */
const memory = {
  has: () => {
    try {
      return sessionStorage.getItem(RELOADED) !== null
    } catch {
      return true
    }
  },
  keep: () => sessionStorage.setItem(RELOADED, '1'),
  clear: () => {
    try {
      sessionStorage.removeItem(RELOADED)
    } catch {
      // nothing was kept
    }
  },
}

function offerUpdate(waiting: ServiceWorker): void {
  say({
    tone: 'plain',
    text: 'A new version is ready.',
    stays: true,
    action: { label: 'Look at it', run: () => useUpdate.setState({ waiting, looking: true }) },
  })
}

function watchForUpdates(registration: ServiceWorkerRegistration): void {
  // Without a controller this is the first visit: what waits is this very version.
  const offer = (worker: ServiceWorker | null) => worker && navigator.serviceWorker.controller && offerUpdate(worker)
  offer(registration.waiting)
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing
    worker?.addEventListener('statechange', () => worker.state === 'installed' && offer(worker))
  })
}

const controlled = (patience: number) =>
  new Promise<boolean>((settle) => {
    if (navigator.serviceWorker.controller) settle(true)
    navigator.serviceWorker.addEventListener('controllerchange', () => settle(true), { once: true })
    setTimeout(() => settle(false), patience)
  })

/** A page in the service worker's charge may not even ask for it (see there); the browser itself looks whether there is a newer one. */
const service = () =>
  navigator.serviceWorker.controller
    ? navigator.serviceWorker.getRegistration()
    : navigator.serviceWorker.register(new URL('sw.js', document.baseURI).href, { updateViaCache: 'all' })

/**
 * Registers the service worker, which keeps the app for offline use and sets the headers that some hosts cannot.
 * Resolves to true when the page is about to load again, because only then those headers hold; nothing should be started then.
 */
export async function startService(): Promise<boolean> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return false
  const registering = service().then((found) => found && watchForUpdates(found))
  if (globalThis.crossOriginIsolated) {
    memory.clear()
    registering.catch(() => undefined)
    return false
  }
  try {
    await registering
    // Threads and the strict policy of workers need the headers: better to wait a moment here than to begin without.
    if (memory.has() || !(await controlled(8000))) return false
    memory.keep()
    location.reload()
    return true
  } catch {
    return false
  }
}
