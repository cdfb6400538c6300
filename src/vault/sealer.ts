import { hex, joined } from '../core/bytes'
import { fail } from '../core/fault'
import type { Sealer } from '../core/sealing'

/** Bytes of a file that are sealed together. */
const PIECE = 2 ** 20
const TAG = 16
const NONCE = 12
/** Random start of the nonces of one file's pieces; their number and whether it is the last one follow. */
const PREFIX = 7

const text = new TextEncoder()

/** A key for one purpose out of a secret of 32 bytes (HKDF, RFC 5869). No script can read it. */
export async function derive(secret: Uint8Array<ArrayBuffer>, purpose: string, algorithm: 'AES-GCM' | 'HMAC'): Promise<CryptoKey> {
  const root = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  const params = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info: text.encode(`vitrine ${purpose}`) }
  return algorithm === 'HMAC'
    ? await crypto.subtle.deriveKey(params, root, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign'])
    : await crypto.subtle.deriveKey(params, root, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

/** AES-256-GCM under a random nonce of 96 bits, which stands in front; `about` is authenticated with it. */
export async function seal(key: CryptoKey, bytes: Uint8Array<ArrayBuffer>, about: string): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE))
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: text.encode(about) }, key, bytes)
  return joined(iv, new Uint8Array(sealed))
}

/** Throws the fault `damaged`. */
export async function open(key: CryptoKey, box: Uint8Array<ArrayBuffer>, about: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const iv = box.subarray(0, NONCE)
    const additionalData = text.encode(about)
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, box.subarray(NONCE)))
  } catch {
    return damaged()
  }
}

/**
 * A sealer over a secret of 32 bytes. Files are sealed in pieces after STREAM (Hoang, Reyhanitabar, Rogaway and Vizár,
 * “Online authenticated-encryption and its nonce-reuse misuse-resistance”, CRYPTO 2015): each piece's nonce holds its
 * number and whether it is the last, so that none can be left out, moved or put elsewhere.
 */
export async function sealerOf(secret: Uint8Array<ArrayBuffer>): Promise<Sealer> {
  const [records, files, names] = await Promise.all([
    derive(secret, 'records', 'AES-GCM'),
    derive(secret, 'files', 'AES-GCM'),
    derive(secret, 'names', 'HMAC'),
  ])
  return {
    seal: (bytes, about) => seal(records, bytes, about),
    open: (box, about) => open(records, box, about),

    async sealFile(file, about) {
      const prefix = crypto.getRandomValues(new Uint8Array(PREFIX))
      const additionalData = text.encode(about)
      const pieces: BlobPart[] = [prefix]
      const count = Math.max(1, Math.ceil(file.size / PIECE))
      for (let i = 0; i < count; i++) {
        const iv = nonceOf(prefix, i, i === count - 1)
        const bytes = await file.slice(i * PIECE, (i + 1) * PIECE).arrayBuffer()
        pieces.push(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, files, bytes))
      }
      return new Blob(pieces)
    },

    async openFile(box, about) {
      const additionalData = text.encode(about)
      const body = box.size - PREFIX
      const count = Math.ceil(body / (PIECE + TAG))
      if (body < TAG) return damaged()
      const out = new Uint8Array(body - count * TAG)
      const prefix = new Uint8Array(await box.slice(0, PREFIX).arrayBuffer())
      for (let i = 0; i < count; i++) {
        const iv = nonceOf(prefix, i, i === count - 1)
        const from = PREFIX + i * (PIECE + TAG)
        const piece = await box.slice(from, from + PIECE + TAG).arrayBuffer()
        const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, files, piece).catch(damaged)
        out.set(new Uint8Array(plain), i * PIECE)
      }
      return out
    },

    async nameOf(what) {
      const mac = new Uint8Array(await crypto.subtle.sign('HMAC', names, text.encode(what)))
      return hex(mac.subarray(0, 16))
    },
  }
}

function nonceOf(prefix: Uint8Array, number: number, last: boolean): Uint8Array<ArrayBuffer> {
  const nonce = new Uint8Array(NONCE)
  nonce.set(prefix)
  new DataView(nonce.buffer).setUint32(PREFIX, number)
  nonce[NONCE - 1] = last ? 1 : 0
  return nonce
}

function damaged(): never {
  return fail(
    'damaged',
    'Something that was stored here is damaged or was changed from outside.',
    'Add the photo again from where you keep it.',
  )
}
