import type { FileFacts, Photo, PhotoDoc } from '../../core/project'
import { formatBytes } from '../../ui/format'
import { adviceOf, doubtOf, tellFacts, tellRights } from './advice'

/** Reasons to look at this cutout, each with what to do. Nothing when there is none. */
export function Looks({ photo, doc }: { readonly photo: Photo; readonly doc: PhotoDoc }) {
  const { matte } = photo
  if (photo.state.at !== 'done' || !matte) return null
  const doubt = doubtOf(matte, doc)
  if (!doubt && matte.look.length === 0) return null
  return (
    <section className="editor-section editor-looks banner banner--warn" aria-labelledby="looks">
      <h2 id="looks" className="editor-heading">
        Look before using it
      </h2>
      <ul className="stack">
        {doubt ? (
          <li>
            <strong>{doubt.what}</strong> {doubt.todo}
          </li>
        ) : null}
        {matte.look.map((look) => {
          const { what, todo } = adviceOf(look, matte, doc)
          return (
            <li key={look}>
              <strong>{what}</strong> {todo}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** Traces listed at once; some files hold a hundred. */
const FEW = 8

function Lines({ lines }: { readonly lines: FileFacts['personal'] }) {
  return (
    <dl className="facts">
      {lines.map(({ what, value }) => (
        <div key={`${what} ${value}`} className="facts-line">
          <dt>{what}</dt>
          <dd title={value}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What the file is, and what it would tell about its owner. */
export function FileTells({ photo }: { readonly photo: Photo }) {
  const { facts } = photo
  const rights = facts ? tellRights(facts) : []
  return (
    <section className="editor-section" aria-labelledby="tells">
      <h2 id="tells" className="editor-heading">
        What this file tells
      </h2>
      {facts ? (
        <>
          <dl className="facts">
            {tellFacts(facts).map(([term, value]) => (
              <div key={term} className="facts-line">
                <dt>{term}</dt>
                <dd className="number">{value}</dd>
              </div>
            ))}
            <div className="facts-line">
              <dt>File</dt>
              <dd className="number">{formatBytes(photo.bytes)}</dd>
            </div>
          </dl>
          {facts.notes.map((note) => (
            <p key={note} className="hint">
              {note}
            </p>
          ))}
          <h3 className="editor-subheading">Removed on export</h3>
          {facts.personal.length > 0 ? (
            <>
              <Lines lines={facts.personal.slice(0, FEW)} />
              {facts.personal.length > FEW ? (
                <details className="disclosure">
                  <summary>{facts.personal.length - FEW} more</summary>
                  <Lines lines={facts.personal.slice(FEW)} />
                </details>
              ) : null}
            </>
          ) : (
            <p className="hint">Nothing found that would tell where, when or by whom it was taken.</p>
          )}
          {rights.length > 0 ? (
            <>
              <h3 className="editor-subheading">Goes along only if you ask when exporting</h3>
              <Lines lines={rights.map(([what, value]) => ({ what, value }))} />
            </>
          ) : null}
        </>
      ) : (
        <p className="hint">
          {photo.state.at === 'failed'
            ? 'It could not be read.'
            : photo.state.at === 'exported'
              ? 'It was deleted.'
              : 'It has not been read yet.'}
        </p>
      )}
    </section>
  )
}
