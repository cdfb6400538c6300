import { PNG } from 'pngjs'
import { accessibilityFaults, expect, test } from '../support/fixtures'
import { decoded, type Pixels } from '../support/pictures'
import { savedBy } from '../support/saving'
import { fixtures, Studio } from '../support/studio'

const mug = fixtures[0] as (typeof fixtures)[0]

/** Share of the picture that a saved alpha keeps, and its alpha in the middle. */
function kept({ width, height, data }: Pixels): { share: number; middle: number } {
  let sum = 0
  for (let p = 0; p < data.length; p += 4) sum += data[p] as number
  return { share: sum / 255 / (width * height), middle: data[((height >> 1) * width + (width >> 1)) * 4] as number }
}

/** A cutout is mended by hand with pointer and keyboard; what is saved is what was mended, also after the studio was closed. */
test('a cutout is mended by hand, undone, kept, and replaced by a matte of one’s own', async ({ studio }) => {
  test.setTimeout(240_000)
  const { page } = studio
  const desk = new Studio(page)
  await desk.add([mug])
  await desk.done([mug.name])
  await desk.card(mug.name).getByRole('link').first().click()
  const cutout = page.getByRole('img', { name: `Cutout of ${mug.name}` })
  await expect(cutout).toBeVisible()
  const saved = async () => {
    const { bytes } = await savedBy(page, () => page.getByRole('button', { name: 'Save alpha as PNG' }).click())
    return decoded(bytes)
  }
  const box = async () => (await cutout.boundingBox()) as { x: number; y: number; width: number; height: number }
  const before = kept(await saved())
  expect(before.middle).toBe(255)

  await test.step('the eraser takes what it touches, at once; undo brings it back', async () => {
    await page.getByRole('toolbar', { name: 'Tools' }).getByRole('button', { name: 'Eraser', exact: true }).click()
    const { x, y, width, height } = await box()
    await page.mouse.move(x + width * 0.42, y + height * 0.5)
    await page.mouse.down()
    await page.mouse.move(x + width * 0.58, y + height * 0.5, { steps: 5 })
    await page.mouse.up()
    await expect.poll(async () => kept(await saved()).middle).toBe(0)
    expect(await accessibilityFaults(page)).toEqual([])
    await page.keyboard.press('Control+z')
    await expect.poll(async () => kept(await saved())).toEqual(before)
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(async () => kept(await saved()).middle).toBe(0)
  })

  await test.step('a repair outlives the studio', async () => {
    await page.reload()
    await expect(cutout).toBeVisible()
    expect(kept(await saved()).middle).toBe(0)
    await page.getByRole('button', { name: 'Remove all repairs' }).click()
    await expect.poll(async () => kept(await saved())).toEqual(before)
  })

  await test.step('a matte of one’s own takes the network’s place', async () => {
    const { width, height } = await saved()
    const own = new PNG({ width, height })
    for (let i = 0; i < width * height; i++)
      own.data.fill(i % width < width / 4 ? 255 : 0, i * 4, i * 4 + 3).fill(255, i * 4 + 3, i * 4 + 4)
    await page.getByLabel('Matte file').setInputFiles({ name: 'own.png', mimeType: 'image/png', buffer: PNG.sync.write(own) })
    await expect.poll(async () => kept(await saved()).share, { timeout: 90_000 }).toBeCloseTo(0.25, 2)
    await page.getByRole('button', { name: 'Back to the network’s matte' }).click()
    await expect.poll(async () => kept(await saved()), { timeout: 90_000 }).toEqual(before)
  })
  expect(studio.complaints).toEqual([])
})
