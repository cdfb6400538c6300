import { useState } from 'react'
import type { Passage } from '../core/traffic'
import { Badge } from '../ui/Badge'
import { formatBytes, formatCount, formatMoment } from '../ui/format'
import { readHistory } from './traffic'

const KINDS: Record<Passage['kind'], string> = { app: 'App', part: 'Model or codec', refused: 'Refused' }
const FEW = 8
/** Rows that are shown with each press. */
const MORE = 200

interface RequestsProps {
  readonly last: readonly Passage[]
  readonly history?: () => Promise<readonly Passage[] | null>
}

/** The latest requests, newest first, or all since installation; with a line of sums for each kind. */
export function Requests({ last, history = readHistory }: RequestsProps) {
  const [all, setAll] = useState<readonly Passage[] | null>(null)
  const [shown, setShown] = useState(FEW)
  const [silent, setSilent] = useState(false)
  const passages = all ?? last
  const kinds = (Object.keys(KINDS) as Passage['kind'][])
    .map((kind) => ({ kind, of: passages.filter((passage) => passage.kind === kind) }))
    .filter(({ of }) => of.length > 0)
  const open = async () => {
    const found = await history()
    setSilent(found === null)
    if (found) setAll(found)
    setShown(MORE)
  }
  if (last.length === 0) return <p className="hint">No request has been seen yet.</p>
  return (
    <div>
      <div className="spread trust-subhead">
        <h3>{all ? `All ${formatCount(all.length)} requests since installation` : 'Latest requests'}</h3>
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
          {passages.slice(0, shown).map((passage, i) => (
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
      {silent ? (
        <p className="hint" role="status">
          The service worker, which keeps the list, does not answer; these are the requests of this page.
        </p>
      ) : null}
      <div className="row">
        {all === null ? (
          <button type="button" className="button button--small" onClick={() => void open()}>
            Show all since installation
          </button>
        ) : null}
        {all && all.length > shown ? (
          <button type="button" className="button button--small" onClick={() => setShown(shown + MORE)}>
            Show {formatCount(Math.min(MORE, all.length - shown))} more
          </button>
        ) : null}
      </div>
    </div>
  )
}
