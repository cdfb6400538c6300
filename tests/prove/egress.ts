import { openProfile } from '../support/browser'
import { openStudio } from '../support/fixtures'
import { type Site, serveBuilt, serveUnsealed } from '../support/site'
import { type Names, nameServer } from './escape/names'
import { outcomeOf } from './escape/outcome'
import { type Trial, trialsOf, tryAll } from './escape/trial'
import { escapes } from './escape/ways'
import type { Figure } from './prove'
import { session } from './session'

/** How long the far end listens after each way, ms, and how many pages are open together. */
const PATIENCE = 5000
const TOGETHER = 12

/** Hostile code tries every way out: of an empty page, of the app as a careful host serves it, of the app on a host without headers. */
async function gettingOut(): Promise<Figure[]> {
  const names = process.env.VITRINE_NETWORK === 'own' ? await nameServer() : null
  const wanted = process.env.ESCAPES ?? ''
  const trials = trialsOf(escapes, { names: names !== null }).filter(({ name }) => name.includes(wanted))
  const control = await tried('no policy', await serveUnsealed(), trials, names)
  const sealed = outcomeOf(trials, control, await tried('headers', await serveBuilt(), trials, names))
  const injected = outcomeOf(trials, control, await tried('no headers', await serveBuilt({ sealed: false }), trials, names))
  names?.close()
  console.log(`dead, since they get out of no page: ${sealed.dead.map(({ name }) => name).join('; ') || 'none'}`)
  const fromPages = injected.out.filter(({ way }) => way.where !== 'service worker')
  const left = names ? '' : ' (without the ways that need names answered)'
  return [
    {
      what: `ways out of the app, elsewhere and to its own host${left}: ${sealed.sum}`,
      figure: `${sealed.out.length} of ${trials.length} got out`,
      wanted: '0 of at least 239, at least 200 with a live control',
      met: sealed.out.length === 0 && trials.length >= 239 && sealed.live.length >= 200,
    },
    {
      what: `the same on a host without headers: ${injected.sum}; from inside the service worker ${injected.out.length - fromPages.length} got out; from pages and workers`,
      figure: `${fromPages.length} got out`,
      wanted: '0',
      met: fromPages.length === 0,
    },
  ]
}

async function tried(policy: string, site: Site, trials: readonly Trial[], names: Names | null): Promise<Map<string, string>> {
  const profile = await openProfile({ flags: ['--allow-loopback-in-peer-connection'], guesses: true })
  const { context } = profile
  const open = async () => openStudio(await context.newPage(), site.origin)
  // Where the machine is busy the app may begin before its service worker is in charge; the next page is in its charge.
  if (policy !== 'no policy') await open().catch(open)
  const progress = (done: number) => done % 25 === 0 && console.error(`  ${policy}: ${done} of ${trials.length}`)
  const heard = await tryAll(trials, { context, site, names, patience: PATIENCE, together: TOGETHER, progress })
  await profile.end()
  await site.close()
  if (policy !== 'no policy')
    for (const [name, words] of heard) if (words) console.log(`${policy}: ${name} got out: ${JSON.stringify(words.slice(0, 200))}`)
  return heard
}

/** What can be told from outside about what leaves: every way that is known to hostile code, and the host's own log of honest work. */
export async function egress(): Promise<Figure[]> {
  return [...(await gettingOut()), ...(await session())]
}
