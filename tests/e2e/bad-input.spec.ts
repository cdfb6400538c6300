import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from '../support/fixtures'
import { hasShared, sharedData } from '../support/shared'
import { fixtures, type Given, Studio } from '../support/studio'

const [mug] = fixtures as [(typeof fixtures)[0]]
/** Cards must say what is wrong and what to do; never the words of an exception. */
const careless = /unexpected|undefined|null|NaN|\[object|Error:|TypeError|InvalidState|took more than/

async function folder(name: string): Promise<Given[]> {
  const files = (await readdir(sharedData(name))).filter((file) => !/\.(md|json)$/.test(file) && !/\.decoded\.jpg$/.test(file))
  return await Promise.all(
    files.sort().map(async (file) => ({ name: file, mimeType: '', buffer: await readFile(sharedData(`${name}/${file}`)) })),
  )
}

test('files that are no photos each say so; the rest of the batch goes on', async ({ studio }) => {
  const desk = new Studio(studio.page)
  const jpeg = await readFile(mug.path)
  const bad: Given[] = [
    { name: 'empty.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) },
    { name: 'text.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('this is a letter, not a picture') },
    { name: 'cut.jpg', mimeType: 'image/jpeg', buffer: jpeg.subarray(0, jpeg.length / 2) },
    {
      name: 'drawing.svg',
      mimeType: 'image/svg+xml',
      buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    },
  ]
  await desk.add([...bad, mug])
  for (const file of bad) {
    const text = await desk.ended((file as { name: string }).name)
    expect(text).toMatch(/Failed/)
    expect(text).not.toMatch(careless)
  }
  await desk.done([mug.name])
  const sentences = await desk.photos.getByRole('listitem').filter({ hasText: 'Failed' }).allInnerTexts()
  expect(new Set(sentences.map((text) => text.replace(/^\S+/, ''))).size).toBe(bad.length)
})

for (const [name, timeout] of [
  ['corrupt', 600_000],
  ['formats', 1_200_000],
] as const) {
  test(`every file of “${name}” ends in its own clear sentence or in a picture`, async ({ studio }) => {
    test.skip(!hasShared(), '../shared/data is not there')
    test.setTimeout(timeout)
    const { page } = studio
    const desk = new Studio(page)
    const files = await folder(name)
    await desk.add([mug])
    await desk.chooseCare('Fast')
    await desk.add(files)
    const outcomes: Record<string, string> = {}
    for (const file of [...files, mug] as { name: string }[]) outcomes[file.name] = await desk.ended(file.name, timeout)
    for (const [file, text] of Object.entries(outcomes)) expect.soft(text, file).not.toMatch(careless)
    await desk.done([mug.name])
    expect(studio.complaints).toEqual([])
    await page.reload()
    await expect(desk.photos.getByRole('listitem')).toHaveCount(files.length + 1)
    test.info().annotations.push({ type: 'outcomes', description: JSON.stringify(outcomes, null, 1) })
  })
}
