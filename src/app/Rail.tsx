import { HardDrive, Lock, Plus, ShieldCheck } from 'lucide-react'
import { Link, useRoute } from 'wouter'
import { formatCount } from '../ui/format'
import { useClient } from './context'
import { Mark } from './Mark'
import { relock } from './relock'
import { useStudio } from './store'
import { LOCK_KEYS } from './useLockKey'

/** The ways through the studio: projects, this device, privacy. */
export function Rail({ onGo }: { readonly onGo?: () => void }) {
  const client = useClient()
  const lockable = useStudio(({ vault }) => vault?.lock === 'passphrase')
  const projects = useStudio((state) => state.projects)
  const [, params] = useRoute('/project/:id/*?')
  const here = (active: boolean) => (active ? 'page' : undefined)
  const [atNew] = useRoute('/new')
  const [atDevice] = useRoute('/device')
  const [atPrivacy] = useRoute('/privacy')
  const recent = [...projects].sort((a, b) => (a.created < b.created ? 1 : -1))
  return (
    <nav className="rail" aria-label="Studio">
      <Link href="/" className="rail__brand" onClick={onGo}>
        <Mark />
        Vitrine
      </Link>
      <Link href="/new" className="rail__item" aria-current={here(atNew)} onClick={onGo}>
        <Plus size={16} aria-hidden />
        New project
      </Link>
      {recent.length > 0 ? (
        <>
          <h2 className="rail__title" id="rail-projects">
            Projects
          </h2>
          <ul className="rail__projects" aria-labelledby="rail-projects">
            {recent.map((project) => (
              <li key={project.id}>
                <Link href={`/project/${project.id}`} className="rail__item" aria-current={here(params?.id === project.id)} onClick={onGo}>
                  <span className="clip rail__name">{project.name}</span>
                  <span className="rail__count number" title={`${formatCount(project.done)} of ${formatCount(project.photos)} photos done`}>
                    {project.done < project.photos
                      ? `${formatCount(project.done)}/${formatCount(project.photos)}`
                      : formatCount(project.photos)}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <div className="rail__end">
        <Link href="/device" className="rail__item" aria-current={here(atDevice)} onClick={onGo}>
          <HardDrive size={16} aria-hidden />
          This device
        </Link>
        <Link href="/privacy" className="rail__item" aria-current={here(atPrivacy)} onClick={onGo}>
          <ShieldCheck size={16} aria-hidden />
          Privacy
        </Link>
        {lockable ? (
          <button type="button" className="rail__item" title={LOCK_KEYS} onClick={() => void relock(client)}>
            <Lock size={16} aria-hidden />
            Lock the studio
          </button>
        ) : null}
      </div>
    </nav>
  )
}
