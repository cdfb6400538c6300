import { CloudDownload } from 'lucide-react'
import { useId } from 'react'
import type { PartState } from '../core/client'
import { Badge } from '../ui/Badge'
import { formatBytes, formatShare } from '../ui/format'
import { ProgressBar } from '../ui/ProgressBar'

interface PartsProps {
  readonly parts: readonly PartState[]
  readonly load: (ids: readonly string[] | 'all') => void
}

function Standing({ part }: { readonly part: PartState }) {
  switch (part.at) {
    case 'here':
      return <Badge tone="ok">On this device</Badge>
    case 'loading':
      return <Badge tone="quiet">Loading {formatShare(part.loaded / part.bytes)}</Badge>
    case 'refused':
      return <Badge tone="fail">Refused</Badge>
    case 'absent':
      return null
  }
}

/** Models, runtimes and codecs: what each is for, how large, whether it is here. */
export function Parts({ parts, load }: PartsProps) {
  const name = useId()
  const missing = parts.filter(({ at }) => at !== 'here')
  const loading = parts.some(({ at }) => at === 'loading')
  const total = parts.reduce((sum, { bytes }) => sum + bytes, 0)
  const loaded = parts.reduce((sum, part) => sum + (part.at === 'here' ? part.bytes : part.loaded), 0)
  return (
    <section className="trust-section" aria-labelledby={name}>
      <div className="spread">
        <h2 className="heading" id={name}>
          Parts
        </h2>
        {missing.length > 0 ? (
          <button type="button" className="button button--primary" disabled={loading} onClick={() => load('all')}>
            <CloudDownload size={16} aria-hidden /> Load everything for offline work ({formatBytes(total - loaded)})
          </button>
        ) : (
          <Badge tone="ok">Ready for offline work</Badge>
        )}
      </div>
      <p>Heavy pieces come when they are first needed, are checked against their SHA-256 and stay here.</p>
      {loading ? (
        <div>
          <p className="number hint" role="status">
            {formatBytes(loaded)} of {formatBytes(total)}
          </p>
          <ProgressBar label="Parts on this device" share={total > 0 ? loaded / total : null} />
        </div>
      ) : null}
      <table className="table trust-parts">
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col" className="number">
              Size
            </th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.id}>
              <td>
                {part.title}
                <span className="hint trust-purpose">{part.purpose}</span>
                {part.fault ? (
                  <span className="trust-purpose trust-refused">
                    {part.fault.sentence} {part.fault.remedy}
                  </span>
                ) : null}
              </td>
              <td className="number">{formatBytes(part.bytes)}</td>
              <td className="trust-standing">
                <Standing part={part} />{' '}
                {part.at === 'absent' || part.at === 'refused' ? (
                  <button type="button" className="button button--small" aria-label={`Load ${part.title}`} onClick={() => load([part.id])}>
                    {part.at === 'refused' ? 'Load again' : 'Load'}
                  </button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
