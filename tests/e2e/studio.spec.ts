import { readFile } from 'node:fs/promises'
import { readPsd } from 'ag-psd'
import { merged } from '../../src/ops/measure/merged'
import { accessibilityFaults, expect, test } from '../support/fixtures'
import { decoded, type Pixels } from '../support/pictures'
import { fixtures, Studio } from '../support/studio'

const mug = fixtures[0] as (typeof fixtures)[0]

/** Share of the pixels whose colour one picture has and the other does not. */
function differing(one: Pixels, other: Pixels): number {
  let count = 0
  for (let p = 0; p < one.data.length; p += 4) if ([0, 1, 2].some((c) => one.data[p + c] !== other.data[p + c])) count++
  return count / (one.width * one.height)
}

/** How many colours a corner of the picture has, to 64 levels each: a plain ground has one. */
function coloursIn({ width, data }: Pixels, side: number): number {
  const found = new Set<number>()
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const p = (y * width + x) * 4
      found.add(((data[p] as number) >> 2) * 4096 + ((data[p + 1] as number) >> 2) * 64 + ((data[p + 2] as number) >> 2))
    }
  return found.size
}

/** What is as red as the fixture's mug: its share of the picture, and its mean colour. */
function mugIn({ width, height, data }: Pixels): { share: number; mean: number[] } {
  const sum = [0, 0, 0]
  let count = 0
  for (let p = 0; p < data.length; p += 4) {
    const [r, g, b] = data.subarray(p, p + 3) as unknown as [number, number, number]
    if (r - Math.max(g, b) <= 60) continue
    count++
    for (const [c, value] of [r, g, b].entries()) sum[c] = (sum[c] as number) + value
  }
  return { share: count / (width * height), mean: sum.map((total) => total / count) }
}

/** The colour that most of a strip along the picture's left edge has, in the middle of its height. */
function edgeOf({ width, height, data }: Pixels): number[] {
  const found = [0, 1, 2].map((c) => {
    const values: number[] = []
    for (let y = Math.round(height * 0.4); y < height * 0.6; y++) values.push(data[(y * width + 2) * 4 + c] as number)
    return values.sort((a, b) => a - b)[values.length >> 1] as number
  })
  return found
}

test('a cutout is stood in a scene; the file shows its own pixels, and the set around it', async ({ studio }) => {
  test.setTimeout(600_000)
  const { page } = studio
  const desk = new Studio(page)
  await desk.add([mug])
  await desk.done([mug.name])

  await test.step('the set is on the screen while it is still being rendered', async () => {
    await desk.card(mug.name).getByRole('link').first().click()
    await page.getByRole('link', { name: 'Photography' }).click()
    await page.getByRole('combobox', { name: 'Trade' }).selectOption({ label: 'Kitchenware' })
    await page.locator('.scene').first().click()
    await expect(page.getByRole('button', { name: 'Undo' })).toBeEnabled()
    expect(await accessibilityFaults(page)).toEqual([])
  })

  await test.step('its file has the product’s own pixels in it, the same each time', async () => {
    await page.getByRole('button', { name: 'All photos' }).click()
    await desk.done([mug.name])
    const take = async (format = 'PNG') => {
      const panel = await desk.export(['Custom size'])
      await panel.getByLabel('Width').fill('192')
      await panel.getByLabel('Height').fill('192')
      await panel.getByRole('radio', { name: format }).check()
      await panel.getByRole('button', { name: 'Scene or backdrop' }).click()
      const [file] = Object.values(await desk.zip(panel))
      expect(file, await panel.innerText()).toBeDefined()
      await page.keyboard.press('Escape')
      return file as Uint8Array
    }
    const [one, two] = [decoded(await take()), decoded(await take())]
    expect([one.width, one.height]).toEqual([192, 192])
    expect(differing(one, two)).toBe(0)
    expect(coloursIn(one, 48)).toBeGreaterThan(8)
    const [photo, shown] = [mugIn(decoded(await readFile(mug.path))), mugIn(one)]
    expect(shown.share).toBeGreaterThan(0.03)
    for (const c of [0, 1, 2]) expect(Math.abs((shown.mean[c] as number) - (photo.mean[c] as number))).toBeLessThan(8)

    const layered = await take('PSD, in layers')
    const flat = { width: 192, height: 192, data: new Uint8Array(one.data.length) }
    expect(merged(layered, (rows, top, width) => flat.data.set(rows, top * width * 4))).toEqual({ width: 192, height: 192 })
    expect(differing(one, flat)).toBe(0)
    const names = readPsd(layered, { skipLayerImageData: true, skipCompositeImageData: true }).children?.map(({ name }) => name)
    expect(names).toEqual(['Background', 'Shadow', 'red-mug-320'])
  })
  expect(studio.complaints).toEqual([])
})

