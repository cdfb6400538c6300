import { ShieldQuestion } from 'lucide-react'
import { useState } from 'react'
import { Badge } from '../ui/Badge'
import { type Finding, LEVELS, type Level, levelOf, type Outcomes, type ProbeId, useOutcomes } from './level'
import { type Probes, probe, probes } from './probes'

const LEVEL_SAYS: Readonly<Record<Level, string>> = {
  sealed: 'Every way out that was probed is closed by the browser.',
  guarded:
    'The content security policy, Trusted Types and the service worker hold. What only the newest closes is not known to be closed: the connection allowlist (Chromium since 152) WebRTC, early connections to other hosts and leaving for another page; the sandbox a word to the app’s own host by a download link. No code of this app uses them.',
  open: 'Something basic is missing, so code in this page could send something out. The list says what, and what can be done.',
}

interface Words {
  readonly asks: string
  readonly closed: string
  readonly open: string
}
const WORDS: Readonly<Record<ProbeId, Words>> = {
  policy: {
    asks: 'Run a script from another place',
    closed: 'Refused: the content security policy is in force, with Trusted Types.',
    open: 'Not refused. The host sends no policy, or this browser does not know Trusted Types: use a current Chrome, Edge, Firefox or Safari.',
  },
  worker: {
    asks: 'Pass the service worker by',
    closed: 'Not possible: it is in charge of this page, and lets only the app’s own files through.',
    open: 'It is not in charge of this page. Load the page again. In some private windows it is not allowed at all.',
  },
  isolated: {
    asks: 'Share memory with other sites',
    closed: 'Not possible: the page is isolated from other origins.',
    open: 'The page is not isolated: the host sends no such headers. Load the page again, then the service worker adds them.',
  },
  allowlist: {
    asks: 'Connect to a server by WebRTC',
    closed: 'Not tried by the browser: the connection allowlist leaves strange servers out.',
    open: 'The browser tried to. It does not know the connection allowlist, or was not sent one.',
  },
  downloads: {
    asks: 'Download from the app’s own host',
    closed: 'Not possible: the page is in a sandbox without downloads. Files are saved through the browser’s own dialog.',
    open: 'Not refused. Load the page again. Browsers without a dialog that saves files have to allow downloads, or nothing could be saved.',
  },
  elsewhere: {
    asks: 'Ask another host',
    closed: 'Refused by the content security policy (connect-src).',
    open: 'Not refused by the policy. Load the page again; if that does not help, the host serves it without its policy.',
  },
  home: {
    asks: 'Ask the app’s own host',
    closed: 'Refused by the content security policy (connect-src): the page itself asks for nothing.',
    open: 'Not refused by the policy. Load the page again; if that does not help, the host serves it without its policy.',
  },
}
const TONES: Readonly<Record<Finding, readonly ['ok' | 'fail' | 'quiet', string]>> = {
  closed: ['ok', 'Closed'],
  open: ['fail', 'Open'],
  untried: ['quiet', 'Not asked'],
}

function wordsOf(id: ProbeId, outcomes: Outcomes): string {
  const found = outcomes[id]
  if (found === 'untried') return 'Waits for the button: the browser writes each refusal of this kind into its console as an error.'
  return WORDS[id][found]
}

/** How tight this page is in this browser, by what the browser refuses when asked. */
export function Sealed({ using = probes }: { readonly using?: Probes }) {
  const { outcomes } = useOutcomes()
  const [busy, setBusy] = useState(false)
  const again = async () => {
    setBusy(true)
    await probe({ aloud: true, using })
    setBusy(false)
  }
  const level = outcomes && levelOf(outcomes)
  return (
    <section className="trust-section" aria-labelledby="seal">
      <h2 className="heading" id="seal">
        What this browser refuses
      </h2>
      <p role="status">
        {level ? (
          <>
            <Badge tone={LEVELS[level].tone}>{LEVELS[level].label}</Badge> {LEVEL_SAYS[level]}
          </>
        ) : (
          'Probing…'
        )}
      </p>
      {outcomes ? (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Probe</th>
              <th scope="col">State</th>
              <th scope="col">What the browser did</th>
            </tr>
          </thead>
          <tbody>
            {(Object.keys(WORDS) as ProbeId[]).map((id) => (
              <tr key={id}>
                <td>{WORDS[id].asks}</td>
                <td className="trust-when">
                  <Badge tone={TONES[outcomes[id]][0]}>{TONES[outcomes[id]][1]}</Badge>
                </td>
                <td>{wordsOf(id, outcomes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <button type="button" className="button" disabled={busy} onClick={() => void again()}>
        <ShieldQuestion size={16} aria-hidden /> {busy ? 'Probing…' : 'Probe again'}
      </button>
      <p className="hint">
        Found by trying, not by the browser’s name. The probes carry no data, and aim at a host name that cannot exist (
        <code className="code">vitrine.invalid</code>) or at a file that is not there.
      </p>
    </section>
  )
}
