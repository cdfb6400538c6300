import { createHash } from 'node:crypto'
import type { BrowserContext, Page } from '@playwright/test'
import { openProfile } from '../support/browser'
import { servePage } from '../support/page'
import type { Deed, Found } from './kills/page'
import type { Figure } from './prove'

const KILLS = 500
/** The longest that a deed is left to run, ms: what takes longer is met in its beginning, what is shorter was done. */
const LONGEST = { create: 300, rename: 60, edit: 120, delete: 120, lock: 2500, copy: 2500, migrate: 400 } as const

const hashOf = (seed: string) => createHash('sha256').update(seed.repeat(400)).digest('hex')
const random = (n: number) => Math.floor(Math.random() * n)

interface Expected {
  readonly name: string
  readonly photos: readonly string[]
}

/** What there must be, and what may have come of the deed that was cut off. */
interface State {
  readonly projects: Map<string, Expected>
  secrets: string[]
  lock: 'device' | 'passphrase'
}

async function opened(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(url)
  await page.waitForFunction(() => 'lookOver' in window)
  return page
}

/** Ends the page's process as a crash does: nothing that it still wanted to write is written. */
async function kill(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await Promise.race([session.send('Page.crash').catch(() => {}), new Promise((resume) => setTimeout(resume, 300))])
  await page.close()
}

/**
 * Kills the studio again and again at random moments of saving, deleting, changing locks, backing up, restoring and sealing what an earlier
 * version left open; each time all that was there before must open again, whole, and the deed be done or not.
 */
export async function kills(count = Number(process.env.KILLS ?? KILLS)): Promise<Figure[]> {
  const site = await servePage('tests/prove/kills/page.html')
  const profile = await openProfile()
  const { context } = profile
  await context.newPage()
  const state: State = { projects: new Map(), secrets: [], lock: 'device' }
  const wrong: string[] = []
  const by = new Map<string, number>()
  for (let i = 0; i < count; i++) {
    const page = await opened(context, site.url)
    const migrates = i % 10 === 9
    const plan = migrates ? null : nextDeed(state, i)
    try {
      if (migrates) await migrate(context, page, site.url, state, i)
      else if (plan) await cutOff(page, state, plan)
    } catch (error) {
      wrong.push(`${i}: ${error instanceof Error ? error.message : error}`)
      if (!page.isClosed()) await page.close()
    }
    const what = plan?.do ?? 'migrate'
    by.set(what, (by.get(what) ?? 0) + 1)
    const after = await opened(context, site.url)
    const found = await after.evaluate((secrets) => window.lookOver(secrets), state.secrets).catch((error: unknown) => String(error))
    await after.close()
    wrong.push(...compared(state, plan, found).map((says) => `${i}, ${what}: ${says}`))
    if (typeof found === 'string') break
    takeOver(state, found)
    if (i % 25 === 24) console.error(`  ${i + 1} kills, ${wrong.length} wrong`)
  }
  await profile.end()
  await site.close()
  for (const one of wrong.slice(0, 20)) console.log(one)
  const spread = [...by].map(([what, n]) => `${n} ${what}`).join(', ')
  return [
    {
      what: `kills (${spread}) after which something was lost, torn or unopenable`,
      figure: `${wrong.length} of ${count}`,
      wanted: '0',
      met: wrong.length === 0,
    },
  ]
}

function nextDeed({ projects, secrets, lock }: State, i: number): Deed {
  const ids = [...projects.keys()]
  const project = ids[random(ids.length)]
  const kind = ids.length === 0 ? 0 : ids.length > 4 ? 3 : random(10)
  if (project === undefined || kind === 0)
    return { do: 'create', name: `project ${i}`, photos: Array.from({ length: 1 + random(4) }, (_, n) => `photo ${i} ${n}`) }
  if (kind <= 2) return { do: 'rename', project, name: `renamed ${i}` }
  if (kind <= 5) return { do: 'delete', project }
  if (kind === 6) return { do: 'copy', project }
  if (kind === 7) return { do: 'edit', project, sku: `SKU-${i}` }
  const now = lock === 'passphrase' ? (secrets[0] ?? null) : null
  return { do: 'lock', next: lock === 'passphrase' && random(2) === 0 ? null : `passphrase number ${i}`, now }
}

async function cutOff(page: Page, state: State, deed: Deed): Promise<void> {
  await page.evaluate((secrets) => window.lookOver(secrets), state.secrets)
  if (deed.do === 'lock' && deed.next) state.secrets.push(deed.next)
  void page.evaluate((wish) => window.act(wish), deed).catch(() => {})
  await new Promise((resume) => setTimeout(resume, random(LONGEST[deed.do])))
  await kill(page)
}

/** Everything is written anew as version 3 did, and the first opening of this version killed a few times. */
async function migrate(context: BrowserContext, page: Page, url: string, state: State, i: number): Promise<void> {
  const photos = Array.from({ length: 12 }, (_, n) => `plain ${i} ${n}`)
  await page.evaluate(([name, seeds]) => window.writePlain(name, seeds), [`plain ${i}`, photos] as const)
  await page.close()
  Object.assign(state, {
    projects: new Map([['plain', { name: `plain ${i}`, photos: photos.map(hashOf).sort() }]]),
    secrets: [],
    lock: 'device',
  })
  for (let again = 0; again < 2; again++) {
    const next = await opened(context, url)
    void next.evaluate(() => window.lookOver([])).catch(() => {})
    await new Promise((resume) => setTimeout(resume, random(LONGEST.migrate)))
    await kill(next)
  }
}

/** What is not as it must be. */
function compared(state: State, deed: Deed | null, found: Found | string): string[] {
  if (typeof found === 'string') return [`the studio did not open: ${found}`]
  const wrong = found.findings.map((says) => `ledger: ${says}`)
  const there = new Map(found.projects.map((project) => [project.id, project]))
  for (const [id, { name, photos }] of state.projects) {
    const one = there.get(id)
    if (!one) {
      if (!(deed?.do === 'delete' && deed.project === id)) wrong.push(`project ${name} is gone`)
      continue
    }
    if (one.name !== name && !(deed?.do === 'rename' && deed.project === id && one.name === deed.name))
      wrong.push(`${name} is called ${one.name}`)
    if (one.photos.join() !== photos.join()) wrong.push(`${name} has other photos: ${one.photos.length} for ${photos.length}`)
  }
  for (const { id, name, photos } of found.projects) {
    if (state.projects.has(id)) continue
    const copied = deed?.do === 'copy' ? state.projects.get(deed.project) : undefined
    if (copied && name === `${copied.name} (restored)`) {
      if (photos.join() !== copied.photos.join()) wrong.push(`${name} was restored with ${photos.length} of ${copied.photos.length} photos`)
      continue
    }
    const wished = deed?.do === 'create' && deed.name === name ? deed.photos.map(hashOf) : null
    if (!wished) wrong.push(`${name} was not there before`)
    // Files that were still being read when it ended say so on their cards.
    else if (photos.some((hash) => hash !== 'not stored' && !wished.includes(hash))) wrong.push(`${name} has photos that nobody added`)
  }
  return wrong
}

/** What was found is what the next kill must leave. */
function takeOver(state: State, { projects, lock, secret }: Found): void {
  state.projects.clear()
  for (const { id, name, photos } of projects) state.projects.set(id, { name, photos })
  state.secrets = secret === null ? [] : [secret]
  state.lock = lock
}
