import { hex } from '../core/bytes'
import { TRAFFIC_CHANNEL, type Traffic } from '../core/traffic'
import type { Goal, Noticed, Way } from './escapes'

/** Who stopped a way; `out`: nobody; `unseen`: it could not be told from inside of the page. */
export type Stopper = 'policy' | 'allowlist' | 'service worker' | 'browser' | 'unseen' | 'out'

/** Everything there is to judge by. */
export interface Evidence {
  readonly noticed: Noticed
  /** Directives of the content security policy that the browser reported. */
  readonly directives: readonly string[]
  /** Whether the service worker wrote it down as refused. */
  readonly refused: boolean
  /** Status of the answer as the browser's own timing of loads tells it; 0 = a load that failed, null = no load was seen. */
  readonly status: number | null
  /** Whether the probe found the connection allowlist in force. */
  readonly allowlist: boolean
}

export interface Trial {
  readonly way: string
  readonly goal: Goal
  readonly by: Stopper
  readonly words: string
}

/** What happened to one way, by the evidence. */
export function judge({ noticed, directives, refused, status, allowlist }: Evidence): Pick<Trial, 'by' | 'words'> {
  if (noticed === 'answered' || (status ?? 0) > 0) return { by: 'out', words: 'Got out: it was answered, or an answer was looked for' }
  if (noticed === 'missing') return { by: 'browser', words: 'The browser has no such thing' }
  if (directives.length > 0) return { by: 'policy', words: `The content security policy: ${[...new Set(directives)].join(', ')}` }
  if (refused) return { by: 'service worker', words: 'The service worker' }
  if (noticed === 'dropped') return { by: 'allowlist', words: 'The connection allowlist: the server was left out' }
  // The browser tells a page nothing of the allowlist: it is what is left where neither of the others saw what failed.
  if (allowlist && (noticed === 'failed' || status === 0)) return { by: 'allowlist', words: 'The connection allowlist, by elimination' }
  return { by: 'unseen', words: 'Nothing seen: it could not be told from inside' }
}

/** Tries one way, listens to everything that may say what became of it, and judges. */
export async function attempt(way: Way, goal: Goal, canary: string, allowlist: boolean): Promise<Trial> {
  const address = goal === 'home' ? new URL(`./?${canary}`, document.baseURI).href : `https://${canary}.vitrine.invalid/x?${canary}`
  const directives: string[] = []
  let refused = false
  let status: number | null = null
  const onViolation = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent) => {
    // A late word about the way before this one names that one's canary; of a frame or a worker no address is told.
    if (blockedURI.includes(canary) || !blockedURI.includes('canary-')) directives.push(effectiveDirective)
  }
  const channel = new BroadcastChannel(TRAFFIC_CHANNEL)
  channel.addEventListener('message', ({ data }: MessageEvent<Partial<Traffic>>) => {
    refused ||= data.last?.some(({ kind, path }) => kind === 'refused' && path.includes(canary)) ?? false
  })
  const loads = new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceResourceTiming[])
      if (entry.name.includes(canary)) status = Math.max(status ?? 0, entry.responseStatus ?? 0)
  })
  document.addEventListener('securitypolicyviolation', onViolation)
  loads.observe({ type: 'resource' })
  const noticed = await way.take(address, canary).catch(() => 'failed' as const)
  await new Promise((go) => setTimeout(go, 150)) // reports come after what they report
  document.removeEventListener('securitypolicyviolation', onViolation)
  loads.disconnect()
  channel.close()
  return { way: way.name, goal, ...judge({ noticed, directives, refused, status, allowlist }) }
}

/** A word that means nothing, new for each run. */
export function newCanary(): string {
  return `canary-${hex(crypto.getRandomValues(new Uint8Array(6)))}`
}

const STOPPERS: readonly (readonly [Stopper, string])[] = [
  ['policy', 'by the content security policy'],
  ['allowlist', 'by the connection allowlist'],
  ['service worker', 'by the service worker'],
  ['browser', 'because the browser has no such thing'],
]

/** “Tried 24, stopped 24: 19 by the content security policy, 5 by …” */
export function summarize(trials: readonly Trial[]): string {
  const count = (by: Stopper) => trials.filter((trial) => trial.by === by).length
  const [out, unseen] = [count('out'), count('unseen')]
  const stopped = STOPPERS.filter(([by]) => count(by) > 0).map(([by, words]) => `${count(by)} ${words}`)
  const sum = trials.length - out - unseen
  return [
    `Tried ${trials.length}, stopped ${sum}${stopped.length > 0 ? `: ${stopped.join(', ')}` : ''}.`,
    ...(unseen > 0 ? [`Of ${unseen} it could not be told from inside.`] : []),
    out > 0 ? `${out} got out.` : 'None was seen to get out.',
  ].join(' ')
}

/** The outcome to pass on: the sum, then a line for each trial. */
export function asText(trials: readonly Trial[]): string {
  const lines = trials.map(({ way, goal, words }) => `${way}, ${goal === 'home' ? 'own host' : 'another host'}: ${words}`)
  return `${[summarize(trials), ...lines].join('\n')}\n`
}
