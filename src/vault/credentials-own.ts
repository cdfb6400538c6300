import 'reflect-metadata/lite'
import * as x509 from '@peculiar/x509'
import type { Certificate } from '../core/credentials'
import { fail } from '../core/fault'
import { sha256 } from '../core/ledger'
import { ALGORITHMS, type Algorithm } from './credentials'

type Der = Uint8Array<ArrayBuffer>

/** A certificate of the seller's own with what stands behind it, in DER, its key as PKCS#8. */
export interface OwnChain {
  readonly chain: readonly Der[]
  readonly key: Der
}

/** What a certificate is told by. */
export async function certificateOf(der: Der): Promise<Certificate> {
  const { subjectName, issuerName, notBefore, notAfter } = new x509.X509Certificate(der)
  const named = (name: x509.Name) => name.getField('CN')[0] ?? name.getField('O')[0] ?? name.toString()
  return {
    name: named(subjectName),
    issuer: named(issuerName),
    fingerprint: await sha256(der),
    from: notBefore.toISOString(),
    until: notAfter.toISOString(),
  }
}

/** Certificates as PEM, one after the other. */
export const pemOf = (chain: readonly Der[]): string => chain.map((der) => `${x509.PemConverter.encode(der, 'CERTIFICATE')}\n`).join('')

/**
 * The seller's certificate and key out of PEM files, the chain in its order. Throws a fault that says why they cannot be
 * used: `not-a-certificate`, `key-encrypted`, `key-form`, `not-a-key`, `wrong-pair`, and those of `checkOwn`.
 */
export async function readOwn(certificates: string, key: string, now: number): Promise<OwnChain> {
  const all = blocksOf(certificates).filter(({ type }) => type === 'CERTIFICATE')
  const chain = all.map(({ bytes }) => parsed(bytes))
  if (chain.length === 0) return notACertificate()
  const pkcs8 = keyIn(key)
  const leaf = await ownerOf(chain, pkcs8)
  const own = { chain: inOrder(leaf, chain).map(({ rawData }) => new Uint8Array(rawData)), key: pkcs8 }
  checkOwn(own, now)
  return own
}

/** Whether the certificate may sign, and may at `now` (ms since 1970). Throws `certificate-expired`, `certificate-early`, `certificate-authority`, `certificate-usage`, `certificate-self-signed`. */
export function checkOwn({ chain }: OwnChain, now: number): void {
  const all = chain.map((der) => new x509.X509Certificate(der))
  const [leaf] = all as [x509.X509Certificate]
  for (const { notBefore, notAfter, subjectName } of all) {
    const whose = subjectName.toString()
    if (now > notAfter.getTime())
      fail(
        'certificate-expired',
        `The certificate of “${whose}” ended on ${day(notAfter)}.`,
        'Ask whoever issued it for a new one, or sign by this device.',
      )
    if (now < notBefore.getTime())
      fail(
        'certificate-early',
        `The certificate of “${whose}” counts from ${day(notBefore)} on only.`,
        'Look whether this computer’s clock is right, or wait until then.',
      )
  }
  if (leaf.getExtension(x509.BasicConstraintsExtension)?.ca)
    fail(
      'certificate-authority',
      'This certificate is for issuing others, not for signing files.',
      'Choose the certificate that was issued to you, with its chain in the same file.',
    )
  if (leaf.subject === leaf.issuer)
    fail(
      'certificate-self-signed',
      'This certificate vouches for itself, which checkers of Content Credentials refuse.',
      'Use one that an authority issued, or sign by this device.',
    )
  const usages = leaf.getExtension(x509.KeyUsagesExtension)?.usages ?? 0
  const purposes = leaf.getExtension(x509.ExtendedKeyUsageExtension)?.usages.map(String) ?? []
  if ((usages & x509.KeyUsageFlags.digitalSignature) === 0 || !purposes.some((purpose) => PURPOSES.includes(purpose)))
    fail(
      'certificate-usage',
      'This certificate is not made for signing content: it names no key usage “digital signature” with “email protection” or “document signing”.',
      'Ask for one for e-mail (S/MIME), documents or C2PA claims; one for a web site does not do.',
    )
}

/** What a certificate has to be made for (C2PA 2.2, “Certificate profile”): e-mail, documents, C2PA claims. */
const PURPOSES = ['1.3.6.1.5.5.7.3.4', '1.3.6.1.5.5.7.3.36', '1.3.6.1.4.1.62558.2.1']

