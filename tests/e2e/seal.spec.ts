import { expect as check, test as plain } from '@playwright/test'
import { securityHeaders } from '../../src/core/seal'
import { TRAFFIC_CHANNEL, type Traffic } from '../../src/core/traffic'
import { servedFiles } from '../../src/hosting/answer'
import { outcomeOf } from '../prove/escape/outcome'
import { trialsOf, tryAll } from '../prove/escape/trial'
import { escapes } from '../prove/escape/ways'
import { openProfile } from '../support/browser'
import { accessibilityFaults, expect, listenFor, openStudio, test } from '../support/fixtures'
import { withoutDialog } from '../support/saving'
import { inRepository } from '../support/shared'
import { serveBuilt, serveUnsealed } from '../support/site'

const parts = async () => (await servedFiles(inRepository('dist'))).filter((file) => file.startsWith('parts/'))

plain('every answer of the host carries the whole seal', async () => {
  const site = await serveBuilt()
  const files = await servedFiles(inRepository('dist'))
  const seal = securityHeaders(site.origin, ['/', ...files.map((file) => `/${file}`)])
  const answers: [path: string, status: number, init?: RequestInit][] = [
    ['/', 200],
    ['/sw.js', 200],
    [`/${(await parts())[0]}`, 200],
    ['/no-such-page', 404],
    ['/parts/no-such-model.bin', 404],
    ['/assets/no-such-runtime.wasm', 404],
    ['/../package.json', 404],
    ['/%2e%2e/package.json', 404],
    ['/_headers', 404],
    ['/', 405, { method: 'POST', body: 'x' }],
  ]
  for (const [path, status, init] of answers) {
    const response = await fetch(site.origin + path, init)
    check(response.status, path).toBe(status)
    for (const [name, value] of Object.entries(seal)) check(response.headers.get(name), `${name} of ${path}`).toBe(value)
  }
  for (const path of ['/parts/no-such-model.bin', '/assets/no-such-runtime.wasm', '/ort.wasm']) {
    const response = await fetch(site.origin + path)
    check(response.headers.get('content-type')).toContain('text/plain')
    check(await response.text()).not.toContain('<')
  }
  check((await fetch(`${site.origin}/sw.js`)).headers.get('cache-control')).toBe('max-age=86400')
  check((await fetch(`${site.origin}/`)).headers.get('cache-control')).toBe('no-cache')
  await site.close()
})

test('the app opens isolated and breaks none of its own rules', async ({ studio }) => {
  expect(await studio.page.evaluate(() => [crossOriginIsolated, isSecureContext])).toEqual([true, true])
  await studio.page.reload()
  await expect(studio.page.getByRole('region', { name: 'Add photos' })).toBeVisible()
  expect(studio.complaints).toEqual([])
  expect(studio.site.heard.filter(({ cookie, bodyBytes, url }) => cookie || bodyBytes > 0 || url.includes('?'))).toEqual([])
})

test('once loaded it asks the network for nothing, and works when the host is gone', async ({ studio }) => {
  const { page, site, profile } = studio
  await page.waitForTimeout(3000) // whatever begins by itself after the start has begun
  await site.close()
  const mark = Date.now()
  await page.reload()
  await expect(page.getByRole('region', { name: 'Add photos' })).toBeVisible()
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true)
  const again = await studio.context.newPage()
  await again.goto(`${site.origin}/`)
  await expect(again.getByRole('region', { name: 'Add photos' })).toBeVisible()
  await page.waitForTimeout(2000)
  expect(await profile.closeAndTell(mark)).toEqual([])
})

plain('the service worker alone, in a browser without the allowlist, refuses what it does not know and says so', async () => {
  const site = await serveBuilt()
  const profile = await openProfile({ flags: ['--disable-features=ConnectionAllowlists'] })
  const page = await profile.context.newPage()
  await openStudio(page, site.origin)
  const traffic = () =>
    page.evaluate(
      (channel) =>
        new Promise<Traffic>((resolve) => {
          const line = new BroadcastChannel(channel)
          line.onmessage = ({ data }) => data.kind === 'traffic' && resolve(data)
          line.postMessage({ kind: 'ask' })
        }),
      TRAFFIC_CHANNEL,
    )
  const before = await traffic()
  check(before.requests).toBeGreaterThan(0)
  check(before.receivedBytes).toBeGreaterThan(100_000)
  const worker = page.workers()[0]
  const [part = ''] = await parts()
  type Ask = { method?: string; body?: string; headers?: Record<string, string> }
  const asked: [path: string, init: Ask, answer: string][] = [
    ['/index.html', {}, '200'],
    [`/${part}`, { headers: { 'accept-language': 'secret' } }, '200'],
    ['/index.html?secret', {}, 'refused'],
    [`/${part}?secret`, {}, 'refused'],
    ['/index.html', { method: 'POST', body: 'secret' }, 'refused'],
    ['/secret.bin', {}, 'refused'],
  ]
  for (const [path, init, answer] of asked) {
    const got = await worker?.evaluate(
      ([url, wish]) =>
        fetch(url, wish).then(
          (response) => response.arrayBuffer().then(() => String(response.status)),
          () => 'refused',
        ),
      [path, init] as const,
    )
    check(got, path).toBe(answer)
  }
  await check.poll(async () => (await traffic()).refused - before.refused).toBe(4)
  const after = await traffic()
  check(after.sentBytes).toBe(0)
  check(after.requests - before.requests).toBe(1)
  check(after.last.find(({ kind }) => kind === 'part')?.path).toBe(`/${part}`)
  check(site.heard.filter(({ raw }) => raw.includes('secret'))).toEqual([])
  await profile.end()
  await site.close()
})

