import { createHash } from 'node:crypto'
import { appendFile, cp, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as plain } from '@playwright/test'
import { openProfile } from '../support/browser'
import { accessibilityFaults, expect, openStudio, test } from '../support/fixtures'
import { inRepository } from '../support/shared'
import { serveBuilt } from '../support/site'
import { fixtures, Studio } from '../support/studio'

const sha384 = (bytes: Uint8Array) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`

/** What the host would serve after a new version: one file is another, and the service worker says so. */
async function change(dist: string): Promise<void> {
  const [file, worker] = [join(dist, 'licences.txt'), join(dist, 'sw.js')]
  const before = sha384(await readFile(file))
  await appendFile(file, 'one more line\n')
  const script = (await readFile(worker, 'utf8')).replaceAll(before, sha384(await readFile(file)))
  const { version } = JSON.parse(await readFile(inRepository('package.json'), 'utf8')) as { version: string }
  // The revision, too, so that the kept copy is not taken for this one.
  await writeFile(worker, script.replaceAll(version, '9.8.7').replace(/("revision":")[0-9a-f]+(","url":"licences\.txt")/, '$1fedcba$2'))
}

plain('a new version says what it is and what it changes, and waits until it is taken', async () => {
  const dist = join(await mkdtemp(join(tmpdir(), 'vitrine-release-')), 'dist')
  await cp(inRepository('dist'), dist, { recursive: true })
  const site = await serveBuilt({ dist })
  const profile = await openProfile()
  const page = profile.context.pages()[0] ?? (await profile.context.newPage())
  await openStudio(page, site.origin)
  await change(dist)
  // A day later: until then the browser answers itself when it looks for a new service worker.
  const session = await profile.context.newCDPSession(page)
  await session.send('Network.clearBrowserCache')
  await page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())?.update()))
  await page.getByRole('button', { name: 'Look at it' }).click()
  const dialog = page.getByRole('dialog', { name: 'A new version' })
  await expect(dialog).toContainText('to 9.8.7')
  await expect(dialog).toContainText('1 file changed')
  await expect(dialog).toContainText('0 files added')
  await dialog.getByText('1 file changed').click()
  await expect(dialog.getByText('licences.txt')).toBeVisible()
  expect(await accessibilityFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Not now' }).click()
  const isNew = async () => (await (await fetch('/licences.txt')).text()).endsWith('one more line\n')
  // The page itself may fetch nothing; its own worker is asked instead.
  const licences = () => page.evaluate(isNew).catch(() => null)
  const ends = () => page.workers()[0]?.evaluate(isNew)
  expect(await licences()).toBeNull()
  expect(await ends()).toBe(false)
  await page.reload()
  await page.getByRole('button', { name: 'Look at it' }).click()
  const loaded = page.waitForEvent('load')
  await page.getByRole('button', { name: 'Update and load anew' }).click()
  await loaded
  await expect(page.getByRole('region', { name: 'Add photos' })).toBeVisible()
  await expect.poll(() => page.workers().length).toBeGreaterThan(0)
  expect(await ends()).toBe(true)
  await profile.end()
  await site.close()
})

test('cut off, the studio asks for nothing any more, and works', async ({ studio }) => {
  test.setTimeout(240_000)
  const { page, site, profile } = studio
  await page.evaluate(() => {
    location.hash = '#/device'
  })
  await page.getByRole('button', { name: 'Load what is missing and cut off' }).click()
  await expect(page.getByText('Cut off', { exact: true })).toBeVisible({ timeout: 120_000 })
  expect(await accessibilityFaults(page)).toEqual([])
  const mark = Date.now()
  const allowed = (await page.goto(`${site.origin}/#/new`).then(() => page.reload()))?.headers()['connection-allowlist'] ?? ''
  expect(allowed).toContain('index.html')
  expect(allowed).not.toContain('parts/')
  const desk = new Studio(page)
  await desk.add(fixtures.slice(0, 1))
  await desk.done(fixtures.slice(0, 1).map(({ name }) => name))
  // Not even what the app is made of, and the browser itself says no before the service worker is asked.
  const worker = page.workers()[0]
  const part = site.heard.find(({ url }) => url.startsWith('/parts/'))?.url ?? ''
  expect(
    await worker?.evaluate(
      (url) =>
        fetch(url, { cache: 'no-store' }).then(
          () => 'came',
          () => 'refused',
        ),
      part,
    ),
  ).toBe('refused')
  await page.evaluate(() => {
    location.hash = '#/device'
  })
  await page.getByRole('button', { name: 'Allow the app’s own files again' }).click()
  await expect(page.getByRole('button', { name: /cut off$/i })).toBeVisible()
  expect(await profile.closeAndTell(mark)).toEqual([])
})
