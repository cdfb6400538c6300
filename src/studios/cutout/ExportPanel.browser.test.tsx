import { createRoot, type Root } from 'react-dom/client'
import { afterEach, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { axeFindings } from '../../../tests/fake/axe'
import { type FakeWishes, fakeClient } from '../../../tests/fake/client'
import type { Client, ExportWish, News } from '../../core/client'
import type { Project } from '../../core/project'
import '../../ui/style.css'
import ExportPanel from './ExportPanel'

let root: Root | null = null
afterEach(() => {
  root?.unmount()
  document.body.replaceChildren()
})

interface Setting {
  readonly change?: Partial<Client>
  readonly id?: string
  readonly kept?: Partial<Project>
  readonly wishes?: FakeWishes
}

async function open({ change = {}, id = crypto.randomUUID(), kept = {}, wishes = {} }: Setting = {}) {
  await page.viewport(1280, 800)
  const fake = fakeClient({ photos: [10], ...wishes })
  const client = { ...fake, ...change, inspectExport: vi.fn(fake.inspectExport), cancelExport: vi.fn(async () => {}) }
  const opened = new Promise<NonNullable<News['opened']>>((resolve) => {
    void client.listen((news) => news.opened && resolve(news.opened)).then(() => client.openProject('project-1'))
  })
  const { project, photos: all } = await opened
  const photos = all.map((photo, i) => (i === 9 ? { ...photo, state: { at: 'waiting' as const } } : photo))
  const onClose = vi.fn()
  root = createRoot(document.body.appendChild(document.createElement('div')))
  // Choices are remembered by project: each test has a project of its own.
  root.render(<ExportPanel client={client} project={{ ...project, ...kept, id }} photos={photos} onClose={onClose} />)
  return { client, photos, done: photos.filter(({ state }) => state.at === 'done'), onClose }
}

const box = (name: string) => page.getByRole('checkbox', { name, exact: true })

it('offers every channel by its name and nothing to export before one is chosen', async () => {
  await open()
  const names = [
    'Amazon main',
    'Amazon secondary',
    'Etsy',
    'eBay',
    'Shopify',
    'Walmart',
    'Google Merchant',
    'TikTok Shop',
    'Transparent PNG',
    'Custom size',
  ]
  for (const name of names) await expect.element(box(name)).not.toBeChecked()
  await expect.element(page.getByRole('button', { name: 'Download zip' })).toBeDisabled()
})

it('measures what is chosen, shows findings, and does not measure again for a file name', async () => {
  const { client, done } = await open()
  await box('Etsy').click()
  await expect.element(page.getByText(`${done.length} measured`, { exact: true })).toBeVisible()
  const [first] = done
  await page
    .getByRole('button', { name: first?.name ?? '' })
    .first()
    .click()
  await expect.element(page.getByText('Fill 87.9 % (85 % at least)').first()).toBeVisible()
  const pattern = page.getByLabelText('File names')
  await pattern.fill('{name}')
  await page.getByRole('button', { name: 'Insert date' }).click()
  await expect.element(pattern).toHaveValue('{name}{date}')
  await new Promise((go) => setTimeout(go, 600))
  expect(client.inspectExport).toHaveBeenCalledTimes(1)
  await box('eBay').click()
  await expect.element(page.getByText(`${2 * done.length} measured`, { exact: true })).toBeVisible()
  expect(client.inspectExport).toHaveBeenCalledTimes(2)
})

it('deletes originals after an export where the project says so: after a download only when told to', async () => {
  const deleteOriginals = vi.fn(async (ids: readonly string[]) => ({ photos: ids.length, bytes: 5_200_000 * ids.length }))
  const { done } = await open({ change: { deleteOriginals }, kept: { originals: 'until-export' } })
  await box('Etsy').click()
  await page.getByRole('button', { name: 'Download zip' }).click()
  const button = page.getByRole('button', { name: `Delete ${done.length} originals` })
  await expect.element(button).toBeVisible()
  expect(deleteOriginals).not.toHaveBeenCalled()
  expect(await axeFindings()).toEqual([])
  await button.click()
  await expect.element(page.getByText(/originals \(.*\) deleted, as this project asks for/)).toBeVisible()
  expect(deleteOriginals.mock.calls).toEqual([[done.map(({ id }) => id)]])
})

it('leaves out what is not done, says so, and says what is missing', async () => {
  const wishes: ExportWish[] = []
  const fault = { code: 'no-product', sentence: 'No product was found.', remedy: 'Take another photo.', retry: false }
  const { photos, done } = await open({
    change: {
      async exportZip(wish) {
        wishes.push(wish)
        return {
          file: new Blob(['zip']),
          missing: [{ photo: wish.photos[0] ?? '', name: 'mug.jpg', channel: 'etsy', fault }],
        }
      },
    },
  })
  expect(done.length).toBeLessThan(photos.length)
  await expect.element(page.getByText(/not done and stays? out/)).toBeVisible()
  await box('Etsy').click()
  await page.getByRole('button', { name: 'Download zip' }).click()
  await expect.element(page.getByText(/are in .+ \d{4}-\d\d-\d\d\.zip/)).toBeVisible()
  await expect.element(page.getByText(/No product was found\./)).toBeVisible()
  expect(wishes[0]).toMatchObject({ photos: done.map(({ id }) => id), channels: ['etsy'], custom: null })
  expect(wishes[0]?.rights).toEqual({ creator: '', copyright: '', mining: 'DMI-PROHIBITED-AIMLTRAINING', story: false })
})

it('can be cancelled while it runs, and not closed by accident', async () => {
  let stop: () => void = () => {}
  const { client, onClose } = await open({
    change: {
      exportZip: (_, hear) => {
        hear({ done: 1, total: 9, secondsLeft: 200, bytes: 1e6 })
        return new Promise((_resolve, reject) => {
          stop = () => reject(new Error('aborted'))
        })
      },
    },
  })
  client.cancelExport.mockImplementation(async () => stop())
  await box('Walmart').click()
  await page.getByRole('button', { name: 'Download zip' }).click()
  await expect.element(page.getByText('1 of 9 files')).toBeVisible()
  await userEvent.keyboard('{Escape}')
  expect(onClose).not.toHaveBeenCalled()
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  await expect.element(page.getByText('Cancelled. Nothing was written.')).toBeVisible()
  await userEvent.keyboard('{Escape}')
  expect(onClose).toHaveBeenCalled()
})

it('refuses a custom size that cannot be made', async () => {
  await open()
  await box('Custom size').click()
  await page.getByLabelText('Width').fill('5')
  await expect.element(page.getByRole('alert')).toHaveTextContent('from 16 to 10,000 px')
  await expect.element(page.getByRole('button', { name: 'Download zip' })).toBeDisabled()
  await page.getByLabelText('Width').fill('1200')
  await expect.element(page.getByRole('button', { name: 'Download zip' })).toBeEnabled()
})

it('sends along what was said of rights, remembers it for the project, and sends nothing when switched off', async () => {
  const wishes: ExportWish[] = []
  const id = crypto.randomUUID()
  const keep = {
    async exportZip(wish: ExportWish) {
      wishes.push(wish)
      return { file: new Blob(['zip']), missing: [] }
    },
  }
  const { onClose } = await open({ change: keep, id })
  await box('Transparent PNG').click()
  const group = page.getByRole('group', { name: 'Rights' })
  const carry = group.getByRole('switch', { name: 'Carry rights in the files' })
  await expect.element(carry).toBeChecked()
  await expect.element(group.getByText(/a request that honest readers follow, not a lock; marketplaces often strip them/)).toBeVisible()
  const creator = group.getByLabelText('Creator')
  await creator.fill('typed by mistake')
  await userEvent.keyboard('{Escape}')
  await expect.element(creator).toHaveValue('')
  expect(onClose).not.toHaveBeenCalled()

  // By keyboard alone, from field to field; what is typed last counts though no field was left for the button.
  carry.element().focus()
  await userEvent.keyboard('{Tab}Ünal & Søhne{Tab}© 2026 “花瓶”{Tab}{Tab} ')
  await group.getByLabelText('AI training and data mining').selectOptions('Prohibit all data mining but search engines')
  const zip = page.getByRole('button', { name: 'Download zip' })
  await zip.click()
  await vi.waitFor(() => expect(wishes).toHaveLength(1))
  const said = { creator: 'Ünal & Søhne', copyright: '© 2026 “花瓶”', mining: 'DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING', story: true }
  expect(wishes[0]?.rights).toEqual(said)
  expect(await axeFindings()).toEqual([])

  root?.unmount()
  await open({ change: keep, id })
  await expect.element(group.getByLabelText('Copyright notice')).toHaveValue('© 2026 “花瓶”')
  await group.getByLabelText('AI training and data mining').selectOptions('Say nothing')
  await zip.click()
  await vi.waitFor(() => expect(wishes).toHaveLength(2))
  expect(wishes[1]?.rights).toEqual({ ...said, mining: null })
  await carry.click()
  await expect.element(group.getByLabelText('Creator')).not.toBeInTheDocument()
  await expect.element(page.getByText(/The files carry no metadata at all/)).toBeVisible()
  await zip.click()
  await vi.waitFor(() => expect(wishes).toHaveLength(3))
  expect(wishes[2]?.rights).toBeNull()
})

it('asks for certificates only when told to, remembers it, and says which file has none', async () => {
  const wishes: ExportWish[] = []
  const fault = { code: 'no-certificate', sentence: 'It could not be compared.', remedy: 'Export it again.', retry: true }
  const project = crypto.randomUUID()
  const change: Partial<Client> = {
    async exportZip(wish) {
      wishes.push(wish)
      const missing = wish.certificates
        ? [{ photo: wish.photos[0] ?? '', name: 'mug.jpg', channel: 'etsy' as const, fault, certificate: true as const }]
        : []
      return { file: new Blob(['zip']), missing }
    },
  }
  await open({ change, id: project })
  await box('Etsy').click()
  const certificate = page.getByRole('switch', { name: 'Add a fidelity certificate' })
  await expect.element(certificate).not.toBeChecked()
  await page.getByRole('button', { name: 'Download zip' }).click()
  await expect.element(page.getByText(/in .+\.zip\.$/)).toBeVisible()
  await certificate.click()
  expect(await axeFindings()).toEqual([])
  await page.getByRole('button', { name: 'Download zip' }).click()
  await expect
    .element(
      page.getByText(/ files \(3 bytes\) are in .+\.zip\. Certificates are in its folder “certificates”\. 1 file has no certificate:$/),
    )
    .toBeVisible()
  expect(wishes.map(({ certificates }) => certificates)).toEqual([false, true])
  root?.unmount()
  document.body.replaceChildren()
  await open({ change, id: project })
  await expect.element(certificate).toBeChecked()
})

it('has files signed by whom one chooses, says what that is worth, and measures the signed files', async () => {
  const { client } = await open({ wishes: { certificate: true } })
  await box('Etsy').click()
  await vi.waitFor(() => expect(client.inspectExport).toHaveBeenCalledTimes(1))
  const choice = page.getByRole('group', { name: 'Rights' }).getByLabelText('Content Credentials')
  await expect.element(choice).toHaveValue('')
  await choice.selectOptions('Signed by this device')
  await expect.element(choice).toHaveAccessibleDescription(/not changed since Vitrine wrote it. Checkers will call the signer unknown/)
  await expect.element(page.getByText(/Nothing goes along but these rights and the Content Credentials/)).toBeVisible()
  await vi.waitFor(() => expect(client.inspectExport).toHaveBeenCalledTimes(2))
  await choice.selectOptions('Signed by your certificate')
  await expect.element(choice).toHaveAccessibleDescription(/Signed as “Ünal & Søhne”, issued by “Example Document Signing CA 3”/)
  await vi.waitFor(() => expect(client.inspectExport).toHaveBeenCalledTimes(3))
  expect(client.inspectExport.mock.calls.map(([wish]) => wish.credentials)).toEqual([null, 'device', 'own'])
  expect(await axeFindings()).toEqual([])
})

it('offers no certificate that is not there, and says where to bring one', async () => {
  await open()
  const choice = page.getByLabelText('Content Credentials')
  await expect.element(choice).toHaveAccessibleDescription(/bring it under “This device”/)
  await expect.element(page.getByRole('option', { name: 'Signed by your certificate' })).toBeDisabled()
})
