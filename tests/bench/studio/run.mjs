// npm run bench:studio [-- --only WORD] [--resume] [--reference 256]: what the studio promises, measured on small pictures.
// Without WORD all but the long parts. Every figure is kept in test-results/bench-studio.json; --resume measures only what it lacks.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { openDarkroom } from './darkroom.mjs'

const KEPT = 'test-results/bench-studio.json'
/** Parts that take more than a few minutes: only when they are asked for. */
const LONG = new Set(['scenes'])

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    resume: { type: 'boolean', default: false },
    reference: { type: 'string', default: '1024' },
  },
})
const wanted = ({ part, name }) => (values.only ? part === values.only || name.includes(values.only) : !LONG.has(part))

const kept = JSON.parse(await readFile(KEPT, 'utf8').catch(() => '{}'))
await mkdir('test-results', { recursive: true })
const { page, close } = await openDarkroom(`bench.html?reference=${values.reference}`, 'figure')
const rows = await page.evaluate(() => window.rows)
let failed = 0
for (const [i, { part, name, goal }] of rows.entries()) {
  if (!wanted({ part, name })) continue
  try {
    if (!values.resume || !kept[name]) kept[name] = { goal, ...(await page.evaluate((k) => window.figure(k), i)) }
    const { value, met } = kept[name]
    if (!met) failed++
    console.log(`${met ? 'met   ' : 'MISSED'}  ${name}: ${Number(value.toPrecision(4))} (${goal})`)
    await writeFile(KEPT, JSON.stringify(kept, null, 2))
  } catch (error) {
    failed++
    console.log(`FAILED  ${name}: ${error.message.split('\n')[0]}`)
  }
}
await close()
process.exit(failed ? 1 : 0)
