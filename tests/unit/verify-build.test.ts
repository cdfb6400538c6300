import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fixedHeaders, securityHeaders } from '../../src/core/seal'
import { hostFiles } from '../../src/hosting/files'
import { sumsOf } from '../../src/hosting/sums'
import { inRepository } from '../support/shared'

interface Answer {
  status?: number
  type?: string
  body?: string
  location?: string
}

const files: Readonly<Record<string, string>> = {
  'index.html': '<!doctype html><p>studio',
  'sw.js': 'door',
  'assets/a b.js': 'a',
  'parts/m.0.bin': 'model',
}

let folder = ''
let dist = ''
let sums = ''
let server: Server
let url = ''
/** What the host answers, by path; a test changes it. */
let site: Map<string, Answer>
let headers: Record<string, string>

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vitrine-verify-'))
  dist = join(folder, 'dist')
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(dist, path, '..'), { recursive: true })
    await writeFile(join(dist, path), text)
  }
  for (const [name, text] of Object.entries(hostFiles({ origin: null, base: '/shop/', paths: [] }))) await writeFile(join(dist, name), text)
  sums = await sumsOf(dist)
  await writeFile(join(dist, 'SHA256SUMS'), sums)
  headers = fixedHeaders()
  site = new Map(Object.entries({ ...files, '': files['index.html'], SHA256SUMS: sums }).map(([path, body]) => [`/shop/${path}`, { body }]))
  server = createServer((request, response) => {
    const { status = 200, type = '', body = '', location } = site.get(decodeURIComponent(request.url ?? '')) ?? { status: 404, body: 'no' }
    response.writeHead(status, { ...headers, 'content-type': type, ...(location ? { location } : {}) }).end(body)
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/shop`
})
afterEach(async () => {
  server.close()
  server.closeAllConnections()
  await rm(folder, { recursive: true })
})

const set = (path: string, answer: Answer) => site.set(`/shop/${path}`, answer)

function verify(args = [url, '--dist', dist]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [inRepository('src/hosting/verify-build.mjs'), ...args], (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, said: out + err }),
    )
  })
}

test.each(['', '/', '/index.html', '/?x#y'])('a good copy is the same, however its address ends (%j)', async (end) => {
  const { code, said } = await verify([url + end, '--dist', dist])
  expect(said).toContain('THE SAME: all 4 files')
  const own = sums.split('\n').filter((line) => /assets|index/.test(line))
  expect(said).toContain(
    createHash('sha256')
      .update(`${own.join('\n')}\n`)
      .digest('hex'),
  )
  expect(said.split('\n').filter((line) => /^(differs|missing|extra|list|header)/.test(line))).toEqual([])
  expect(code).toBe(0)
})

test('one changed byte', async () => {
  set('assets/a b.js', { body: 'b' })
  const { code, said } = await verify()
  expect(said).toMatch(/^differs +assets\/a b\.js: served 3e23e816\w{56}, built ca978112\w{56}$/m)
  expect(said).toContain('NOT THE SAME: 1 of')
  expect(said).toContain('VITRINE_ORIGIN=')
  expect(code).toBe(1)
})

test('the page at the root of the address counts, not index.html alone', async () => {
  set('', { body: 'another page' })
  expect((await verify()).said).toMatch(/^differs +\(the page itself\): served/m)
})

test('a missing file, one that is a page instead, one that is elsewhere, one that fails', async () => {
  site.delete('/shop/sw.js')
  set('parts/m.0.bin', { body: '<!DOCTYPE html><p>welcome' })
  set('index.html', { status: 308, location: '/shop/' })
  set('assets/a b.js', { status: 503 })
  const { code, said } = await verify()
  expect(said).toMatch(/^missing +sw\.js: not found \(404\): upload it$/m)
  expect(said).toMatch(/^differs +parts\/m\.0\.bin: HTML in place of the file/m)
  expect(said).toMatch(/^differs +index\.html: redirected to "\/shop\/": switch off/m)
  expect(said).toMatch(/^differs +assets\/a b\.js: answered 503/m)
  expect(code).toBe(1)
})

test('a line too many, one too few, one with another hash', async () => {
  const lines = sums.split('\n').filter((line) => !line.endsWith('sw.js') && !line.endsWith('index.html'))
  const zero = '0'.repeat(64)
  set('SHA256SUMS', { body: [`${zero}  evil.js`, `${zero}  gone.js`, `${zero}  index.html`, ...lines].join('\n') })
  set('evil.js', { body: 'evil' })
  const { code, said } = await verify()
  expect(said).toMatch(/^extra +evil\.js: the host has it/m)
  expect(said).toMatch(/^extra +gone\.js: listed by the host, but not found/m)
  expect(said).toMatch(/^list +sw\.js: the file is the same/m)
  expect(said).toMatch(/^list +index\.html: the file is the same/m)
  expect(code).toBe(1)
})

test('missing and other headers are named, with where', async () => {
  delete headers['Content-Security-Policy']
  headers['Referrer-Policy'] = 'origin'
  const { code, said } = await verify()
  expect(said).toMatch(/^header +Content-Security-Policy: missing on 5 of 5 answers/m)
  expect(said).toMatch(/^header +Referrer-Policy: another value on 5 of 5 answers/m)
  expect(said).toContain('THE SAME: all 4 files')
  expect(said).toContain('dist/_headers')
  expect(code).toBe(1)
})

test('the header that names addresses is held against those of the address compared with, and left out where the build has none', async () => {
  expect((await verify()).said).toContain('Connection-Allowlist was not compared')
  const paths = ['/shop/', '/shop/sw.js']
  await writeFile(join(dist, '_headers'), hostFiles({ origin: 'https://elsewhere.example', base: '/shop/', paths })._headers ?? '')
  expect((await verify()).said).toMatch(/^header +Connection-Allowlist: missing on 5 of 5/m)
  headers = securityHeaders(new URL(url).origin, paths)
  expect(await verify()).toEqual({ code: 0, said: expect.not.stringContaining('Connection-Allowlist') as string })
})

test.each<[string, Answer, RegExp]>([
  ['not there', { status: 404 }, /SHA256SUMS: not found \(404\).*all of dist uploaded/],
  ['elsewhere', { status: 301, location: 'https://www.shop.example/' }, /redirected to "https:\/\/www\.shop\.example\/"/],
  ['a page', { body: '<!doctype html><p>hello' }, /HTML in place of the file/],
  ['cut off', { body: '0'.repeat(64) }, /not a whole list/],
  ['empty', { body: '' }, /not a whole list/],
  ['no list', { body: 'hello\n' }, /Line 1 of .* is not a hash/],
  ['a way out', { body: `${'0'.repeat(64)}  ../secret\n` }, /Line 1/],
  ['another host', { body: `${'0'.repeat(64)}  //elsewhere.example/x\n` }, /Line 1/],
  ['the parent', { body: `${'0'.repeat(64)}  ..\n` }, /Line 1/],
  ['a trick on the terminal', { body: `${'0'.repeat(64)}  a\u001b[2Jb\n` }, /Line 1/],
])('a list that is %s: nothing is compared', async (_name, answer, says) => {
  set('SHA256SUMS', answer)
  const { code, said } = await verify()
  expect(said).toMatch(says)
  expect(code).toBe(2)
})

test('what was asked wrongly is said with what to do', async () => {
  expect(await verify([])).toEqual({ code: 2, said: expect.stringContaining('Usage:') as string })
  expect(await verify(['shop'])).toMatchObject({ code: 2 })
  expect(await verify(['ftp://shop.example'])).toEqual({ code: 2, said: expect.stringContaining('begin with https://') as string })
  expect((await verify([url, '--dist', folder])).said).toContain('holds no SHA256SUMS')
  server.close()
  server.closeAllConnections()
  expect(await verify()).toEqual({ code: 2, said: expect.stringContaining('nothing answers there') as string })
  expect(await verify(['http://no-such-host.invalid', '--dist', dist])).toEqual({
    code: 2,
    said: expect.stringMatching(/no such host|could not be looked up/) as string,
  })
})

test('a build that was changed afterwards is not compared with', async () => {
  await writeFile(join(dist, 'sw.js'), 'changed')
  const { code, said } = await verify()
  expect(said).toContain('was changed or removed after the build')
  expect(code).toBe(2)
})
