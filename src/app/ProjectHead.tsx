import { Clock, Ellipsis, Share, Trash2 } from 'lucide-react'
import { useEffect, useId, useState } from 'react'
import { useLocation } from 'wouter'
import type { Project } from '../core/project'
import { dueAt } from '../core/retention'
import { Confirm } from '../ui/Confirm'
import { formatMoment, formatPlural } from '../ui/format'
import { useClient } from './context'
import { sayDeleted } from './deletion'
import { Retention } from './Retention'
import { attempt } from './toasts'

interface ProjectHeadProps {
  readonly project: Project
  readonly readOnly: boolean
  readonly photos: number
  /** Photos that Export would take; 0 = nothing can be exported yet. */
  readonly ready: number
  readonly chosen: number
  readonly onExport: () => void
}

function ProjectName({ project, readOnly }: { readonly project: Project; readonly readOnly: boolean }) {
  const client = useClient()
  const [draft, setDraft] = useState(project.name)
  useEffect(() => setDraft(project.name), [project.name])
  const keep = () => {
    const name = draft.trim()
    if (name === '' || name === project.name) setDraft(project.name)
    else void attempt(client.changeProject(project.id, { name }))
  }
  return (
    <input
      className="name"
      aria-label="Project name"
      value={draft}
      maxLength={120}
      readOnly={readOnly}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') {
          setDraft(project.name)
          requestAnimationFrame(() => document.querySelector<HTMLElement>('main')?.focus())
        }
      }}
    />
  )
}

/** The project's name, its menu, and Export. */
export function ProjectHead({ project, readOnly, photos, ready, chosen, onExport }: ProjectHeadProps) {
  const client = useClient()
  const [, go] = useLocation()
  const [asking, setAsking] = useState(false)
  const [timing, setTiming] = useState(false)
  const menu = useId()
  const due = dueAt(project)
  const note = useId()
  const remove = async () => {
    setAsking(false)
    const gone = await attempt(client.deleteProject(project.id))
    if (!gone) return
    go('/')
    sayDeleted(gone)
  }
  return (
    <>
      <header className="project__head">
        <h1 className="visually-hidden">{project.name}</h1>
        <ProjectName project={project} readOnly={readOnly} />
        <div className="row project__acts">
          {readOnly ? null : (
            <>
              <button type="button" className="icon-button" aria-label="More" title="More" popoverTarget={menu}>
                <Ellipsis size={18} aria-hidden />
              </button>
              <div id={menu} popover="auto" className="menu project__menu">
                <button
                  type="button"
                  className="button button--quiet"
                  popoverTarget={menu}
                  popoverTargetAction="hide"
                  onClick={() => setTiming(true)}
                >
                  <Clock size={16} aria-hidden />
                  How long it is kept…
                </button>
                <button
                  type="button"
                  className="button button--quiet button--danger"
                  popoverTarget={menu}
                  popoverTargetAction="hide"
                  onClick={() => setAsking(true)}
                >
                  <Trash2 size={16} aria-hidden />
                  Delete project…
                </button>
              </div>
            </>
          )}
          <span id={note} className={chosen > 0 ? 'hint number' : 'visually-hidden'}>
            {ready === 0 ? 'Nothing is cut out yet.' : chosen > 0 ? `${ready} selected` : `All ${formatPlural(ready, 'finished photo')}`}
          </span>
          <button type="button" className="button button--primary" aria-describedby={note} disabled={ready === 0} onClick={onExport}>
            <Share size={16} aria-hidden />
            Export
          </button>
        </div>
        {timing ? <Retention project={project} onClose={() => setTiming(false)} /> : null}
        {asking ? (
          <Confirm title={`Delete “${project.name}”?`} act="Delete project" onClose={() => setAsking(false)} onAct={() => void remove()}>
            {formatPlural(photos, 'photo')}, their cutouts and everything made from them are removed from this device. There is no copy
            anywhere else, so this cannot be undone.
          </Confirm>
        ) : null}
      </header>
      {due === null ? null : <p className="hint number">Deletes itself {formatMoment(new Date(due).toISOString())}</p>}
    </>
  )
}
