import { useEffect, useState } from 'react'
import { sha256 } from '../core/ledger'
import { type Changes, type Release, sumsText } from '../core/release'
import { Dialog } from '../ui/Dialog'
import { formatPlural } from '../ui/format'
import { compare, take, useUpdate } from './update'

interface Shown {
  readonly now: Release | null
  readonly next: Release | null
  readonly changes: Changes | null
  /** SHA-256 of the list of the new version's files. */
  readonly sum: string
}

/** What a newer version would change, and the button that takes it: nothing is replaced before that. */
export function Update() {
  const { waiting } = useUpdate()
  const [shown, setShown] = useState<Shown | null>(null)
  useEffect(() => {
    if (!waiting) return
    let live = true
    void compare(waiting).then(async (found) => {
      const sum = found.next ? await sha256(new TextEncoder().encode(sumsText(found.next.files))) : ''
      if (live) setShown({ ...found, sum })
    })
    return () => {
      live = false
    }
  }, [waiting])
  if (!waiting) return null
  const close = () => useUpdate.setState({ waiting: null })
  return (
    <Dialog
      title="A new version"
      onClose={close}
      foot={
        <>
          <button type="button" className="button" onClick={close}>
            Not now
          </button>
          <button type="button" className="button button--primary" onClick={() => take(waiting)}>
            Update and load anew
          </button>
        </>
      }
    >
      <div className="stack">{shown ? <Difference {...shown} /> : <p role="status">Reading what has changed…</p>}</div>
    </Dialog>
  )
}

function Difference({ now, next, changes, sum }: Shown) {
  if (!next) return <p role="status">It does not say what it is. It lies ready and runs when you take it.</p>
  return (
    <>
      <p role="status">
        {now && now.version !== next.version ? (
          <>
            From version <span className="number">{now.version}</span> to <span className="number">{next.version}</span>.
          </>
        ) : (
          <>
            Version <span className="number">{next.version}</span>.
          </>
        )}{' '}
        It has been fetched and checked against its own list of hashes, and waits. Until you take it, the present one goes on, also offline.
      </p>
      <p>
        SHA-256 of the list of its {formatPlural(next.files.length, 'file')}: <code className="code">{sum}</code>. Compare it with what the
        project publishes for this version, or with what <code className="code">npm run verify-build</code> prints for this address.
      </p>
      {changes ? (
        <>
          <List title={formatPlural(changes.changed.length, 'file changed', 'files changed')} paths={changes.changed} />
          <List title={formatPlural(changes.added.length, 'file added', 'files added')} paths={changes.added} />
          <List title={formatPlural(changes.removed.length, 'file removed', 'files removed')} paths={changes.removed} />
        </>
      ) : null}
      <p className="hint">A batch that runs is continued after loading anew; a photo in hand begins again.</p>
    </>
  )
}

function List({ title, paths }: { readonly title: string; readonly paths: readonly string[] }) {
  if (paths.length === 0) return <p className="hint number">{title}</p>
  return (
    <details className="disclosure">
      <summary className="number">{title}</summary>
      <pre className="code trust-note">{paths.join('\n')}</pre>
    </details>
  )
}
