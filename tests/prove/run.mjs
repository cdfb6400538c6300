// npm run prove [-- ledger]: the promises of trust, put to the test, with figures.
import { runnerImport } from 'vite'

const { module } = await runnerImport('./tests/prove/prove.ts')
process.exit((await module.prove(process.argv.slice(2))) ? 0 : 1)
