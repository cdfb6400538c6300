import { readFile } from 'node:fs/promises'
import { accessibilityFaults, expect, test } from '../support/fixtures'
import { decoded, metadataIn, onWhite } from '../support/pictures'
import { fixtures, Studio } from '../support/studio'

const names = fixtures.map(({ name }) => name)

/** Snapshots in, listing-ready photos out: the whole way, then all of it again with the host gone and the browser's own log as witness. */
test('photos become files that a marketplace accepts; nothing is sent; all of it works offline', async ({ studio }) => {
  test.setTimeout(300_000)
  const { page, site, profile } = studio
  const desk = new Studio(page)

  await test.step('the first batch', async () => {
    await desk.add(fixtures)
    await desk.done(names)
    await desk.readyOffline()
    await expect(page.getByText('0 bytes sent')).toBeVisible()
    expect(await accessibilityFaults(page)).toEqual([])
  })

  await test.step('the export, decoded by another decoder', async () => {
    const panel = await desk.export(['Amazon main', 'Transparent PNG'])
    await expect(panel.getByText(/pass/i).first()).toBeVisible({ timeout: 60_000 })
    expect(await accessibilityFaults(page)).toEqual([])
    const files = await desk.zip(panel)
    expect(Object.keys(files)).toHaveLength(2 * names.length)
    for (const [name, bytes] of Object.entries(files)) {
      const picture = decoded(bytes)
      if (name.endsWith('.png')) {
        expect(Math.min(...picture.data.filter((_, i) => i % 4 === 3)), name).toBe(0)
        continue
      }
      // The rights, and nothing else: one packet, which says what it is for.
      expect(metadataIn(bytes), name).toEqual(['APP1'])
      expect(Buffer.from(bytes).toString('latin1')).toContain('http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-AIMLTRAINING')
      expect([picture.width, picture.height], name).toEqual([2000, 2000])
      const { fill, frameOff, centre } = onWhite(picture)
      expect(fill, name).toBeGreaterThan(0.85)
      expect(fill, name).toBeLessThan(0.9)
      expect(frameOff, name).toBe(0)
      expect(centre[0], name).toBeCloseTo(0.5, 1)
    }
    await page.keyboard.press('Escape')
  })

  const mark = Date.now()
  await site.close()
  await test.step('the same without a host', async () => {
    await page.reload()
    await expect(desk.photos.getByRole('listitem')).toHaveCount(names.length)
    await desk.add([{ ...(fixtures[0] as (typeof fixtures)[0]), name: 'offline.jpg' }, await rotated()])
    await desk.done(['offline.jpg', 'rotated.jpg'])
    const panel = await desk.export(['Etsy'])
    const files = await desk.zip(panel)
    expect(Object.keys(files)).toHaveLength(names.length + 2)
    await page.keyboard.press('Escape')
  })

  const heard = site.heard.filter(({ cookie, bodyBytes, url }) => cookie || bodyBytes > 0 || url.includes('?'))
  expect(heard).toEqual([])
  expect(studio.complaints).toEqual([])
  expect(await profile.closeAndTell(mark)).toEqual([])
})

/** A fixture with other bytes, so that nothing of it is stored yet. */
async function rotated() {
  const first = fixtures[1] as (typeof fixtures)[0]
  const bytes = await readFile(first.path)
  const comment = Buffer.from([0xff, 0xfe, 0x00, 0x06, 0x6e, 0x65, 0x77, 0x21])
  return { name: 'rotated.jpg', mimeType: 'image/jpeg', buffer: Buffer.concat([bytes.subarray(0, 2), comment, bytes.subarray(2)]) }
}

test('the sample photos need no photo of one’s own', async ({ studio }) => {
  const { page } = studio
  await page.getByRole('button', { name: 'Try the sample photos' }).click()
  const desk = new Studio(page)
  await expect(desk.photos.getByRole('listitem').first()).toBeVisible()
  const cards = await desk.photos.getByRole('listitem').all()
  for (const card of cards) await expect(card.getByText('Done', { exact: true })).toBeVisible({ timeout: 120_000 })
  expect(studio.complaints).toEqual([])
})

test('a photo opens: before and after, zoom, backdrops, undo and redo, all by keyboard', async ({ studio }) => {
  const { page } = studio
  const desk = new Studio(page)
  const [first] = fixtures
  await desk.add([first as (typeof fixtures)[0]])
  await desk.done([names[0] as string])
  await desk
    .card(names[0] as string)
    .getByRole('link')
    .focus()
  await page.keyboard.press('Enter')
  const divider = page.getByRole('slider', { name: 'Compare before and after' })
  await expect(divider).toBeVisible()
  const before = await divider.inputValue()
  await divider.focus()
  await page.keyboard.press('ArrowRight')
  expect(await divider.inputValue()).not.toBe(before)
  expect(await accessibilityFaults(page)).toEqual([])
  await page.keyboard.press('e')
  const sheet = page.getByRole('application', { name: /^Eraser/ })
  await expect(page.getByRole('img', { name: /^Outline/ })).toBeVisible()
  expect(await accessibilityFaults(page)).toEqual([])
  await sheet.focus()
  for (const key of ['ArrowLeft', 'Space', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Space']) await page.keyboard.press(key)
  await expect(page.getByText('1 repair')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('1 repair')).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(divider).toBeVisible()
  const sku = page.getByLabel('SKU')
  await sku.fill('MUG-1')
  await sku.press('Enter')
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(sku).toHaveValue('')
  await page.getByRole('button', { name: /^Redo/ }).click()
  await expect(sku).toHaveValue('MUG-1')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(desk.photos).toBeVisible()
  expect(studio.complaints).toEqual([])
})
