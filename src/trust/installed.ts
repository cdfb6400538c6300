import { fail } from '../core/fault'
import { sha256 } from '../core/ledger'
import { sumsText } from '../core/release'

/** Where the app's own files lie in this browser, and whether those of the next version lie beside them already. */
export interface Installed {
  /** Undefined where the browser keeps nothing for pages, as outside of https. */
  readonly caches: Pick<CacheStorage, 'has' | 'open'> | undefined
  /** Address of the folder that the app lives in, with its slash at the end. */
  readonly scope: string
  readonly updateWaits: () => Promise<boolean>
}

/** This browser's. */
export const installedHere = (): Installed => ({
  caches: globalThis.caches,
  scope: new URL('./', document.baseURI).href,
  updateWaits: async () => {
    const known = await navigator.serviceWorker?.getRegistration()
    // Without an active one this is the first visit, and what is being installed is this very version.
    return Boolean(known?.active && (known.waiting ?? known.installing))
  },
})

export interface Sums {
  readonly files: number
  readonly bytes: number
  /** As `sha256sum` writes it. */
  readonly text: string
  /** SHA-256 of the text. */
  readonly sha256: string
}

/** The name under which the service worker keeps the app's files; it is Workbox that makes it up. */
export const cacheOf = (scope: string) => `workbox-precache-v2-${scope}`

/**
 * SHA-256 of every file of the app that the service worker keeps, computed from the kept bytes without asking the network.
 * Not among them: the worker itself, which the browser keeps out of reach, and the parts, which are checked when they are loaded.
 * Throws a fault when there is nothing to compute, or when it would be two versions at once.
 */
export async function computeSums({ caches, scope, updateWaits }: Installed): Promise<Sums> {
  const name = cacheOf(scope)
  const cache = (await caches?.has(name)) ? await caches?.open(name) : undefined
  const requests = (await cache?.keys()) ?? []
  if (!cache || requests.length === 0)
    fail(
      'not-installed',
      'Nothing is installed yet: the app’s files are not kept in this browser.',
      'Load the page once more. Private windows and the development server keep nothing.',
      true,
    )
  const files: [string, string][] = []
  let bytes = 0
  for (const request of requests) {
    const path = decodeURIComponent(new URL(request.url).pathname.slice(new URL(scope).pathname.length))
    const content = await (await cache.match(request))?.arrayBuffer()
    if (!content) continue // taken away while this was counting, as an update does: the check below says so
    bytes += content.byteLength
    files.push([path, await sha256(content)])
  }
  const paths = new Set(files.map(([path]) => path))
  if ((await updateWaits()) || paths.size !== requests.length)
    fail(
      'two-versions',
      'A new version has been fetched, so the files of two versions lie side by side.',
      'Take the update, or close every tab of Vitrine and open it again; then compute once more.',
      true,
    )
  // By path and by code units, as the published list is.
  const text = sumsText(files.sort(([a], [b]) => (a < b ? -1 : 1)))
  return { files: files.length, bytes, text, sha256: await sha256(new TextEncoder().encode(text)) }
}
