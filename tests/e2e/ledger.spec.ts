import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { accessibilityFaults, expect, test } from '../support/fixtures'
import { unzipped } from '../support/pictures'
import { savedBy } from '../support/saving'
import { fixtures, Studio } from '../support/studio'

const run = promisify(execFile)

test('an auditor who has nothing but the files finds out what was done to the ledger', async ({ studio }) => {
  const { page, context } = studio
  const desk = new Studio(page)
  const [mug] = fixtures
  if (!mug) throw new Error('no fixture')
  await desk.add([mug])
  await desk.done([mug.name])
  await page.goto(`${studio.site.origin}/#/privacy`)
  const ledger = page.getByRole('region', { name: 'Ledger' })
  await expect(ledger.getByRole('heading', { name: /^Checkpoint of \d+ lines$/ })).toBeVisible()
  await expect(ledger.getByRole('img', { name: 'The checkpoint as a QR code' })).toBeVisible()
  await ledger.getByRole('button', { name: 'Verify' }).click()
  await expect(ledger.getByText(/^\d+ lines and 1 checkpoint hold\.$/)).toBeVisible()
  await ledger
    .getByRole('button', { name: /^All lines about the picture/ })
    .first()
    .click()
  for (const deed of ['Cut out', 'Photo added']) await expect(ledger.getByRole('cell', { name: deed, exact: true })).toBeVisible()
  await expect(ledger.getByRole('cell', { name: 'Project', exact: true })).toBeHidden()
  expect(await accessibilityFaults(page)).toEqual([])
  const kept = (await ledger.locator('pre').innerText()).trim()

  const evidence = await savedBy(page, () => ledger.getByRole('button', { name: 'Download for an auditor' }).click())
  const files = unzipped(evidence.bytes)
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-audit-'))
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes)
  const lines = (await readFile(join(folder, 'ledger.jsonl'), 'utf8')).trimEnd().split('\n')
  expect(await readFile(join(folder, 'checkpoints.txt'), 'utf8')).toContain(kept)
  expect((await readFile(join(folder, 'ledger.csv'), 'utf8')).split('\r\n')).toHaveLength(lines.length + 1)

  const command = async () =>
    await run(process.execPath, ['verify.mjs'], { cwd: folder }).then(
      ({ stdout }) => ({ code: 0, stdout }),
      ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
    )
  expect(await command()).toMatchObject({
    code: 0,
    stdout: expect.stringContaining(`All ${lines.length} lines hold, and 1 checkpoint vouches`),
  })
  const auditor = await context.newPage()
  await auditor.goto(`file://${folder}/verify.html`)
  const choose = async () => {
    await auditor
      .getByLabel('Files to verify')
      .setInputFiles(['ledger.jsonl', 'checkpoints.txt', 'key.txt'].map((name) => join(folder, name)))
    return auditor.getByRole('status')
  }
  await expect(await choose()).toContainText(`All ${lines.length} lines hold, and 1 checkpoint vouches for the first ${lines.length}.`)
  expect(await accessibilityFaults(auditor)).toEqual([])

  await writeFile(join(folder, 'ledger.jsonl'), lines.with(1, (lines[1] as string).replace('"photo":"', '"photo":"0')).join('\n'))
  expect(await command()).toMatchObject({ code: 1, stdout: expect.stringContaining('Line 2 was altered.') })
  await expect(await choose()).toContainText('Line 2 was altered.')
  await writeFile(join(folder, 'ledger.jsonl'), lines.slice(0, -1).join('\n'))
  expect(await command()).toMatchObject({ code: 1, stdout: expect.stringContaining('the end was cut off') })
  await expect(await choose()).toContainText('the end was cut off')
  await rm(folder, { recursive: true })
  expect(studio.complaints).toEqual([])
})
