import { encode } from 'cborg'
import { joined } from '../core/bytes'

type Bytes = Uint8Array<ArrayBuffer>

/** How keys sign claims, by C2PA's names (C2PA 2.2, “Digital signatures”): COSE's number (RFC 9053, 9864), and WebCrypto's words. */
export const ALGORITHMS = {
  es256: { cose: -7, key: { name: 'ECDSA', namedCurve: 'P-256' }, sign: { name: 'ECDSA', hash: 'SHA-256' }, bytes: 64 },
  es384: { cose: -35, key: { name: 'ECDSA', namedCurve: 'P-384' }, sign: { name: 'ECDSA', hash: 'SHA-384' }, bytes: 96 },
  es512: { cose: -36, key: { name: 'ECDSA', namedCurve: 'P-521' }, sign: { name: 'ECDSA', hash: 'SHA-512' }, bytes: 132 },
  ps256: { cose: -37, key: { name: 'RSA-PSS', hash: 'SHA-256' }, sign: { name: 'RSA-PSS', saltLength: 32 }, bytes: null },
  ed25519: { cose: -8, key: { name: 'Ed25519' }, sign: { name: 'Ed25519' }, bytes: 64 },
} as const
export type Algorithm = keyof typeof ALGORITHMS

/** Signs claims with one key. */
export interface ClaimSigner {
  readonly alg: Algorithm
  /** Bytes that every answer of `sign` has. */
  readonly reserveSize: number
  sign(claim: Bytes): Promise<Bytes>
}

/** COSE's header for a chain of X.509 certificates (RFC 9360), protected as C2PA asks. */
const X5CHAIN = 33
/** The CBOR tag of a COSE_Sign1. */
const SIGN1 = Uint8Array.of(0xd2)

/** A signer whose answers are whole COSE_Sign1 with a detached payload (RFC 9052). `chain` in DER, the key's own certificate first. */
export function claimSigner(key: CryptoKey, alg: Algorithm, chain: readonly Uint8Array[]): ClaimSigner {
  const { cose, sign, bytes } = ALGORITHMS[alg]
  const header = encode(
    new Map<number, unknown>([
      [1, cose],
      [X5CHAIN, chain.length === 1 ? chain[0] : chain],
    ]),
  )
  const sealed = (signature: Uint8Array) => joined(SIGN1, encode([header, new Map(), null, signature]))
  const length = bytes ?? (key.algorithm as { readonly modulusLength: number } & KeyAlgorithm).modulusLength / 8
  return {
    alg,
    reserveSize: sealed(new Uint8Array(length)).length,
    async sign(claim) {
      const toSign = joined(encode(['Signature1', header, new Uint8Array(), claim]))
      return sealed(new Uint8Array(await crypto.subtle.sign(sign, key, toSign)))
    },
  }
}
