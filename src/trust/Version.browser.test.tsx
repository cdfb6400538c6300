import { afterEach, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import '../ui/style.css'
import './trust.css'
import { axeFindings } from '../../tests/fake/axe'
import { stage } from '../../tests/fake/stage'
import { cacheOf, type Installed } from './installed'
import { Version } from './Version'

const SCOPE = 'https://shop.example/studio/'
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
const A = 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb'
const LIST = `${A}  assets/a b.js\n${ABC}  index.html\n`

const here = stage()

/** A cache as the service worker fills it; address below the scope -> content. */
function installed(files: Record<string, string> | null, waits = false): Installed {
  const requests = Object.keys(files ?? {}).map((path) => new Request(SCOPE + path))
  const cache = {
    keys: async () => requests,
    match: async (request: Request) => new Response(files?.[request.url.slice(SCOPE.length).replace('%20', ' ')]),
  } as unknown as Cache
  const caches = { has: async (name: string) => files !== null && name === cacheOf(SCOPE), open: async () => cache }
  return { caches, scope: SCOPE, updateWaits: async () => waits }
}
const FILES = { 'index.html?__WB_REVISION__=1': 'abc', 'assets/a b.js': 'a' }

const compute = page.getByRole('button', { name: 'Compute the hashes of what runs here' })
const show = (files: Installed) =>
  here.show(
    <>
      <h1>Privacy</h1>
      <Version installed={files} />
    </>,
  )

afterEach(() => {
  vi.restoreAllMocks()
})

it('says the version, and computes nothing by itself', async () => {
  show(installed(FILES))
  await expect.element(page.getByRole('region', { name: 'This version' })).toHaveTextContent(/Vitrine \d+\.\d+\.\d+/)
  expect(here.place.querySelector('pre')).toBeNull()
})

it('lists each kept file with its hash, sorted as the published list is, and the hash of the list', async () => {
  show(installed(FILES))
  await compute.click()
  await expect.element(page.getByText('2 files, 4 bytes.')).toBeVisible()
  expect(here.place.querySelector('pre')?.textContent).toBe(LIST)
  await page.getByText('All 2 files').click()
  expect(await axeFindings()).toEqual([])

  const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  await page.getByRole('button', { name: 'Copy hash' }).click()
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(LIST)))
  expect(copied).toHaveBeenLastCalledWith([...digest].map((byte) => byte.toString(16).padStart(2, '0')).join(''))
  await page.getByRole('button', { name: 'Copy list' }).click()
  expect(copied).toHaveBeenLastCalledWith(LIST)

  let saved: Blob | undefined
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    saved = file as Blob
    return 'blob:none'
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue()
  await page.getByRole('button', { name: 'Save list' }).click()
  expect(await saved?.text()).toBe(LIST)
})

it.each([
  ['nothing is kept', installed(null)],
  ['the cache is empty', installed({})],
  ['the browser keeps nothing', { ...installed(null), caches: undefined }],
])('says so where %s', async (_name, here) => {
  show(here)
  await compute.click()
  await expect.element(page.getByRole('alert')).toHaveTextContent('Nothing is installed yet')
  expect(await axeFindings()).toEqual([])
})

it.each([
  ['a new version waits', installed(FILES, true)],
  ['a file is there twice', installed({ ...FILES, 'index.html?__WB_REVISION__=2': 'abc' })],
])('computes nothing when %s, and does once that is over', async (_name, files) => {
  show(files)
  await compute.click()
  await expect.element(page.getByRole('alert')).toHaveTextContent('two versions lie side by side')
  expect(here.place.querySelector('pre')).toBeNull()
  show(installed(FILES))
  await compute.click()
  await expect.element(page.getByText('All 2 files')).toBeVisible()
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument()
})

it('says when the browser does not let it be copied', async () => {
  show(installed(FILES))
  await compute.click()
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'))
  await page.getByRole('button', { name: 'Copy hash' }).click()
  await expect.element(page.getByRole('alert')).toHaveTextContent('Select the text')
})
