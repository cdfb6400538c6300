import { useState } from 'react'
import type { Passage } from '../core/traffic'
import { Badge } from '../ui/Badge'
import { formatBytes, formatCount, formatMoment } from '../ui/format'

const KINDS: Record<Passage['kind'], string> = { app: 'App', part: 'Model or codec', refused: 'Refused' }
const FEW = 8

/** The latest requests, newest first, with a line of sums for each kind. */
export function Requests({ last }: { readonly last: readonly Passage[] }) {
  const [all, setAll] = useState(false)
  const shown = all ? last : last.slice(0, FEW)
  const kinds = (Object.keys(KINDS) as Passage['kind'][])
    .map((kind) => ({ kind, of: last.filter((passage) => passage.kind === kind) }))
    .filter(({ of }) => of.length > 0)
  if (last.length === 0) return <p className="hint">No request has been seen yet.</p>
  return (
    <div>
      <div className="spread trust-subhead">
        <h3>Latest requests</h3>
        <span className="row">
          {kinds.map(({ kind, of }) => (
            <Badge key={kind} tone={kind === 'refused' ? 'warn' : 'quiet'}>
              {KINDS[kind]} {formatCount(of.length)} · {formatBytes(of.reduce((sum, { bytes }) => sum + bytes, 0))}
            </Badge>
          ))}
        </span>
      </div>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Kind</th>
            <th scope="col" className="number">
              Received
            </th>
            <th scope="col" className="number trust-wide">
              When
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((passage, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same file may be asked for twice in the same millisecond
            <tr key={`${passage.at} ${passage.path} ${i}`}>
              <td className="code">{passage.path}</td>
              <td>{passage.kind === 'refused' ? <Badge tone="warn">Refused</Badge> : KINDS[passage.kind]}</td>
              <td className="number">{passage.kind === 'refused' ? '–' : formatBytes(passage.bytes)}</td>
              <td className="number trust-wide trust-when">{formatMoment(passage.at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {last.length > FEW ? (
        <button type="button" className="button button--small" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show the last ${formatCount(last.length)}`}
        </button>
      ) : null}
    </div>
  )
}
