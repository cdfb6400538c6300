import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

/** Something the browser did on the network, whoever in it asked: a page, a worker, the service worker or the browser itself. */
export interface Reach {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly kind: 'request' | 'connect' | 'resolve' | 'datagram'
  /** Address, host name or socket address. */
  readonly to: string
}

interface Constants {
  readonly logEventTypes: Readonly<Record<string, number>>
  readonly logEventPhase: { readonly PHASE_END: number }
  readonly timeTickOffset: number | string
}
interface Event {
  readonly type: number
  readonly time: string
  readonly phase: number
  readonly source: { readonly id: number }
  readonly params?: {
    readonly url?: string
    readonly host?: string
    readonly address?: string
    readonly address_list?: readonly string[]
    readonly traffic_annotation?: number
  }
}

const watched = {
  HTTP_STREAM_REQUEST: 'request', // not URL_REQUEST_START_JOB, which also stands for what the browser's own cache answers
  HOST_RESOLVER_MANAGER_REQUEST: 'resolve',
  TCP_CONNECT_ATTEMPT: 'connect',
  UDP_BYTES_SENT: 'datagram',
} as const satisfies Record<string, Reach['kind']>

/** The number by which Chromium's net-log calls a traffic annotation. */
const annotation = (name: string) => [...name].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 138003713, 0)

/**
 * What the browser asks for by itself, by the traffic annotation that Chromium gives each of its requests: a look for
 * signed-in accounts, its form-filling service, and its own updates. No page can ask in their name.
 */
const ownBusiness = new Set(['gaia_auth_list_accounts', 'autofill_query', 'update_client'].map(annotation))

/** Leaves out the browser's own requests, and the name look-ups that they alone caused. */
function withoutOwnBusiness(found: readonly (Reach & { readonly source: number })[], own: ReadonlySet<number>): Reach[] {
  const hosts = new Set(found.filter(({ source }) => own.has(source)).map(({ to }) => new URL(to).host))
  const isOwn = ({ source, kind, to }: (typeof found)[0]) =>
    own.has(source) || (kind === 'resolve' && [...hosts].some((host) => to.replace(/^\w+:\/\//, '').startsWith(host)))
  const rest = found.filter((reach) => !isOwn(reach))
  const asksNames = rest.some(({ kind, to }) => kind === 'resolve' && !to.includes('localhost'))
  return rest
    .filter(({ kind, to }) => asksNames || hosts.size === 0 || kind !== 'datagram' || !to.endsWith(':53'))
    .map(({ at, kind, to }) => ({ at, kind, to }))
}

/**
 * All that a browser started with `--log-net-log=<file>` reached for from `mark` (milliseconds since 1970) on. To be read after the
 * browser has closed, since it writes late. Throws when the file is no such log, or knows none of the events looked for: a log that
 * cannot be read must not pass as silence.
 */
export async function networkSince(file: string, mark: number): Promise<Reach[]> {
  let constants: Constants | undefined
  const kinds = new Map<number, Reach['kind']>()
  const targets = new Map<number, string>() // by source: the address of a request, the far end of a UDP socket
  const found: (Reach & { readonly source: number })[] = []
  const own = new Set<number>()
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (!constants) {
      constants = constantsOf(line)
      for (const [name, kind] of Object.entries(watched)) {
        const number = constants?.logEventTypes[name]
        if (constants && number === undefined) throw new Error(`this browser's net-log has no ${name}`)
        if (number !== undefined) kinds.set(number, kind)
      }
      continue
    }
    const event = eventOf(line)
    if (!event) continue
    const { logEventTypes: types } = constants
    const { traffic_annotation: asker } = event.params ?? {}
    if (asker !== undefined && ownBusiness.has(asker)) own.add(event.source.id)
    if (event.type === types.URL_REQUEST_START_JOB && event.params?.url) targets.set(event.source.id, event.params.url)
    if (event.type === types.UDP_CONNECT && event.params?.address) targets.set(event.source.id, event.params.address)
    const kind = kinds.get(event.type)
    const at = Number(constants.timeTickOffset) + Number(event.time)
    if (!kind || at < mark || event.phase === constants.logEventPhase.PHASE_END) continue
    const to = event.params?.host ?? event.params?.address ?? targets.get(event.source.id) ?? 'somewhere'
    if (!/^(data|blob|chrome|chrome-extension|devtools|about):/.test(to)) found.push({ at, kind, to, source: event.source.id })
  }
  if (!constants) throw new Error(`${file} is not a net-log`)
  return withoutOwnBusiness(found, own)
}

/** The first line is `{"constants":{…},`, each event then has a line of its own. */
function constantsOf(line: string): Constants | undefined {
  if (!line.startsWith('{"constants":')) return undefined
  return (JSON.parse(`${line.replace(/,\s*$/, '')}}`) as { constants: Constants }).constants
}

function eventOf(line: string): Event | undefined {
  if (!line.startsWith('{')) return undefined
  try {
    return JSON.parse(line.replace(/,\s*$|\]\s*(,.*)?\}?$/, '')) as Event
  } catch {
    return undefined // the last line of a browser that was killed
  }
}
