import { mkdir } from 'node:fs/promises'
import { openProfile } from './support/browser'
import { openStudio } from './support/fixtures'
import { inRepository } from './support/shared'
import { serveBuilt } from './support/site'
import { Studio } from './support/studio'

const folder = inRepository('test-results/screens')
const widths = [1440, 1024, 390] as const

/** Photographs the built studio with its own sample photos; needs `npm run build` before. */
export async function screenshots(): Promise<void> {
  await mkdir(folder, { recursive: true })
  const site = await serveBuilt()
  const profile = await openProfile()
  const page = profile.context.pages()[0] ?? (await profile.context.newPage())
  const desk = new Studio(page)
  await openStudio(page, site.origin)

  const everySize = async (name: string) => {
    for (const width of widths) {
      await page.setViewportSize({ width, height: width === 390 ? 844 : 900 })
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await page.waitForTimeout(400)
        await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png` })
      }
    }
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 1440, height: 900 })
  }

  await everySize('start')
  await page.getByRole('button', { name: 'Try the sample photos' }).click()
  await desk.photos.getByRole('listitem').first().waitFor()
  const cards = await desk.photos.getByRole('listitem').all()
  for (const card of cards) await card.getByText('Done', { exact: true }).waitFor({ timeout: 300_000 })
  await page.waitForTimeout(1500)
  await everySize('project')
  // No card under the pointer, and every transition from dark to light over.
  await page.mouse.move(0, 0)
  await page.waitForTimeout(1500)
  await page.screenshot({ path: inRepository('docs/studio.png') })

  const panel = await desk.export(['Amazon main', 'Etsy', 'Transparent PNG'])
  await panel.getByText(`${cards.length * 3} measured`).waitFor({ timeout: 180_000 })
  await everySize('export')
  await page.keyboard.press('Escape')

  await desk.photos.getByRole('listitem').first().getByRole('link').click()
  await page.getByRole('slider', { name: 'Compare before and after' }).waitFor()
  await page.waitForTimeout(3000)
  await everySize('photo')
  await page.keyboard.press('b')
  const sheet = await page.getByRole('application').boundingBox()
  if (sheet) {
    await page.mouse.move(sheet.x + sheet.width * 0.4, sheet.y + sheet.height * 0.5)
    await page.mouse.down()
    await page.mouse.move(sheet.x + sheet.width * 0.5, sheet.y + sheet.height * 0.6, { steps: 8 })
  }
  await everySize('repair')
  await page.mouse.up()
  for (const name of ['privacy', 'device']) {
    await page.goto(`${site.origin}/#/${name}`)
    await page.waitForTimeout(1000)
    await everySize(name)
  }
  await profile.end()
  await site.close()
}
