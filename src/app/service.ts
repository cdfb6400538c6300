import { saveByDialog } from '../core/sandbox'
import { isSandboxed } from '../trust/probes'
import { canSaveByDialog } from '../ui/save'
import { say } from './toasts'
import { useUpdate } from './update'

const RELOADED = 'vitrine-reloaded-for-its-seal'

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
    action: { label: 'Look at it', run: () => useUpdate.setState({ waiting }) },
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

/** Whether the service worker gets so far that the next load is in its charge. */
const active = (patience: number) =>
  Promise.race([
    navigator.serviceWorker.ready.then(() => true),
    new Promise<boolean>((settle) => setTimeout(() => settle(false), patience)),
  ])

/** A page in the service worker's charge may not even ask for it (see there); the browser itself looks whether there is a newer one. */
const service = () =>
  navigator.serviceWorker.controller
    ? navigator.serviceWorker.getRegistration()
    : navigator.serviceWorker.register(new URL('sw.js', document.baseURI).href, { updateViaCache: 'all' })

/** How long the service worker may take to get ready, ms: on its first day it fetches the whole app. */
const PATIENCE = 30_000

/** Whether the page may begin: `reloading` = it is about to load again, `unsealed` = nothing holds it that must. */
type Standing = 'ready' | 'reloading' | 'unsealed'

/**
 * Registers the service worker, which keeps the app for offline use and sets the headers that some hosts cannot: then the
 * page loads once more, because only then they hold. Without them, from whomever, no photo is opened here. Where files can be saved
 * through a dialog, the sandbox that keeps downloads in comes in the same way; where it does not come, the badge says so.
 */
export async function startService(): Promise<Standing> {
  if (!import.meta.env.PROD) return 'ready'
  const otherwise = globalThis.crossOriginIsolated ? 'ready' : 'unsealed'
  if (!('serviceWorker' in navigator)) return otherwise
  const lacksSandbox = canSaveByDialog() && !isSandboxed()
  if (lacksSandbox) await saveByDialog().catch(() => undefined)
  const registering = service().then((found) => found && watchForUpdates(found))
  if (otherwise === 'ready' && !lacksSandbox) {
    memory.clear()
    registering.catch(() => undefined)
    return 'ready'
  }
  try {
    await registering
    if (memory.has() || !(await active(PATIENCE))) return otherwise
    memory.keep()
    location.reload()
    return 'reloading'
  } catch {
    return otherwise
  }
}

/** Tries once more to get sealed. */
export function startAgain(): void {
  memory.clear()
  location.reload()
}
