import type { Refusal } from '../../src/core/client'
import type { Line } from '../../src/core/ledger'
import { TRAFFIC_CHANNEL, type Traffic, type TrafficQuestion } from '../../src/core/traffic'
import type { Cabinet } from '../../src/store/database'
import { record } from './notary'

/** Where the settings keep how many refusals of the service worker the ledger has been told of. */
const TOLD = 'refused-told'
const GATHER = 10_000

/** Lines about what was refused; where it was to go is private, since code may have put anything into an address. */
export const refusalLines = (refusals: readonly Refusal[]): Line[] =>
  refusals.map(({ by, count, addresses }) => ({ did: 'refused', body: { by, count }, details: { addresses: [...addresses] } }))

/** Tells the ledger what the service worker refused, also while the studio was closed, as soon as `cabinet` gives one. Returns what ends it. */
export function watchService(cabinet: () => Promise<Cabinet> | null, gather = GATHER): () => void {
  const channel = new BroadcastChannel(TRAFFIC_CHANNEL)
  let latest: Traffic | null = null
  let clock: ReturnType<typeof setTimeout> | null = null
  const tell = async () => {
    clock = null
    const [open, traffic] = [await cabinet(), latest]
    if (!open || !traffic) return
    const told = Number((await open.db.get('settings', TOLD)) ?? 0)
    if (traffic.refused <= told) return
    await open.db.put('settings', traffic.refused, TOLD)
    const count = traffic.refused - told
    const addresses = traffic.last.flatMap(({ kind, path }) => (kind === 'refused' ? [path] : [])).slice(0, Math.min(count, 10))
    await record(open, refusalLines([{ by: 'service worker', count, addresses }]))
  }
  channel.onmessage = ({ data }: MessageEvent<Traffic | TrafficQuestion>) => {
    if (data.kind !== 'traffic' || data.refused === (latest?.refused ?? 0)) return
    latest = data
    if (clock === null) clock = setTimeout(() => void tell().catch(() => {}), gather)
  }
  channel.postMessage({ kind: 'ask' } satisfies TrafficQuestion)
  return () => channel.close()
}