/** The key, for signing alone, and how it signs. Throws `wrong-pair` or `key-kind`. */
export async function openOwn({ chain, key }: OwnChain): Promise<{ key: CryptoKey; alg: Algorithm }> {
  const alg = algorithmOf(parsed(chain[0] as Der))
  return { alg, key: (await imported(key, alg)) ?? wrongPair() }
}

const imported = (pkcs8: Der, alg: Algorithm): Promise<CryptoKey | null> =>
  crypto.subtle.importKey('pkcs8', pkcs8, ALGORITHMS[alg].key, false, ['sign']).catch(() => null)

/** The certificate whose key it is. */
async function ownerOf(chain: readonly x509.X509Certificate[], pkcs8: Der): Promise<x509.X509Certificate> {
  const probe = crypto.getRandomValues(new Uint8Array(32))
  for (const one of chain) {
    const alg = algorithmOf(one)
    const key = await imported(pkcs8, alg)
    if (!key) continue
    const { sign } = ALGORITHMS[alg]
    const check = await one.publicKey.export(ALGORITHMS[alg].key, ['verify'])
    if (await crypto.subtle.verify(sign, check, await crypto.subtle.sign(sign, key, probe), probe)) return one
  }
  return wrongPair()
}

function algorithmOf({ publicKey: { algorithm } }: x509.X509Certificate): Algorithm {
  const { name, namedCurve, modulusLength = 0 } = algorithm as { name: string; namedCurve?: string; modulusLength?: number }
  if (name.startsWith('RSA') && modulusLength >= 2048) return 'ps256'
  const found = (Object.keys(ALGORITHMS) as Algorithm[]).find((alg) => {
    const { key } = ALGORITHMS[alg]
    return 'namedCurve' in key ? name === key.name && namedCurve === key.namedCurve : name === 'Ed25519' && key.name === name
  })
  return (
    found ??
    fail(
      'key-kind',
      'Content Credentials cannot be signed with a key of this kind.',
      'Use one on the curve P-256, P-384 or P-521, Ed25519, or RSA of 2048 bits or more.',
    )
  )
}

/** Each certificate followed by the one that issued it, as far as they are there. */
function inOrder(leaf: x509.X509Certificate, all: readonly x509.X509Certificate[]): x509.X509Certificate[] {
  const chain = [leaf]
  for (;;) {
    const last = chain.at(-1) as x509.X509Certificate
    const next = all.find((one) => one.subject === last.issuer && !chain.includes(one))
    if (!next || last.subject === last.issuer) return chain
    chain.push(next)
  }
}

function parsed(der: Der): x509.X509Certificate {
  try {
    return new x509.X509Certificate(der)
  } catch {
    return notACertificate()
  }
}

function blocksOf(pem: string): { type: string; bytes: Der; encrypted: boolean }[] {
  try {
    return x509.PemConverter.decodeWithHeaders(pem).map(({ type, rawData, headers }) => ({
      type,
      bytes: new Uint8Array(rawData),
      encrypted: headers.some(({ value }) => /ENCRYPTED/.test(value)),
    }))
  } catch {
    return []
  }
}

/** The first private key of a PEM file, as PKCS#8. */
function keyIn(pem: string): Der {
  const block = blocksOf(pem).find(({ type }) => type.endsWith('PRIVATE KEY'))
  if (block?.type === 'ENCRYPTED PRIVATE KEY' || block?.encrypted)
    fail(
      'key-encrypted',
      'The key is locked with a passphrase.',
      'Unlock it first: openssl pkcs8 -topk8 -nocrypt -in key.pem -out open.pem. Here it is sealed at once.',
    )
  if (block && block.type !== 'PRIVATE KEY')
    fail(
      'key-form',
      `The key is in the older form “${block.type}”.`,
      'Convert it: openssl pkcs8 -topk8 -nocrypt -in key.pem -out open.pem.',
    )
  return (
    block?.bytes ??
    fail(
      'not-a-key',
      'The file of the key holds no private key in PEM form.',
      'Choose the file that begins with “-----BEGIN PRIVATE KEY-----”.',
    )
  )
}

const day = (when: Date) => when.toISOString().slice(0, 10)

function notACertificate(): never {
  return fail(
    'not-a-certificate',
    'The file of the certificate holds none in PEM form.',
    'Choose the file that begins with “-----BEGIN CERTIFICATE-----”; one that ends in .p12 or .pfx has to be converted (openssl pkcs12 -in file.p12 -nodes).',
  )
}

function wrongPair(): never {
  return fail(
    'wrong-pair',
    'The key does not belong to any certificate of the file.',
    'Choose the key with which this certificate was asked for.',
  )
}
