import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import type { BackupContents, Casualty, BackupProgress as Progress, Restored } from '../core/backup'
import type { Client } from '../core/client'
import { faultOf } from '../core/fault'
import { Dialog } from '../ui/Dialog'
import { FileField } from '../ui/FileField'
import { formatBytes, formatCount, formatMoment, formatPlural } from '../ui/format'
import { SecretField } from '../ui/SecretField'
import { unattended } from '../ui/unattended'
import { BackupProgress } from './BackupProgress'

type State =
  | { readonly at: 'asking'; readonly busy: boolean; readonly wrong: string | null }
  | { readonly at: 'open'; readonly contents: BackupContents; readonly wrong: string | null }
  | { readonly at: 'running'; readonly progress: Progress | null }
  | { readonly at: 'done'; readonly restored: Restored }

const toldOf = (thrown: unknown) => {
  const { sentence, remedy } = faultOf(thrown)
  return `${sentence} ${remedy}`
}

/** Opens a backup, shows what is in it, restores what is chosen, and says what came of it. */
export function RestoreBackup({ client, onClose }: { readonly client: Client; readonly onClose: () => void }) {
  const form = useId()
  const chooser = useRef<HTMLInputElement>(null)
  const secret = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [state, setState] = useState<State>({ at: 'asking', busy: false, wrong: null })
  const busy = state.at === 'asking' && state.busy
  useEffect(() => {
    if (file && !busy) secret.current?.focus()
  }, [file, busy])

  const open = async () => {
    if (!file) return chooser.current?.click()
    setState({ at: 'asking', busy: true, wrong: null })
    try {
      const contents = await client.openBackup(file, passphrase)
      setChosen(new Set(contents.projects.map(({ id }) => id)))
      setState({ at: 'open', contents, wrong: null })
    } catch (thrown) {
      setState({ at: 'asking', busy: false, wrong: toldOf(thrown) })
    }
  }
  const restore = async (contents: BackupContents) => {
    setState({ at: 'running', progress: null })
    try {
      const hear = (progress: Progress) => setState((now) => (now.at === 'running' ? { at: 'running', progress } : now))
      setState({ at: 'done', restored: await unattended(client.restoreBackup([...chosen], hear)) })
    } catch (thrown) {
      setState({ at: 'open', contents, wrong: toldOf(thrown) })
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (state.at === 'asking' && !busy) void open()
    if (state.at === 'open' && chosen.size > 0) void restore(state.contents)
  }
  const running = state.at === 'running'
  return (
    <Dialog
      title={state.at === 'done' ? 'Restored' : 'Restore a backup'}
      onClose={busy || running ? undefined : onClose}
      foot={
        state.at === 'done' ? (
          <button type="button" className="button button--primary" onClick={onClose}>
            Done
          </button>
        ) : (
          <>
            <button type="button" className="button" disabled={busy} onClick={onClose}>
              Cancel
            </button>
            <button
              type="submit"
              form={form}
              className="button button--primary"
              disabled={busy || running || (state.at === 'open' && chosen.size === 0)}
            >
              {running ? 'Restoring…' : state.at === 'open' ? 'Restore' : busy ? 'Opening…' : file ? 'Open it' : 'Choose a backup'}
            </button>
          </>
        )
      }
    >
      <form id={form} className="stack vault-form" noValidate onSubmit={submit} aria-busy={busy || running}>
        <FileField
          ref={chooser}
          label="Backup file"
          accept=".vitrine,application/octet-stream"
          onFiles={([one]) => {
            setFile(one ?? null)
            setState({ at: 'asking', busy: false, wrong: null })
          }}
        />
        {state.at === 'asking' ? (
          <>
            <div className="spread">
              <p>{file ? `${file.name} · ${formatBytes(file.size)}` : 'Choose the file; its name ends in .vitrine.'}</p>
              {file ? (
                <button type="button" className="button button--small" disabled={busy} onClick={() => chooser.current?.click()}>
                  Another file…
                </button>
              ) : null}
            </div>
            {file ? (
              <SecretField
                ref={secret}
                label="Passphrase of the backup"
                kind="current-password"
                hint="The one that it was made with."
                value={passphrase}
                error={state.wrong}
                disabled={busy}
                onChange={setPassphrase}
              />
            ) : null}
          </>
        ) : null}
        {state.at === 'open' ? (
          <>
            <Contents contents={state.contents} chosen={chosen} onChange={setChosen} />
            <p className="secret__error" role="alert">
              {state.wrong}
            </p>
          </>
        ) : null}
        {running ? <BackupProgress progress={state.progress} /> : null}
        {state.at === 'done' ? <Result restored={state.restored} /> : null}
      </form>
    </Dialog>
  )
}

interface ContentsProps {
  readonly contents: BackupContents
  readonly chosen: ReadonlySet<string>
  onChange(chosen: ReadonlySet<string>): void
}

function Contents({ contents: { made, bytes, projects, lines, networks, casualties }, chosen, onChange }: ContentsProps) {
  const all = chosen.size === projects.length
  const more = [
    networks > 0 ? formatPlural(networks, 'network of your own', 'networks of your own') : '',
    lines === null ? '' : `the ledger of then (${formatCount(lines)} lines), kept beside the one of here`,
  ].filter(Boolean)
  return (
    <>
      <p>
        Made on {formatMoment(made)}, {formatBytes(bytes)}. What is in the studio now stays as it is.
      </p>
      <fieldset className="stack">
        <legend className="field__label backup-legend">Projects</legend>
        {projects.map(({ id, name, photos, here }) => (
          <label key={id} className="checkbox">
            <input
              type="checkbox"
              checked={chosen.has(id)}
              onChange={({ target: { checked } }) => onChange(new Set(checked ? [...chosen, id] : [...chosen].filter((one) => one !== id)))}
            />
            <span>
              {name}{' '}
              <span className="hint">
                · {formatPlural(photos, 'photo')}
                {here ? ' · is here already: comes beside it' : ''}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      {more.length > 0 ? (
        <p className="hint">{all ? `With them: ${more.join('; ')}.` : `Only with all projects: ${more.join('; ')}.`}</p>
      ) : null}
      <Casualties casualties={casualties} />
    </>
  )
}

function Result({ restored: { projects, casualties } }: { readonly restored: Restored }) {
  return (
    <div className="stack" role="status">
      <ul className="trust-list">
        {projects.map(({ id, name, photos }) => (
          <li key={id}>
            <a href={`#/project/${id}`}>{name}</a> <span className="hint">· {formatPlural(photos, 'photo')}</span>
          </li>
        ))}
      </ul>
      {casualties.length === 0 ? <p>All of it was whole.</p> : null}
      <Casualties casualties={casualties} />
    </div>
  )
}

const TOLD = 12

function Casualties({ casualties }: { readonly casualties: readonly Casualty[] }) {
  if (casualties.length === 0) return null
  return (
    <div className="banner banner--warn">
      <p>
        {casualties.length === 1
          ? 'One thing in this backup is damaged; all else is whole.'
          : `${casualties.length} things in this backup are damaged; all else is whole.`}
      </p>
      <ul className="trust-list">
        {casualties.slice(0, TOLD).map(({ what, says }) => (
          <li key={`${what} ${says}`}>
            <strong>{what}</strong>: {says}
          </li>
        ))}
        {casualties.length > TOLD ? <li>And {casualties.length - TOLD} more.</li> : null}
      </ul>
    </div>
  )
}
