// biome-ignore-all lint/style/noRestrictedGlobals: asks whether the browser refuses; see below for why nothing can leave
import { canSaveByDialog } from '../ui/save'
import { type Finding, type Outcomes, type ProbeId, useOutcomes } from './level'

/**
 * Asks the browser itself what it refuses: never its name, never what the page was told to be. Also where there is no seal no
 * probe tells anybody anything: those that run by themselves stay on this device; those that somebody asks for aim at
 * `vitrine.invalid`, a name that no network knows (RFC 6761), or at an address on our own host that does not exist, and carry no data.
 */
export type Probes = Readonly<Record<ProbeId, () => Promise<Finding>>>

const STRANGE = 'https://vitrine.invalid/probe'
const PATIENCE = 5000
const wait = (milliseconds: number) => new Promise<void>((go) => setTimeout(go, milliseconds))

/**
 * A script from elsewhere is named to an element outside of the document, which would never load it. Where the policy holds, its
 * Trusted Types ask our rule first, and that throws. Of all that the policy refuses, this alone writes no error into the console.
 */
async function policy(): Promise<Finding> {
  try {
    document.createElement('script').src = STRANGE
    return 'open'
  } catch {
    return 'closed'
  }
}

/** On a first visit the service worker takes charge a moment after the page began. */
async function worker(): Promise<Finding> {
  const { serviceWorker } = navigator
  if (!serviceWorker) return 'open'
  const taken = new Promise<void>((go) => serviceWorker.addEventListener('controllerchange', () => go(), { once: true }))
  if (!serviceWorker.controller) await Promise.race([taken, wait(PATIENCE)])
  return serviceWorker.controller ? 'closed' : 'open'
}

/**
 * Measured in Chromium 156: under the allowlist a WebRTC connection can be made, but the servers that it was given are taken out
 * of its configuration. To see that, nothing has to be gathered, looked up or sent.
 */
async function allowlist(): Promise<Finding> {
  if (typeof RTCPeerConnection === 'undefined') return 'closed'
  try {
    const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:vitrine.invalid' }] })
    const { iceServers = [] } = peer.getConfiguration()
    peer.close()
    return iceServers.length === 0 ? 'closed' : 'open'
  } catch {
    return 'closed'
  }
}

/** A sandboxed page may not even set its domain to what it is. Elsewhere that changes nothing: an isolated page keeps its origin. */
export function isSandboxed(): boolean {
  try {
    // biome-ignore lint/correctness/noSelfAssign: the setter is what is asked
    document.domain = document.domain
    return false
  } catch {
    return true
  }
}

/** Whether the policy, and nothing else, refuses that the page asks for `address`. */
async function refused(address: string): Promise<Finding> {
  let seen = false
  const listen = ({ effectiveDirective }: SecurityPolicyViolationEvent) => {
    seen ||= effectiveDirective === 'connect-src'
  }
  document.addEventListener('securitypolicyviolation', listen)
  await fetch(address, { mode: 'no-cors', credentials: 'omit', cache: 'no-store' }).catch(() => undefined)
  await wait(50) // the event comes after the answer
  document.removeEventListener('securitypolicyviolation', listen)
  return seen ? 'closed' : 'open'
}

export const probes: Probes = {
  policy,
  worker,
  isolated: async () => (globalThis.crossOriginIsolated ? 'closed' : 'open'),
  allowlist,
  downloads: async () => (canSaveByDialog() && isSandboxed() ? 'closed' : 'open'),
  elsewhere: () => refused(STRANGE),
  home: () => refused(new URL('no-such-file', document.baseURI).href),
}

/**
 * Runs the probes and keeps what they found. What is refused aloud, with an error in the console, only where somebody asked for
 * it: a console full of errors is no sign of health to whoever checks.
 */
export async function probe({ aloud, using = probes }: { readonly aloud: boolean; readonly using?: Probes }): Promise<Outcomes> {
  const [policy, worker, isolated, allowlist, downloads, elsewhere, home] = await Promise.all([
    using.policy(),
    using.worker(),
    using.isolated(),
    using.allowlist(),
    using.downloads(),
    aloud ? using.elsewhere() : null,
    aloud ? using.home() : null,
  ])
  // Looked up only now: another round may have asked aloud meanwhile.
  const kept = useOutcomes.getState().outcomes
  const asked = { elsewhere: elsewhere ?? kept?.elsewhere ?? 'untried', home: home ?? kept?.home ?? 'untried' } as const
  const outcomes = { policy, worker, isolated, allowlist, downloads, ...asked }
  useOutcomes.setState({ outcomes })
  return outcomes
}
