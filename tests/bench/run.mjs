// npm run bench [-- speed | batch | soak …] [--quick]: what was asked for is measured, each figure beside its baseline.
import { execFileSync } from 'node:child_process'
import { runnerImport } from 'vite'
import { serveBaseline } from './baseline/serve.mjs'

// Vite's runner has said “development” by now, and a build would believe it.
process.env.NODE_ENV = 'production'
execFileSync('npx', ['vite', 'build', '--logLevel', 'warn'], {
  stdio: 'inherit',
  env: { ...process.env, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' },
})
const { module } = await runnerImport('./tests/bench/bench.ts')
await module.bench(process.argv.slice(2), serveBaseline)
process.exit(0)