plain('a host that can set no headers is sealed by the service worker after one reload', async () => {
  const site = await serveBuilt({ sealed: false })
  const profile = await openProfile()
  const page = await profile.context.newPage()
  const complaints = listenFor(page)
  let loads = 0
  page.on('load', () => loads++)
  await openStudio(page, site.origin)
  check(loads).toBe(2)
  const policy = (await page.reload())?.headers()['connection-allowlist']
  check(policy).toContain(`"${site.origin}/?"`)
  check(complaints).toEqual([])
  await profile.end()
  await site.close()
})

plain('a browser without a dialog for saving has its downloads, no sandbox, and says so', async () => {
  const site = await serveBuilt()
  const profile = await openProfile()
  await withoutDialog(profile.context)
  const page = await profile.context.newPage()
  await openStudio(page, site.origin)
  await page.getByRole('contentinfo').getByRole('link', { name: 'Guarded', exact: true }).click()
  const probes = page.getByRole('region', { name: 'What this browser refuses' })
  await check(probes.getByRole('row', { name: /^Download from the app’s own host Open/ })).toBeVisible()
  await page.getByRole('button', { name: 'Compute the hashes of what runs here' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save list' }).click()
  check((await download).suggestedFilename()).toMatch(/SHA256SUMS/)
  await profile.end()
  await site.close()
})

plain('where neither the host nor a service worker seals the page, no photo is opened', async () => {
  const site = await serveBuilt({ sealed: false })
  const profile = await openProfile()
  const page = await profile.context.newPage()
  // As in the private windows of some browsers.
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'))
  await page.goto(`${site.origin}/`)
  await check(page.getByRole('heading', { name: 'This page is not sealed' })).toBeVisible()
  check(await accessibilityFaults(page)).toEqual([])
  check(await page.locator('input[type=file]').count()).toBe(0)
  check(page.workers()).toHaveLength(0)
  await page.getByRole('button', { name: 'Load again' }).click()
  await check(page.getByRole('heading', { name: 'This page is not sealed' })).toBeVisible()
  await profile.end()
  await site.close()
})

plain('a net-log shows what a page asks for', async () => {
  const site = await serveUnsealed()
  const profile = await openProfile()
  const page = await profile.context.newPage()
  await page.goto(site.origin)
  const mark = Date.now()
  await page.evaluate(() => fetch('/asked?for=1'))
  const told = await profile.closeAndTell(mark)
  check(told.filter(({ kind }) => kind === 'request').map(({ to }) => to)).toContain(`${site.origin}/asked?for=1`)
  await profile.end()
  await site.close()
})

const rtcOnLoopback = ['--allow-loopback-in-peer-connection']
const trials = trialsOf(escapes.filter(({ short }) => short))

plain('hostile code in the page, a worker or the service worker reaches nobody, neither elsewhere nor our own host', async () => {
  const open = await serveUnsealed()
  const control = await openProfile({ flags: rtcOnLoopback, guesses: true })
  const leaked = await tryAll(trials, { context: control.context, site: open })
  await control.end()
  await open.close()

  const site = await serveBuilt()
  const profile = await openProfile({ flags: rtcOnLoopback, guesses: true })
  await openStudio(await profile.context.newPage(), site.origin)
  const { out, live, dead, sum } = outcomeOf(trials, leaked, await tryAll(trials, { context: profile.context, site }))
  await profile.end()
  await site.close()

  console.log(sum)
  console.log(`without live control: ${dead.map(({ name }) => name).join('; ') || 'none'}`)
  check(out.map(({ name }) => name)).toEqual([])
  check(live.length).toBeGreaterThan(trials.length * 0.8)
})
