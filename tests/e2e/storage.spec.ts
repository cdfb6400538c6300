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
    execFileSync('bash', ['-c', `grep -rlaF ${marker} ${profile.folder} || true`])
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
