import { encode } from 'cborg'
import * as Comlink from 'comlink'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commands } from 'vitest/browser'
import { base64, bytesOf, hex } from '../src/core/bytes'
import type { Statement } from '../src/core/credentials'
import { MANIFEST_BYTES, manifestOf } from '../src/core/credentials-manifest'
import { readHeader } from '../src/core/format/sniff'
import { sha256 } from '../src/core/ledger'
import type { Hash, RunContext } from '../src/core/recipe'
import type { FileRights } from '../src/core/rights'
import { run as encodeFile } from '../src/ops/encode/run'
import { loadPart } from '../src/store/parts'
import { type ClaimSigner, claimSigner } from '../src/vault/credentials'
import { type DeviceChain, issue, newCredentialsKey } from '../src/vault/credentials-device'
import { openOwn, pemOf, readOwn } from '../src/vault/credentials-own'
import type { CredentialsWorker } from '../workers/credentials'
import { boxAt, boxesIn, manifestStore } from './support/jumbf'
import { image } from './support/rasters'
import { issued, type KeyKind } from './support/x509'

type Bytes = Uint8Array<ArrayBuffer>

const worker = new Worker(new URL('../workers/credentials.ts', import.meta.url), { type: 'module' })
const desk = Comlink.wrap<CredentialsWorker>(worker)
const original = 'ab'.repeat(32) as Hash
const statement: Statement = {
  source: 'compositeCapture',
  original,
  turned: true,
  scale: 0.5,
  matte: 'own network',
  mended: true,
  set: { others: 11, relit: true },
  mining: 'DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING',
}
const rights: FileRights = {
  creator: 'Ünal & Søhne',
  copyright: '© 花瓶',
  description: '',
  taken: '',
  source: 'compositeCapture',
  mining: 'DMI-PROHIBITED-AIMLTRAINING',
}
const ctx = {
  signal: new AbortController().signal,
  part: async (id: string) => (bytesOf(await commands.readPart(id)) as Bytes).buffer,
} as RunContext

let chain: DeviceChain
let own: CryptoKeyPair
let signer: ClaimSigner

beforeAll(async () => {
  await loadPart('c2pa')
  const authority = await newCredentialsKey()
  own = await newCredentialsKey()
  chain = await issue('Mugs', authority, own, Date.now())
  signer = claimSigner(own.privateKey, 'es256', [chain.leaf, chain.authority])
})
afterAll(() => worker.terminate())

const sign = (file: Blob, what: Statement = statement, by: ClaimSigner = signer) =>
  desk.sign(file, manifestOf(what, '0.2.0'), { alg: by.alg, reserveSize: by.reserveSize }, Comlink.proxy(by.sign))
const bytesIn = async (blob: Blob): Promise<Bytes> => new Uint8Array(await blob.arrayBuffer())
/** A picture with rights in it, so large that its file is longer than any manifest. */
async function picture(format: 'jpeg' | 'png' | 'webp', side = 120): Promise<Blob> {
  const noisy = image(side, side - 1, (x, y) => [
    (x * 37 + y * 91) % 256,
    (x * y) % 256,
    (x ^ y) % 256,
    x < 9 && format !== 'jpeg' ? 0 : 255,
  ])
  return (await encodeFile({ image: noisy }, { format, quality: 95, maxBytes: null, rights }, ctx)).blob
}
async function pixelsOf(file: Blob): Promise<string> {
  const bitmap = await createImageBitmap(file)
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  const pen = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D
  pen.drawImage(bitmap, 0, 0)
  return await sha256(pen.getImageData(0, 0, bitmap.width, bitmap.height).data)
}
/** The XMP packet in the file, as it stands there. */
function packetIn(bytes: Bytes): string {
  const text = new TextDecoder().decode(bytes)
  return text.slice(text.indexOf('<?xpacket begin'), text.indexOf('<?xpacket end'))
}
const known = () => pemOf([chain.authority])

