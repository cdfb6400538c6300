import { execFile } from 'node:child_process'
import { createHash, createPublicKey, verify } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { accessibilityFaults, expect, test } from '../support/fixtures'
import { unzipped } from '../support/pictures'
import { savedBy } from '../support/saving'
import { fixtures, Studio } from '../support/studio'

const run = promisify(execFile)
const sha256 = (...parts: readonly (Uint8Array | string)[]) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** RFC 8785 of plain data without the app's library: names sorted, numbers and texts as JavaScript writes them. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const pairs = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${pairs.map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`).join()}}`
}

/** The root over `size` leaves from one of them and the hashes beside its way up (RFC 9162, 2.1.3.2). */
function rootFrom(leaf: Buffer, n: number, size: number, path: readonly string[]): Buffer {
  let [at, last, root] = [n, size - 1, leaf]
  for (const beside of path.map((one) => Buffer.from(one, 'hex'))) {
    if (at % 2 === 1 || at === last) {
      root = sha256(Uint8Array.of(1), beside, root)
      while (at % 2 === 0 && at !== 0) [at, last] = [at >> 1, last >> 1]
    } else root = sha256(Uint8Array.of(1), root, beside)
    ;[at, last] = [at >> 1, last >> 1]
  }
  expect(last).toBe(0)
  return root
}

test('an export with certificates: every hash and signature holds without a line of the app, and a changed file is told', async ({
  studio,
}) => {
  test.setTimeout(240_000)
  const { page, context } = studio
  const desk = new Studio(page)
  const [mug] = fixtures
  if (!mug) throw new Error('no fixture')
  await desk.add([mug])
  await desk.done([mug.name])
  const panel = await desk.export(['Etsy', 'Transparent PNG'])
  await panel.getByRole('switch', { name: 'Add a fidelity certificate' }).check()
  expect(await accessibilityFaults(page)).toEqual([])
  const files = await desk.zip(panel)
  await expect(panel.getByText('Certificates are in its folder “certificates”.')).toBeVisible()
  const names = Object.keys(files)
  const pictures = names.filter((name) => !name.includes('/'))
  expect(pictures).toHaveLength(2)
  expect(names.filter((name) => name.includes('/')).sort()).toEqual(
    [...pictures.flatMap((name) => [`certificates/${name}.json`, `certificates/${name}.pdf`]), 'certificates/verify.html'].sort(),
  )

  for (const name of pictures) {
    const json = JSON.parse(Buffer.from(files[`certificates/${name}.json`] as Uint8Array).toString())
    const { ledger, ...claims } = json
    expect(claims.file).toMatchObject({ name, sha256: sha256(files[name] as Uint8Array).toString('hex') })
    expect(claims.original.sha256).toBe(sha256(await readFile(mug.path)).toString('hex'))
    const { solid, edge, ground, width, height } = claims.measured
    expect(solid.pixels).toBeGreaterThan(10_000)
    expect(solid.same).toEqual({ placed: solid.pixels, file: solid.pixels })
    expect(solid.pixels + edge.pixels + ground.pixels).toBe(width * height)
    expect(ground.same.file).toBe(ground.pixels)
    // From the photo's bytes over every step to the request that the export's line names.
    for (const { key, ...step } of claims.steps) expect(sha256(canonical(step)).toString('hex')).toBe(key)
    expect(claims.steps.at(-1).key).toBe(claims.request)
    expect(Object.values(claims.steps[0].from)).toEqual([`blob:${claims.original.sha256}`])
    // From the certificate to the line, from the line to the checkpoint, from the checkpoint to the key.
    const { hash, ...entry } = ledger.entry
    expect(entry).toMatchObject({
      did: 'certificate',
      body: { out: claims.file.sha256, certificate: sha256(canonical(claims)).toString('hex') },
    })
    expect(sha256(canonical(entry)).toString('hex')).toBe(hash)
    const [origin, size, root, , signature = ''] = ledger.checkpoint.split('\n') as string[]
    const leaf = sha256(Uint8Array.of(0), canonical(ledger.entry))
    expect(rootFrom(leaf, entry.n, Number(size), ledger.path).toString('base64')).toBe(root)
    const raw = Buffer.from(ledger.key.split('+').slice(2).join('+'), 'base64').subarray(1)
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }, format: 'jwk' })
    const signed = Buffer.from(signature.split(' ').at(-1) ?? '', 'base64').subarray(4)
    expect(verify(null, Buffer.from(`${origin}\n${size}\n${root}\n`), key, signed)).toBe(true)
    expect(Buffer.from(files[`certificates/${name}.pdf`] as Uint8Array).toString('latin1')).toMatch(/^%PDF-1\.\d.*%%EOF\s*$/s)
  }

  const folder = await mkdtemp(join(tmpdir(), 'vitrine-certificate-'))
  const put = async (name: string, bytes: Uint8Array) => {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), bytes)
  }
  for (const [name, bytes] of Object.entries(files)) await put(name, bytes)
  const [name = ''] = pictures
  const auditor = await context.newPage()
  await auditor.goto(`file://${folder}/certificates/verify.html`)
  const choose = async () => {
    await auditor.getByLabel('Files to verify').setInputFiles([`certificates/${name}.json`, name].map((one) => join(folder, one)))
    return auditor.getByRole('status')
  }
  await expect(await choose()).toContainText(`The certificate of ${name} holds: 100 % of the product’s`)
  await expect(auditor.getByRole('status')).toContainText(`${name} is the very file that it speaks of.`)
  expect(await accessibilityFaults(auditor)).toEqual([])

  await page.goto(`${studio.site.origin}/#/privacy`)
  const ledger = page.getByRole('region', { name: 'Ledger' })
  await expect(ledger.getByRole('cell', { name: 'Certified', exact: true }).first()).toBeVisible()
  const evidence = await savedBy(page, () => ledger.getByRole('button', { name: 'Download for an auditor' }).click())
  for (const [one, bytes] of Object.entries(unzipped(evidence.bytes))) await put(one, bytes)
  const command = async () =>
    await run(process.execPath, ['verify.mjs', `certificates/${name}.json`, 'key.txt', 'ledger.jsonl'], { cwd: folder }).then(
      ({ stdout }) => ({ code: 0, stdout }),
      ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
    )
  expect(await command()).toMatchObject({ code: 0, stdout: expect.stringContaining('The ledger has that line') })
  await writeFile(join(folder, name), Buffer.concat([files[name] as Uint8Array, Buffer.from('x')]))
  expect(await command()).toMatchObject({ code: 1, stdout: expect.stringContaining('it was changed since') })
  await expect(await choose()).toContainText('it was changed since')
  await rm(folder, { recursive: true })
  expect(studio.complaints).toEqual([])
})
