import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { openProfile } from '../support/browser'
import { openStudio } from '../support/fixtures'
import { serveBuilt } from '../support/site'
import { fixtures, type Given, Studio } from '../support/studio'

const KILLS = 20
/** More photos than twenty short lives of the browser can finish, each with other bytes. */
const COUNT = 24

/** Copies of the fixtures that differ in a comment, so that each is a photo of its own. */
async function manyPhotos(): Promise<Exclude<Given, { path: string }>[]> {
  const originals = await Promise.all(fixtures.map(({ path }) => readFile(path)))
  return Array.from({ length: COUNT }, (_, i) => {
    const bytes = originals[i % originals.length] as Buffer
    const comment = Buffer.from([0xff, 0xfe, 0x00, 0x03, i])
    return {
      name: `photo-${String(i).padStart(2, '0')}.jpg`,
      mimeType: 'image/jpeg',
      buffer: Buffer.concat([bytes.subarray(0, 2), comment, bytes.subarray(2)]),
    }
  })
}

/** Ends every process of the browser at once, as a crash or a power cut would. */
function kill(folder: string) {
  execFileSync('pkill', ['-KILL', '-f', `user-data-dir=${folder}`])
}

test(`the browser killed ${KILLS} times in mid-batch: nothing is lost but the work on the photos in hand`, async () => {
  test.setTimeout(900_000)
  const site = await serveBuilt()
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-kill-'))
  const photos = await manyPhotos()
  const names = photos.map(({ name }) => name)
  let doneBefore = 0
  for (let life = 0; life <= KILLS; life++) {
    const profile = await openProfile({ folder })
    const page = profile.context.pages()[0] ?? (await profile.context.newPage())
    const desk = new Studio(page)
    await openStudio(page, site.origin)
    if (life === 0) {
      await desk.add(photos.slice(0, 1))
      await desk.chooseCare('Fast')
      await desk.add(photos.slice(1))
    }
    await expect(desk.photos.getByRole('listitem')).toHaveCount(COUNT, { timeout: 60_000 })
    if (life === 0) await desk.stored(COUNT)
    const done = await desk.photos.getByText('Done', { exact: true }).count()
    expect(done, `after kill ${life}`).toBeGreaterThanOrEqual(doneBefore)
    expect(await desk.photos.getByText('Failed', { exact: true }).count()).toBe(0)
    if (life === KILLS) {
      await desk.done(names, 300_000)
      const panel = await desk.export(['Shopify'])
      expect(Object.keys(await desk.zip(panel))).toHaveLength(COUNT)
      await profile.end()
      break
    }
    await page.waitForTimeout(500 + Math.random() * 5000)
    doneBefore = await desk.photos.getByText('Done', { exact: true }).count()
    kill(join(folder, 'profile'))
    await profile.end().catch(() => {})
  }
  await site.close()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})
