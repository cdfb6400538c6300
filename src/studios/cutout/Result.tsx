import type { Missing } from '../../core/client'
import { formatBytes, formatCount, formatLeft, formatPlural } from '../../ui/format'
import { ProgressBar } from '../../ui/ProgressBar'
import type { Outcome } from './useExport'

const LISTED = 20

/** How the export goes, and how it went: what was written, what is missing and why. */
export function Result({ outcome, titleOf }: { readonly outcome: Outcome; readonly titleOf: (channel: Missing['channel']) => string }) {
  switch (outcome.at) {
    case 'idle':
      return null
    case 'running': {
      const { progress } = outcome
      const text = progress ? `${formatCount(progress.done)} of ${formatCount(progress.total)} files` : 'Getting ready'
      return (
        <div className="export-progress">
          <div className="spread">
            <span className="number" role="status">
              {outcome.stopping ? 'Stopping…' : text}
            </span>
            <span className="hint number">
              {progress ? [formatBytes(progress.bytes), formatLeft(progress.secondsLeft)].filter(Boolean).join(', ') : ''}
            </span>
          </div>
          <ProgressBar label="Export" share={progress ? progress.done / Math.max(1, progress.total) : null} text={text} />
        </div>
      )
    }
    case 'done': {
      const { missing } = outcome
      return (
        <div className={missing.length > 0 ? 'banner banner--warn export-result' : 'banner export-result'} role="status">
          <p>
            {outcome.files === 0
              ? 'No file could be made.'
              : `${formatPlural(outcome.files, 'file')} (${formatBytes(outcome.bytes)}) ${outcome.files === 1 ? 'is' : 'are'} in ${outcome.where}.`}
            {outcome.certified && outcome.files > 0 ? ' Certificates are in its folder “certificates”.' : ''}
            {absent(missing)}
          </p>
          {missing.length > 0 ? (
            <ul>
              {missing.slice(0, LISTED).map(({ photo, name, channel, fault }) => (
                <li key={`${photo} ${channel}`}>
                  <strong>
                    {name}, {titleOf(channel)}:
                  </strong>{' '}
                  {fault.sentence} {fault.remedy}
                </li>
              ))}
              {missing.length > LISTED ? <li>and {formatCount(missing.length - LISTED)} more.</li> : null}
            </ul>
          ) : null}
        </div>
      )
    }
    case 'cancelled':
      return (
        <p className="banner export-result" role="status">
          {outcome.kept > 0
            ? `Cancelled. The ${formatPlural(outcome.kept, 'file')} written so far stay in the folder.`
            : 'Cancelled. Nothing was written.'}
        </p>
      )
    case 'failed':
      return (
        <p className="banner banner--fail export-result" role="alert">
          {outcome.fault.sentence} {outcome.fault.remedy}
        </p>
      )
  }
}

/** How many files did not come, or came without a certificate; nothing when all is there. */
function absent(missing: readonly Missing[]): string {
  const bare = missing.filter(({ certificate }) => certificate).length
  const lost = missing.length - bare
  const told = [
    lost > 0 ? `${formatPlural(lost, 'file')} ${lost === 1 ? 'is' : 'are'} missing` : '',
    bare > 0 ? `${formatPlural(bare, 'file')} ${bare === 1 ? 'has' : 'have'} no certificate` : '',
  ].filter(Boolean)
  return told.length > 0 ? ` ${told.join(', ')}:` : ''
}
