import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../ui/style.css'
import '../app/app.css'
import { axeFindings } from '../../tests/fake/axe'
import { type FakeWishes, fakeClient, RECOVERY } from '../../tests/fake/client'
import { stage } from '../../tests/fake/stage'
import { App } from '../app/App'
import { reloadWith } from '../app/relock'
import { EMPTY, follow, useStudio } from '../app/store'
import type { Client } from '../core/client'

const here = stage('div', 'root')
let client: Client
let reloads = 0

async function open(vault: FakeWishes['vault']) {
  client = fakeClient({ photos: [3], vault })
  await follow(client)
  here.show(<App client={client} />)
  await expect.element(section).toBeVisible()
}

const section = page.getByRole('region', { name: 'Vault' })
const button = (name: string) => page.getByRole('button', { name, exact: true })
const next = page.getByLabelText('New passphrase', { exact: true })
const again = page.getByLabelText('New passphrase again', { exact: true })
const now = page.getByLabelText('Present passphrase', { exact: true })
const sure = page.getByRole('checkbox', { name: /nobody can open my pictures, Vitrine included/ })
const alert = (dialog = page.getByRole('dialog')) => dialog.getByRole('alert')
const kit = page.getByRole('dialog', { name: 'Your recovery kit' })
const group = page.getByLabelText('Type the last group of the code')
const GOOD = 'otter window basalt nine'

beforeEach(async () => {
  await page.viewport(1200, 800)
  location.hash = '#/device'
  reloads = 0
  reloadWith(() => reloads++)
})

afterEach(() => {
  vi.restoreAllMocks()
  useStudio.setState(EMPTY, true)
  location.hash = ''
})

async function lockWith(passphrase: string) {
  await button('Lock with a passphrase…').click()
  await next.fill(passphrase)
  await again.fill(passphrase)
  await sure.click()
  await button('Lock it').click()
  await expect.element(kit).toBeVisible()
}

describe('without a passphrase', () => {
  it('says who can open the studio', async () => {
    await open({})
    await expect.element(section.getByText(/whoever can use this browser can open the studio/)).toBeVisible()
    expect(await axeFindings()).toEqual([])
  })

  it('takes one by keyboard alone, and says at each field what is wrong with it', async () => {
    await open({})
    await button('Lock with a passphrase…').click()
    await expect.element(next).toHaveFocus()
    expect(await axeFindings()).toEqual([])
    await userEvent.keyboard('short{Enter}')
    await expect.element(next).toHaveAccessibleDescription(/Use at least 10 characters/)
    await next.fill(GOOD)
    await again.fill('otter window basalt ten')
    await userEvent.keyboard('{Enter}')
    await expect.element(again).toHaveAccessibleDescription(/not the same/)
    await expect.element(again).toHaveFocus()
    await again.fill(GOOD)
    await userEvent.keyboard('{Enter}')
    await expect.element(alert()).toHaveTextContent('Tick this to go on.')
    await expect.element(sure).toHaveFocus()
    expect(await axeFindings()).toEqual([])
    await userEvent.keyboard(' {Enter}')
    await expect.element(kit).toBeVisible()
  })

  it('locks nothing when it is cancelled', async () => {
    await open({})
    await button('Lock with a passphrase…').click()
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
    await expect.element(button('Lock with a passphrase…')).toHaveFocus()
  })
})

describe('the recovery kit', () => {
  const code = () => kit.getByText(/^K7QM-/)

  it('stays until the last group has been typed, and is gone then', async () => {
    await open({})
    await lockWith(GOOD)
    await expect.element(code()).toBeVisible()
    expect(await axeFindings()).toEqual([])
    await userEvent.keyboard('{Escape}{Escape}{Escape}')
    await expect.element(kit).toBeVisible()
    expect(kit.getByRole('button', { name: 'Close' }).elements()).toHaveLength(0)
    await button('I have it').click()
    await expect.element(alert(kit)).toHaveTextContent('not the last group')
    await group.fill('nn24')
    await userEvent.keyboard('{Enter}')
    await expect.element(kit).not.toBeInTheDocument()
    expect(document.body.textContent).not.toContain('K7QM')
    await expect.element(button('Lock now')).toBeVisible()
    await expect.element(section).toHaveFocus()
  })

  it('is copied, saved as text with where to use it, and printed', async () => {
    await open({})
    await lockWith(GOOD)
    const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    const printed = vi.spyOn(window, 'print').mockReturnValue()
    let saved: Blob | undefined
    vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
      saved = file as Blob
      return 'blob:none'
    })
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue()
    await button('Copy').click()
    await expect.element(kit.getByRole('status')).toHaveTextContent('Copied')
    const made = copied.mock.calls[0]?.[0] ?? ''
    expect(made).toMatch(/^K7QM(-[0-9A-Z]{4}){6}$/)
    await button('Save as text file').click()
    const text = await saved?.text()
    expect(text).toContain(made)
    expect(text).toContain(location.host)
    await button('Print').click()
    expect(printed).toHaveBeenCalledOnce()
  })

  it('opens the studio later', async () => {
    await open({})
    await lockWith(GOOD)
    const made = code().element().parentElement?.textContent ?? ''
    await client.lock()
    await expect(client.unlock(made)).resolves.toBeUndefined()
  })
})

describe('with a passphrase', () => {
  it('locks at once, and the page is loaded anew', async () => {
    await open({ passphrase: GOOD })
    expect(await axeFindings()).toEqual([])
    await button('Lock now').click()
    await expect.poll(() => reloads).toBe(1)
    await expect.element(section).not.toBeInTheDocument()
  })

  it('locks by itself after what was chosen', async () => {
    await open({ passphrase: GOOD, idleMinutes: 15 })
    const choice = page.getByRole('combobox', { name: 'Lock by itself' })
    await expect.element(choice).toHaveDisplayValue('after 15 minutes')
    await choice.selectOptions('after 30 minutes')
    await expect.poll(() => useStudio.getState().vault?.idleMinutes).toBe(30)
    await choice.selectOptions('never')
    await expect.element(section.getByText(/stays open until you lock it/)).toBeVisible()
  })

  it('changes it for who knows the present one, and gives a new code', async () => {
    await open({ passphrase: GOOD })
    await button('Change passphrase…').click()
    await expect.element(now).toHaveFocus()
    await now.fill('not this one')
    await next.fill('a new one, longer')
    await again.fill('a new one, longer')
    await button('Change it').click()
    await expect.element(now).toHaveAccessibleDescription(/neither the passphrase nor the recovery code/)
    await expect.element(now).toHaveFocus()
    await now.fill(RECOVERY)
    await button('Change it').click()
    await expect.element(kit).toHaveTextContent('K7QM-2XRD-9FTB-WH4C-PZ6N-3JVA-NN17')
  })

  it('removes it for who knows it', async () => {
    await open({ passphrase: GOOD })
    await button('Remove passphrase…').click()
    expect(await axeFindings()).toEqual([])
    await now.fill('wrong')
    await button('Remove it').click()
    await expect.element(now).toHaveAccessibleDescription(/neither the passphrase/)
    await now.fill(GOOD)
    await userEvent.keyboard('{Enter}')
    await expect.element(button('Lock with a passphrase…')).toBeVisible()
  })
})
