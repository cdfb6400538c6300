import { useId, useState } from 'react'
import type { Client } from '../core/client'
import type { ProjectSummary } from '../core/project'
import { Badge } from '../ui/Badge'
import { Confirm } from '../ui/Confirm'
import { formatBytes, formatPlural } from '../ui/format'

export type Stored = Awaited<ReturnType<Client['storage']>>

interface StorageProps {
  readonly stored: Stored | null
  readonly projects: readonly ProjectSummary[]
  readonly remove: (project: string) => Promise<unknown>
  readonly clearCache: () => void
  /** Resolves with whether the browser promised to keep everything. */
  readonly persist: () => Promise<boolean>
}

/** What takes room on this device, by project, and what may be freed. */
export function Storage({ stored, projects, remove, clearCache, persist }: StorageProps) {
  const name = useId()
  const [doomed, setDoomed] = useState<Stored['projects'][number] | null>(null)
  const [asked, setAsked] = useState<boolean | null>(null)
  const photos = (id: string) => projects.find((project) => project.id === id)?.photos
  return (
    <section className="trust-section" aria-labelledby={name}>
      <h2 className="heading" id={name}>
        Storage
      </h2>
      {stored === null ? (
        <p className="hint">Reading…</p>
      ) : (
        <>
          <p className="number">
            {formatBytes(stored.used)} in use{stored.quota > 0 ? `; the browser allows ${formatBytes(stored.quota)}` : ''}.
          </p>
          <div className="trust-shares" aria-hidden>
            {stored.projects.map(({ id, bytes }) => (
              <span key={id} className="trust-share--project" style={{ flexGrow: bytes }} />
            ))}
            <span className="trust-share--parts" style={{ flexGrow: stored.parts }} />
            <span className="trust-share--cache" style={{ flexGrow: stored.cache }} />
          </div>
          <table className="table trust-stores">
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col" className="number">
                  Size
                </th>
                <th scope="col">
                  <span className="visually-hidden">Action</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {stored.projects.map((project) => (
                <tr key={project.id}>
                  <td>
                    <span className="trust-key trust-share--project" aria-hidden />
                    {project.name}
                    {photos(project.id) === undefined ? null : (
                      <span className="hint"> · {formatPlural(photos(project.id) ?? 0, 'photo')}</span>
                    )}
                  </td>
                  <td className="number">{formatBytes(project.bytes)}</td>
                  <td className="number">
                    <button
                      type="button"
                      className="button button--small button--danger"
                      aria-label={`Delete ${project.name}`}
                      onClick={() => setDoomed(project)}
                    >
                      Delete…
                    </button>
                  </td>
                </tr>
              ))}
              <tr>
                <td>
                  <span className="trust-key trust-share--parts" aria-hidden />
                  Models, runtimes and codecs
                </td>
                <td className="number">{formatBytes(stored.parts)}</td>
                <td />
              </tr>
              <tr>
                <td>
                  <span className="trust-key trust-share--cache" aria-hidden />
                  Cache <span className="hint">· can be computed again</span>
                </td>
                <td className="number">{formatBytes(stored.cache)}</td>
                <td className="number">
                  <button type="button" className="button button--small" disabled={stored.cache === 0} onClick={clearCache}>
                    Clear cache
                  </button>
                </td>
              </tr>
            </tbody>
          </table>
          <div className="spread card trust-keep">
            <div>
              {stored.persisted ? (
                <Badge tone="ok">Kept until you delete it</Badge>
              ) : (
                <Badge tone="warn">The browser may clear it when the disk is full</Badge>
              )}
              <p className="hint" role="status">
                {stored.persisted
                  ? 'The browser has promised not to clear it by itself.'
                  : asked === false
                    ? 'The browser did not promise it. Most do once the app is installed; Safari clears what has not been used for seven days unless it is.'
                    : 'Ask it to keep everything until you delete it.'}
              </p>
            </div>
            {stored.persisted ? null : (
              <button type="button" className="button" onClick={() => void persist().then(setAsked, () => setAsked(false))}>
                Ask the browser to keep it
              </button>
            )}
          </div>
        </>
      )}
      {doomed ? (
        <Confirm
          title={`Delete “${doomed.name}”?`}
          act="Delete for good"
          onClose={() => setDoomed(null)}
          onAct={() => void remove(doomed.id).finally(() => setDoomed(null))}
        >
          {photos(doomed.id) === undefined ? 'Its photos' : `Its ${formatPlural(photos(doomed.id) ?? 0, 'photo')}`}, their cutouts and
          settings go from this browser: {formatBytes(doomed.bytes)}. This cannot be undone. Files you exported stay where they are, and the
          ledger keeps a line that says what was deleted.
        </Confirm>
      ) : null}
    </section>
  )
}
