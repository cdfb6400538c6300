import 'reflect-metadata/lite'
import * as x509 from '@peculiar/x509'

const KINDS = {
  'P-256': { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
  'P-384': { name: 'ECDSA', namedCurve: 'P-384', hash: 'SHA-384' },
  'P-521': { name: 'ECDSA', namedCurve: 'P-521', hash: 'SHA-512' },
  'RSA-2048': { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1), hash: 'SHA-256' },
  Ed25519: { name: 'Ed25519' },
} as const
export type KeyKind = keyof typeof KINDS

interface Wish {
  readonly kind?: KeyKind
  readonly name?: string
  /** Days from now. */
  readonly from?: number
  readonly until?: number
  readonly purpose?: string
  readonly usage?: number
  readonly ca?: boolean
  readonly selfSigned?: boolean
}

/** Two PEM files as an authority would give them: a certificate with those that stand behind it, and its key (PKCS#8). */
export interface Issued {
  readonly certificate: string
  readonly key: string
  readonly authority: string
}

const make = (kind: KeyKind) => crypto.subtle.generateKey(KINDS[kind], true, ['sign', 'verify']) as Promise<CryptoKeyPair>

/** A certificate for signing documents, two days old and good for a year, with an intermediate between it and its root, unless something else is wished for. */
export async function issued(wish: Wish = {}): Promise<Issued> {
  const { kind = 'P-256', name = 'Ünal & Søhne', from = -2, until = 365, ca = false, selfSigned = false } = wish
  const { purpose = '1.3.6.1.5.5.7.3.36', usage = x509.KeyUsageFlags.digitalSignature } = wish
  const day = (days: number) => new Date(Date.now() + days * 86_400_000)
  const [root, middle, own] = [await make('P-256'), await make('P-256'), await make(kind)]
  const signing = KINDS['P-256']
  const authority = (depth: number) => [
    new x509.BasicConstraintsExtension(true, depth, true),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
  ]
  const times = { notBefore: day(-400), notAfter: day(4000) }
  const top = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=Example Root, O=Example',
    keys: root,
    signingAlgorithm: signing,
    extensions: [...authority(1), await x509.SubjectKeyIdentifierExtension.create(root.publicKey)],
    ...times,
  })
  const between = await x509.X509CertificateGenerator.create({
    subject: 'CN=Example Document Signing CA 3, O=Example',
    issuer: top.subjectName,
    publicKey: middle.publicKey,
    signingKey: root.privateKey,
    signingAlgorithm: signing,
    extensions: [
      ...authority(0),
      await x509.SubjectKeyIdentifierExtension.create(middle.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(root.publicKey),
    ],
    ...times,
  })
  const subject = new x509.Name([{ CN: [{ utf8String: name }] }, { O: [{ utf8String: name }] }])
  const leaf = await x509.X509CertificateGenerator.create({
    subject,
    issuer: selfSigned ? subject : between.subjectName,
    notBefore: day(from),
    notAfter: day(until),
    publicKey: own.publicKey,
    signingKey: selfSigned ? own.privateKey : middle.privateKey,
    signingAlgorithm: selfSigned ? KINDS[kind] : signing,
    extensions: [
      new x509.BasicConstraintsExtension(ca, undefined, true),
      new x509.KeyUsagesExtension(usage, true),
      new x509.ExtendedKeyUsageExtension([purpose]),
      await x509.SubjectKeyIdentifierExtension.create(own.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(middle.publicKey),
    ],
  })
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', own.privateKey)
  const pem = (...all: readonly x509.X509Certificate[]) => all.map((one) => `${one.toString('pem')}\n`).join('')
  return {
    // As some authorities do it: not in their order.
    certificate: selfSigned ? pem(leaf) : pem(top, leaf, between),
    key: `${x509.PemConverter.encode(pkcs8, 'PRIVATE KEY')}\n`,
    authority: pem(top),
  }
}
