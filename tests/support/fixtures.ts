import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { openProfile, type Profile } from './browser'
import { type Site, serveBuilt } from './site'

export { expect }

interface Studio {
  readonly page: Page
  readonly context: BrowserContext
  readonly profile: Profile
  readonly site: Site
  /** What the console said at level error, and every refusal of the content security policy. Empty on a good day. */
  readonly complaints: readonly string[]
}

/** Playwright's `test`, with the built app served by its own host code and open in a fresh browser profile. */
export const test = base.extend<{ studio: Studio }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the first parameter destructured
  studio: async ({}, use) => {
    const site = await serveBuilt()
    const profile = await openProfile()
    const page = profile.context.pages()[0] ?? (await profile.context.newPage())
    const complaints = listenFor(page)
    await openStudio(page, site.origin)
    await use({ page, context: profile.context, profile, site, complaints })
    await profile.end()
    await site.close()
  },
})

/** Opens the app and waits until it is usable, kept for offline use, and cross-origin isolated. */
export async function openStudio(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/`)
  await page.waitForFunction(async () =>
    Boolean((await navigator.serviceWorker.ready) && navigator.serviceWorker.controller && crossOriginIsolated),
  )
  await expect(page.getByRole('region', { name: 'Add photos' })).toBeVisible()
}

/** Collects what the page complains of from now on, also after a reload. */
export function listenFor(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || /content security policy|trusted/i.test(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  return complaints
}

/** What axe finds on the page as it stands, one line each. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help} (${node.target.join(' ')})`))
}
