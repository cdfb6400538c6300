import { readFile } from 'node:fs/promises'
import { openProfile, type Profile } from '../support/browser'
import { accessibilityFaults, expect, listenFor, test } from '../support/fixtures'
import { textSecrets, tracesIn } from '../support/scan'
import { fixtures, Studio } from '../support/studio'

const mug = fixtures[0] as (typeof fixtures)[0]
const PASSPHRASE = 'granite otter seldom violet ladder'
const NAME = 'unreleased-jacket-of-2027.jpg'

test('with a passphrase the studio is closed to everybody else: on the screen, and on the disk', async ({ studio }) => {
  test.setTimeout(240_000)
  const { page, context, profile } = studio
  const desk = new Studio(page)
  const photo = await readFile(mug.path)
  await desk.add([{ name: NAME, mimeType: 'image/jpeg', buffer: photo }])
  await desk.done([NAME])
  const project = page.url()
  expect(await page.title()).toBe('Project · Vitrine')

  const code = await desk.setPassphrase(PASSPHRASE)
  const second = await context.newPage()
  await second.goto(project)
  await new Studio(second).unlock(PASSPHRASE)
  await expect(new Studio(second).card(NAME)).toBeVisible()

  await test.step('locked in one tab, it is locked in all', async () => {
    await page.getByRole('button', { name: 'Lock now' }).click()
    for (const tab of [page, second]) await expect(tab.getByRole('heading', { name: 'Vitrine is locked' })).toBeVisible()
    expect(await accessibilityFaults(page)).toEqual([])
    for (const tab of [page, second]) expect(await tab.locator('body').innerText()).not.toContain('jacket')
    await second.close()
  })

  await test.step('nothing on the disk tells what is in it', async () => {
    const secrets = [
      { name: 'photo', bytes: photo },
      ...[NAME, PASSPHRASE, code].flatMap((text) => textSecrets(text, text)),
      ...textSecrets('code without hyphens', code.replaceAll('-', '')),
    ]
    // That the search can see: a mark in the open is found.
    const mark = `mark-${Math.random().toString(36).slice(2)}-in-the-open`
    await page.evaluate((text) => localStorage.setItem('mark', text), mark)
    await expect
      .poll(async () => (await tracesIn(profile.folder, textSecrets('mark', mark))).length, { timeout: 60_000 })
      .toBeGreaterThan(0)
    expect(await tracesIn(profile.folder, secrets)).toEqual([])
  })

  await test.step('a wrong passphrase opens nothing; the right one, or the code, everything', async () => {
    await page.goto(project)
    await desk.unlock('granite otter seldom violet')
    await expect(page.getByRole('alert')).toContainText('neither the passphrase nor the recovery code')
    await desk.unlock(PASSPHRASE)
    await expect(desk.card(NAME)).toBeVisible()
    await page.keyboard.press('Control+Shift+L')
    await desk.unlock(code.toLowerCase())
    await desk.done([NAME])
    // The small picture is decoration beside the name, so it has no role.
    await expect(desk.card(NAME).locator('img')).toBeVisible()
  })
  expect(studio.complaints).toEqual([])
})

test('a closed browser asks for the passphrase again, and what was added meanwhile is there', async ({ studio }) => {
  test.setTimeout(180_000)
  const { page, site, profile } = studio
  const desk = new Studio(page)
  await desk.setPassphrase(PASSPHRASE)
  await page.goto(`${site.origin}/#/new`)
  await desk.add([mug])
  await desk.done([mug.name])
  const project = page.url()
  await studio.context.close()

  const again: Profile = await openProfile({ folder: profile.folder.replace(/\/profile$/, '') })
  const tab = again.context.pages()[0] ?? (await again.context.newPage())
  const complaints = listenFor(tab)
  await tab.goto(project)
  await expect(tab.getByRole('heading', { name: 'Vitrine is locked' })).toBeVisible()
  await new Studio(tab).unlock(PASSPHRASE)
  await new Studio(tab).done([mug.name])
  expect(complaints).toEqual([])
  await again.end()
})
