import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { expect, test } from '../support/fixtures'
import { fixtures, Studio } from '../support/studio'

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

test('a deleted project’s bytes are gone from the browser', async ({ studio }) => {
  const { page, profile } = studio
  const desk = new Studio(page)
  const marker = `vitrine-marker-${Math.random().toString(36).slice(2)}`
  const bytes = await readFile(mug.path)
  // Behind the picture's end: bytes of the original that no result and no list of facts repeats.
  await desk.add([{ name: 'secret.jpg', mimeType: 'image/jpeg', buffer: Buffer.concat([bytes, Buffer.from(marker)]) }])
  await desk.done(['secret.jpg'])
  const found = () =>
    execFileSync('bash', ['-c', `grep -rlaF ${marker} ${profile.folder} `])
      .toString()
      .trim()
  expect(found()).not.toBe('')
  await page.getByRole('link', { name: 'This device' }).first().click()
  await page
    .getByRole('button', { name: /^Delete/ })
    .first()
    .click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Delete/ })
    .click()
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const open = indexedDB.open('vitrine')
        const db = await new Promise<IDBDatabase>((done) => (open.onsuccess = () => done(open.result)))
        const counts = await Promise.all(
          ['projects', 'photos', 'blobs', 'results'].map(
            (store) =>
              new Promise((done) => {
                const count = db.transaction(store).objectStore(store).count()
                count.onsuccess = () => done(count.result)
              }),
          ),
        )
        db.close()
        return counts
      }),
    )
    .toEqual([0, 0, 0, 0])
  await expect.poll(found, { timeout: 30_000 }).toBe('')
})

test('a full disk is said, what is stored stays, and the batch goes on when there is room', async ({ studio }) => {
  const { page, context, site } = studio
  const desk = new Studio(page)
  await desk.add([mug])
  await desk.done([mug.name])
  await desk.readyOffline()
  const session = await context.newCDPSession(page)
  const { usage } = await session.send('Storage.getUsageAndQuota', { origin: site.origin })
  await session.send('Storage.overrideQuotaForOrigin', { origin: site.origin, quotaSize: usage / 2 })
  const big = await readFile(bottle.path)
  const padding = Buffer.concat(
    Array.from({ length: 40 }, () => Buffer.concat([Buffer.from([0xff, 0xfe, 0xff, 0xff]), Buffer.alloc(65533, 7)])),
  )
  await desk.add([{ name: 'big.jpg', mimeType: 'image/jpeg', buffer: Buffer.concat([big.subarray(0, 2), padding, big.subarray(2)]) }])
  await expect(desk.card('big.jpg')).toContainText(/no room/i, { timeout: 30_000 })
  await expect(desk.card(mug.name).getByText('Done', { exact: true })).toBeVisible()
  await session.send('Storage.overrideQuotaForOrigin', { origin: site.origin })
  await desk.add([bottle])
  await desk.done([bottle.name])
  await page.reload()
  await expect(desk.card(mug.name).getByText('Done', { exact: true })).toBeVisible()
})
