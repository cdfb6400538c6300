import { randomBytes } from 'node:crypto'
import type { BrowserContext, Worker } from '@playwright/test'
import { type Listener, listener } from '../../support/listener'
import type { Site } from '../../support/site'
import type { Escape } from './escape'
import type { Names } from './names'

/** One way, and whom it is to tell. */
export interface Trial {
  readonly name: string
  readonly way: Escape
  readonly to: 'elsewhere' | 'home'
}

/** Each way towards another host and towards our own, where it means something. `names`: whether somebody answers for names. */
export function trialsOf(escapes: readonly Escape[], { names = false } = {}): Trial[] {
  return escapes
    .filter((way) => names || !way.names)
    .flatMap((way) =>
      (['elsewhere', 'home'] as const).filter((to) => (way.only ?? to) === to).map((to) => ({ name: `${way.name}, ${to}`, way, to })),
    )
}

interface Setting {
  readonly context: BrowserContext
  readonly site: Site
  readonly names?: Names | null
  /** For how long the far end listens after the code has run, ms. One leak came after 4.5 s. */
  readonly patience?: number
  /** How many pages are open together. */
  readonly together?: number
  /** Is told how many trials are done. */
  readonly progress?: (done: number) => void
}

/**
 * Tries every trial in a page of its own. Resolves to what the far end heard of each, by name; empty = nothing. All ends
 * listen until the last trial is over, so that what comes late is heard, too.
 */
export async function tryAll(trials: readonly Trial[], setting: Setting): Promise<Map<string, string>> {
  const { context, patience = 2500, together = 6, progress } = setting
  const service = await serviceWorker(setting)
  const ears: [name: string, heard: () => string, thief: Listener][] = []
  let done = 0
  const take = async (queue: Trial[]) => {
    for (let trial = queue.shift(); trial; trial = queue.shift()) {
      const token = `leak${randomBytes(8).toString('hex')}`
      const thief = await listener()
      ears.push([trial.name, () => heardOf(token, trial, thief, setting), thief])
      await attempt(trial, token, thief, setting, service)
      progress?.(++done)
    }
  }
  const crowd = trials.filter(({ way }) => !way.alone)
  await Promise.all(Array.from({ length: together }, () => take(crowd)))
  for (const trial of trials.filter(({ way }) => way.alone)) {
    await take([trial])
    await context.clearCookies()
  }
  await wait(patience)
  const heard = new Map(ears.map(([name, words]) => [name, words()]))
  for (const [, , thief] of ears) thief.close()
  return heard
}

const wait = (milliseconds: number) => new Promise<void>((go) => setTimeout(go, milliseconds))

/** Opens the site once, and waits for the service worker that answers for all of it. */
async function serviceWorker({ context, site }: Setting): Promise<Worker> {
  const page = await context.newPage()
  await page.goto(`${site.origin}/`)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.close()
  const [first] = context.serviceWorkers()
  if (!first) throw new Error('the page has no service worker')
  return first
}

/** In scope of each way: its target, its secret, and a name that carries the secret. */
const script = (code: string, target: string, token: string) => `(async () => {
  const target = ${JSON.stringify(target)}, token = ${JSON.stringify(token)}, host = token + '.leak.test'
  try { ${code} } catch (error) { return String(error) }
})()`

async function attempt({ way, to }: Trial, token: string, { port }: Listener, setting: Setting, service: Worker): Promise<void> {
  const { context, site, patience = 2500 } = setting
  const page = await context.newPage()
  const opened = [page]
  page.on('popup', (popup) => opened.push(popup))
  try {
    await page.goto(`${site.origin}/`)
    const code = script(way.code, to === 'home' ? site.origin : `http://127.0.0.1:${port}`, token)
    const place: Pick<Worker, 'evaluate'> =
      way.where === 'service worker' ? service : way.where === 'worker' ? (page.workers()[0] ?? (await page.waitForEvent('worker'))) : page
    // Many ways take the page away while their code runs, which is no failure; workers stay.
    const ran = place.evaluate(code).catch((error: unknown) => {
      if (way.where) throw error
    })
    await Promise.race([ran, wait(2500)])
    await wait(patience)
  } finally {
    for (const one of opened) await one.close().catch(() => undefined)
  }
}

function heardOf(token: string, { to }: Trial, thief: Listener, { site, names }: Setting): string {
  const name = names?.asked.find((asked) => asked.includes(token))
  if (name) return `name ${name}`
  return to === 'home' ? (site.heard.find(({ raw }) => raw.includes(token))?.raw.slice(0, 300) ?? '') : thief.heard()
}
