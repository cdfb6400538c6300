// The verifier as a page of its own: one file, without a network. The browser hands it the files that are dropped or chosen.
import { audit } from '../core/audit'
import { certificateFrom, checkCertificate } from '../core/certified'
import { sha256 } from '../core/ledger'
import { certifiedSaid, said } from './said'

const find = <T extends HTMLElement>(id: string) => document.getElementById(id) as T
const [input, button, out, drop] = [find<HTMLInputElement>('files'), find('choose'), find('out'), document.body]

async function verify(files: readonly File[]) {
  out.replaceChildren()
  out.dataset.verdict = 'busy'
  say('Computing every hash again…')
  const text = async (accept: (name: string) => boolean) =>
    (await Promise.all(files.filter(({ name }) => accept(name)).map((file) => file.text()))).join('\n')
  const ledger = await text((name) => name.endsWith('.jsonl') && !name.includes('details'))
  const details = await text((name) => name.endsWith('.jsonl') && name.includes('details'))
  const key = await text((name) => name === 'key.txt')
  const checkpoints = await text((name) => name.endsWith('.txt') && name !== 'key.txt' && name !== 'README.txt')
  const brought = key === '' ? null : key
  const certified = await certificates(files, brought, ledger === '' ? null : ledger)
  out.replaceChildren()
  for (const line of certified.lines) say(line)
  if (ledger === '') {
    const none = certified.lines.length === 0
    out.dataset.verdict = certified.hold && !none ? 'pass' : 'fail'
    if (none)
      say(
        'There is neither a ledger nor a certificate among these files. Choose ledger.jsonl, checkpoints.txt and key.txt together, or a certificate (a JSON) and its file.',
      )
    return
  }
  const found = await audit({ ledger, details, checkpoints, key: brought })
  out.dataset.verdict = found.findings.length > 0 || !certified.hold ? 'fail' : 'pass'
  for (const sentence of said(found, checkpoints !== '')) say(sentence)
  if (key === '') say('No key.txt: signatures were not checked.')
}

/** Checks each certificate among the files against the other files. */
async function certificates(files: readonly File[], key: string | null, ledger: string | null) {
  const lines: string[] = []
  let hold = true
  const jsons = files.filter(({ name }) => name.endsWith('.json'))
  const pictures = jsons.length === 0 ? [] : files.filter(({ name }) => !/\.(json|jsonl|txt|csv|html|mjs|pdf)$/.test(name))
  const hashed = await Promise.all(pictures.map(async (file) => ({ name: file.name, sha256: await sha256(await file.arrayBuffer()) })))
  for (const file of jsons) {
    const certificate = certificateFrom(await file.text())
    const found = certificate && (await checkCertificate(certificate, { files: hashed, key, ledger }))
    if (!found || found.faults.length > 0) hold = false
    lines.push(...(found ? certifiedSaid(certificate, found) : [`${file.name} is no fidelity certificate.`]))
  }
  return { lines, hold }
}

function say(sentence: string) {
  const line = document.createElement('p')
  line.textContent = sentence
  out.append(line)
}

button.addEventListener('click', () => input.click())
input.addEventListener('change', () => {
  const files = [...(input.files ?? [])]
  // So that the same files, changed meanwhile, can be chosen again.
  input.value = ''
  void verify(files)
})
drop.addEventListener('dragover', (event) => event.preventDefault())
drop.addEventListener('drop', (event) => {
  event.preventDefault()
  void verify([...(event.dataTransfer?.files ?? [])])
})
