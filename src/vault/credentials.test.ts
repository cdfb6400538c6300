import { spawnSync } from 'node:child_process'
import { verify, X509Certificate } from 'node:crypto'
import { decode, encode } from 'cborg'
import { describe, expect, it } from 'vitest'
import { type Issued, issued, type KeyKind } from '../../tests/support/x509'
import { faultOf } from '../core/fault'
import { claimSigner } from './credentials'
import { isFresh, issue, newCredentialsKey } from './credentials-device'
import { certificateOf, checkOwn, openOwn, pemOf, readOwn } from './credentials-own'

const NOW = Date.now()
const OPENSSL = 'openssl'
const DAY = 86_400_000
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing was thrown',
    (error) => faultOf(error).code,
  )
const pem = (block: string, label: string) => block.replaceAll(/(BEGIN|END) PRIVATE KEY/g, `$1 ${label}`)

/** The four members of a COSE_Sign1 behind its tag. */
function cose(bytes: Uint8Array) {
  expect(bytes[0]).toBe(0xd2)
  const [header, open, payload, signature] = decode(bytes.subarray(1), { useMaps: true }) as [
    Uint8Array,
    Map<string, unknown>,
    null,
    Uint8Array,
  ]
  return { header, protectedHeader: decode(header, { useMaps: true }) as Map<number, unknown>, open, payload, signature }
}

describe('what this device issues', () => {
  const certificates = async (name: string, now = NOW) => {
    const [authority, own] = [await newCredentialsKey(), await newCredentialsKey()]
    return { own, chain: await issue(name, authority, own, now) }
  }

  it('is a chain that another implementation holds for sound, and says that it is local', async () => {
    const { chain, own } = await certificates('花瓶 & Co')
    const [leaf, authority] = [new X509Certificate(chain.leaf), new X509Certificate(chain.authority)]
    expect(leaf.checkIssued(authority)).toBe(true)
    expect(leaf.verify(authority.publicKey)).toBe(true)
    expect(authority.verify(authority.publicKey)).toBe(true)
    expect([leaf.ca, authority.ca]).toEqual([false, true])
    expect(leaf.subject.replaceAll('\\', '')).toBe('CN=花瓶 & Co\nO=Vitrine, locally signed')
    expect(leaf.keyUsage).toEqual(['1.3.6.1.5.5.7.3.4'])
    expect(Date.parse(leaf.validTo) - NOW).toBeGreaterThan(9.9 * 365 * DAY)
    expect(Date.parse(authority.validTo)).toBeGreaterThan(Date.parse(leaf.validTo))
    expect(Date.parse(leaf.validFrom)).toBeLessThan(NOW)
    expect(await certificateOf(chain.leaf)).toMatchObject({
      name: '花瓶 & Co',
      fingerprint: leaf.fingerprint256.replaceAll(':', '').toLowerCase(),
      issuer: expect.stringMatching(/^Vitrine on one device, [0-9a-f]{16}$/),
    })
    expect(own.privateKey.extractable).toBe(false)
  })

  it('is made anew after a year, and where the clock was elsewhere', async () => {
    const { chain } = await certificates('a')
    for (const [days, fresh] of [
      [0, true],
      [300, true],
      [400, false],
      [-2, false],
    ] as const)
      expect(isFresh(chain, NOW + days * DAY), `${days} days on`).toBe(fresh)
  })

  it('signs claims that the certificate in the answer checks, in as many bytes as were said', async () => {
    const { own, chain } = await certificates('a')
    const signer = claimSigner(own.privateKey, 'es256', [chain.leaf, chain.authority])
    const claim = crypto.getRandomValues(new Uint8Array(500))
    const answer = await signer.sign(claim)
    expect(answer).toHaveLength(signer.reserveSize)
    const { header, protectedHeader, payload, signature } = cose(answer)
    const key = { key: new X509Certificate(chain.leaf).publicKey, dsaEncoding: 'ieee-p1363' } as const
    const signed = (what: Uint8Array) => verify('sha256', encode(['Signature1', header, new Uint8Array(), what]), key, signature)
    expect([signed(claim), signed(claim.subarray(1))]).toEqual([true, false])
    expect(protectedHeader.get(1)).toBe(-7)
    expect(protectedHeader.get(33)).toEqual([chain.leaf, chain.authority])
    expect(payload).toBeNull()
    expect(signature).toHaveLength(64)
  })
})

