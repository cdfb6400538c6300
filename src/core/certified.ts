import { fromHex, hex } from './bytes'
import { type Certificate, claimsHash } from './certificate'
import { keyFrom, type Note, notesOf, signatureCheck } from './checkpoint'
import { hashOf, hashOfJson, leafOf, lineOf } from './ledger'
import { leafHash, rootAlong } from './merkle'
import { readBy } from './recipe'

/** What a check of a certificate found, in sentences. */
export interface Certified {
  readonly faults: readonly string[]
  /** What holds, and what could not be told. */
  readonly remarks: readonly string[]
}

/** What lies beside a certificate. */
export interface Beside {
  /** Files that may be the ones it speaks of, by name and lower-case hex SHA-256. */
  readonly files: readonly { readonly name: string; readonly sha256: string }[]
  /** Key of the ledger, as text, from somewhere else than the certificate. */
  readonly key: string | null
  /** The ledger as JSON Lines. */
  readonly ledger: string | null
}

/** The certificate in a text; null when it holds none. */
export function certificateFrom(text: string): Certificate | null {
  try {
    const found = JSON.parse(text) as Certificate
    const { certificate, file, original, steps, measured, ledger } = found
    const whole = [file, original, measured?.solid?.same, ledger?.entry?.body].every((part) => typeof part === 'object' && part !== null)
    return certificate === 'Vitrine fidelity certificate, version 1' && whole && Array.isArray(steps) && Array.isArray(ledger.path)
      ? found
      : null
  } catch {
    return null
  }
}

/** Checks every hash of a certificate, from the pixels’ file to the signature. Never throws: what cannot be read is a fault. */
export async function checkCertificate(certificate: Certificate, beside: Beside): Promise<Certified> {
  const faults: string[] = []
  const remarks: string[] = []
  try {
    faults.push(...(await told(certificate)), ...(await made(certificate)))
    const { fault, remark } = await witnessed(certificate, beside.key)
    if (fault) faults.push(fault)
    if (remark) remarks.push(remark)
    for (const one of held(certificate, beside)) (one.holds ? remarks : faults).push(one.says)
  } catch (error) {
    faults.push(`The certificate cannot be read (${error instanceof Error ? error.message : error}).`)
  }
  return { faults, remarks }
}

/** Whether the ledger’s line is whole and speaks of this very certificate. */
async function told(certificate: Certificate): Promise<string[]> {
  const { entry } = certificate.ledger
  const faults: string[] = []
  if ((await hashOf(entry)) !== entry.hash) faults.push('The ledger’s line in the certificate was altered.')
  if (entry.did !== 'certificate' || entry.body.certificate !== (await claimsHash(certificate)))
    faults.push('The certificate was altered: the ledger’s line holds the hash of another text.')
  else if (entry.body.out !== certificate.file.sha256 || entry.body.in !== certificate.original.sha256)
    faults.push('The ledger’s line speaks of another file.')
  return faults
}

/** Whether the steps lead from the photo to the request that the file answers. */
async function made({ steps, request, original }: Certificate): Promise<string[]> {
  const known = new Set<string>([`blob:${original.sha256}`])
  const faults: string[] = []
  for (const { key, op, v, params, from, model } of steps) {
    const asked: string = await hashOfJson({ op, v, params, from, model })
    if (asked !== key) faults.push(`The step “${op}” is not the one that was asked for.`)
    known.add(key)
  }
  const loose = steps.some((step) => readBy(step).some((source) => !known.has(source) && !source.startsWith('blob:')))
  if (loose || !known.has(request)) faults.push('Steps are missing between the photo and the file.')
  if (!steps.some((step) => readBy(step).some((source: string) => source === `blob:${original.sha256}`)))
    faults.push('The steps do not begin with the photo.')
  return faults
}

/** Whether a checkpoint, signed by the key, vouches for the line. */
async function witnessed({ ledger }: Certificate, other: string | null): Promise<{ fault?: string; remark?: string }> {
  const { entry, path, checkpoint, key } = ledger
  if (checkpoint === null) return { remark: 'It is not signed: its browser could not. Only the ledger itself can bear it out.' }
  const [note] = notesOf(checkpoint) as [Note]
  const verifier = await keyFrom(key)
  if (!(await (await signatureCheck(verifier))(note)))
    return { fault: 'The checkpoint is not signed by the key that the certificate names.' }
  const root = await rootAlong(await leafHash(leafOf(entry)), entry.n, note.size, path.map(fromHex))
  if (!root || hex(root) !== hex(note.root)) return { fault: 'The checkpoint does not vouch for the ledger’s line.' }
  if (other !== null && other.trim() !== key) return { fault: 'The key is another one than the one you brought.' }
  const signed = `Line ${entry.n + 1} of the ledger bears it out, and the checkpoint of ${note.size} lines, signed by ${key}, bears out the line.`
  return { remark: other === null ? `${signed} Compare the key with one that you were given before.` : signed }
}

/** What the files beside it say. */
function held({ file, original, ledger }: Certificate, beside: Beside): { holds: boolean; says: string }[] {
  const found: { holds: boolean; says: string }[] = []
  const its = beside.files.find(({ sha256 }) => sha256 === file.sha256)
  const named = beside.files.find(({ name }) => name === file.name)
  if (its) found.push({ holds: true, says: `${its.name} is the very file that it speaks of.` })
  else if (named) found.push({ holds: false, says: `${named.name} is not the file that it speaks of: it was changed since.` })
  else found.push({ holds: true, says: `Whether you hold the file that it speaks of cannot be told: add ${file.name}.` })
  const photo = beside.files.find(({ sha256 }) => sha256 === original.sha256)
  if (photo) found.push({ holds: true, says: `${photo.name} is the very photo that it was made from.` })
  if (beside.ledger !== null) {
    const there = beside.ledger.split('\n').some((line) => line.trim() === lineOf(ledger.entry))
    found.push(
      there
        ? { holds: true, says: `The ledger has that line ${ledger.entry.n + 1}.` }
        : { holds: false, says: 'The ledger that you brought has no such line.' },
    )
  }
  return found
}
