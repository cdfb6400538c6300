// npm run bench:studio [-- --only WORD]: what the studio promises of its light, its lens and its mirrors, measured on small pictures.
import { parseArgs } from 'node:util'
import { openDarkroom } from './darkroom.mjs'

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } })
const { page, close } = await openDarkroom('bench.html', 'row')
const count = await page.evaluate(() => window.rows)
const names = await page.evaluate(() => window.names)
let failed = 0
for (let i = 0; i < count; i++) {
  if (!names[i].includes(values.only)) continue
  try {
    const { name, goal, value, met } = await page.evaluate((k) => window.row(k), i)
    if (!met) failed++
    console.log(`${met ? 'met   ' : 'MISSED'}  ${name}: ${Number(value.toPrecision(4))} (${goal})`)
  } catch (error) {
    failed++
    console.log(`FAILED  ${names[i]}: ${error.message.split('\n')[0]}`)
  }
}
await close()
process.exit(failed ? 1 : 0)
