import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../ui/style.css'
import './app.css'
import { axeFindings } from '../../tests/fake/axe'
import { type FakeWishes, fakeClient, RECOVERY } from '../../tests/fake/client'
import { stage } from '../../tests/fake/stage'
import type { Client } from '../core/client'
import { App } from './App'
import { reloadWith } from './relock'
import { EMPTY, follow, useStudio } from './store'

const here = stage('div', 'root')
let client: Client
let reloads = 0

async function open(vault: FakeWishes['vault'], photos: readonly number[] = [3]) {
  client = fakeClient({ photos, vault })
  await follow(client)
  here.show(<App client={client} />)
}

const LOCKED = { passphrase: 'six words from a dice roll', open: false }
const field = page.getByLabelText('Passphrase', { exact: true })
const title = page.getByRole('heading', { name: 'Vitrine is locked' })
const studio = page.getByRole('navigation', { name: 'Studio' })

beforeEach(async () => {
  await page.viewport(1200, 800)
  location.hash = '#/project/project-1'
  reloads = 0
  reloadWith(() => reloads++)
})

afterEach(() => {
  useStudio.setState(EMPTY, true)
  location.hash = ''
})

describe('the lock screen', () => {
  it('shows nothing of what is behind it, and opens by keyboard with the passphrase', async () => {
    await open(LOCKED)
    await expect.element(title).toBeVisible()
    expect(document.body.textContent).not.toMatch(/Autumn|mug|project|photo/i)
    expect(document.title).toBe('Locked · Vitrine')
    expect(await axeFindings()).toEqual([])
    await expect.element(field).toHaveFocus()
    await userEvent.keyboard('six words from a dice roll{Enter}')
    await expect.element(page.getByRole('button', { name: 'Opening…' })).toBeDisabled()
    await expect.element(page.getByRole('textbox', { name: 'Project name' })).toHaveValue('Autumn mugs')
    await expect.poll(() => document.activeElement?.id).toBe('main')
    expect(document.title).toBe('Project · Vitrine')
    expect(reloads).toBe(0)
  })

  it('opens with the recovery code, typed without care', async () => {
    await open(LOCKED)
    await field.fill(RECOVERY.toLowerCase().replaceAll('-', ' '))
    await page.getByRole('button', { name: 'Unlock' }).click()
    await expect.element(studio).toBeVisible()
  })

  it('says what was wrong, and has the wrong one ready to be typed over', async () => {
    await open(LOCKED)
    await page.getByRole('button', { name: 'Unlock' }).click()
    await expect.element(page.getByRole('alert')).toHaveTextContent('Type your passphrase first.')
    await field.fill('wrong')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('alert')).toHaveTextContent(/neither the passphrase nor the recovery code.*Caps Lock/)
    await expect.element(field).toHaveAccessibleDescription(/neither the passphrase/)
    await expect.element(field).toHaveFocus()
    expect(await axeFindings()).toEqual([])
    await userEvent.keyboard('six words from a dice roll{Enter}')
    await expect.element(studio).toBeVisible()
  })

  it('shows what was typed when asked to', async () => {
    await open(LOCKED)
    await expect.element(field).toHaveAttribute('type', 'password')
    await page.getByRole('button', { name: 'Show passphrase' }).click()
    await expect.element(field).toHaveAttribute('type', 'text')
  })

  it('makes one wait after too many wrong ones, says until when, and goes on after that', async () => {
    await open({ ...LOCKED, wrong: 4 })
    await field.fill('wrong')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('status')).toHaveTextContent(/The next one is possible at \d\d:\d\d:\d\d\./)
    await expect.element(field).toBeDisabled()
    await expect.element(page.getByRole('button', { name: 'Unlock' })).toBeDisabled()
    expect(await axeFindings()).toEqual([])
    await expect.element(page.getByRole('status')).toHaveTextContent('You can try again now.')
    await expect.element(field).toHaveFocus()
    await userEvent.keyboard('six words from a dice roll{Enter}')
    await expect.element(studio).toBeVisible()
  })

  it('explains what is left to who forgot it', async () => {
    await open(LOCKED)
    const words = page.getByText(/nobody can open it, us included/)
    await expect.element(words).not.toBeVisible()
    await page.getByText('I forgot my passphrase').click()
    await expect.element(words).toBeVisible()
    expect(await axeFindings()).toEqual([])
  })
})

describe('locking', () => {
  it('is done from the rail: what was open goes from the screen, and the page is loaded anew', async () => {
    await open({ passphrase: 'x' })
    await page.getByRole('button', { name: 'Lock the studio' }).click()
    await expect.poll(() => reloads).toBe(1)
    expect(document.body.textContent).not.toMatch(/Autumn|mug/)
    expect(document.title).toBe('Vitrine')
  })

  it('is done by keyboard, also out of a text field', async () => {
    await open({ passphrase: 'x' })
    await page.getByRole('textbox', { name: 'Project name' }).click()
    await userEvent.keyboard('{Control>}{Shift>}L{/Shift}{/Control}')
    await expect.poll(() => reloads).toBe(1)
    await expect.element(studio).not.toBeInTheDocument()
  })

  it('is not offered where there is no passphrase', async () => {
    await open({})
    await expect.element(page.getByRole('link', { name: 'Privacy' })).toBeVisible()
    expect(page.getByRole('button', { name: 'Lock the studio' }).elements()).toHaveLength(0)
    await userEvent.keyboard('{Control>}{Shift>}L{/Shift}{/Control}')
    await expect.element(studio).toBeVisible()
    expect(reloads).toBe(0)
  })

  it('happens by itself: what comes after the time is over does not hold it off', async () => {
    await open({ passphrase: 'x', idleMinutes: 0.01 })
    await expect.element(studio).toBeVisible()
    await new Promise((go) => setTimeout(go, 700))
    await userEvent.keyboard('a')
    await expect.poll(() => reloads).toBe(1)
    await expect.element(studio).not.toBeInTheDocument()
  })

  it('in another tab loads this page anew, too', async () => {
    await open({ passphrase: 'x' })
    await expect.element(studio).toBeVisible()
    await client.lock()
    await expect.poll(() => reloads).toBe(1)
    await expect.element(studio).not.toBeInTheDocument()
  })
})
