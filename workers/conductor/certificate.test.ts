import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFPage, type PDFRawStream } from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { bytesOf } from '../../src/core/bytes'
import type { Certificate } from '../../src/core/certificate'
import { certificateFrom, checkCertificate } from '../../src/core/certified'
import { type Entry, follow, toLines } from '../../src/core/ledger'
import type { Hash } from '../../src/core/recipe'
import { newSigningKey, signed, verifierText } from '../../src/vault/signing'
import { comparedExport, sha256, smallLedger } from '../../tests/support/certificates'
import { image, mask } from '../../tests/support/rasters'
import { type Compared, certify } from './certificate'

vi.mock('virtual:verifier', () => ({ html: '<p>', script: '' }))

const NAME = 'tasse 花瓶-etsy-1.jpg'
const photo = image(400, 300, (x, y) => [120 + 80 * Math.sin(x / 7), 90 + ((x + y) % 40), 60 + ((y >> 4) % 2) * 90])
const product = mask(400, 300, (x, y) => Math.round(255 * Math.min(1, Math.max(0, (120 - Math.hypot(x - 200, y - 150)) / 2))))

let one: Compared
let file: Uint8Array
let entries: Entry[]
let page: Uint8Array
let text: string
let certificate: Certificate

beforeAll(async () => {
  one = await comparedExport(photo, product, Uint8Array.of(1, 2, 3))
  file = new Uint8Array(await one.file.blob.arrayBuffer())
  const ledger = await smallLedger(9)
  const made = await certify(one, NAME, sha256(file), ledger.attest)
  entries = ledger.entries
  page = new Uint8Array(await made.page.arrayBuffer())
  text = await made.json.text()
  certificate = JSON.parse(text)
}, 60_000)

const nothing = { files: [], key: null, ledger: null }
const faults = async (of: unknown, beside: Partial<Parameters<typeof checkCertificate>[1]> = {}) =>
  (await checkCertificate(of as Certificate, { ...nothing, ...beside })).faults

describe('a certificate', () => {
  test('holds, with its file, photo, ledger and key beside it, and says so', async () => {
    const found = certificateFrom(text)
    if (!found) throw new Error('it cannot be read')
    const files = [
      { name: 'renamed.jpg', sha256: sha256(file) },
      { name: 'IMG_1.jpg', sha256: sha256(Uint8Array.of(1, 2, 3)) },
    ]
    const { faults, remarks } = await checkCertificate(found, { files, key: `${certificate.ledger.key}\n`, ledger: toLines(entries) })
    expect(faults).toEqual([])
    expect(remarks.join(' ')).toMatch(/renamed\.jpg is the very file.*IMG_1\.jpg is the very photo.*The ledger has that line 10/)
    expect(found.measured.solid.same.file).toBe(found.measured.solid.pixels)
    expect((await checkCertificate(found, nothing)).remarks.join(' ')).toMatch(/Compare the key.*cannot be told: add/)
  })

  test('does not hold once anything in it, or its file, was changed', async () => {
    const copy = () =>
      structuredClone(certificate) as unknown as Record<string, Record<string, unknown>> & { steps: Record<string, unknown>[] }
    const { measured, ledger, file: its } = certificate
    const better = { ...measured, solid: { ...measured.solid, pixels: measured.solid.pixels + 1 } }
    expect(await faults({ ...copy(), measured: better })).toEqual([expect.stringContaining('The certificate was altered')])
    expect(await faults({ ...copy(), file: { ...its, sha256: sha256('other') } })).toContainEqual(expect.stringContaining('was altered'))
    const steps = certificate.steps.map((step, i) => (i === 1 ? { ...step, v: 9 } : step))
    expect(await faults({ ...copy(), steps })).toContainEqual(expect.stringContaining('is not the one that was asked for'))
    expect(await faults({ ...copy(), steps: certificate.steps.slice(1) })).toContainEqual(expect.stringContaining('Steps are missing'))
    const entry = { ...ledger.entry, at: '2020-01-01T00:00:00.000Z' }
    expect(await faults({ ...copy(), ledger: { ...ledger, entry } })).toContainEqual(
      expect.stringContaining('line in the certificate was altered'),
    )
    expect(await faults({ ...copy(), ledger: { ...ledger, path: ledger.path.slice(1) } })).toContainEqual(
      expect.stringContaining('does not vouch'),
    )
    expect(await faults(certificate, { files: [{ name: NAME, sha256: sha256('retouched') }] })).toEqual([
      `${NAME} is not the file that it speaks of: it was changed since.`,
    ])
    expect(await faults(certificate, { ledger: toLines(entries.slice(0, -1)) })).toEqual(['The ledger that you brought has no such line.'])
    expect(await faults(certificate, { key: 'another' })).toEqual(['The key is another one than the one you brought.'])
    expect(certificateFrom(text.slice(1))).toBeNull()
    expect(certificateFrom('{}')).toBeNull()
  })

  test('written anew, line and all, under another key, it names that key', async () => {
    const pair = await newSigningKey()
    const { ledger: _, ...claims } = { ...certificate, at: '2030-01-01T00:00:00.000Z' }
    const attest = async (line: Parameters<Awaited<ReturnType<typeof smallLedger>>['attest']>[0]) => {
      const entry = await follow(null, claims.at, line.did, line.body)
      const root = bytesOf(Buffer.from('00'.repeat(32), 'hex').toString('base64')) as Uint8Array<ArrayBuffer>
      return { entry, path: [], checkpoint: await signed(pair, { size: 1, root }), key: await verifierText(pair) }
    }
    const forged = JSON.parse(await (await certify(one, NAME, sha256(file), attest)).json.text())
    expect(await faults(forged)).toEqual(['The checkpoint does not vouch for the ledger’s line.'])
    expect(await faults(forged, { key: certificate.ledger.key })).not.toEqual([])
    const swapped = { ...certificate, ledger: { ...certificate.ledger, key: await verifierText(pair) } }
    expect(await faults(swapped)).toEqual(['The checkpoint is not signed by the key that the certificate names.'])
  })

  test('keeps to itself what is nobody’s business: no name of the photo, and in the ledger hashes alone', () => {
    expect(Object.keys(certificate.original)).toEqual(['sha256', 'bytes'])
    expect(Object.keys(entries.at(-1)?.body ?? {}).sort()).toEqual(['certificate', 'in', 'out', 'photo', 'project'])
  })
})