describe('a certificate of the seller’s own', () => {
  it.each<[KeyKind, string, number]>([
    ['P-256', 'es256', -7],
    ['P-384', 'es384', -35],
    ['P-521', 'es512', -36],
    ['RSA-2048', 'ps256', -37],
    ['Ed25519', 'ed25519', -8],
  ])('with a key %s signs as %s; its chain is put in order', async (kind, name, number) => {
    const { certificate, key } = await issued({ kind })
    const own = await readOwn(certificate, key, NOW)
    const names = own.chain.map((der) => new X509Certificate(der).subject.split('\n')[0])
    expect(names).toEqual(['CN=Ünal & Søhne', 'CN=Example Document Signing CA 3', 'CN=Example Root'])
    const opened = await openOwn(own)
    expect([opened.alg, opened.key.extractable]).toEqual([name, false])
    const signer = claimSigner(opened.key, opened.alg, own.chain)
    const answer = await signer.sign(new Uint8Array(100))
    expect(answer).toHaveLength(signer.reserveSize)
    expect(cose(answer).protectedHeader.get(1)).toBe(number)
  })

  it('is read from one file for both, too, and from between words', async () => {
    const { certificate, key } = await issued()
    const both = `Bag Attributes\n    friendlyName: mine\n${key}subject=CN = a\n${certificate}`
    expect((await readOwn(both, both, NOW)).chain).toHaveLength(3)
  })

  const refused: readonly (readonly [code: string, what: string, files: () => Promise<Issued>])[] = [
    ['wrong-pair', 'the key of another', async () => ({ ...(await issued()), key: (await issued()).key })],
    ['wrong-pair', 'a key of another kind', async () => ({ ...(await issued()), key: (await issued({ kind: 'Ed25519' })).key })],
    ['certificate-expired', 'one that ended', () => issued({ from: -30, until: -1 })],
    ['certificate-early', 'one that does not count yet', () => issued({ from: 3 })],
    ['certificate-usage', 'one for web servers', () => issued({ purpose: '1.3.6.1.5.5.7.3.1' })],
    ['certificate-usage', 'one for encrypting', () => issued({ usage: 1 << 3 })],
    ['certificate-authority', 'one for issuing others', () => issued({ ca: true })],
    ['certificate-self-signed', 'one that vouches for itself', () => issued({ selfSigned: true })],
    ['not-a-certificate', 'a picture', async () => ({ ...(await issued()), certificate: '\u00ff\u00d8\u00ff\u00e0' })],
    ['not-a-certificate', 'the key twice', async () => (({ key }) => ({ key, certificate: key, authority: '' }))(await issued())],
    [
      'not-a-certificate',
      'a damaged one',
      async () => ({ ...(await issued()), certificate: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n' }),
    ],
    [
      'not-a-key',
      'the certificate twice',
      async () => (({ certificate }) => ({ key: certificate, certificate, authority: '' }))(await issued()),
    ],
    [
      'key-encrypted',
      'a locked key',
      async () => (({ key, ...rest }) => ({ ...rest, key: pem(key, 'ENCRYPTED PRIVATE KEY') }))(await issued()),
    ],
    [
      'key-form',
      'a key in an older form',
      async () => (({ key, ...rest }) => ({ ...rest, key: pem(key, 'EC PRIVATE KEY') }))(await issued()),
    ],
  ]
  it.each(refused)('is refused as %s: %s', async (code, _what, files) => {
    const { certificate, key } = await files()
    expect(await codeOf(readOwn(certificate, key, NOW))).toBe(code)
  })

  it('that ends later is refused then', async () => {
    const { certificate, key } = await issued({ until: 10 })
    const own = await readOwn(certificate, key, NOW)
    expect(() => checkOwn(own, NOW + 9 * DAY)).not.toThrow()
    expect(() => checkOwn(own, NOW + 11 * DAY)).toThrow(/certificate-expired/)
  })

  it.skipIf(spawnSync(OPENSSL, ['version']).status !== 0)('goes out as PEM that OpenSSL reads', async () => {
    const { certificate, key } = await issued()
    const { chain } = await readOwn(certificate, key, NOW)
    const { stdout } = spawnSync(OPENSSL, ['x509', '-noout', '-subject', '-nameopt', 'utf8'], {
      input: pemOf(chain),
      encoding: 'utf8',
    })
    expect(stdout).toContain('Ünal & Søhne')
  })
})
