import { createHash, verify, X509Certificate } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { decode, encode } from 'cborg'
import { accessibilityFaults, expect, test } from '../support/fixtures'
import { boxAt, boxesIn, manifestStore } from '../support/jumbf'
import { decoded, metadataIn, unzipped } from '../support/pictures'
import { savedBy } from '../support/saving'
import { tracesIn } from '../support/scan'
import { fixtures, Studio } from '../support/studio'
import { slotsOf } from '../support/vault'
import { issued } from '../support/x509'

type Bytes = Uint8Array<ArrayBuffer>

const [mug] = fixtures as [(typeof fixtures)[0]]
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** What a signed file says, read by none of the app's code; the certificate in it has to check its signature. */
function claimIn(file: Uint8Array) {
  const boxes = boxesIn(manifestStore(file as Bytes))
  const said = (end: string) => boxAt(boxes, end).cbor as Map<string, unknown>
  const [header, , , signature] = boxAt(boxes, '/c2pa.signature').cbor as unknown as [Uint8Array, unknown, null, Uint8Array]
  const [leaf] = (decode(header, { useMaps: true }) as Map<number, [Uint8Array]>).get(33) ?? []
  const certificate = new X509Certificate(Buffer.from(leaf ?? []))
  const toSign = encode(['Signature1', header, new Uint8Array(), boxAt(boxes, '/c2pa.claim.v2').bytes])
  return {
    whole: verify('sha256', toSign, { key: certificate.publicKey, dsaEncoding: 'ieee-p1363' }, signature),
    certificate: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    subject: certificate.subject,
    actions: (said('/c2pa.actions.v2').get('actions') as Map<string, string>[]).map((one) => one.get('action')),
    photo: said('/c2pa.ingredient.v3').get('instanceID'),
    training: [...(said('/cawg.training-mining').get('entries') as Map<string, Map<string, string>>)].map(
      ([use, may]) => `${use}: ${may.get('use')}`,
    ),
  }
}

const signWith = async (panel: Locator, who: string) => {
  await panel.getByLabel('Content Credentials').selectOption(who)
  await expect(panel.getByText(/[1-9]\d* measured/)).toBeVisible({ timeout: 60_000 })
}

test('exports are signed by this device, checked here, named by the ledger; offline, too, and nothing is sent', async ({ studio }) => {
  test.setTimeout(300_000)
  const { page, site, profile } = studio
  const desk = new Studio(page)
  await desk.add([mug])
  await desk.done([mug.name])
  await desk.readyOffline()

  const panel = await desk.export(['Amazon main', 'Transparent PNG'])
  await signWith(panel, 'Signed by this device')
  await expect(panel.getByText(/Checkers will call the signer unknown/)).toBeVisible()
  expect(await accessibilityFaults(page)).toEqual([])
  const files = await desk.zip(panel)
  await page.keyboard.press('Escape')
  const claims = Object.entries(files).map(([name, bytes]) => [name.slice(-3), claimIn(bytes)] as const)
  expect(claims).toHaveLength(2)
  const photo = `nih:sha-256;${sha256(await readFile(mug.path))}`
  for (const [ending, claim] of claims) {
    expect(claim).toMatchObject({ whole: true, photo, subject: expect.stringMatching(/locally signed/) })
    expect(claim.training).toHaveLength(4)
    expect(claim.training.every((one) => one.endsWith(': notAllowed'))).toBe(true)
    expect(claim.actions[0]).toBe(ending === 'png' ? 'c2pa.opened' : 'c2pa.created')
  }
  const [[, jpeg]] = Object.entries(files).filter(([name]) => name.endsWith('.jpg')) as [[string, Uint8Array]]
  expect(new Set(metadataIn(jpeg))).toEqual(new Set(['APP1', 'APP11']))
  expect([decoded(jpeg).width, decoded(jpeg).height]).toEqual([2000, 2000])
  expect(Buffer.from(jpeg).toString('latin1')).not.toContain(mug.name.replace(/\.\w+$/, ''))

  await test.step('a file that was signed here is known here, and one changed bit is found', async () => {
    await page.goto(`${site.origin}/#/device`)
    const section = page.getByRole('region', { name: 'Content Credentials' })
    await expect(section.getByText('Vitrine, locally signed', { exact: true })).toBeVisible()
    const check = (name: string, bytes: Uint8Array) =>
      section.getByLabel('File to check').setInputFiles({ name, mimeType: 'image/jpeg', buffer: Buffer.from(bytes) })
    await check('mine.jpg', jpeg)
    const report = (name: string) => section.getByRole('article', { name: `Content Credentials of ${name}` })
    await expect(report('mine.jpg')).toContainText('Unchanged, known signer')
    await expect(report('mine.jpg')).toContainText('put together from photographs')
    expect(await accessibilityFaults(page)).toEqual([])
    await check(
      'changed.jpg',
      jpeg.map((byte, i) => (i === jpeg.length - 999 ? byte ^ 1 : byte)),
    )
    await expect(report('changed.jpg')).toContainText('Do not hold')
    await expect(report('changed.jpg')).toContainText('assertion.dataHash.mismatch')
    await check('plain.jpg', await readFile(mug.path))
    await expect(report('plain.jpg')).toContainText('carries no Content Credentials')
  })

  await test.step('the ledger names the signed bytes and the certificate', async () => {
    await page.goto(`${site.origin}/#/privacy`)
    const saved = await savedBy(page, () => page.getByRole('button', { name: 'Download for an auditor' }).click())
    const evidence = unzipped(saved.bytes)
    const lines = Buffer.from(evidence['ledger.jsonl'] as Uint8Array)
      .toString('utf8')
      .trim()
      .split('\n')
    const { body } = lines.map((line) => JSON.parse(line)).find(({ body }) => body.out === sha256(jpeg)) as { body: object }
    expect(body).toMatchObject({ signed: { by: 'device', certificate: claimIn(jpeg).certificate } })
  })

  const mark = Date.now()
  await site.close()
  await test.step('the same without a host', async () => {
    await page.goto(`${site.origin}/#/`)
    await page.reload()
    const again = await desk.export(['Etsy'])
    await signWith(again, 'Signed by this device')
    const [etsy] = Object.values(await desk.zip(again)) as [Uint8Array]
    expect(claimIn(etsy)).toMatchObject({ whole: true, certificate: claimIn(jpeg).certificate })
  })
  expect(site.heard.filter(({ cookie, bodyBytes, url }) => cookie || bodyBytes > 0 || url.includes('?'))).toEqual([])
  expect(studio.complaints).toEqual([])
  expect(await profile.closeAndTell(mark)).toEqual([])
})

