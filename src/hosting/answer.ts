import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, posix, sep } from 'node:path'
import { securityHeaders } from '../core/seal'
import { HOST_FILES } from './files'

const types: Readonly<Record<string, string>> = {
  '': 'text/plain; charset=utf-8', // SHA256SUMS
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.heic': 'image/heic',
  '.html': 'text/html; charset=utf-8',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/** How long a browser may keep a file: for ever when its name changes with its content. */
function cacheControl(path: string): string {
  if (/^(assets|parts)\//.test(path)) return 'public, max-age=31536000, immutable'
  // a service worker is looked up again at most once a day, since that request is the only one that would carry cookies
  if (path === 'sw.js') return 'max-age=86400'
  return 'no-cache'
}

/** Every file that the built site serves, as paths relative to `dist`, sorted. */
export async function servedFiles(dist: string): Promise<string[]> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      posix.join(
        ...join(entry.parentPath, entry.name)
          .slice(dist.length + 1)
          .split(sep),
      ),
    )
    .filter((path) => !HOST_FILES.has(path) && !path.startsWith('.'))
    .sort()
}

export interface Serving {
  /** Absolute path of the built site. */
  readonly dist: string
  /** Where the site begins, `/` or `/shop/`. */
  readonly base?: string
  /** Whether the seal goes on every response. False plays a host that can set no headers. */
  readonly sealed?: boolean
}

/** Answers as a careful static host does: the seal on every response, a 404 for whatever is not there, never the app instead. */
export function answering({ dist, base = '/', sealed = true }: Serving) {
  let known: Promise<string[]> | undefined
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    known ??= servedFiles(dist)
    const files = await known
    const origin = `http://${request.headers.host ?? 'localhost'}`
    const seal = sealed ? securityHeaders(origin, [base, ...files.map((file) => base + file)]) : {}
    const send = (status: number, headers: Record<string, string | number>, file?: string, text = '') => {
      response.writeHead(status, { ...seal, ...headers })
      if (request.method === 'HEAD' || (!file && !text)) response.end()
      else if (file)
        createReadStream(file)
          .on('error', () => response.destroy())
          .pipe(response)
      else response.end(text)
    }
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return send(405, { Allow: 'GET, HEAD', 'Content-Type': types['.txt'] ?? '' }, undefined, 'Only GET and HEAD.\n')

    const path = pathOf(request.url ?? '/', base)
    const file = path === '' ? 'index.html' : path
    if (file === null || !files.includes(file)) {
      const wantsPage = extname(file ?? '') === ''
      if (!wantsPage || !files.includes('404.html'))
        return send(404, { 'Cache-Control': 'no-cache', 'Content-Type': types['.txt'] ?? '' }, undefined, 'Not found.\n')
      return send(404, { 'Cache-Control': 'no-cache', 'Content-Type': types['.html'] ?? '' }, join(dist, '404.html'))
    }
    const { size, mtimeMs } = await stat(join(dist, file))
    const tag = `"${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}"`
    const headers = { 'Cache-Control': cacheControl(file), ETag: tag }
    if (request.headers['if-none-match'] === tag) return send(304, headers)
    send(200, { ...headers, 'Content-Length': size, 'Content-Type': types[extname(file)] ?? 'application/octet-stream' }, join(dist, file))
  }
}

/** The path below `base`, without query; null when it is outside or not decodable. */
function pathOf(url: string, base: string): string | null {
  try {
    const path = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '')
    return path.startsWith(base) ? path.slice(base.length) : null
  } catch {
    return null
  }
}
