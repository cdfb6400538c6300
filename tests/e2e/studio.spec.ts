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

test('a cutout is stood in a scene; the file shows its own pixels, and the set around it', async ({ studio }) => {
  test.setTimeout(300_000)
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
      await panel.getByLabel('Width').fill('256')
      await panel.getByLabel('Height').fill('256')
      await panel.getByRole('radio', { name: format }).check()
      await panel.getByRole('button', { name: 'Scene or backdrop' }).click()
      const [file] = Object.values(await desk.zip(panel))
      expect(file, await panel.innerText()).toBeDefined()
      await page.keyboard.press('Escape')
      return file as Uint8Array
    }
    const [one, two] = [decoded(await take()), decoded(await take())]
    expect([one.width, one.height]).toEqual([256, 256])
    expect(differing(one, two)).toBe(0)
    expect(coloursIn(one, 64)).toBeGreaterThan(8)
    const [photo, shown] = [mugIn(decoded(await readFile(mug.path))), mugIn(one)]
    expect(shown.share).toBeGreaterThan(0.03)
    for (const c of [0, 1, 2]) expect(Math.abs((shown.mean[c] as number) - (photo.mean[c] as number))).toBeLessThan(8)

    const layered = await take('PSD, in layers')
    const flat = { width: 256, height: 256, data: new Uint8Array(one.data.length) }
    expect(merged(layered, (rows, top, width) => flat.data.set(rows, top * width * 4))).toEqual({ width: 256, height: 256 })
    expect(differing(one, flat)).toBe(0)
    const names = readPsd(layered, { skipLayerImageData: true, skipCompositeImageData: true }).children?.map(({ name }) => name)
    expect(names).toEqual(['Background', 'Shadow', 'red-mug-320'])
  })
  expect(studio.complaints).toEqual([])
})
