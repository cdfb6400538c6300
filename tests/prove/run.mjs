// npm run prove [-- egress | ledger | vault | kills]: the promises of trust, put to the test, with figures.
import { execFileSync } from 'node:child_process'
import { runnerImport } from 'vite'

const parts = process.argv.slice(2)
process.env.NODE_ENV = 'production'
// The other parts need no built app.
if (parts.length === 0 || parts.includes('vault') || parts.includes('egress')) {
  execFileSync('npx', ['vite', 'build', '--logLevel', 'warn'], {
    stdio: 'inherit',
    env: { ...process.env, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' },
  })
}
const { module } = await runnerImport('./tests/prove/prove.ts')
process.exit((await module.prove(parts)) ? 0 : 1)
