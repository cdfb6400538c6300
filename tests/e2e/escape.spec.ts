import { networkInterfaces } from 'node:os'
import { test as plain } from '@playwright/test'
import { openProfile } from '../support/browser'
import { accessibilityFaults, expect, openStudio, test } from '../support/fixtures'
import { serveBuilt } from '../support/site'

/** Without a way out of the machine WebRTC cannot get out of it, allowlist or not. */
const linked = Object.values(networkInterfaces()).some((all) => all?.some(({ internal }) => !internal))
const UNLINKED = 'this machine has no network interface but its own'

test('the app tries to get out of its own page, and nothing reaches anybody', async ({ studio }) => {
  const { page, site, profile } = studio
  const badge = page.getByRole('contentinfo').getByRole('link', { name: 'Sealed', exact: true })
  await expect(badge).toBeVisible()
  // What probes by itself does so without an error in the console.
  expect(studio.complaints).toEqual([])
  const mark = Date.now()
  await badge.click()
  const seal = page.getByRole('region', { name: 'What this browser refuses' })
  await expect(seal.getByText('Not asked')).toHaveCount(2)
  await seal.getByRole('button', { name: 'Probe again' }).click()
  await expect(seal.getByText('Closed', { exact: true })).toHaveCount(7)
  await expect(seal.getByRole('status')).toContainText('Sealed')

  const before = await page.evaluate(() => [document.body.childElementCount, document.head.childElementCount])
  const section = page.getByRole('region', { name: 'Try to get out' })
  await section.getByRole('button', { name: 'Try to get out' }).click()
  const sum = section.getByText(/^Tried \d+, stopped \d+/)
  await expect(sum).toBeVisible({ timeout: 120_000 })
  console.log((await sum.innerText()).trim())
  for (const row of await section.getByRole('row').all()) console.log((await row.innerText()).replace(/\s*\t\s*/g, ' | '))
  await expect(sum).toContainText('None was seen to get out.')
  await expect(section.locator('[data-by="out"]')).toHaveCount(0)
  // These say nothing to a page, whether they are stopped or not (the form: since the sandbox stops it first); the net-log below tells.
  const untold = section.getByRole('row').filter({ has: page.locator('[data-by="unseen"]') })
  await expect(untold.getByRole('rowheader')).toHaveText([/preconnect/, /dns-prefetch/, /form sent into a frame/])
  expect(await accessibilityFaults(page)).toEqual([])
  expect(await page.evaluate(() => [document.body.childElementCount, document.head.childElementCount])).toEqual(before)
  expect(await page.evaluate(() => caches.keys().then((names) => names.filter((name) => name.includes('canary'))))).toEqual([])

  await page.waitForTimeout(3000) // a late packet would count
  expect(site.heard.filter(({ raw, url, bodyBytes }) => url.includes('?') || bodyBytes > 0 || /canary|no-such-file/.test(raw))).toEqual([])
  await test.step('the ledger tells of it', async () => {
    await expect(async () => {
      await page.reload()
      const lines = page.getByRole('table', { name: /Lines of the ledger/ })
      await expect(lines.getByRole('row').filter({ hasText: 'Request refused' }).filter({ hasText: 'connect-src' }).first()).toBeVisible({
        timeout: 3000,
      })
    }).toPass({ timeout: 40_000 })
  })
  // Chromium's own record: no request, no connection and no look-up of a name that any of it brought about.
  const told = await profile.closeAndTell(mark)
  expect(told.filter(({ to }) => /canary|vitrine\.invalid|\?/.test(to))).toEqual([])
})

plain('a browser without the allowlist says guarded, and names the way that got out', async () => {
  plain.skip(!linked, UNLINKED)
  const site = await serveBuilt()
  const profile = await openProfile({ flags: ['--disable-features=ConnectionAllowlists'] })
  const page = await profile.context.newPage()
  await openStudio(page, site.origin)
  await page.getByRole('contentinfo').getByRole('link', { name: 'Guarded', exact: true }).click()
  const section = page.getByRole('region', { name: 'Try to get out' })
  await section.getByRole('button', { name: 'Try to get out' }).click()
  await expect(section.getByText(/^Tried \d+, stopped \d+/)).toContainText('1 got out.', { timeout: 120_000 })
  const out = section.getByRole('row').filter({ has: page.locator('[data-by="out"]') })
  await expect(out.getByRole('rowheader')).toHaveText(['WebRTC with a STUN server'])
  // The page tells the truth: nothing that named the canary to our host arrived.
  expect(site.heard.filter(({ raw }) => raw.includes('canary'))).toEqual([])
  await profile.end()
  await site.close()
})
