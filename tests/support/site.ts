import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answering } from '../../src/hosting/answer'
import { inRepository } from './shared'

/** One request as the host saw it. */
interface Heard {
  readonly at: number
  readonly method: string
  readonly url: string
  /** Method, address, headers and body, to look for a token in. */
  readonly raw: string
  readonly cookie: boolean
  readonly bodyBytes: number
}

export interface Site {
  /** `http://localhost:<port>` */
  readonly origin: string
  readonly heard: readonly Heard[]
  /** Goes off line: open connections end, new ones are refused. May be called twice. */
  close(): Promise<void>
}

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown

async function listen(answer: Answer): Promise<Site> {
  const heard: Heard[] = []
  const server = createServer((request, response) => {
    const body: Buffer[] = []
    request.on('data', (chunk: Buffer) => body.push(chunk))
    request.on('end', () => {
      const bytes = Buffer.concat(body)
      const { method = '', url = '', rawHeaders, headers } = request
      const raw = [method, url, ...rawHeaders, bytes.toString('latin1')].join('\n')
      heard.push({ at: Date.now(), method, url, raw, cookie: headers.cookie !== undefined, bodyBytes: bytes.length })
    })
    void answer(request, response)
  })
  server.on('upgrade', (request, socket) => {
    const { url = '', rawHeaders, headers } = request
    const raw = ['UPGRADE', url, ...rawHeaders].join('\n')
    heard.push({ at: Date.now(), method: 'UPGRADE', url, raw, cookie: headers.cookie !== undefined, bodyBytes: 0 })
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://localhost:${port}`,
    heard,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** The built app on a free port, answered by the same code as `npm start`. `sealed: false` plays a host that sets no headers. */
export const serveBuilt = ({ sealed = true, dist = inRepository('dist') } = {}): Promise<Site> => listen(answering({ dist, sealed }))

const bare = `<!doctype html><meta charset="utf-8"><title>unsealed</title><body><p>unsealed</p><script>
  worker = new Worker('/worker.js', { type: 'module' })
  navigator.serviceWorker.register('/sw.js')
</script>`
/** What a worker and a service worker have to say for themselves. */
const idle = 'addEventListener("message", () => {}); addEventListener("activate", (event) => event.waitUntil(clients.claim()))'

/** An empty page with a worker and a service worker, without any policy: what leaves them shows that the listeners hear. */
export const serveUnsealed = (): Promise<Site> =>
  listen(({ url = '/' }, response) => {
    const isScript = /^[^?]*\.js/.test(url)
    response.writeHead(200, { 'Content-Type': isScript ? 'text/javascript' : 'text/html' })
    response.end(isScript ? idle : bare)
  })
