import { parts } from 'virtual:parts'
import { PrecacheController, type PrecacheEntry } from 'workbox-precaching'
import { isCutOff } from '../src/core/air-gap'
import { DESCRIBE } from '../src/core/release'
import { SANDBOX, savesByDialog } from '../src/core/sandbox'
import { securityHeaders } from '../src/core/seal'
import { release } from './release'
import { count, counting } from './traffic'

/**
 * The door: the app comes out of the cache, parts of the shelf come as plain GETs of addresses known at build time,
 * nothing else leaves. Everything it hands out carries the seal, also where the host can set no headers.
 */
declare const self: ServiceWorkerGlobalScope

const { origin } = self.location
const base = new URL('./', self.location.href).pathname
const appFiles = self.__WB_MANIFEST as PrecacheEntry[]
const paths = (urls: readonly string[]) => new Set(urls.map((url) => new URL(url, self.location.href).pathname))
const app = paths(appFiles.map((entry) => entry.url))
const pieces = paths(parts.flatMap((part) => part.pieces.map((piece) => piece.url)))
const own = [base, ...app]
const seals = {
  // Not its own address, which pages in its charge have no reason to ask for: the browser looks for updates by itself.
  open: Object.entries(securityHeaders(origin, [...own, ...pieces])),
  // What comes out of the cache has to be named as well: the browser looks at the list before it asks here.
  cut: Object.entries(securityHeaders(origin, own)),
}

async function sealed(response: Response, status = response.status): Promise<Response> {
  const headers = new Headers(response.headers)
  for (const [name, value] of (await isCutOff()) ? seals.cut : seals.open) headers.set(name, value)
  if (headers.get('Content-Type')?.startsWith('text/html') && (await savesByDialog()))
    headers.set('Content-Security-Policy', `${headers.get('Content-Security-Policy')}; ${SANDBOX}`)
  return new Response(response.body, { status, statusText: response.statusText, headers })
}

const shell = new PrecacheController({
  plugins: [
    {
      // A script can install a second service worker, whose files would else be asked for with whatever cookie it has set.
      requestWillFetch: async ({ request }) => new Request(request, { credentials: 'omit' }),
      async fetchDidSucceed({ request, response }) {
        const { pathname } = new URL(request.url)
        await count({ path: pathname, kind: 'app', bytes: (await response.clone().arrayBuffer()).byteLength })
        return response
      },
      handlerWillRespond: ({ response }) => sealed(response),
    },
  ],
})
shell.precache(appFiles)

function fromShell(path: string, event: FetchEvent): Promise<Response> {
  return shell.createHandlerBoundToURL(path)({ event, request: event.request, url: new URL(event.request.url) })
}

/** A piece of a part, fetched afresh: nothing of the asking request goes along, no header, no body, no cookie. */
async function letThrough(path: string, event: FetchEvent): Promise<Response> {
  const { cache, signal } = event.request
  const answer = await fetch(origin + path, { cache, signal, credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer' })
  const { response, done } = counting(answer, path, 'part')
  event.waitUntil(done)
  return await sealed(response)
}

function refuse(url: URL, event: FetchEvent): Response {
  event.waitUntil(count({ path: url.origin === origin ? url.pathname + url.search : url.href, kind: 'refused', bytes: 0 }))
  return Response.error()
}

async function answer(event: FetchEvent): Promise<Response> {
  const url = new URL(event.request.url)
  const { method, mode } = event.request
  if (method !== 'GET' || url.origin !== origin) return refuse(url, event)
  if (mode === 'navigate') {
    if (url.pathname === base) return await fromShell(`${base}index.html`, event)
    return app.has(url.pathname) ? await fromShell(url.pathname, event) : await sealed(await fromShell(`${base}404.html`, event), 404)
  }
  if (url.search === '' && app.has(url.pathname)) return await fromShell(url.pathname, event)
  if (url.search === '' && pieces.has(url.pathname) && !(await isCutOff())) return await letThrough(url.pathname, event)
  return refuse(url, event)
}

self.addEventListener('fetch', (event) => event.respondWith(answer(event)))
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('message', (event: ExtendableMessageEvent) => {
  const { data, ports } = event
  if (data === DESCRIBE) event.waitUntil(release(shell.getURLsToCacheKeys(), base).then((found) => ports[0]?.postMessage(found)))
  // only when the user takes the update: a new version must not replace the one that is working on a batch
  if ((data as { type?: string } | null)?.type === 'SKIP_WAITING') void self.skipWaiting()
})
