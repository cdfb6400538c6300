// biome-ignore-all lint/style/noRestrictedGlobals: fires every way out on purpose, with a made-up word, when the user asks for it
/** Where a way leads: to another host, or to our own with something in the address. */
export type Goal = 'elsewhere' | 'home'

/**
 * What the page itself noticed. `answered`: something came back, or the browser went looking for the other end. `dropped`: the
 * browser took the wish and left the other end out. `failed`: an error. `missing`: the browser has no such thing.
 */
export type Noticed = 'answered' | 'dropped' | 'failed' | 'silent' | 'missing'

/** A way that a script has to tell somebody something without leaving the page. */
export interface Way {
  readonly name: string
  readonly goals: readonly Goal[]
  /** Tries it and takes away what it put into the document. A throw counts as `failed`. */
  readonly take: (address: string, canary: string) => Promise<Noticed>
}

const LONG = 1500
const both: readonly Goal[] = ['elsewhere', 'home']
const wait = (milliseconds: number) => new Promise<void>((go) => setTimeout(go, milliseconds))
const soon = (answer: Promise<Noticed>) => Promise.race([answer, wait(LONG).then(() => 'silent' as const)])
const lacks = (name: string) => !(name in globalThis)

/** What the first of the two events says. */
const heard = (target: EventTarget, good: string, bad = 'error') =>
  soon(
    new Promise<Noticed>((go) => {
      target.addEventListener(good, () => go('answered'), { once: true })
      target.addEventListener(bad, () => go('failed'), { once: true })
    }),
  )

/** An element in the document for as long as it takes to hear of it. */
async function placed<Made extends HTMLElement>(element: Made, set: (element: Made) => void, good = 'load'): Promise<Noticed> {
  const answer = heard(element, good)
  element.hidden = true
  set(element)
  document.body.append(element)
  try {
    return await answer
  } finally {
    element.remove()
  }
}

const hint = (rel: string) => (address: string) =>
  placed(document.createElement('link'), (link) => {
    link.rel = rel
    if (rel === 'preload') link.as = 'image'
    link.href = address
  })

const media = (tag: 'audio' | 'video') => (address: string) =>
  placed(
    document.createElement(tag),
    (element) => {
      element.preload = 'auto'
      element.src = address
    },
    'loadedmetadata',
  )

/** A worker out of a few words, which asks for the address itself. */
async function inWorker(code: string): Promise<Noticed> {
  const source = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))
  try {
    const worker = new Worker(source)
    const answer = await heard(worker, 'message')
    worker.terminate()
    return answer
  } finally {
    URL.revokeObjectURL(source)
  }
}

/** Every way out of the page that can be tried without leaving it. */
export const ways: readonly Way[] = [
  { name: 'fetch', goals: both, take: (address) => soon(fetch(address, { mode: 'no-cors' }).then(() => 'answered')) },
  {
    name: 'fetch with a body that outlives the page',
    goals: both,
    take: (address, body) => soon(fetch(address, { method: 'POST', mode: 'no-cors', keepalive: true, body }).then(() => 'answered')),
  },
  {
    name: 'XMLHttpRequest',
    goals: both,
    take: async (address) => {
      const request = new XMLHttpRequest()
      const answer = heard(request, 'load')
      request.open('GET', address)
      request.send()
      return await answer
    },
  },
  {
    name: 'EventSource',
    goals: both,
    take: async (address) => {
      const source = new EventSource(address)
      return await heard(source, 'open').finally(() => source.close())
    },
  },
  {
    name: 'WebSocket',
    goals: both,
    take: async (address) => {
      const socket = new WebSocket(address.replace(/^http/, 'ws'))
      return await heard(socket, 'open').finally(() => socket.close())
    },
  },
  {
    name: 'WebTransport',
    goals: ['elsewhere'],
    take: async (address) => {
      if (lacks('WebTransport')) return 'missing'
      const transport = new WebTransport(address)
      transport.closed.catch(() => undefined) // fails together with `ready`
      return await soon(transport.ready.then(() => 'answered'))
    },
  },
  {
    name: 'WebRTC with a STUN server',
    goals: ['elsewhere'],
    take: async (address) => {
      if (lacks('RTCPeerConnection')) return 'missing'
      const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:${new URL(address).hostname}:3478` }] })
      const answer = new Promise<Noticed>((go) => {
        peer.addEventListener('icecandidateerror', () => go('answered'))
        peer.addEventListener('icegatheringstatechange', () => peer.iceGatheringState === 'complete' && go('dropped'))
      })
      peer.createDataChannel('a')
      await peer.setLocalDescription(await peer.createOffer())
      return await soon(answer).finally(() => peer.close())
    },
  },
  {
    name: 'Cache.add',
    goals: both,
    take: async (address, canary) => {
      const cache = await caches.open(canary)
      return await soon(cache.add(address).then(() => 'answered')).finally(() => caches.delete(canary))
    },
  },
  { name: 'image', goals: both, take: (address) => placed(new Image(), (image) => Object.assign(image, { src: address })) },
  {
    name: 'picture named in a style',
    goals: both,
    take: async (address) => {
      const element = document.body.appendChild(document.createElement('div'))
      element.style.backgroundImage = `url("${address}")`
      await wait(LONG / 3)
      element.remove()
      return 'silent'
    },
  },
  { name: 'stylesheet', goals: both, take: hint('stylesheet') },
  { name: 'font', goals: both, take: (address) => soon(new FontFace('canary', `url("${address}")`).load().then(() => 'answered')) },
  { name: 'audio', goals: both, take: media('audio') },
  { name: 'video', goals: both, take: media('video') },
  { name: 'script module', goals: both, take: (address) => soon(import(/* @vite-ignore */ address).then(() => 'answered')) },
  { name: 'prefetch', goals: both, take: hint('prefetch') },
  { name: 'preload', goals: both, take: hint('preload') },
  { name: 'early connection (preconnect)', goals: ['elsewhere'], take: hint('preconnect') },
  { name: 'early look-up of the name (dns-prefetch)', goals: ['elsewhere'], take: hint('dns-prefetch') },
  {
    name: 'frame',
    goals: both,
    take: async (address) => {
      await placed(document.createElement('iframe'), (frame) => Object.assign(frame, { src: address }))
      return 'silent' // it says that it loaded also when it shows the browser's own page of refusal
    },
  },
  {
    name: 'form sent into a frame',
    goals: both,
    take: async (address, canary) => {
      const form = document.createElement('form')
      Object.assign(form, { action: address, method: 'post', target: canary })
      document.body.append(form)
      const frame = document.body.appendChild(document.createElement('iframe'))
      frame.name = canary
      frame.hidden = true
      form.submit()
      await wait(LONG / 3) // it is sent a moment later, into a frame that has to be there still
      frame.remove()
      form.remove()
      return 'silent'
    },
  },
  {
    name: 'fetch in a worker made here',
    goals: both,
    take: (address) => inWorker(`fetch(${JSON.stringify(address)}, { mode: 'no-cors' }).then(() => postMessage(1))`),
  },
  {
    name: 'importScripts in a worker made here',
    goals: both,
    take: (address) => inWorker(`importScripts(${JSON.stringify(address)}); postMessage(1)`),
  },
  {
    name: 'address of a service worker',
    goals: ['home'],
    take: async (_address, canary) => {
      if (!navigator.serviceWorker) return 'missing'
      // A scope of its own: the app's service worker stays what it is.
      const registration = await navigator.serviceWorker.register(`${new URL('sw.js', document.baseURI).href}?${canary}`, {
        scope: `./${canary}/`,
      })
      await registration.unregister()
      return 'answered'
    },
  },
]