describe('its page', () => {
  test('is one sheet of A4 that carries the JSON as it is', async () => {
    const pdf = await PDFDocument.load(page, { updateMetadata: false })
    expect(pdf.getPageCount()).toBe(1)
    expect(pdf.getPage(0).getSize()).toEqual({ width: 595.28, height: 841.89 })
    expect(pdf.getTitle()).toBe(`Fidelity certificate: ${NAME}`)
    const names = pdf.catalog
      .lookup(PDFName.of('Names'), PDFDict)
      .lookup(PDFName.of('EmbeddedFiles'), PDFDict)
      .lookup(PDFName.of('Names'), PDFArray)
    const spec = names.lookup(1, PDFDict)
    expect(spec.lookup(PDFName.of('UF'), PDFHexString).decodeText()).toBe(`${NAME}.json`)
    const stream = spec.lookup(PDFName.of('EF'), PDFDict).lookup(PDFName.of('F')) as PDFRawStream
    expect(new TextDecoder().decode(decodePDFRawStream(stream).decode())).toBe(text)
  })

  test('stays one sheet, and says what it leaves to the JSON, however many the steps and however long the name', async () => {
    const [step] = one.fidelity.steps
    if (!step) throw new Error('no step')
    const repair = { ...step, op: 'mend', params: { repair: { kind: 'brush', points: Array(2000).fill(0.5) } } }
    const many = { ...one, fidelity: { ...one.fidelity, steps: [...one.fidelity.steps, ...Array(60).fill(repair)] } }
    const texts: { text: string; right: number; bottom: number }[] = []
    const drawn = vi.spyOn(PDFPage.prototype, 'drawText').mockImplementation((text, { x = 0, y = 0, size = 0, font } = {}) => {
      texts.push({ text, right: x + (font?.widthOfTextAtSize(text, size) ?? 0), bottom: y })
    })
    await certify(many, `${'long '.repeat(40)}.jpg`, 'f'.repeat(64) as Hash, (await smallLedger(1)).attest)
    drawn.mockRestore()
    expect(texts.map(({ text }) => text)).toContain(`and ${one.fidelity.steps.length + 60 - 8} more, in the JSON.`)
    expect(Math.max(...texts.map(({ right }) => right))).toBeLessThan(595.28 - 40)
    expect(Math.min(...texts.map(({ bottom }) => bottom))).toBeGreaterThan(15)
  })
})
