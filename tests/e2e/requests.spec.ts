import { expect, test } from '../support/fixtures'

test('the page lists every request since installation, as the host heard them', async ({ studio }) => {
  const { page, site } = studio
  await page.goto(`${site.origin}/#/privacy`)
  await page.getByRole('button', { name: 'Show all since installation' }).click()
  await expect(page.getByRole('heading', { name: /^All \d+ requests since installation$/ })).toBeVisible()
  const more = page.getByRole('button', { name: /^Show \d+ more$/ })
  while (await more.isVisible()) await more.click()
  const listed = new Set(await page.getByRole('cell').filter({ hasText: /^\// }).allInnerTexts())
  const { pathname } = new URL(site.origin)
  // The first page, its files and the service worker's own script came before there was anybody to count.
  const heard = new Set(
    site.heard.map(({ url }) => new URL(url, site.origin).pathname).filter((path) => path !== pathname && path !== '/sw.js'),
  )
  expect(heard.size).toBeGreaterThan(20)
  expect([...heard].filter((path) => !listed.has(path))).toEqual([])
})
