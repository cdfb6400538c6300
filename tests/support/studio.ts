import { readFile } from 'node:fs/promises'
import { expect, type Locator, type Page } from '@playwright/test'
import { unzipped } from './pictures'
import { savedBy } from './saving'
import { inRepository } from './shared'

/** The small product pictures that a public clone has (made by `tests/samples/make.mjs`). */
export const fixtures = ['red-mug-320.jpg', 'blue-box-320.jpg', 'green-jar-320.jpg'].map((name) => ({
  name,
  path: inRepository(`tests/fixtures/${name}`),
}))

/** What a test gives the file chooser: a path, or bytes with a name. */
export type Given = { readonly path: string } | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

/** The studio as a user meets it: through roles and labels. */
export class Studio {
  readonly page: Page
  readonly photos: Locator

  constructor(page: Page) {
    this.page = page
    this.photos = page.getByRole('list', { name: 'Photos' })
  }

  async open(url: string): Promise<void> {
    await this.page.goto(url)
    await expect(this.page.getByRole('region', { name: 'Add photos' })).toBeVisible()
  }

  /** Through the button, as a hand would: the chooser opens and takes the files. */
  async add(files: readonly Given[]): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser')
    await this.page.getByRole('region', { name: 'Add photos' }).getByRole('button', { name: 'Choose photos' }).click()
    if (files.every((file) => 'path' in file && (!('name' in file) || file.path.endsWith(`/${file.name}`)))) {
      await (await chooser).setFiles(files.map((file) => ('path' in file ? file.path : '')))
      return
    }
    const all = await Promise.all(
      files.map(async (file) =>
        'path' in file
          ? { name: file.path.split('/').at(-1) ?? '', mimeType: 'image/jpeg', ...file, buffer: await readFile(file.path) }
          : file,
      ),
    )
    await (await chooser).setFiles(all.map(({ name, mimeType, buffer }) => ({ name, mimeType, buffer })))
  }

  /** How much care the network takes with what is added from now on. */
  async chooseCare(care: 'Fine' | 'Fast'): Promise<void> {
    await this.page.getByRole('radio', { name: care }).check()
  }

  /** Locks the studio with a passphrase, under “This device”; resolves with the recovery code, the kit put away. */
  async setPassphrase(passphrase: string): Promise<string> {
    const { page } = this
    await page.evaluate(() => {
      location.hash = '#/device'
    })
    await page.getByRole('button', { name: 'Lock with a passphrase…' }).click()
    await page.getByLabel('New passphrase', { exact: true }).fill(passphrase)
    await page.getByLabel('New passphrase again', { exact: true }).fill(passphrase)
    await page.getByRole('checkbox', { name: /nobody can open my pictures/ }).check()
    await page.getByRole('button', { name: 'Lock it' }).click()
    const kit = page.getByRole('dialog', { name: 'Your recovery kit' })
    await expect(kit).toBeVisible()
    const [code = ''] = /([0-9A-Z]{4}-){7}[0-9A-Z]{4}/.exec((await kit.innerText()).replace(/\s/g, '')) ?? []
    expect(code).toHaveLength(39)
    await kit.getByLabel('Type the last group of the code').fill(code.slice(-4))
    await kit.getByRole('button', { name: 'I have it' }).click()
    await expect(page.getByRole('button', { name: 'Lock now' })).toBeVisible()
    return code
  }

  /** Deletes the first project in the list under “This device”, and waits until it is said to be gone. */
  async deleteProject(): Promise<void> {
    const { page } = this
    await page.evaluate(() => {
      location.hash = '#/device'
    })
    await page
      .getByRole('button', { name: /^Delete/ })
      .first()
      .click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Delete/ })
      .click()
    await expect(page.getByRole('button', { name: 'Save the receipt' })).toBeVisible({ timeout: 30_000 })
  }

  async unlock(secret: string): Promise<void> {
    await this.page.getByLabel('Passphrase', { exact: true }).fill(secret)
    await this.page.getByRole('button', { name: 'Unlock', exact: true }).click()
  }

  card(name: string): Locator {
    return this.photos.getByRole('listitem', { name, exact: true })
  }

  async done(names: readonly string[], timeout = 120_000): Promise<void> {
    for (const name of names) await expect(this.card(name).getByText('Done', { exact: true })).toBeVisible({ timeout })
  }

  /** Waits until all originals are stored: no card says that it is being added. */
  async stored(count: number): Promise<void> {
    await expect(this.photos.getByRole('listitem')).toHaveCount(count)
    await expect(this.photos.getByText(/^Adding/)).toHaveCount(0, { timeout: 60_000 })
  }

  /** Waits until a card is done or has failed, and returns its whole text. */
  async ended(name: string, timeout = 120_000): Promise<string> {
    await expect(this.card(name)).toContainText(/Done|Failed/, { timeout })
    return (await this.card(name).innerText()).replace(/\s+/g, ' ')
  }

  /** Every part on the device: from here on there is no reason for any request. */
  async readyOffline(): Promise<void> {
    await this.page.waitForFunction(
      async () => {
        const cache = await caches.open('vitrine-parts')
        const { length } = await cache.keys()
        return length >= 5 // all but the runtime for graphics processors, which this machine has no use for
      },
      null,
      { timeout: 120_000, polling: 500 },
    )
  }

  async export(channels: readonly string[]): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Export', exact: true }).first().click()
    const panel = this.page.getByRole('dialog')
    for (const box of await panel.getByRole('checkbox').all()) if ((await box.isChecked()) && (await box.isEnabled())) await box.uncheck()
    for (const channel of channels) await panel.getByRole('checkbox', { name: channel, exact: true }).check()
    return panel
  }

  /** Saves the panel's zip and returns what is in it. */
  async zip(panel: Locator): Promise<Record<string, Uint8Array>> {
    const saved = await savedBy(this.page, () => panel.getByRole('button', { name: 'Download zip' }).click())
    return unzipped(saved.bytes)
  }
}
