import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type BrowserContext, chromium } from '@playwright/test'
import { chromiumFlags, chromiumPath } from './chromium.mjs'
import { networkSince, type Reach } from './netlog'
import { chooseByItself } from './saving'

/** The browser's own guesses (a socket to the site before a page asks for anything) would stand in the record of what the app did. */
const quiet = { net: { network_prediction_options: 2 } }

export interface Profile {
  readonly context: BrowserContext
  /** Where everything that the browser keeps lies on disk. */
  readonly folder: string
  /** Closes the browser, then tells what it reached for on the network from `mark` (`Date.now()`) on. */
  closeAndTell(mark: number): Promise<Reach[]>
  /** Ends the browser and removes its profile. */
  end(): Promise<void>
}

interface Wish {
  readonly flags?: readonly string[]
  /** A folder to keep the profile in, so that a second browser can go on with it. Otherwise it goes when the browser ends. */
  readonly folder?: string
  /** Leaves the browser its guesses: sockets and look-ups that a page's hints or a navigation bring about. */
  readonly guesses?: boolean
}

/** A browser with a profile on disk, as a user has it: service worker, storage and HTTP cache work as they really do. */
export async function openProfile(options: Wish = {}): Promise<Profile> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'vitrine-')))
  const log = join(folder, 'net-log.json')
  const settings = join(folder, 'profile/Default/Preferences')
  if (!options.guesses && !existsSync(settings)) {
    await mkdir(dirname(settings), { recursive: true })
    await writeFile(settings, JSON.stringify(quiet))
  }
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: chromiumPath(),
    headless: true,
    viewport: { width: 1280, height: 800 },
    acceptDownloads: true,
    args: [...chromiumFlags, `--log-net-log=${log}`, '--net-log-capture-mode=Default', ...(options.flags ?? [])],
  })
  await chooseByItself(context)
  let closed = false
  const close = async () => {
    if (!closed) await context.close()
    closed = true
  }
  return {
    context,
    folder: join(folder, 'profile'),
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
