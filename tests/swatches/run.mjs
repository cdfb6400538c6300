// Contact sheets of all materials, props and gobos: node tests/swatches/run.mjs <folder> [materials|props|gobos] [kind,kind,…] [px]
import { mkdirSync, writeFileSync } from 'node:fs'
import { chromium } from 'playwright'
import { build } from 'vite'
import { chromiumFlags, chromiumPath } from '../support/chromium.mjs'

const [folder = 'swatches', what = 'materials', kinds = '', px = '160', bake = '512'] = process.argv.slice(2)
const { output } = (
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      lib: { entry: new URL('page.ts', import.meta.url).pathname, formats: ['iife'], name: 'swatches' },
    },
  })
)[0]
const browser = await chromium.launch({
  executablePath: chromiumPath(),
  args: [...chromiumFlags, '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
})
const page = await browser.newPage()
page.on('console', (line) => console.log(line.text()))
page.on('pageerror', (error) => console.log(error.stack))
await page.addScriptTag({ content: output[0].code })
const url = await page.evaluate(([a, b, c, d]) => globalThis.swatches.sheet(a, b, c, d), [what, kinds ? kinds.split(',') : [], +px, +bake])
mkdirSync(folder, { recursive: true })
writeFileSync(`${folder}/${what}.png`, Buffer.from(url.split(',')[1], 'base64'))
await browser.close()
