// node verify.mjs [folder or ledger.jsonl] [further checkpoints …]: exits with 0 when all holds, with 1 when not.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { audit } from '../core/audit'
import { said } from './said'

const [given = '.', ...kept] = process.argv.slice(2)
const folder = existsSync(given) && statSync(given).isDirectory()
const ledger = folder ? join(given, 'ledger.jsonl') : given
const beside = (name: string) => join(dirname(ledger), name)
const read = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : null)

const text = read(ledger)
if (text === null) {
  console.error(`There is no ${ledger}. Give the folder that holds ledger.jsonl, checkpoints.txt and key.txt.`)
  process.exit(2)
}
const checkpoints = [beside('checkpoints.txt'), ...kept].map(read).filter((one) => one !== null)
const key = read(beside('key.txt'))
const details = read(beside('details.jsonl')) ?? ''
const found = await audit({ ledger: text, details, checkpoints: checkpoints.join('\n'), key })
for (const line of said(found, checkpoints.length > 0)) console.log(line)
if (key === null) console.log('No key.txt: signatures were not checked.')
process.exit(found.findings.length > 0 ? 1 : 0)
