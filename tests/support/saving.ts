import { type BrowserContext, expect, type Page } from '@playwright/test'

const FOLDER = 'chosen-by-a-test'

/**
 * The browser's own dialog for saving cannot be worked from a test: in its place a file of the suggested name is chosen, in the
 * origin's own file system.
 */
export async function chooseByItself(context: BrowserContext): Promise<void> {
  await context.addInitScript((folder) => {
    if (!('showSaveFilePicker' in window)) return
    window.showSaveFilePicker = async ({ suggestedName }: { suggestedName: string }) => {
      const root = await navigator.storage.getDirectory()
      const into = await root.getDirectoryHandle(folder, { create: true })
      return await into.getFileHandle(suggestedName, { create: true })
    }
  }, FOLDER)
}

/** A browser in which no place can be chosen. */
export const withoutDialog = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'))

/** Does what saves a file; returns the file, and takes it away. */
export async function savedBy(page: Page, act: () => Promise<void>): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  await act()
  let saved: { name: string; bytes: Buffer } | null = null
  await expect(async () => {
    saved = await taken(page)
    expect(saved).not.toBeNull()
  }).toPass({ timeout: 300_000 })
  return saved as unknown as { name: string; bytes: Buffer }
}

/** A file appears in one go once all of it is written: until then it is empty. */
async function taken(page: Page) {
  const found = await page.evaluate(async (folder) => {
    const root = await navigator.storage.getDirectory()
    const into = await root.getDirectoryHandle(folder, { create: true })
    for await (const [name, handle] of into.entries()) {
      const file = await (handle as FileSystemFileHandle).getFile()
      if (file.size === 0) continue
      const url = await new Promise<string>((done) => {
        const reader = new FileReader()
        reader.onload = () => done(reader.result as string)
        reader.readAsDataURL(file)
      })
      await into.removeEntry(name)
      return { name, base64: url.slice(url.indexOf(',') + 1) }
    }
    return null
  }, FOLDER)
  return found && { name: found.name, bytes: Buffer.from(found.base64, 'base64') }
}
