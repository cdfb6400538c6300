import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { servedFiles } from '../../src/hosting/answer'
import { manifestOf } from '../../src/hosting/pwa'
import { SUMS, sumsOf } from '../../src/hosting/sums'
import { inRepository } from '../support/shared'

/** In the order of the list. */
const site = { 'assets/B.js': 'B', 'assets/b.js': 'b', 'assets/ä.js': 'ä', 'index.html': '<p>', 'parts/m.0.bin': 'model', 'sw.js': 'door' }

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vitrine-sums-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function made(name: string, files: readonly (readonly [string, string])[]): Promise<string> {
  const dist = join(folder, name)
  for (const [path, text] of files) {
    await mkdir(join(dist, path, '..'), { recursive: true })
    await writeFile(join(dist, path), text)
  }
  return dist
}

test('the list of hashes knows every served file but itself, in the form that sha256sum reads', async () => {
  const dist = await made('a', [...Object.entries(site), ['_headers', '/*'], [SUMS, 'an older one']])
  const lines = Object.entries(site).map(([path, text]) => `${createHash('sha256').update(text).digest('hex')}  ${path}\n`)
  expect(await sumsOf(dist)).toBe(lines.join(''))
})

test('neither the order in which files were written nor their time nor the folder shows', async () => {
  const one = await made('one', Object.entries(site))
  const other = await made('another place', Object.entries(site).reverse())
  await utimes(join(other, 'sw.js'), 1, 1)
  expect(await sumsOf(other)).toBe(await sumsOf(one))
  const entries = Object.keys(site).map((url) => ({ url, revision: null }))
  expect(await manifestOf([...entries].reverse(), other)).toEqual(await manifestOf(entries, one))
})

/** A clock, chance, or an order that depends on the language: none may reach what is built. */
const fickle = /\bDate\b|Math\.random|random(UUID|Bytes|Int)|localeCompare|toLocale|Intl\.|\bhostname\(|userInfo\(/

test('nothing that makes the site asks for the time, for chance or for a language', async () => {
  const sources = (
    await Promise.all(['src/hosting', 'models'].map(async (top) => (await readdir(inRepository(top))).map((name) => `${top}/${name}`)))
  )
    .flat()
    .filter((name) => /(?<!\.test)\.ts$/.test(name))
  expect(sources.length).toBeGreaterThan(10)
  const found = []
  for (const name of ['vite.config.ts', ...sources]) if (fickle.test(await readFile(inRepository(name), 'utf8'))) found.push(name)
  expect(found).toEqual([])
})

const dist = inRepository('dist')

test.skipIf(!existsSync(join(dist, SUMS)))(
  'the built site is what its list says, names no folder of this machine, and the app keeps what it can compute',
  async () => {
    const text = await readFile(join(dist, SUMS), 'utf8')
    expect(text).toBe(await sumsOf(dist))
    for (const file of await servedFiles(dist))
      if (!file.startsWith('parts/')) expect((await readFile(join(dist, file), 'latin1')).includes(inRepository('.')), file).toBe(false)
    const kept = [
      ...(await readFile(join(dist, 'sw.js'), 'utf8')).matchAll(/"integrity":"[^"]+","revision":(?:null|"\w+"),"url":"([^"]+)"/g),
    ]
    const own = (await servedFiles(dist)).filter((file) => file !== SUMS && file !== 'sw.js' && !file.startsWith('parts/'))
    expect(kept.map(([, url]) => url)).toEqual(own)
  },
)
