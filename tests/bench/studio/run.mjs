// npm run bench:studio [-- --only WORD] [--resume] [--reference 256]: what the studio promises, measured on small pictures.
// WORD is a part or stands in a name; without it all but the long parts. Every figure is kept in test-results/bench-studio.json; --resume measures only what it lacks.
import { execFileSync } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'
import { openDarkroom } from './darkroom.mjs'

const KEPT = 'test-results/bench-studio.json'
/** Parts that take more than a few minutes: only when they are asked for. */
const LONG = new Set(['scenes', 'layouts', 'contact', 'batch', 'app'])

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    resume: { type: 'boolean', default: false },
    reference: { type: 'string', default: '1024' },
  },
})
const kept = async () => JSON.parse(await readFile(KEPT, 'utf8').catch(() => '{}'))
await mkdir('test-results', { recursive: true })

const { module: shared } = await runnerImport(resolve('tests/support/shared.ts'))
const query = new URLSearchParams({ reference: values.reference })
if (shared.hasShared()) query.set('cutouts', `/@fs${shared.sharedData('cutouts')}`)
const { page, close } = await openDarkroom(`bench.html?${query}`, 'figure')
const { module: app } = await runnerImport(resolve('tests/bench/studio/app-batch.ts'))

const rows = [
  ...(await page.evaluate(() => window.rows)).map((row, i) => ({ ...row, figure: () => page.evaluate((k) => window.figure(k), i) })),
  ...app.rows.map((row) => ({
    ...row,
    async figure() {
      const value = await row.measure()
      return { value, met: row.met(value) }
    },
  })),
]
const named = rows.filter(({ part }) => part === values.only)
const wanted = named.length > 0 ? named : rows.filter(({ part, name }) => (values.only ? name.includes(values.only) : !LONG.has(part)))

if (wanted.some(({ part }) => part === 'app')) {
  // Vite's runner has said “development” by now, and a build would believe it.
  const env = { ...process.env, NODE_ENV: 'production', VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' }
  execFileSync('npx', ['vite', 'build', '--logLevel', 'warn'], { stdio: 'inherit', env })
}

let failed = 0
for (const { name, goal, figure } of wanted) {
  try {
    const { [name]: before } = await kept()
    const { value, met } = values.resume && before ? before : await figure()
    if (!met) failed++
    console.log(`${met ? 'met   ' : 'MISSED'}  ${name}: ${Number(value.toPrecision(4))}${goal && ` (${goal})`}`)
    // Two runs may be under way at once, each with a part of its own.
    await writeFile(KEPT, JSON.stringify({ ...(await kept()), [name]: { goal, value, met } }, null, 2))
  } catch (error) {
    failed++
    console.log(`FAILED  ${name}: ${error.message.split('\n')[0]}`)
  }
}
await close()
process.exit(failed ? 1 : 0)
