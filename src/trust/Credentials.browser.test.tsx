import { expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../ui/style.css'
import { axeFindings } from '../../tests/fake/axe'
import { type FakeWishes, fakeClient } from '../../tests/fake/client'
import { SIGNED } from '../../tests/fake/credentials'
import { stage } from '../../tests/fake/stage'
import { fail } from '../core/fault'
import { Credentials } from './Credentials'
import './trust.css'

const here = stage()

async function open(wishes: FakeWishes = {}) {
  await page.viewport(1100, 800)
  const client = fakeClient(wishes)
  const spied = {
    ...client,
    nameDevice: vi.fn(client.nameDevice),
    bringCertificate: vi.fn(client.bringCertificate),
    removeCertificate: vi.fn(client.removeCertificate),
    readCredentials: vi.fn(client.readCredentials),
  }
  here.show(
    <>
      <h1>This device</h1>
      <Credentials client={spied} />
    </>,
  )
  await expect.element(page.getByRole('heading', { name: 'Content Credentials' })).toBeVisible()
  return spied
}

const device = page.getByRole('article', { name: 'This device’s certificate' })
const own = page.getByRole('article', { name: 'Your certificate' })
const dialog = page.getByRole('dialog')
const pem = (name: string) => new File(['-----BEGIN'], name)

it('makes this device’s certificate in the name that is typed, by keyboard alone, and hands out who vouches for it', async () => {
  const { nameDevice } = await open()
  await expect.element(device.getByText(/checkers call the signer unknown/)).toBeVisible()
  expect(device.getByRole('button', { name: 'Save the authority’s certificate' }).elements()).toEqual([])
  device.getByLabelText('Name in the certificate').element().focus()
  await userEvent.keyboard('Ünal & Søhne{Enter}')
  await expect.element(device.getByText('Ünal & Søhne')).toBeVisible()
  expect(nameDevice).toHaveBeenCalledExactlyOnceWith('Ünal & Søhne')
  await expect.element(device.getByText('20 November 2036')).toBeVisible()
  let saved: Blob | undefined
  const made = vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    saved = file as Blob
    return 'blob:none'
  })
  const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue()
  await device.getByRole('button', { name: 'Save the authority’s certificate' }).click()
  expect(await saved?.text()).toMatch(/^-----BEGIN CERTIFICATE-----/)
  made.mockRestore()
  clicked.mockRestore()
  expect(await axeFindings()).toEqual([])
})

it('takes on a certificate, says what is wrong with it, and shows neither key nor more than its owner', async () => {
  const { bringCertificate } = await open()
  bringCertificate.mockImplementationOnce(async () =>
    fail('certificate-expired', 'The certificate of “a” ended on 2024-01-01.', 'Ask whoever issued it for a new one.'),
  )
  await own.getByRole('button', { name: 'Bring a certificate…' }).click()
  const use = dialog.getByRole('button', { name: 'Use it' })
  await expect.element(use).toBeDisabled()
  await userEvent.upload(dialog.getByLabelText('Certificate', { exact: true }), pem('mine.pem'))
  await expect.element(use).toBeDisabled()
  await userEvent.upload(dialog.getByLabelText('Private key', { exact: true }), pem('mine.key'))
  await expect.element(dialog.getByText('mine.key')).toBeVisible()
  await use.click()
  await expect.element(dialog.getByRole('alert')).toHaveTextContent('ended on 2024-01-01. Ask whoever issued it for a new one.')
  expect(await axeFindings()).toEqual([])
  await use.click()
  await expect.element(dialog).not.toBeInTheDocument()
  await expect.element(own.getByText('Example Document Signing CA 3')).toBeVisible()
  expect(bringCertificate.mock.lastCall?.map(({ name }) => name)).toEqual(['mine.pem', 'mine.key'])
})

it('removes it after asking', async () => {
  const { removeCertificate } = await open({ certificate: true })
  await own.getByRole('button', { name: 'Remove it…' }).click()
  await dialog.getByRole('button', { name: 'Keep it' }).click()
  expect(removeCertificate).not.toHaveBeenCalled()
  await own.getByRole('button', { name: 'Remove it…' }).click()
  await dialog.getByRole('button', { name: 'Remove it' }).click()
  await expect.element(own.getByRole('button', { name: 'Bring a certificate…' })).toBeVisible()
})

it('tells what a file says, what is wrong with it, and that there is nothing', async () => {
  const { readCredentials } = await open()
  const check = (name: string) => userEvent.upload(page.getByLabelText('File to check'), new File(['x'], name))
  await check('signed.jpg')
  const report = page.getByRole('article', { name: 'Content Credentials of signed.jpg' })
  await expect.element(report.getByText('Unchanged, known signer')).toBeVisible()
  await expect.element(report.getByText('created, placed, edited, resized')).toBeVisible()
  await expect.element(report.getByText('data mining, AI inference, training of generative AI, AI training')).toBeVisible()
  expect(await axeFindings()).toEqual([])
  readCredentials.mockResolvedValueOnce({ ...SIGNED, state: 'invalid', wrong: ['assertion.dataHash.mismatch'] })
  await check('signed-2.jpg')
  await expect.element(page.getByText('Do not hold')).toBeVisible()
  await expect.element(page.getByText('assertion.dataHash.mismatch')).toBeVisible()
  await check('plain.jpg')
  await expect.element(page.getByText(/carries no Content Credentials/)).toBeVisible()
})
