import { createHash } from 'node:crypto'
import { copyFile, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { unpack } from '../../src/hosting/unpack.mjs'
import { openProfile } from '../support/browser'
import { accessibilityFaults, expect, listenFor, openStudio, test } from '../support/fixtures'
import { savedBy } from '../support/saving'
import { textSecrets, tracesIn } from '../support/scan'
import { fixtures, Studio } from '../support/studio'

const PASSPHRASE = 'granite otter seldom violet ladder'
const names = fixtures.map(({ name }) => name)
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const atDevice = (page: Page) =>
  page.evaluate(() => {
    location.hash = '#/device'
  })

async function backUp(page: Page): Promise<string> {
  await atDevice(page)
  await page.getByRole('button', { name: 'Back up…' }).click()
  await page.getByLabel('Passphrase for this backup', { exact: true }).fill(PASSPHRASE)
  await page.getByLabel('Passphrase for this backup again', { exact: true }).fill(PASSPHRASE)
  const { name, bytes } = await savedBy(page, async () => {
    await page.getByRole('button', { name: 'Back up', exact: true }).click()
    await expect(page.getByRole('dialog')).toContainText('Every byte was read again after writing', { timeout: 120_000 })
  })
  expect(name).toMatch(/^Vitrine \d{4}-\d\d-\d\d\.vitrine$/)
  await page.getByRole('button', { name: 'Done' }).click()
  const path = join(await mkdtemp(join(tmpdir(), 'vitrine-saved-')), name)
  await writeFile(path, bytes)
  return path
}

async function restore(page: Page, path: string): Promise<void> {
  await atDevice(page)
  await page.getByRole('button', { name: 'Restore a backup…' }).click()
  await page.getByLabel('Backup file').setInputFiles(path)
  await page.getByLabel('Passphrase of the backup', { exact: true }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Open it' }).click()
  await page.getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'Restored' })).toBeVisible({ timeout: 120_000 })
}

test('a studio moves to another computer in one encrypted file, and is the same there', async ({ studio }) => {
  test.setTimeout(300_000)
  const { page, site } = studio
  const desk = new Studio(page)
  await desk.add(fixtures)
  await desk.done(names)
  const before = await desk.zip(await desk.export(['Transparent PNG']))
  await page.keyboard.press('Escape')
  const path = await backUp(page)

  await test.step('the file tells nothing, and opens without the app', async () => {
    const photo = await readFile(fixtures[0]?.path ?? '')
    const secrets = [{ name: 'photo', bytes: photo }, ...[...names, PASSPHRASE].flatMap((text) => textSecrets(text, text))]
    const alone = await mkdtemp(join(tmpdir(), 'vitrine-backup-'))
    await copyFile(path, join(alone, 'backup'))
    expect(await tracesIn(alone, secrets)).toEqual([])
    const found = new Map<string, string>()
    for await (const { title, body } of unpack(path, PASSPHRASE))
      if (title.kind === 'file') found.set(title.of[0], sha256(body ?? new Uint8Array()))
    for (const { name, path: original } of fixtures) expect(found.get(name)).toBe(sha256(await readFile(original)))
  })

  const other = await openProfile()
  const tab = other.context.pages()[0] ?? (await other.context.newPage())
  const complaints = listenFor(tab)
  await openStudio(tab, site.origin)
  await restore(tab, path)
  await expect(tab.getByRole('dialog')).toContainText('All of it was whole.')
  expect(await accessibilityFaults(tab)).toEqual([])
  await tab.getByRole('dialog').getByRole('link').click()
  const there = new Studio(tab)
  await there.done(names)
  const after = await there.zip(await there.export(['Transparent PNG']))
  expect(Object.entries(after).map(([name, bytes]) => [name, sha256(bytes)])).toEqual(
    Object.entries(before).map(([name, bytes]) => [name, sha256(bytes)]),
  )
  // The cutouts came along: no network was asked for anything.
  const parts = await tab.evaluate(async () => (await (await caches.open('vitrine-parts')).keys()).map(({ url }) => url))
  expect(parts.filter((url) => /isnet/.test(url))).toEqual([])
  await tab.keyboard.press('Escape')
  await tab.evaluate(() => {
    location.hash = '#/privacy'
  })
  await expect(tab.getByRole('button', { name: /^Save the ledger of .* for an auditor$/ })).toBeVisible()
  expect(complaints).toEqual([])
  expect(studio.complaints).toEqual([])
  await other.end()
})
