// npm run bench:cutout [-- --quick | --only name | --choice fine | --cost | --sheet folder]: cutouts against the truth, beside the baseline's.
import { runnerImport } from 'vite'
import { serveBaseline } from '../baseline/serve.mjs'

process.env.NODE_ENV = 'production'
const { module } = await runnerImport('./tests/bench/cutout/cutouts.ts')
await module.benchCutouts(process.argv.slice(2), serveBaseline)
process.exit(0)
