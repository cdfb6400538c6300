// npm run bench [-- speed | batch | soak …] [--quick]: what was asked for is measured, each figure beside its baseline.
import { execFileSync } from 'node:child_process'
import { runnerImport } from 'vite'

execFileSync('npx', ['vite', 'build', '--logLevel', 'warn'], { stdio: 'inherit' })
const { module } = await runnerImport('./tests/bench/bench.ts')
await module.bench(process.argv.slice(2))
process.exit(0)
