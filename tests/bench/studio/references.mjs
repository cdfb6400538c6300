// node tests/bench/studio/references.mjs OUT PHOTOS CUTOUTS [--size 480] [--samples 64] [--only word]
// Rebuilds product photos (references.ts) and puts each beside its photo in OUT/<name>.png and on OUT/sheet.html. PHOTOS holds the photos (.jpg), CUTOUTS
// what the studio exports for them as “Transparent PNG”, in the photos' own frames.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'
import { openDarkroom } from './darkroom.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { size: { type: 'string', default: '480' }, samples: { type: 'string', default: '64' }, only: { type: 'string', default: '' } },
})
const [out, photos, cutouts] = positionals.map((path) => resolve(path))
await mkdir(out, { recursive: true })

const { references, documentOf } = (await runnerImport(resolve('tests/bench/studio/references.ts'))).module
const { decoded } = (await runnerImport(resolve('tests/support/pictures.ts'))).module
const files = await readdir(cutouts)
const { page, close } = await openDarkroom()
const rows = []
for (const reference of references.filter(({ photo }) => photo.includes(values.only))) {
  const { photo } = reference
  const file = files.find((name) => name.startsWith(photo) && name.endsWith('.png'))
  if (!file) throw new Error(`There is no cutout of ${photo} in ${cutouts}. Export it from the studio as “Transparent PNG”.`)
  const cutout = { kind: 'image', ...decoded(await readFile(`${cutouts}/${file}`)) }
  const scene = documentOf(reference, cutout)
  const scale = Number(values.size) / Math.max(cutout.width, cutout.height)
  const [width, height] = [cutout.width, cutout.height].map((side) => Math.round(side * scale))
  const wish = { scene, width, height, samples: Number(values.samples), products: [`/@fs${cutouts}/${file}`] }
  const { png, ms } = await page.evaluate((order) => window.picture(order), wish)
  await writeFile(`${out}/${photo}.png`, Buffer.from(png, 'base64'))
  await writeFile(`${out}/${photo}.json`, JSON.stringify(scene, null, 1))
  const theirs = (await readFile(`${photos}/${photo}.jpg`)).toString('base64')
  rows.push(
    `<figure><img src="data:image/jpeg;base64,${theirs}" width="${width}"><img src="data:image/png;base64,${png}" width="${width}"><figcaption>${photo}: the photo, and ours</figcaption></figure>`,
  )
  console.log(`${photo}: ${Math.round(ms)} ms`)
}
const sheet = `<!doctype html><meta charset="utf-8"><style>body{margin:6px;font:12px sans-serif}figure{margin:0 0 8px}img{margin-right:6px}</style>${rows.join('')}`
await writeFile(`${out}/sheet.html`, sheet)
await page.setViewportSize({ width: 2 * Number(values.size) + 30, height: 800 })
await page.setContent(sheet)
await page.screenshot({ path: `${out}/sheet.png`, fullPage: true })
await close()
process.exit(0)