test('a photo of the seller’s own stands behind the product, and its horizon gives the camera', async ({ studio }) => {
  test.setTimeout(600_000)
  const { page } = studio
  const desk = new Studio(page)
  const plate = fixtures[1] as (typeof fixtures)[0]
  await desk.add([mug])
  await desk.done([mug.name])
  await desk.card(mug.name).getByRole('link').first().click()
  await page.getByRole('link', { name: 'Photography' }).click()
  await page.getByRole('tab', { name: 'Surfaces' }).click()
  const behind = page.getByLabel('Behind the set')
  const give = async (file: string | { name: string; mimeType: string; buffer: Buffer }) => {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: /backdrop photo…$/ }).click()
    await (await chooser).setFiles(file)
  }

  await test.step('a file that is no photo is refused by its name, and nothing changes', async () => {
    await behind.selectOption({ label: 'Own photo' })
    await give({ name: 'shelf.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no photo at all') })
    await expect(page.getByRole('alert').filter({ hasText: '“shelf.jpg”' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled()
  })

  await test.step('a photo is taken, and undo leads back', async () => {
    await give(plate.path)
    await expect(page.getByRole('slider', { name: 'Horizon' })).toBeVisible()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(behind).toHaveValue('sweep')
    await page.getByRole('button', { name: 'Redo' }).click()
    await expect(behind).toHaveValue('plate')
    expect(await accessibilityFaults(page)).toEqual([])
  })

  await test.step('the horizon is moved by key, and the camera tilts with it', async () => {
    const tilt = async () => {
      await page.getByRole('tab', { name: 'Camera' }).click()
      const value = Number(await page.getByRole('slider', { name: 'Tilt' }).inputValue())
      await page.getByRole('tab', { name: 'Surfaces' }).click()
      return value
    }
    const before = await tilt()
    const horizon = page.getByRole('button', { name: /^Horizon:/ })
    await horizon.focus()
    await page.keyboard.press('Shift+ArrowUp')
    await page.keyboard.press('Shift+ArrowUp')
    await expect.poll(tilt).toBeGreaterThan(before + 3)
    await expect(page.getByText('The camera has left the photo’s view.')).toBeHidden()
  })

  await test.step('the plate is in the file, and the product on it', async () => {
    await page.getByRole('button', { name: 'All photos' }).click()
    await desk.done([mug.name])
    const panel = await desk.export(['Custom size'])
    await panel.getByLabel('Width').fill('256')
    await panel.getByLabel('Height').fill('256')
    await panel.getByRole('radio', { name: 'PNG' }).check()
    await panel.getByRole('button', { name: 'Scene or backdrop' }).click()
    const [file] = Object.values(await desk.zip(panel))
    expect(file, await panel.innerText()).toBeDefined()
    const shown = decoded(file as Uint8Array)
    const [edge, own] = [edgeOf(shown), edgeOf(decoded(await readFile(plate.path)))]
    for (const c of [0, 1, 2]) expect(Math.abs((edge[c] as number) - (own[c] as number))).toBeLessThan(10)
    expect(mugIn(shown).share).toBeGreaterThan(0.03)
  })
  // The only complaint is the decoder's, about the file that is no photo.
  expect(studio.complaints).toEqual([])
})
