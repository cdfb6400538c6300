import { Search, ShieldCheck } from 'lucide-react'
import { useEffect, useId, useMemo, useState } from 'react'
import type { Audit } from '../core/audit'
import type { Client } from '../core/client'
import { type Fault, faultOf } from '../core/fault'
import type { Deed, LedgerLine } from '../core/ledger'
import { FaultNote } from '../ui/FaultNote'
import { formatCount, formatMoment, formatPlural } from '../ui/format'
import { Checkpoint, type Newest } from './Checkpoint'
import { DEEDS, matching, tellLine } from './entries'
import { PastLedgers } from './PastLedgers'

const SHOWN = 25
/** Findings that are told one by one. */
const TOLD = 8

/** The ledger: what was done on this device, whether all of it holds, and what to keep so that others can tell. */
export function Ledger({ client }: { readonly client: Client }) {
  const [entries, setEntries] = useState<readonly LedgerLine[] | null>(null)
  const [newest, setNewest] = useState<Newest>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const [deed, setDeed] = useState<Deed | 'all'>('all')
  const [words, setWords] = useState('')
  const [shown, setShown] = useState(SHOWN)
  const [audit, setAudit] = useState<Audit | 'busy' | null>(null)
  const name = useId()

  useEffect(() => {
    const read = async () => {
      setEntries(await client.ledger())
      setNewest(await client.checkpoint())
    }
    read().catch((thrown: unknown) => setFault(faultOf(thrown)))
  }, [client])

  const listed = useMemo(() => matching(entries ?? [], deed, words), [entries, deed, words])
  const verify = async () => {
    setAudit('busy')
    try {
      const [answer, all] = [await client.verifyLedger(), await client.ledger()]
      setEntries(all)
      setAudit(answer)
    } catch (thrown) {
      setAudit(null)
      setFault(faultOf(thrown))
    }
  }

  return (
    <section className="trust-section" aria-labelledby={`${name}-title`}>
      <h2 className="heading" id={`${name}-title`}>
        Ledger
      </h2>
      <p>
        Every import, cutout, edit, export and deletion adds a line to a list on this device, with the SHA-256 of the files that went in and
        came out. Each line carries the SHA-256 of the line before it, and a signed checkpoint says how many there are and what they come
        to: a line that was changed, moved, put in or taken out is found.
      </p>
      <FaultNote fault={fault} />
      {newest ? <Checkpoint client={client} newest={newest} onFault={setFault} /> : null}
      <PastLedgers client={client} onFault={setFault} />
      {entries && entries.length > 0 ? (
        <>
          <div className="spread">
            <div className="row">
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
              <label className="row trust-search">
                <Search size={16} aria-hidden />
                <span className="visually-hidden">Search the ledger</span>
                <input
                  className="input"
                  type="search"
                  placeholder="SHA-256, id or file name"
                  autoComplete="off"
                  maxLength={200}
                  value={words}
                  onChange={(event) => {
                    setWords(event.target.value)
                    setShown(SHOWN)
                  }}
                />
              </label>
            </div>
            <button type="button" className="button" disabled={audit === 'busy'} onClick={() => void verify()}>
              <ShieldCheck size={16} aria-hidden /> Verify
            </button>
          </div>
          <Verdict audit={audit} />
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
                    {tellLine(entry).map(([term, value]) => (
                      <span key={term} className="trust-fact">
                        <span className="hint">{term}</span> {value}
                      </span>
                    ))}
                    {typeof entry.body.photo === 'string' && words !== entry.body.photo ? (
                      <button
                        type="button"
                        className="button button--small trust-life"
                        aria-label={`All lines about the picture of line ${formatCount(entry.n + 1)}`}
                        onClick={() => {
                          setWords(String(entry.body.photo))
                          setDeed('all')
                          setShown(SHOWN)
                        }}
                      >
                        This picture only
                      </button>
                    ) : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {listed.length === 0 ? <p className="hint">No such line.</p> : null}
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

function Verdict({ audit }: { readonly audit: Audit | 'busy' | null }) {
  if (audit === null) return <div role="status" />
  if (audit === 'busy') {
    return (
      <p className="hint" role="status">
        Computing every SHA-256 again…
      </p>
    )
  }
  const { lines, checkpoints, findings, remarks } = audit
  if (findings.length > 0) {
    return (
      <div className="banner banner--fail" role="alert">
        {findings.slice(0, TOLD).map(({ says }) => (
          <p key={says}>{says}</p>
        ))}
        {findings.length > TOLD ? <p>And {formatPlural(findings.length - TOLD, 'finding')} more.</p> : null}
      </div>
    )
  }
  return (
    <div className="banner" role="status">
      <p>
        {formatPlural(lines, 'line')} and {formatPlural(checkpoints, 'checkpoint')} hold.
      </p>
      {remarks.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
    </div>
  )
}
