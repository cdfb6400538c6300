// npm run scene-pictures [-- --only word]: the pictures of the shipped scenes that the picker shows, made anew where a scene has changed.
// They lie in src/studios/photography/scenes/pictures, with the hash of the scene that each was made of in made.json.
import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'
import { openDarkroom } from './darkroom.mjs'

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } })
const folder = 'src/studios/photography/scenes'
const { INDUSTRIES } = (await runnerImport(`./${folder}/index.ts`)).module
const { hashOfScene } = (await runnerImport('./tests/support/scene-pictures.ts')).module
const { SKETCH } = (await runnerImport('./src/studios/photography/sizes.ts')).module
const made = JSON.parse(await readFile(`${folder}/pictures/made.json`, 'utf8').catch(() => '{}'))
const all = INDUSTRIES.flatMap(({ scenes }) => scenes)

const { page, close } = await openDarkroom()
for (const { id, scene } of all.filter(({ id }) => id.includes(values.only))) {
  const hash = hashOfScene(scene)
  if (made[id] === hash) continue
  const order = { scene, ...SKETCH, samples: 24, products: [] }
  const { png, ms } = await page.evaluate((wish) => window.picture(wish), order)
  const webp = await page.evaluate(async (bytes) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${bytes}`)).blob())
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    canvas.getContext('2d').drawImage(bitmap, 0, 0)
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.82 })
    return btoa(Array.from(new Uint8Array(await blob.arrayBuffer()), (byte) => String.fromCharCode(byte)).join(''))
  }, png)
  await writeFile(`${folder}/pictures/${id}.webp`, Buffer.from(webp, 'base64'))
  made[id] = hash
  const sorted = Object.fromEntries(all.flatMap((one) => (made[one.id] ? [[one.id, made[one.id]]] : [])))
  await writeFile(`${folder}/pictures/made.json`, `${JSON.stringify(sorted, null, 2)}\n`)
  console.log(`${id}: ${Math.round(ms)} ms, ${Math.round((webp.length * 3) / 4)} bytes`)
}
await close()
process.exit(0)