test('a certificate of one’s own signs, lies nowhere in the clear, and is gone from the disk once removed', async ({ studio }) => {
  const { page, profile, site } = studio
  const desk = new Studio(page)
  const [mine, other] = [await issued({ name: 'Ünal & Søhne' }), await issued()]
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-certificate-'))
  const path = (name: string) => join(folder, name)
  await writeFile(path('mine.pem'), mine.certificate)
  await writeFile(path('mine.key'), mine.key)
  await writeFile(path('other.key'), other.key)
  await desk.add([mug])
  await desk.done([mug.name])
  await page.goto(`${site.origin}/#/device`)
  const own = page.getByRole('article', { name: 'Your certificate' })
  await own.getByRole('button', { name: 'Bring a certificate…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Bring your certificate' })
  await dialog.getByLabel('Certificate', { exact: true }).setInputFiles(path('mine.pem'))
  await dialog.getByLabel('Private key', { exact: true }).setInputFiles(path('other.key'))
  await dialog.getByRole('button', { name: 'Use it' }).click()
  await expect(dialog.getByRole('alert')).toContainText('The key does not belong to any certificate')
  expect(await accessibilityFaults(page)).toEqual([])
  await dialog.getByLabel('Private key', { exact: true }).setInputFiles(path('mine.key'))
  await dialog.getByRole('button', { name: 'Use it' }).click()
  await expect(own.getByText('Ünal & Søhne')).toBeVisible({ timeout: 60_000 })
  await rm(folder, { recursive: true })

  await page.goto(`${site.origin}/#/`)
  const panel = await desk.export(['Etsy'])
  await signWith(panel, 'Signed by your certificate')
  await expect(panel.getByText(/Signed as “Ünal & Søhne”, issued by “Example Document Signing CA 3”/)).toBeVisible()
  const [file] = Object.values(await desk.zip(panel)) as [Uint8Array]
  expect(claimIn(file)).toMatchObject({ whole: true, subject: expect.stringContaining('Ünal & Søhne') })
  await page.keyboard.press('Escape')

  const [slot] = await slotsOf(page, 'credentials-own')
  const sealed = { name: 'sealed key', bytes: Buffer.from(slot?.bytes ?? []) }
  const key = Buffer.from(mine.key.replace(/-----[^-]+-----|\s/g, ''), 'base64')
  const clear = [
    { name: 'key', bytes: key },
    { name: 'key as text', bytes: Buffer.from(key.toString('base64')) },
    { name: 'key as PEM', bytes: Buffer.from(mine.key) },
  ]
  await expect.poll(async () => (await tracesIn(profile.folder, [sealed])).length, { timeout: 30_000 }).toBeGreaterThan(0)
  expect(await tracesIn(profile.folder, clear)).toEqual([])

  await page.goto(`${site.origin}/#/device`)
  await own.getByRole('button', { name: 'Remove it…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove it' }).click()
  await expect(own.getByRole('button', { name: 'Bring a certificate…' })).toBeVisible()
  expect(await slotsOf(page, 'credentials-own')).toEqual([])
  await expect.poll(async () => await tracesIn(profile.folder, [sealed, ...clear]), { timeout: 30_000 }).toEqual([])

  await page.goto(`${site.origin}/#/`)
  const again = await desk.export(['Etsy'])
  await expect(again.getByLabel('Content Credentials')).toHaveValue('own')
  await expect(again.getByRole('alert')).toContainText('no certificate of your own on this device')
  expect(site.heard.filter(({ cookie, bodyBytes, url }) => cookie || bodyBytes > 0 || url.includes('?'))).toEqual([])
  expect(studio.complaints).toEqual([])
})
