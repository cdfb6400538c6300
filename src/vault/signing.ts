import { base64 } from '../core/bytes'
import { bodyOf, type Checkpoint, keyIdOf, keyText, noteOf, type VerifierKey } from '../core/checkpoint'

/** A new Ed25519 key pair, whose private half no script can read. Throws where the browser has no Ed25519. */
export async function newSigningKey(): Promise<CryptoKeyPair> {
  return (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair
}

/** The key that checks what the pair signs, named after itself: nobody else's ledger has that name. */
export async function verifierOf({ publicKey }: CryptoKeyPair): Promise<VerifierKey> {
  const key = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey))
  const name = `vitrine.invalid/ledger/${base64(key.subarray(0, 9)).replaceAll('+', '-').replaceAll('/', '_')}`
  return { name, keyId: await keyIdOf(name, key), key }
}

/** The pair's key as text, see `keyText`. */
export const verifierText = async (pair: CryptoKeyPair): Promise<string> => keyText(await verifierOf(pair))

/** A checkpoint of the pair's ledger, signed. */
export async function signed(pair: CryptoKeyPair, { size, root }: Omit<Checkpoint, 'origin'>): Promise<string> {
  const { name, keyId } = await verifierOf(pair)
  const body = bodyOf({ origin: name, size, root })
  const signature = await crypto.subtle.sign('Ed25519', pair.privateKey, new TextEncoder().encode(body))
  return noteOf(body, name, keyId, new Uint8Array(signature))
}
