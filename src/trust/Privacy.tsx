import type { Client, EngineState, PartState } from '../core/client'
import { formatBytes, formatCount, formatPlural } from '../ui/format'
import { CheckYourself } from './CheckYourself'
import { GetOut } from './GetOut'
import { Ledger } from './Ledger'
import { Requests } from './Requests'
import { Sealed } from './Sealed'
import { useTraffic } from './traffic'
import { Version } from './Version'
import './trust.css'

export interface TrustProps {
  readonly client: Client
  readonly parts: readonly PartState[]
  readonly engine: EngineState | null
}

/** What the app has sent and fetched, what the browser refuses, how to check that without believing it, what nobody can promise, and the ledger. */
export default function Privacy({ client, parts, engine }: TrustProps) {
  const traffic = useTraffic()
  const here = parts.filter(({ at }) => at === 'here')
  const nothing = traffic.sentBytes === 0
  return (
    <div className="trust">
      <h1 className="title">Privacy</h1>
      <p className="lead">Your photos are opened, cut out and exported on this device. The app has no server to send them to.</p>

      <section className="trust-section" aria-labelledby="sent">
        <h2 className="visually-hidden" id="sent">
          What was sent
        </h2>
        <div className="trust-meter" data-sent={nothing ? undefined : ''}>
          <p className="trust-sent" role="status">
            <strong className="number">{formatBytes(traffic.sentBytes)}</strong> sent
          </p>
          <p className="hint">
            Counted: request bodies, query strings and cookies, since the app was first opened in this browser. Not counted: the addresses
            of the app’s own files and the headers that every browser adds to a request. They are the same for everybody who opens this app.
          </p>
          <dl className="trust-figures">
            <div>
              <dt>Files asked for</dt>
              <dd className="number">{formatCount(traffic.requests)}</dd>
            </div>
            <div>
              <dt>Received</dt>
              <dd className="number">{formatBytes(traffic.receivedBytes)}</dd>
            </div>
            <div>
              <dt>Refused</dt>
              <dd className="number">{formatCount(traffic.refused)}</dd>
            </div>
          </dl>
          <p className="hint">
            {traffic.by === 'service worker'
              ? 'Counted by the app’s service worker: every request of the app passes it, and it refuses everything but reading the app’s own files.'
              : 'Counted by this page alone, for this visit: the service worker, through which every request passes, is not in charge yet. Load the page once more.'}
          </p>
        </div>
        <Requests last={traffic.last} />
        <p>
          {here.length > 0
            ? `${formatPlural(here.length, 'model or codec', 'models and codecs')} (${formatBytes(here.reduce((sum, { bytes }) => sum + bytes, 0))}) ${here.length === 1 ? 'is' : 'are'} kept on this device and not asked for again. `
            : 'Models and codecs are asked for when they are first needed, then kept on this device. '}
          {engine ? engine.why : ''}
        </p>
      </section>

      <Sealed />

      <GetOut />

      <CheckYourself />

      <Version />

      <section className="trust-section" aria-labelledby="uncovered">
        <h2 className="heading" id="uncovered">
          What this does not cover
        </h2>
        <ul className="trust-list">
          <li>
            <strong>Browser extensions.</strong> One that may read all pages may read this one. A window without extensions (a guest
            profile) is safer.
          </li>
          <li>
            <strong>The operating system.</strong> Backups, cloud folders, screen recording and malware see what you see. Files you export
            lie where you put them.
          </li>
          <li>
            <strong>The host tomorrow.</strong> Whoever serves this app could serve other code at the next update, and no web page can rule
            that out from the inside. Who needs certainty keeps a copy, serves it on the own computer and never updates unseen.
          </li>
          <li>
            <strong>That you were here.</strong> The host sees, like every web host, the address your device has on the network, when the
            app’s files were asked for and which of them.
          </li>
          <li>
            <strong>Deleted bytes on the disk.</strong> Deleting a project removes it from the browser. Whether a disk keeps old sectors is
            up to the disk.
          </li>
        </ul>
      </section>

      <Ledger client={client} />
    </div>
  )
}
