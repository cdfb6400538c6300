// node verify.mjs [folder or ledger.jsonl] [further checkpoints …], or
// node verify.mjs certificate.json [its file, its photo, key.txt, ledger.jsonl …]: exits with 0 when all holds, with 1 when not.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { audit } from '../core/audit'
import { certificateFrom, checkCertificate } from '../core/certified'
import { sha256 } from '../core/ledger'
import { certifiedSaid, said } from './said'

const [given = '.', ...kept] = process.argv.slice(2)
if (given.endsWith('.json')) {
  const certificate = existsSync(given) ? certificateFrom(readFileSync(given, 'utf8')) : null
  if (!certificate) {
    console.error(`${given} is no fidelity certificate.`)
    process.exit(2)
  }
  // Where the studio puts them: the certificate in a folder beside its file.
  const { name } = certificate.file
  const near = [join(dirname(given), name), join(dirname(given), '..', name)].filter((path) => existsSync(path)).slice(0, 1)
  const texts = (ending: string) => kept.filter((path) => path.endsWith(ending)).map((path) => readFileSync(path, 'utf8'))[0] ?? null
  const pictures = [...kept.filter((path) => !/\.(txt|jsonl)$/.test(path)), ...near]
  const files = await Promise.all(
    pictures.map(async (path) => ({ name: basename(path), sha256: await sha256(new Uint8Array(readFileSync(path))) })),
  )
  const found = await checkCertificate(certificate, { files, key: texts('.txt'), ledger: texts('.jsonl') })
  for (const line of certifiedSaid(certificate, found)) console.log(line)
  process.exit(found.faults.length > 0 ? 1 : 0)
}

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
