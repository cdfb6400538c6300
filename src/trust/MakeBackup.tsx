import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import type { BackupMade, BackupProgress as Progress } from '../core/backup'
import type { Client } from '../core/client'
import { faultOf } from '../core/fault'
import { datedName, today } from '../core/naming'
import type { ProjectSummary } from '../core/project'
import { Dialog } from '../ui/Dialog'
import { formatBytes, formatPlural } from '../ui/format'
import { choosePlace, putFile } from '../ui/save'
import { unattended } from '../ui/unattended'
import { BackupProgress } from './BackupProgress'
import { type Pair, PassphrasePair, wrongPair } from './PassphrasePair'

interface MakeBackupProps {
  readonly client: Client
  readonly projects: readonly ProjectSummary[]
  readonly onClose: () => void
}

type State =
  | { readonly at: 'asking'; readonly wrong: { readonly field: keyof Pair | 'form'; readonly says: string } | null }
  | { readonly at: 'running'; readonly progress: Progress | null }
  | { readonly at: 'done'; readonly made: BackupMade }

/** Asks what goes into a backup and for its passphrase, writes it, and says what came of it. */
export function MakeBackup({ client, projects, onClose }: MakeBackupProps) {
  const form = useId()
  const [which, setWhich] = useState('all')
  const [pair, setPair] = useState<Pair>({ next: '', again: '' })
  const [state, setState] = useState<State>({ at: 'asking', wrong: null })
  const fields = { next: useRef<HTMLInputElement>(null), again: useRef<HTMLInputElement>(null) }
  const { next: nextField, again: againField } = fields
  const wrong = state.at === 'asking' ? state.wrong : null
  useEffect(() => {
    if (wrong?.field === 'next') nextField.current?.focus()
    if (wrong?.field === 'again') againField.current?.focus()
  }, [wrong, nextField, againField])

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (state.at !== 'asking') return
    const found = wrongPair(pair)
    if (found) return setState({ at: 'asking', wrong: found })
    const name = projects.find(({ id }) => id === which)?.name ?? 'Vitrine'
    try {
      const place = await choosePlace(datedName(name, today(), 'backup'))
      if (!place) return
      setState({ at: 'running', progress: null })
      // Where the user chooses a place it is written there at once, so that nothing has to lie on the disk twice.
      const into = place.chosen
      const wish = { projects: which === 'all' ? ('all' as const) : [which], passphrase: pair.next, into }
      const hear = (progress: Progress) => setState((now) => (now.at === 'running' ? { at: 'running', progress } : now))
      const made = await unattended(client.backup(wish, hear))
      if (made.file) await putFile(place, made.file)
      setState({ at: 'done', made })
    } catch (thrown) {
      const { sentence, remedy } = faultOf(thrown)
      setState({ at: 'asking', wrong: { field: 'form', says: `${sentence} ${remedy}` } })
    }
  }
  const says = (field: keyof Pair | 'form') => (wrong?.field === field ? wrong.says : null)
  return (
    <Dialog
      title={state.at === 'done' ? 'Backed up' : 'Back up'}
      onClose={state.at === 'running' ? undefined : onClose}
      foot={
        state.at === 'done' ? (
          <button type="button" className="button button--primary" onClick={onClose}>
            Done
          </button>
        ) : (
          <>
            <button type="button" className="button" onClick={onClose}>
              Cancel
            </button>
            <button type="submit" form={form} className="button button--primary" disabled={state.at === 'running'}>
              {state.at === 'running' ? 'Backing up…' : 'Back up'}
            </button>
          </>
        )
      }
    >
      {state.at === 'done' ? (
        <Made made={state.made} />
      ) : (
        <form id={form} className="stack vault-form" noValidate onSubmit={(event) => void submit(event)} aria-busy={state.at === 'running'}>
          {state.at === 'running' ? (
            <BackupProgress progress={state.progress} />
          ) : (
            <>
              <div className="field">
                <label className="field__label" htmlFor={`${form}-what`}>
                  What
                </label>
                <select id={`${form}-what`} className="input" value={which} onChange={(event) => setWhich(event.target.value)}>
                  <option value="all">The whole studio</option>
                  {projects.map(({ id, name, photos, bytes }) => (
                    <option key={id} value={id}>
                      {name} · {formatPlural(photos, 'photo')}, {formatBytes(bytes)}
                    </option>
                  ))}
                </select>
              </div>
              <PassphrasePair label="Passphrase for this backup" pair={pair} says={says} fields={fields} onChange={setPair} />
              <p className="hint">
                The backup opens with this passphrase alone, also when the studio’s own is changed later. Nobody can open it without,
                Vitrine included: keep it where you will find it in a year.
              </p>
              <p className="secret__error" role="alert">
                {says('form')}
              </p>
            </>
          )}
        </form>
      )}
    </Dialog>
  )
}

function Made({ made: { file, name, bytes, projects, photos, missing } }: { readonly made: BackupMade }) {
  return (
    <div className="stack" role="status">
      <p>
        {formatPlural(projects, 'project')} with {formatPlural(photos, 'photo')}, {formatBytes(bytes)}: <strong>{name}</strong>
        {file ? ' is among your downloads.' : ' is where you chose.'} Every byte was read again after writing and is what it has to be
        {file ? ', before it was handed over' : ''}.
      </p>
      {missing.length > 0 ? (
        <p className="banner banner--warn">
          The browser no longer has the {missing.length === 1 ? 'original' : 'originals'} of {missing.slice(0, 5).join(', ')}
          {missing.length > 5 ? ` and ${missing.length - 5} more` : ''}: not in the backup.
        </p>
      ) : null}
      <p className="hint">
        Keep it on another disk than this one. Deleting a project here does not reach into it; that is what it is for, and why it should lie
        where nobody else comes.
      </p>
    </div>
  )
}
