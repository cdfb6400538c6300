import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { Receipt } from '../../src/core/receipt'
import { expect, test } from '../support/fixtures'
import { savedBy } from '../support/saving'
import { textSecrets, tracesIn } from '../support/scan'
import { fixtures, Studio } from '../support/studio'
import { slotsOf } from '../support/vault'

const [mug, bottle] = fixtures as [(typeof fixtures)[0], (typeof fixtures)[0]]

test('a second tab on the same project says so and takes over when the first closes', async ({ studio }) => {
  const { page, context, site } = studio
  const desk = new Studio(page)
  await desk.add([mug])
  await desk.done([mug.name])
  const second = await context.newPage()
  await second.goto(page.url())
  await expect(second.getByText(/open in another tab/i)).toBeVisible()
  await expect(new Studio(second).card(mug.name)).toBeVisible()
  await page.close()
  await expect(second.getByText(/open in another tab/i)).toBeHidden()
  await new Studio(second).add([bottle])
  await new Studio(second).done([bottle.name])
  expect(site.heard.every(({ bodyBytes }) => bodyBytes === 0)).toBe(true)
})

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

const records = (page: Page) =>
  page.evaluate(async () => {
    const open = indexedDB.open('vitrine')
    const db = await new Promise<IDBDatabase>((done) => (open.onsuccess = () => done(open.result)))
    const count = (store: string) =>
      new Promise((done) => {
        const request = db.transaction(store).objectStore(store).count()
        request.onsuccess = () => done(request.result)
      })
    const counts = await Promise.all(['projects', 'photos', 'files', 'results'].map(count))
    db.close()
    return counts
  })

test('a deleted project’s key is gone from the disk, and with it everything; its bytes never lay there readably', async ({ studio }) => {
  const { page, profile } = studio
  const desk = new Studio(page)
  const bytes = await readFile(mug.path)
  await desk.add([{ name: 'unreleased-jacket.jpg', mimeType: 'image/jpeg', buffer: bytes }])
  await desk.done(['unreleased-jacket.jpg'])
  const [slot] = await slotsOf(page, 'key-')
  const key = { name: 'key', bytes: Buffer.from(slot?.bytes ?? []) }
  const photo = [{ name: 'photo', bytes }, ...textSecrets('file name', 'unreleased-jacket')]
  // The browser writes some of it late; the key is found, so the search can see.
  await expect.poll(async () => (await tracesIn(profile.folder, [key])).length, { timeout: 30_000 }).toBeGreaterThan(0)
  expect(await tracesIn(profile.folder, photo)).toEqual([])
  expect(await records(page)).not.toEqual([0, 0, 0, 0])

  await desk.deleteProject()
  await expect.poll(() => records(page)).toEqual([0, 0, 0, 0])
  const saved = await savedBy(page, () => page.getByRole('button', { name: 'Save the receipt' }).click())
  const receipt = JSON.parse(saved.bytes.toString('utf8')) as Receipt
  expect(receipt).toMatchObject({ photos: 1, bytes: bytes.length, files: [sha256(bytes)], key: sha256(key.bytes) })
  expect(receipt.ledger.checkpoint?.split('\n')[1]).toBe(String(receipt.ledger.line))
  expect(await slotsOf(page, 'key-')).toEqual([])
  await expect.poll(async () => await tracesIn(profile.folder, [key, ...photo]), { timeout: 30_000 }).toEqual([])
})
