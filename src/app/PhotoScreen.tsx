import { lazy, useCallback, useDeferredValue, useEffect } from 'react'
import { Link, useLocation } from 'wouter'
import { useShallow } from 'zustand/react/shallow'
import { useClient } from './context'
import { useStudio } from './store'

const Cutout = lazy(() => import('../studios/cutout/Editor'))
const Photography = lazy(() => import('../studios/photography/Studio'))

interface PhotoScreenProps {
  readonly photo: string
  /** `photography`, or none for the cutout. */
  readonly studio: string | undefined
}

/** One photo in one of the studios. Its project is open. */
export function PhotoScreen({ photo: id, studio }: PhotoScreenProps) {
  const client = useClient()
  const [, navigate] = useLocation()
  const project = useStudio((state) => state.project)
  const readOnly = useStudio((state) => !state.writable)
  const networks = useStudio((state) => state.networks)
  const photo = useStudio((state) => state.photos.get(id))
  const all = useStudio(useShallow((state) => state.ids.map((other) => state.photos.get(other)).filter((other) => other !== undefined)))
  // The strip of other photos may lag behind; the photo itself may not.
  const photos = useDeferredValue(all)
  const home = project ? `/project/${project.id}` : '/'
  const at = studio === 'photography' ? '/photography' : ''
  const go = useCallback((to: string | null) => navigate(to === null ? home : `${home}/photo/${to}${at}`), [home, at, navigate])
  useEffect(() => {
    // Never its name: browsers write titles into their history, a file on the disk that is not encrypted.
    document.title = 'Photo · Vitrine'
  }, [])
  if (!project) return null
  if (!photo) {
    return (
      <div className="empty-state">
        <h1 className="title">This photo is not in the project any more</h1>
        <Link href={home} className="button">
          Back to the photos
        </Link>
      </div>
    )
  }
  const room = { client, project, photo, photos, go, readOnly }
  return studio === 'photography' ? <Photography {...room} /> : <Cutout {...room} networks={networks} />
}
