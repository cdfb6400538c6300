// The verifier as a page of its own: one file, without a network. The browser hands it the files that are dropped or chosen.
import { audit } from '../core/audit'
import { said } from './said'

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
  out.replaceChildren()
  if (ledger === '') {
    out.dataset.verdict = 'fail'
    say('There is no ledger.jsonl among these files. Choose ledger.jsonl, checkpoints.txt and key.txt together.')
    return
  }
  const found = await audit({ ledger, details, checkpoints, key: key === '' ? null : key })
  out.dataset.verdict = found.findings.length > 0 ? 'fail' : 'pass'
  for (const sentence of said(found, checkpoints !== '')) say(sentence)
  if (key === '') say('No key.txt: signatures were not checked.')
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
