// node tests/bench/studio/sheet.mjs OUT SCENE... [--size 320] [--samples 32] [--layer all] [--product cutout.png]...
// Renders scene documents to OUT/<name>.png and puts them together on OUT/sheet.html. A SCENE is a .json file or a module (.ts, .mjs) whose
// exports are scenes: objects with `camera`, or with a `scene` that has one; lists and records of them as well.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'
import { openDarkroom } from './darkroom.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', default: '320' },
    samples: { type: 'string', default: '32' },
    layer: { type: 'string', default: 'all' },
    product: { type: 'string', multiple: true, default: [] },
  },
})
const [out, ...sources] = positionals
await mkdir(out, { recursive: true })

/** All the scenes in a value, with names that tell them apart. */
function scenesIn(value, name) {
  if (!value || typeof value !== 'object') return []
  if ('camera' in value && 'ground' in value) return [[name, value]]
  if ('scene' in value) return scenesIn(value.scene, value.id ?? name)
  return Object.entries(value).flatMap(([key, one]) => scenesIn(one, Array.isArray(value) ? (one?.id ?? `${name}-${key}`) : key))
}

const scenes = []
for (const source of sources) {
  const name = basename(source).replace(/\.\w+$/, '')
  const value = source.endsWith('.json') ? JSON.parse(await readFile(source, 'utf8')) : (await runnerImport(resolve(source))).module
  scenes.push(...scenesIn(value, name))
}

const size = Number(values.size)
const { page, close } = await openDarkroom()
const rows = []
for (const [name, scene] of scenes) {
  const aspect = scene.aspect ?? 1
  const [width, height] = aspect >= 1 ? [size, Math.round(size / aspect)] : [Math.round(size * aspect), size]
  const products = values.product.map((file) => `/@fs${resolve(file)}`)
  const order = {
    scene,
    width,
    height,
    samples: Number(values.samples),
    layer: values.layer,
    products: scene.products.map((_, i) => products[i % products.length]).filter(Boolean),
  }
  try {
    const { png, ms, shown } = await page.evaluate((wish) => window.picture(wish), order)
    await writeFile(`${out}/${name}.png`, Buffer.from(png, 'base64'))
    rows.push(`<figure><img src="${name}.png"><figcaption>${name}</figcaption></figure>`)
    console.log(`${name}: ${Math.round(ms)} ms, first shown after ${Math.round(shown[0] ?? ms)} ms`)
  } catch (error) {
    console.error(`${name}: ${error.message.split('\n')[0]}`)
  }
}
await writeFile(
  `${out}/sheet.html`,
  `<!doctype html><meta charset="utf-8"><style>body{display:flex;flex-wrap:wrap;gap:8px;font:12px sans-serif}figure{margin:0}</style>${rows.join('')}`,
)
if (rows.length > 1) {
  await page.setViewportSize({ width: 1300, height: 800 })
  const pictures = await Promise.all(
    rows.map(async (row) =>
      row.replace(
        /src="([^"]+)"/,
        `src="data:image/png;base64,${(await readFile(`${out}/${/src="([^"]+)"/.exec(row)[1]}`)).toString('base64')}"`,
      ),
    ),
  )
  await page.setContent(
    `<style>body{margin:4px;display:flex;flex-wrap:wrap;gap:6px;font:11px sans-serif}figure{margin:0}</style>${pictures.join('')}`,
  )
  await page.screenshot({ path: `${out}/sheet.png`, fullPage: true })
}
await close()
process.exit(0)
