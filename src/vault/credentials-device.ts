import 'reflect-metadata/lite'
import * as x509 from '@peculiar/x509'
import { hex } from '../core/bytes'
import { LOCALLY_SIGNED } from '../core/credentials'

type Der = Uint8Array<ArrayBuffer>
const ES256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const DAY = 86_400_000
/** Nothing vouches for the time of a signature, so checkers hold it against today: it counts as long as its certificate does. */
const LEAF_DAYS = 3650
const AUTHORITY_DAYS = 3 * LEAF_DAYS
/** A certificate older than this is made anew, so that every export has most of the ten years before it. */
const FRESH_DAYS = 365
/** Clocks differ: what was signed just now shall not be from the future elsewhere. */
const SLACK_MS = 3_600_000

/** What this device signs with: its own certificate, and that of the authority it made for the purpose. */
export interface DeviceChain {
  readonly leaf: Der
  readonly authority: Der
}

/** A new key pair for credentials (ES256), whose private half no script can read. */
export const newCredentialsKey = async (): Promise<CryptoKeyPair> =>
  (await crypto.subtle.generateKey(ES256, false, ['sign', 'verify'])) as CryptoKeyPair

/** Whether the certificate counts at `now` and is not to be made anew yet. */
export function isFresh({ leaf }: DeviceChain, now: number): boolean {
  const { notBefore } = new x509.X509Certificate(leaf)
  return notBefore.getTime() <= now && now < notBefore.getTime() + FRESH_DAYS * DAY
}

/**
 * Certificates for this device, after C2PA's profile: an authority of its own, which can issue end certificates alone, and
 * one in the name of `name` for signing (EKU emailProtection). Both say that they are local. `now` in ms since 1970.
 */
export async function issue(name: string, authority: CryptoKeyPair, own: CryptoKeyPair, now: number): Promise<DeviceChain> {
  const notBefore = new Date(now - SLACK_MS)
  const id = await x509.SubjectKeyIdentifierExtension.create(authority.publicKey)
  const root = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serial(),
    name: subject(`Vitrine on one device, ${id.keyId.slice(0, 16)}`),
    notBefore,
    notAfter: new Date(now + AUTHORITY_DAYS * DAY),
    keys: authority,
    signingAlgorithm: ES256,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      id,
    ],
  })
  const leaf = await x509.X509CertificateGenerator.create({
    serialNumber: serial(),
    subject: subject(name),
    issuer: root.subjectName,
    notBefore,
    notAfter: new Date(now + LEAF_DAYS * DAY),
    publicKey: own.publicKey,
    signingKey: authority.privateKey,
    signingAlgorithm: ES256,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.emailProtection]),
      await x509.SubjectKeyIdentifierExtension.create(own.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(authority.publicKey),
    ],
  })
  return { leaf: new Uint8Array(leaf.rawData), authority: new Uint8Array(root.rawData) }
}

/** Checkers show the organisation first: whoever the owner says to be, that it is local stands there. */
const subject = (name: string) => new x509.Name([{ CN: [{ utf8String: name }] }, { O: [{ utf8String: LOCALLY_SIGNED }] }])

/** 127 random bits, not negative and never shorter, as RFC 5280 has it. */
function serial(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[0] = ((bytes[0] as number) & 0x7f) | 0x40
  return hex(bytes)
}
