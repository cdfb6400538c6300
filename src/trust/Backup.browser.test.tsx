import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../ui/style.css'
import '../app/app.css'
import { axeFindings } from '../../tests/fake/axe'
import { fakeClient } from '../../tests/fake/client'
import { stage } from '../../tests/fake/stage'
import { App } from '../app/App'
import { EMPTY, follow, useStudio } from '../app/store'
import type { Client } from '../core/client'
import { fail } from '../core/fault'

const here = stage('div', 'root')
let client: Client
const PASSPHRASE = 'otter window basalt nine'
const button = (name: string) => page.getByRole('button', { name, exact: true })
const dialog = page.getByRole('dialog')
const backup = new File(['Vitrine backup 1'], 'Vitrine 2026-11-20.vitrine')

beforeEach(async () => {
  await page.viewport(1200, 900)
  location.hash = '#/device'
  client = fakeClient({ photos: [24, 112] })
  await follow(client)
  here.show(<App client={client} />)
  await expect.element(page.getByRole('region', { name: 'Backup' })).toBeVisible()
})

afterEach(() => {
  vi.restoreAllMocks()
  useStudio.setState(EMPTY, true)
  location.hash = ''
})

describe('Backing up', () => {
  it('asks what and for a passphrase, says at each field what is wrong, and says what came of it', async () => {
    const asked = vi.spyOn(client, 'backup')
    await button('Back up…').click()
    expect(await axeFindings()).toEqual([])
    await page.getByLabelText('What', { exact: true }).selectOptions('23 November · 112 photos, 582 MB')
    await button('Back up').click()
    const first = page.getByLabelText('Passphrase for this backup', { exact: true })
    await expect.element(first).toHaveFocus()
    await expect.element(first).toHaveAccessibleDescription(/Use at least 10 characters/)
    await first.fill(PASSPHRASE)
    await page.getByLabelText('Passphrase for this backup again', { exact: true }).fill(PASSPHRASE)
    await userEvent.keyboard('{Enter}')
    await expect.element(dialog).toHaveTextContent(/1 project with 112 photos.*Every byte was read again after writing/)
    expect(asked.mock.calls[0]?.[0]).toEqual({ projects: ['project-2'], passphrase: PASSPHRASE, into: null })
    expect(await axeFindings()).toEqual([])
    await button('Done').click()
    await expect.element(dialog).not.toBeInTheDocument()
  })

  it('keeps what was typed when the disk is full, and says so', async () => {
    vi.spyOn(client, 'backup').mockImplementation(async () => fail('storage-full', 'No room is left.', 'Choose another disk.'))
    await button('Back up…').click()
    await page.getByLabelText('Passphrase for this backup', { exact: true }).fill(PASSPHRASE)
    await page.getByLabelText('Passphrase for this backup again', { exact: true }).fill(PASSPHRASE)
    await button('Back up').click()
    await expect.element(dialog.getByText('No room is left. Choose another disk.')).toBeVisible()
    await expect.element(page.getByLabelText('Passphrase for this backup', { exact: true })).toHaveValue(PASSPHRASE)
  })
})

describe('Restoring', () => {
  const choose = async (file: File) => {
    await button('Restore a backup…').click()
    await page.getByLabelText('Backup file').upload(file)
  }

  it('shows what is in the file, restores what is chosen, and names what was damaged', async () => {
    const asked = vi.spyOn(client, 'restoreBackup')
    await choose(backup)
    const secret = page.getByLabelText('Passphrase of the backup', { exact: true })
    await expect.element(secret).toHaveFocus()
    await userEvent.keyboard('something else{Enter}')
    await expect.element(secret).toHaveAccessibleDescription(/not the passphrase that this backup was made with/)
    await secret.fill('a passphrase of a backup')
    await userEvent.keyboard('{Enter}')
    await expect.element(dialog).toHaveTextContent(/Autumn mugs · 24 photos · is here already: comes beside it/)
    await expect.element(dialog).toHaveTextContent(/With them: 1 network of your own; the ledger of then \(1,204 lines\)/)
    expect(await axeFindings()).toEqual([])
    await page.getByRole('checkbox', { name: /Autumn mugs/ }).click()
    await expect.element(dialog).toHaveTextContent(/Only with all projects/)
    await button('Restore').click()
    await expect
      .element(dialog)
      .toHaveTextContent(/One thing in this backup is damaged; all else is whole.*IMG_4031.jpg: Its file is damaged/)
    expect(asked.mock.calls[0]?.[0]).toEqual(['project-9'])
    await expect.element(dialog.getByRole('link', { name: 'Glass and ceramics' })).toBeVisible()
    expect(await axeFindings()).toEqual([])
  })

  it('of something else says what to choose', async () => {
    await choose(new File(['PK'], 'photos.zip'))
    await page.getByLabelText('Passphrase of the backup', { exact: true }).fill('x')
    await button('Open it').click()
    await expect.element(dialog).toHaveTextContent(/This file is no backup of Vitrine/)
  })
})
