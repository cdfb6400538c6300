import type { Client, Refusal } from '../core/client'

/** What is refused within this time is told in one go, ms: hostile code that tries again and again must not fill the ledger. */
const GATHER = 10_000
/** So many addresses of one kind are named. */
const NAMED = 10

/** Tells the ledger what the page's policy refuses. Returns what ends it. */
export function watchRefusals(client: Pick<Client, 'refused'>, gather = GATHER): () => void {
  const seen = new Map<string, { count: number; addresses: Set<string> }>()
  let clock: ReturnType<typeof setTimeout> | null = null
  const tell = () => {
    clock = null
    const refusals = [...seen].map(([by, { count, addresses }]): Refusal => ({ by, count, addresses: [...addresses] }))
    seen.clear()
    // While the studio is locked there is no ledger to write in; the browser's own list of requests has it.
    client.refused(refusals).catch(() => {})
  }
  const hear = ({ effectiveDirective, blockedURI, disposition }: SecurityPolicyViolationEvent) => {
    if (disposition !== 'enforce') return
    const one = seen.get(effectiveDirective) ?? { count: 0, addresses: new Set<string>() }
    one.count++
    if (one.addresses.size < NAMED) one.addresses.add(blockedURI.slice(0, 300))
    seen.set(effectiveDirective, one)
    clock ??= setTimeout(tell, gather)
  }
  document.addEventListener('securitypolicyviolation', hear)
  return () => {
    document.removeEventListener('securitypolicyviolation', hear)
    if (clock) clearTimeout(clock)
  }
}
