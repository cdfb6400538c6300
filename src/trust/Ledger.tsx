import { Check, Copy, Download, ShieldCheck } from 'lucide-react'
import { useEffect, useId, useMemo, useState } from 'react'
import type { Client } from '../core/client'
import { type Fault, faultOf } from '../core/fault'
import type { Deed, Entry } from '../core/ledger'
import { formatCount, formatMoment, formatPlural } from '../ui/format'
import { saveFile } from '../ui/save'
import { DEEDS, newestFirst, tellBody, toLines } from './entries'

const SHOWN = 25

type Verified = Awaited<ReturnType<Client['verifyLedger']>>

/** The ledger: what was done on this device, whether the chain holds, and a copy to keep. */
export function Ledger({ client }: { readonly client: Client }) {
  const [entries, setEntries] = useState<readonly Entry[] | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const [deed, setDeed] = useState<Deed | 'all'>('all')
  const [shown, setShown] = useState(SHOWN)
  const [verified, setVerified] = useState<Verified | 'busy' | null>(null)
  const [copied, setCopied] = useState(false)
  const name = useId()

  useEffect(() => {
    client.ledger().then(setEntries, (thrown: unknown) => setFault(faultOf(thrown)))
  }, [client])

  const listed = useMemo(() => newestFirst(entries ?? [], deed), [entries, deed])
  const head = entries?.at(-1)?.hash ?? null
  const verify = async () => {
    setVerified('busy')
    try {
      const [answer, all] = [await client.verifyLedger(), await client.ledger()]
      setEntries(all)
      setVerified(answer)
    } catch (thrown) {
      setVerified(null)
      setFault(faultOf(thrown))
    }
  }
  const copy = () =>
    head &&
    navigator.clipboard.writeText(head).then(
      () => setCopied(true),
      () =>
        setFault({
          code: 'clipboard',
          sentence: 'The browser did not let it be copied.',
          remedy: 'Select the characters and copy them yourself.',
          retry: true,
        }),
    )

  return (
    <section className="trust-section" aria-labelledby={`${name}-title`}>
      <h2 className="heading" id={`${name}-title`}>
        Ledger
      </h2>
      <p>
        Every import, cutout, edit, export and deletion adds a line to a list on this device. Each line carries the SHA-256 of the line
        before it, so a line that was changed, moved or taken out is found. That proves something only to someone who wrote an earlier head
        down: keep a copy.
      </p>
      {fault ? (
        <p className="banner banner--fail" role="alert">
          {fault.sentence} {fault.remedy}
        </p>
      ) : null}
      {entries && entries.length > 0 ? (
        <>
          <div className="trust-head">
            <span>Head</span>
            <code className="code trust-hash">{head}</code>
            <button type="button" className="icon-button icon-button--small" aria-label="Copy the head" title="Copy" onClick={copy}>
              {copied ? <Check size={15} aria-hidden /> : <Copy size={15} aria-hidden />}
            </button>
            <span className="visually-hidden" role="status">
              {copied ? 'Copied' : ''}
            </span>
          </div>
          <div className="spread">
            <label className="row">
              <span className="hint">Show</span>
              <select
                className="input trust-select"
                autoComplete="off"
                value={deed}
                onChange={(event) => {
                  setDeed(event.target.value as Deed | 'all')
                  setShown(SHOWN)
                }}
              >
                <option value="all">All lines</option>
                {Object.entries(DEEDS).map(([id, { many }]) => (
                  <option key={id} value={id}>
                    {many}
                  </option>
                ))}
              </select>
            </label>
            <div className="row">
              <button type="button" className="button" disabled={verified === 'busy'} onClick={() => void verify()}>
                <ShieldCheck size={16} aria-hidden /> Verify
              </button>
              <button
                type="button"
                className="button"
                onClick={() => saveFile(new Blob([toLines(entries)], { type: 'application/jsonl' }), 'vitrine-ledger.jsonl')}
              >
                <Download size={16} aria-hidden /> Download as JSON Lines
              </button>
            </div>
          </div>
          <VerifiedLine verified={verified} />
          <table className="table trust-ledger">
            <caption className="visually-hidden">Lines of the ledger, newest first</caption>
            <thead>
              <tr>
                <th scope="col">Line</th>
                <th scope="col" className="trust-wide">
                  When
                </th>
                <th scope="col">What</th>
                <th scope="col">Of what</th>
              </tr>
            </thead>
            <tbody>
              {listed.slice(0, shown).map((entry) => (
                <tr key={entry.n} title={`SHA-256 ${entry.hash}`}>
                  <td className="number trust-n">{formatCount(entry.n + 1)}</td>
                  <td className="trust-when trust-wide">{formatMoment(entry.at)}</td>
                  <td>
                    {DEEDS[entry.did].one}
                    <span className="hint trust-purpose trust-narrow">{formatMoment(entry.at)}</span>
                  </td>
                  <td>
                    {tellBody(entry.body).map(([term, value]) => (
                      <span key={term} className="trust-fact">
                        <span className="hint">{term}</span> {value}
                      </span>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {listed.length === 0 ? <p className="hint">No such line yet.</p> : null}
          {listed.length > shown ? (
            <button type="button" className="button" onClick={() => setShown((n) => n + 4 * SHOWN)}>
              Show older lines ({formatCount(listed.length - shown)})
            </button>
          ) : null}
        </>
      ) : (
        <p className="hint">{entries ? 'Nothing has been done yet.' : 'Reading…'}</p>
      )}
    </section>
  )
}

function VerifiedLine({ verified }: { readonly verified: Verified | 'busy' | null }) {
  if (verified === null) return <div role="status" />
  if (verified === 'busy') {
    return (
      <p className="hint" role="status">
        Computing every SHA-256 again…
      </p>
    )
  }
  if (verified.faultAt !== null) {
    return (
      <p className="banner banner--fail" role="alert">
        Line {formatCount(verified.faultAt + 1)} of {formatCount(verified.entries)} does not fit: it was changed or moved, or a line before
        it is missing. Lines before it hold.
      </p>
    )
  }
  return (
    <p className="banner" role="status">
      {verified.entries === 1 ? 'The only line holds.' : `All ${formatPlural(verified.entries, 'line')} hold.`} The head above is what a
      later copy must contain.
    </p>
  )
}
