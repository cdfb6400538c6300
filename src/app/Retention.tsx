import { useId, useState } from 'react'
import type { Project } from '../core/project'
import { dueAt, PERIODS } from '../core/retention'
import { Dialog } from '../ui/Dialog'
import { formatMoment, formatPlural } from '../ui/format'
import { useClient } from './context'
import { attempt } from './toasts'

const asText = (hours: number) => (hours % 24 === 0 ? formatPlural(hours / 24, 'day') : formatPlural(hours, 'hour'))

/** How long a project is kept. */
export function Retention({ project, onClose }: { readonly project: Project; readonly onClose: () => void }) {
  const client = useClient()
  const name = useId()
  const [untilExport, setUntilExport] = useState(project.originals === 'until-export')
  const [hours, setHours] = useState(project.retention?.hours ?? null)
  const due = dueAt({ ...project, retention: hours === null ? null : { hours } })
  const past = due !== null && due <= Date.now()
  const save = async () => {
    onClose()
    await attempt(
      client.changeProject(project.id, { retention: hours === null ? null : { hours }, originals: untilExport ? 'until-export' : 'keep' }),
    )
  }
  return (
    <Dialog
      title="How long it is kept"
      onClose={onClose}
      foot={
        <>
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button type="button" className={past ? 'button button--danger' : 'button button--primary'} onClick={() => void save()}>
            {past ? 'Delete it now' : 'Save'}
          </button>
        </>
      }
    >
      <div className="stack">
        <fieldset className="stack">
          <legend className="visually-hidden">How long it is kept</legend>
          <label className="row">
            <input type="radio" name={name} checked={hours === null} onChange={() => setHours(null)} />
            Until I delete it
          </label>
          {PERIODS.map((period) => (
            <label key={period} className="row">
              <input type="radio" name={name} checked={hours === period} onChange={() => setHours(period)} />
              {asText(period)} after the last photo was added
            </label>
          ))}
        </fieldset>
        <label className="checkbox">
          <input type="checkbox" checked={untilExport} onChange={(event) => setUntilExport(event.target.checked)} />
          <span>
            Delete each original once it has been exported{' '}
            <span className="hint">
              · with its cutout; the card stays. Saved to a folder it goes at once; after a download you are asked, since nobody can see
              whether it arrived.
            </span>
          </span>
        </label>
        <p className="hint" role="status">
          {due === null
            ? untilExport
              ? 'The project itself stays.'
              : 'Nothing goes by itself.'
            : past
              ? 'That time is over: the whole project goes at once, for good.'
              : `The whole project goes on ${formatMoment(new Date(due).toISOString())}, or when Vitrine is next opened after that: a closed browser deletes nothing. Setting the clock back gains no time.`}
        </p>
      </div>
    </Dialog>
  )
}
