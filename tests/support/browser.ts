import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from '@playwright/test'
import { chromiumFlags, chromiumPath } from './chromium.mjs'
import { networkSince, type Reach } from './netlog'

export interface Profile {
  readonly context: BrowserContext
  /** Closes the browser, then tells what it reached for on the network from `mark` (`Date.now()`) on. */
  closeAndTell(mark: number): Promise<Reach[]>
  /** Ends the browser and removes its profile. */
  end(): Promise<void>
}

/** A browser with a profile on disk, as a user has it: service worker, storage and HTTP cache work as they really do. */
export async function openProfile(options: { flags?: readonly string[]; folder?: string } = {}): Promise<Profile> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'vitrine-')))
  const log = join(folder, 'net-log.json')
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: chromiumPath(),
    headless: true,
    viewport: { width: 1280, height: 800 },
    acceptDownloads: true,
    args: [...chromiumFlags, `--log-net-log=${log}`, '--net-log-capture-mode=Default', ...(options.flags ?? [])],
  })
  let closed = false
  const close = async () => {
    if (!closed) await context.close()
    closed = true
  }
  return {
    context,
    async closeAndTell(mark) {
      await close()
      return await networkSince(log, mark)
    },
    async end() {
      await close()
      if (!options.folder) await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