describe.each(['jpeg', 'png', 'webp'] as const)('a %s', (format) => {
  test('is signed, read back as ours, and is the same picture with the same rights', async () => {
    const plain = await picture(format)
    const signed = await sign(plain)
    const report = await desk.read(signed, known())
    expect(report).toEqual({
      state: 'known',
      wrong: [],
      signer: 'Mugs',
      generator: 'Vitrine 0.2.0',
      actions: ['c2pa.created', 'c2pa.placed', 'c2pa.edited', 'c2pa.orientation', 'c2pa.color_adjustments', 'c2pa.resized'],
      source: 'http://cv.iptc.org/newscodes/digitalsourcetype/compositeCapture',
      training: {
        'cawg.ai_generative_training': 'notAllowed',
        'cawg.ai_inference': 'notAllowed',
        'cawg.ai_training': 'notAllowed',
        'cawg.data_mining': 'constrained',
      },
    })
    expect(signed.type).toBe(plain.type)
    expect(await pixelsOf(signed)).toBe(await pixelsOf(plain))
    const [before, after] = [await bytesIn(plain), await bytesIn(signed)]
    expect(packetIn(before)).toContain('Søhne')
    expect(packetIn(after)).toBe(packetIn(before))
    const { width, height, transparency } = readHeader(after)
    expect([width, height, transparency]).toEqual([120, 119, format !== 'jpeg'])
    expect(after.length - before.length).toBeLessThanOrEqual(MANIFEST_BYTES + signer.reserveSize)
  })

  test('is of an unknown signer to whoever does not trust this device', async () => {
    const { state, wrong, signer: who } = await desk.read(await sign(await picture(format)), '')
    expect([state, wrong, who]).toEqual(['unknown', ['signingCredential.untrusted'], 'Mugs'])
  })

  test('with one bit flipped anywhere does not hold', async () => {
    const signed = await bytesIn(await sign(await picture(format)))
    // In the pixels, at the very end, in the manifest's text, in the signature.
    const text = new TextDecoder('latin1').decode(signed)
    const places = [signed.length >> 1, signed.length - 3, text.indexOf('notAllowed'), text.indexOf('c2pa.placed'), text.indexOf(original)]
    for (const at of places) {
      expect(at).toBeGreaterThan(0)
      const flipped = signed.slice()
      flipped[at] = (flipped[at] as number) ^ 1
      const { state } = await desk.read(new Blob([flipped], { type: `image/${format}` }), known())
      expect(state, `byte ${at} of ${signed.length}`).toBe('invalid')
    }
  })

  test('without credentials has none', async () => {
    expect(await desk.read(await picture(format), known())).toMatchObject({ state: 'none', signer: null, actions: [] })
  })

  test('holds by a reader of our own: boxes, hashes and signature', async () => {
    const file = await bytesIn(await sign(await picture(format)))
    const boxes = boxesIn(manifestStore(file))
    const at = (end: string) => boxAt(boxes, end)
    const claim = at('/c2pa.claim.v2')
    const said = claim.cbor as Map<string, { [name: string]: unknown }[] & Map<string, unknown>>
    expect((said.get('claim_generator_info') as Map<string, unknown>).get('name')).toBe('Vitrine')
    expect(said.has('dc:title')).toBe(false)

    // Every assertion is the one that the claim names.
    const named = [...(said.get('created_assertions') ?? []), ...(said.get('gathered_assertions') ?? [])] as unknown as Map<
      string,
      unknown
    >[]
    expect(named.map((one) => String(one.get('url')).split('/').at(-1)).sort()).toEqual([
      'c2pa.actions.v2',
      'c2pa.hash.data',
      'c2pa.ingredient.v3',
      'cawg.training-mining',
    ])
    for (const one of named) {
      const box = at(`/${String(one.get('url')).split('/').at(-1)}`)
      expect(await sha256(box.content), box.path).toBe(hex(one.get('hash') as Bytes))
    }

    // The claim is signed by the certificate in the signature.
    const [header, , , signature] = at('/c2pa.signature').cbor as [Bytes, unknown, null, Bytes]
    const toSign = encode(['Signature1', header, new Uint8Array(), claim.bytes])
    const ecdsa = { name: 'ECDSA', hash: 'SHA-256' }
    const check = (bytes: Uint8Array) => crypto.subtle.verify(ecdsa, own.publicKey, signature.slice(), bytes.slice())
    expect(await check(toSign)).toBe(true)
    expect(await check(toSign.map((byte, i) => (i === 900 ? byte ^ 1 : byte)))).toBe(false)

    // The rest of the file is what was hashed.
    const hash = at('/c2pa.hash.data').cbor as Map<string, unknown>
    const [{ start, length }] = (hash.get('exclusions') as Map<string, number>[]).map((one) => ({
      start: one.get('start') ?? 0,
      length: one.get('length') ?? 0,
    })) as [{ start: number; length: number }]
    const rest = new Blob([file.slice(0, start), file.slice(start + length)])
    expect(await sha256(await rest.arrayBuffer())).toBe(hex(hash.get('hash') as Bytes))

    // The photo is an ingredient by its hash alone, and nothing in there is a picture.
    const photo = at('/c2pa.ingredient.v3').cbor as Map<string, unknown>
    expect(photo.get('instanceID')).toBe(`nih:sha-256;${original}`)
    expect(boxes.map(({ path }) => path).join(' ')).not.toMatch(/thumbnail/)
  })
})

