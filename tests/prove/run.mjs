// npm run prove [-- egress | ledger | vault | backup | kills]: the promises of trust, put to the test, with figures.
import { execFileSync } from 'node:child_process'
import { runnerImport } from 'vite'
import { inOwnNetwork } from './network.mjs'

const parts = process.argv.slice(2)
process.env.NODE_ENV = 'production'
const inside = process.env.VITRINE_NETWORK === 'own'
// The other parts need no built app.
if (!inside && (parts.length === 0 || parts.includes('vault') || parts.includes('egress'))) {
  execFileSync('npx', ['vite', 'build', '--logLevel', 'warn'], {
    stdio: 'inherit',
    env: { ...process.env, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' },
  })
}
if (!inside && (parts.length === 0 || parts.includes('egress'))) {
  const code = inOwnNetwork([process.execPath, ...process.argv.slice(1)])
  if (code !== null) process.exit(code)
  console.log('No network namespace can be made here: ways that need names answered are left out.')
}
const { module } = await runnerImport('./tests/prove/prove.ts')
process.exit((await module.prove(parts)) ? 0 : 1)
