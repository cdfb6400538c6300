// Checkpoints of the ledger: a signed statement of how many lines there are and what they come to. The text is that of
// C2SP tlog-checkpoint (https://c2sp.org/tlog-checkpoint), signed as a C2SP signed-note with Ed25519.
import { base64, bytesOf, fromHex, hex } from './bytes'
import { sha256 } from './ledger'

export interface Checkpoint {
  /** Whose ledger it is: the name of the key that signs it. */
  readonly origin: string
  /** Lines. */
  readonly size: number
  /** Root hash of the RFC 6962 tree over them, 32 bytes. */
  readonly root: Uint8Array<ArrayBuffer>
}

/** A checkpoint as it was found in a text. */
export interface Note extends Checkpoint {
  /** What was signed. */
  readonly body: string
  readonly signatures: readonly { readonly name: string; readonly keyId: string; readonly signature: Uint8Array<ArrayBuffer> }[]
}

/** A key that checks signatures. */
export interface VerifierKey {
  readonly name: string
  /** First four bytes, in hex, of the SHA-256 of name, newline, 0x01 and key. */
  readonly keyId: string
  /** The raw Ed25519 public key, 32 bytes. */
  readonly key: Uint8Array<ArrayBuffer>
}

/** Ed25519, as signed-note numbers its kinds of signature. */
const ED25519 = 1
const encoded = new TextEncoder()

/** The text that is signed. */
export const bodyOf = ({ origin, size, root }: Checkpoint): string => `${origin}\n${size}\n${base64(root)}\n`

/** The whole note: the body, an empty line, the signature's line. `keyId`: see `VerifierKey`. */
export function noteOf(body: string, name: string, keyId: string, signature: Uint8Array): string {
  const id = fromHex(keyId)
  return `${body}\n— ${name} ${base64(new Uint8Array([...id, ...signature]))}\n`
}

/** The notes of a text, one after the other, with or without empty lines between them. Throws a RangeError that says which is none. */
export function notesOf(text: string): Note[] {
  const notes: Note[] = []
  let lines: string[] = []
  let signed: string[] = []
  const end = () => {
    if (signed.length > 0) notes.push(noteFrom(lines, signed, notes.length + 1))
    lines = []
    signed = []
  }
  for (const line of text.replaceAll('\r\n', '\n').split('\n')) {
    if (line.startsWith('— ')) signed.push(line)
    else {
      if (signed.length > 0) end()
      if (line !== '') lines.push(line)
    }
  }
  if (signed.length === 0 && lines.length > 0) throw new RangeError(`checkpoint ${notes.length + 1} has no signature`)
  end()
  return notes
}

function noteFrom(lines: readonly string[], signed: readonly string[], at: number): Note {
  const [origin = '', size = '', root = '', ...more] = lines
  if (lines.length < 3 || !/^(0|[1-9]\d{0,14})$/.test(size)) throw new RangeError(`checkpoint ${at} is not one`)
  const hash = bytesOf(root)
  if (hash?.length !== 32) throw new RangeError(`checkpoint ${at} has no root hash`)
  const signatures = signed.map((line) => {
    const [, name = '', text = ''] = line.split(' ')
    const bytes = bytesOf(text)
    if (!bytes || bytes.length < 5) throw new RangeError(`checkpoint ${at} has a broken signature`)
    return { name, keyId: hex(bytes.subarray(0, 4)), signature: bytes.slice(4) }
  })
  return { origin, size: Number(size), root: hash, body: [origin, size, root, ...more].map((line) => `${line}\n`).join(''), signatures }
}

/** The id of a key of that name. */
export async function keyIdOf(name: string, key: Uint8Array): Promise<string> {
  const hash = await sha256(new Uint8Array([...encoded.encode(`${name}\n`), ED25519, ...key]))
  return hash.slice(0, 8)
}

/** The key as text, in the form of signed-note: name, id and key. */
export const keyText = ({ name, keyId, key }: VerifierKey): string => `${name}+${keyId}+${base64(new Uint8Array([ED25519, ...key]))}`

/** Reads such a text. Throws a RangeError when it is none, or when its parts do not fit together. */
export async function keyFrom(text: string): Promise<VerifierKey> {
  const [, name = '', keyId = '', rest = ''] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? []
  const bytes = bytesOf(rest)
  if (bytes?.length !== 33 || bytes[0] !== ED25519) throw new RangeError('this is not the key of a ledger')
  const key = bytes.slice(1)
  if ((await keyIdOf(name, key)) !== keyId) throw new RangeError('the key of the ledger was altered')
  return { name, keyId, key }
}

/** A check whether a note is one of the key's own ledger and bears its valid signature. */
export async function signatureCheck({ name, keyId, key }: VerifierKey): Promise<(note: Note) => Promise<boolean>> {
  const verifier = await crypto.subtle.importKey('raw', key, 'Ed25519', false, ['verify'])
  return async ({ origin, body, signatures }) => {
    for (const one of signatures) {
      if (origin !== name || one.name !== name || one.keyId !== keyId) continue
      if (await crypto.subtle.verify('Ed25519', verifier, one.signature, encoded.encode(body))) return true
    }
    return false
  }
}