// Debian's ExifTool (12.57) does not look for them in WebP yet.
test.for(['jpeg', 'png'] as const)('a %s is read by ExifTool, where that is', async (format, { skip }) => {
  const tags = await commands.exifTool(`signed.${format}`, base64(await bytesIn(await sign(await picture(format)))))
  if (tags === null) return skip()
  const found = Object.fromEntries(Object.entries(tags).map(([tag, value]) => [tag.replace(/^.*:/, ''), value]))
  expect(found).toMatchObject({
    Claim_Generator_InfoName: 'Vitrine',
    Claim_Generator_InfoVersion: '0.2.0',
    InstanceID: `nih:sha-256;${original}`,
    EntriesCawgAi_TrainingUse: 'notAllowed',
    EntriesCawgAi_Generative_TrainingUse: 'notAllowed',
    EntriesCawgAi_InferenceUse: 'notAllowed',
    EntriesCawgData_MiningUse: 'constrained',
    ActionsAction: expect.arrayContaining(['c2pa.created', 'c2pa.placed', 'c2pa.edited']),
    Creator: rights.creator,
    ImageWidth: 120,
  })
  expect(JSON.stringify(tags)).toContain('self#jumbf=c2pa.assertions/cawg.training-mining')
})

test.each<KeyKind>(['P-256', 'P-384', 'P-521', 'RSA-2048', 'Ed25519'])(
  'a certificate of the seller’s own with a key %s signs',
  async (kind) => {
    const { certificate, key, authority } = await issued({ kind, name: 'Ünal & Søhne' })
    const mine = await readOwn(certificate, key, Date.now())
    const opened = await openOwn(mine)
    const by = claimSigner(opened.key, opened.alg, mine.chain)
    const plain = await picture('jpeg')
    const signed = await sign(plain, statement, by)
    expect(signed.size - plain.size).toBeLessThanOrEqual(MANIFEST_BYTES + by.reserveSize)
    expect(await desk.read(signed, authority)).toMatchObject({ state: 'known', wrong: [], signer: 'Ünal & Søhne' })
    expect((await desk.read(signed, known())).state).toBe('unknown')
  },
)

test('pictures in their photo’s own frame say that they were opened', async () => {
  const signed = await sign(await picture('png'), {
    ...statement,
    source: 'algorithmicallyEnhanced',
    turned: false,
    scale: 1,
    set: null,
    mining: null,
  })
  expect(await desk.read(signed, known())).toMatchObject({
    state: 'known',
    wrong: [],
    actions: ['c2pa.opened', 'c2pa.edited'],
    source: expect.stringMatching(/algorithmicallyEnhanced$/),
    training: {},
  })
})

test('whoever trusts this device’s authority goes on knowing it after its certificates were made anew', async () => {
  const authority = await newCredentialsKey()
  const [before, after] = [await issue('Mugs', authority, own, Date.now()), await issue('Pots', authority, own, Date.now())]
  expect(after.authority).not.toEqual(before.authority)
  const signed = await sign(await picture('jpeg'), statement, claimSigner(own.privateKey, 'es256', [after.leaf, after.authority]))
  expect(await desk.read(signed, pemOf([before.authority]))).toMatchObject({ state: 'known', signer: 'Pots' })
})

test('several files are signed at once, each as itself', async () => {
  const sides = [40, 60, 80, 100]
  const signed = await Promise.all(sides.map(async (side) => sign(await picture('jpeg', side))))
  for (const [i, file] of signed.entries()) {
    expect((await desk.read(file, known())).state).toBe('known')
    expect(readHeader(await bytesIn(file)).width).toBe(sides[i])
  }
})

test('what is no picture, or signed with another key than the certificate’s, is refused as not signed', async () => {
  await expect(sign(new Blob(['no picture'], { type: 'image/jpeg' }))).rejects.toThrow(/"code":"not-signed"/)
  const { privateKey } = await newCredentialsKey()
  const wrong = claimSigner(privateKey, 'es256', [chain.leaf, chain.authority])
  await expect(sign(await picture('jpeg'), statement, wrong)).rejects.toThrow(/"code":"not-signed"/)
})

test('a file of a marketplace’s size is signed and checked in well under a second', async () => {
  const plain = await picture('jpeg', 2000)
  const began = performance.now()
  await sign(plain)
  const took = performance.now() - began
  console.info(`signed ${(plain.size / 1e6).toFixed(1)} MB in ${took.toFixed(0)} ms`)
  expect(took).toBeLessThan(5000)
})
