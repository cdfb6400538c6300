// `npm test`: every check there is, one after the other, each in spite of failures before it. `npm test -- types node` runs those alone.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setUp } from './setup.mjs'

const root = join(import.meta.dirname, '..')
const reports = mkdtempSync(join(tmpdir(), 'vitrine-reports-'))
const report = (name) => join(reports, `${name}.json`)
const read = (name) => JSON.parse(readFileSync(report(name), 'utf8'))
const MINUTE = 60_000

/** Runs a tool of the project; resolves to whether it ended well. */
function tool(name, args, { minutes = 5, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, binaries[name]), ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, CI: process.env.CI ?? '1', FORCE_COLOR: '0', VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true', ...env },
      timeout: minutes * MINUTE,
      killSignal: 'SIGKILL',
    })
    child.on('error', (error) => console.error(String(error)))
    child.on('close', (code) => resolve(code === 0))
  })
}

const binaries = {
  tsc: 'node_modules/typescript/bin/tsc',
  biome: 'node_modules/@biomejs/biome/bin/biome',
  depcruise: 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
  knip: 'node_modules/knip/bin/knip.js',
  vite: 'node_modules/vite/bin/vite.js',
  'size-limit': 'node_modules/size-limit/bin.js',
  vitest: 'node_modules/vitest/vitest.mjs',
  playwright: 'node_modules/@playwright/test/cli.js',
}

/** A check counts as one: passed or failed. */
const check = async (...args) => ((await tool(...args)) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })

async function vitest(project) {
  const ended = await tool(
    'vitest',
    ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile=${report(project)}`],
    { minutes: 10 },
  )
  const { numPassedTests: passed, numFailedTests, testResults } = read(project)
  const left = testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'skipped' || status === 'pending' || status === 'todo'),
  )
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
  )
  const failed = numFailedTests + broken.length
  const wrong = testResults.flatMap(({ name, message, assertionResults }) => [
    ...assertionResults.filter(({ status }) => status === 'failed').map((one) => `${one.fullName}\n${one.failureMessages.join('\n')}`),
    ...(broken.some((file) => file.name === name) ? [`${name}\n${message}`] : []),
  ])
  return { passed, failed: ended ? failed : Math.max(failed, 1), wrong, left: left.map(({ fullName }) => fullName) }
}

async function playwright() {
  const ended = await tool('playwright', ['test', '-c', 'tests/playwright.config.ts'], {
    minutes: 40,
    env: { VITRINE_REPORT: report('e2e') },
  })
  const { stats, suites, errors } = read('e2e')
  const specs = (list) => list.flatMap(({ suites: inner = [], specs: own = [] }) => [...own, ...specs(inner)])
  const all = specs(suites)
  const left = all.filter(({ tests }) => tests.some(({ status }) => status === 'skipped'))
  const failed = stats.unexpected + stats.flaky + errors.length
  const wrong = all
    .filter(({ ok }) => !ok)
    .map(({ title, tests }) => `${title}\n${tests.flatMap(({ results }) => results.map(({ error }) => error?.message ?? '')).join('\n')}`)
  return { passed: stats.expected, failed: ended ? failed : Math.max(failed, 1), wrong, left: left.map(({ title }) => title) }
}

/** The committed notices are those of what was just built. */
function notices() {
  const same = readFileSync(join(root, 'dist/licences.txt'), 'utf8') === readFileSync(join(root, 'THIRD-PARTY-NOTICES.md'), 'utf8')
  if (!same) console.log('THIRD-PARTY-NOTICES.md is not what the build holds: run `npm run notices`.')
  return same ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

const stages = {
  'types: screens': () => check('tsc', ['-p', 'src/tsconfig.json']),
  'types: workers': () => check('tsc', ['-p', 'workers/tsconfig.json']),
  'types: tests': () => check('tsc', ['-p', 'tests/tsconfig.json']),
  lint: () => check('biome', ['check', '.']),
  imports: () =>
    check('depcruise', ['--config', '.dependency-cruiser.cjs', '--output-type', 'err', 'src', 'workers', 'models', 'vite.config.ts']),
  unused: () => check('knip', []),
  build: () => {
    rmSync(join(root, 'dist'), { recursive: true, force: true })
    return check('vite', ['build', '--logLevel', 'warn'], { minutes: 10 })
  },
  notices,
  size: () => check('size-limit', []),
  node: () => vitest('node'),
  browser: () => vitest('browser'),
  e2e: playwright,
}

const wanted = process.argv.slice(2)
await setUp()
const rows = []
for (const [name, run] of Object.entries(stages)) {
  if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) continue
  console.log(`\n── ${name}`)
  const began = performance.now()
  const result = await Promise.resolve()
    .then(run)
    .catch((error) => {
      console.error(String(error))
      return { passed: 0, failed: 1 }
    })
  rows.push({ name, seconds: (performance.now() - began) / 1000, left: [], wrong: [], ...result })
}
rmSync(reports, { recursive: true, force: true })

// Told once more at the end: of a long log often only the end is kept.
for (const { name, wrong } of rows) for (const what of wrong) console.log(`\n✗ ${name}: ${what.slice(0, 2000)}`)
console.log('')
for (const { name, seconds, passed, failed, left } of rows) {
  const out = left.length > 0 ? `, ${left.length} left out` : ''
  console.log(`${failed > 0 ? '✗' : '✓'} ${name.padEnd(16)} ${seconds.toFixed(1).padStart(6)} s   ${passed} passed, ${failed} failed${out}`)
  for (const title of left) console.log(`    left out: ${title}`)
}
const sum = (key) => rows.reduce((total, row) => total + row[key], 0)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') > 0 ? 1 : 0
