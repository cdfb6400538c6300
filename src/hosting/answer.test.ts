import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answering } from './answer'

let folder = ''
let server: Server
let port = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vitrine-answer-'))
  const dist = join(folder, 'dist')
  await mkdir(join(dist, 'assets'), { recursive: true })
  await writeFile(join(folder, 'secret.txt'), 'secret')
  for (const file of ['index.html', '404.html', 'sw.js', 'assets/a.js', '_headers']) await writeFile(join(dist, file), `content of ${file}`)
  server = createServer((asked, response) => void answering({ dist, base: '/shop/' })(asked, response)).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(async () => {
  server.close()
  await rm(folder, { recursive: true })
})

/** As raw as a stranger would ask: no path is tidied up before it is sent. */
function ask(path: string, method = 'GET', headers: Record<string, string> = {}) {
  return new Promise<{ status: number; type: string; cache: string; text: string; headers: NodeJS.Dict<string | string[]> }>(
    (resolve, reject) => {
      request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
        let text = ''
        response.on('data', (chunk) => {
          text += chunk
        })
        response.on('end', () => {
          const { 'content-type': type = '', 'cache-control': cache = '' } = response.headers
          resolve({ status: response.statusCode ?? 0, type, cache, text, headers: response.headers })
        })
      })
        .on('error', reject)
        .end()
    },
  )
}

test('files come with their type and the time they may be kept', async () => {
  expect(await ask('/shop/')).toMatchObject({
    status: 200,
    type: 'text/html; charset=utf-8',
    cache: 'no-cache',
    text: 'content of index.html',
  })
  expect(await ask('/shop/assets/a.js')).toMatchObject({
    status: 200,
    type: 'text/javascript; charset=utf-8',
    cache: 'public, max-age=31536000, immutable',
  })
  expect(await ask('/shop/sw.js')).toMatchObject({ status: 200, cache: 'max-age=86400' })
})

test.each([
  '/',
  '/index.html',
  '/shop/nothing',
  '/shop/../secret.txt',
  '/shop/%2e%2e/secret.txt',
  '/shop/..%2fsecret.txt',
  '/shop//etc/passwd',
  '/shop/%',
  '/shop/assets',
  '/shop/_headers',
  '/shop/parts/isnet.0.bin',
])('%s is a 404 and neither the app nor anything outside', async (path) => {
  const answer = await ask(path)
  expect(answer.status).toBe(404)
  expect(answer.text).not.toMatch(/index\.html|secret|root:/)
  expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
})

test('an address with an ending gets a plain 404, so that no HTML is ever taken for a model', async () => {
  expect((await ask('/shop/parts/isnet.0.bin')).type).toBe('text/plain; charset=utf-8')
  expect((await ask('/shop/nothing')).text).toBe('content of 404.html')
})

test('nothing but reading is allowed; a known copy is not sent again', async () => {
  expect((await ask('/shop/', 'POST')).status).toBe(405)
  expect(await ask('/shop/', 'HEAD')).toMatchObject({ status: 200, text: '' })
  const { headers } = await ask('/shop/assets/a.js')
  expect(await ask('/shop/assets/a.js', 'GET', { 'if-none-match': String(headers.etag) })).toMatchObject({ status: 304, text: '' })
})
