import { PNG } from 'pngjs'
import { expect, test } from '../support/fixtures'
import { cube, GltfBuilder } from '../support/glb'
import { decoded } from '../support/pictures'
import { fixtures, Studio } from '../support/studio'

const mug = fixtures[0] as (typeof fixtures)[0]

/** A PNG of one colour. */
function plain(red: number, green: number, blue: number): Uint8Array {
  const png = new PNG({ width: 16, height: 16 })
  for (let p = 0; p < png.data.length; p += 4) png.data.set([red, green, blue, 255], p)
  return PNG.sync.write(png)
}

test('a 3D file of the seller’s is taken into a set, under the seal, and is in the exported file', async ({ studio }) => {
  test.setTimeout(700_000)
  const { page } = studio
  const desk = new Studio(page)
  await desk.add([mug])
  await desk.done([mug.name], 300_000)
  await desk.card(mug.name).getByRole('link').first().click()
  await page.getByRole('link', { name: 'Photography' }).click()
  await page.getByRole('tab', { name: 'Props' }).click()
  const choose = async (name: string, bytes: Uint8Array) => {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Add your 3D file…' }).click()
    await (await chooser).setFiles([{ name, mimeType: 'model/gltf-binary', buffer: Buffer.from(bytes) }])
  }

  await test.step('one that points to a neighbour is refused by name', async () => {
    const outside = new TextEncoder().encode(JSON.stringify({ asset: { version: '2.0' }, buffers: [{ byteLength: 4, uri: 'chair.bin' }] }))
    await choose('chair.gltf', outside)
    await expect(page.getByRole('alert')).toContainText('“chair.gltf”: The 3D file needs another file beside it (“chair.bin”)', {
      timeout: 90_000,
    })
  })

  await test.step('a good one stands beside the product', async () => {
    const builder = new GltfBuilder()
    const index = builder.texture(plain(30, 60, 220))
    const block = cube(builder, {
      size: [0.12, 0.2, 0.12],
      material: { pbrMetallicRoughness: { baseColorTexture: { index }, metallicFactor: 0 } },
    })
    Object.assign(builder.json, { animations: [{}] })
    await choose('Blue block.glb', block.glb())
    await expect(page.getByRole('status').filter({ hasText: '“Blue block”' })).toContainText('Not shown: the file’s animations.', {
      timeout: 90_000,
    })
    await expect(page.getByRole('button', { name: 'Remove Blue block' })).toBeVisible({ timeout: 90_000 })
  })

  await test.step('it is in the file', async () => {
    await page.getByRole('button', { name: 'All photos' }).click()
    await desk.done([mug.name], 120_000)
    const panel = await desk.export(['Custom size'])
    await panel.getByLabel('Width').fill('192')
    await panel.getByLabel('Height').fill('192')
    await panel.getByRole('radio', { name: 'PNG' }).check()
    await panel.getByRole('button', { name: 'Scene or backdrop' }).click()
    const [file] = Object.values(await desk.zip(panel))
    const { data } = decoded(file as Uint8Array)
    let blue = 0
    for (let p = 0; p < data.length; p += 4) if ((data[p + 2] as number) > 2 * (data[p] as number)) blue++
    expect(blue / (192 * 192)).toBeGreaterThan(0.01)
  })
  expect(studio.complaints).toEqual([])
})
