import { lazy, Suspense, useCallback, useDeferredValue, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { formatPlural } from '../ui/format'
import { AddPhotos } from './AddPhotos'
import { BatchBar } from './BatchBar'
import { Care } from './Care'
import { useClient } from './context'
import { PhotoGrid } from './PhotoGrid'
import { ProjectHead } from './ProjectHead'
import { all, extend, NOTHING, prune, toggle } from './selection'
import { useStudio } from './store'
import { Toolbar } from './Toolbar'
import { attempt, say } from './toasts'
import { useIntake } from './useIntake'
import { useShortcuts } from './useShortcuts'
import { arrange, type Filter, type Sort } from './view'
import { WindowDrop } from './WindowDrop'

const ExportPanel = lazy(() => import('../studios/cutout/ExportPanel'))
const StageDialog = lazy(() => import('../studios/photography/StageDialog'))

/** A project: its photos, the batch over them, and what can be done with all or some of them. `project` is open. */
export function ProjectScreen() {
  const client = useClient()
  const project = useStudio((state) => state.project)
  const readOnly = useStudio((state) => !state.writable)
  const ids = useStudio((state) => state.ids)
  const [filter, setFilter] = useState<Filter>('all')
  const [sort, setSort] = useState<Sort>('added')
  const [picked, setPicked] = useState(NOTHING)
  const [exporting, setExporting] = useState<readonly string[] | null>(null)
  const [staging, setStaging] = useState<readonly string[] | null>(null)
  const arranged = useStudio(useShallow((state) => arrange(state.ids, state.photos, filter, sort)))
  // A thousand cards may follow a moment later than the words above them.
  const shown = useDeferredValue(arranged)
  const there = useMemo(() => new Set(ids), [ids])
  const selection = useMemo(() => prune(picked, there), [picked, there])
  const marked = useDeferredValue(selection)
  const ready = useStudio((state) => {
    let count = 0
    for (const photo of state.photos.values()) {
      if (photo.state.at === 'done' && (selection.chosen.size === 0 || selection.chosen.has(photo.id))) count++
    }
    return count
  })
  const intake = useIntake(project?.id ?? null)

  const onPick = useCallback(
    (id: string, how: 'toggle' | 'extend') => setPicked((now) => (how === 'extend' ? extend(now, id, arranged) : toggle(now, id))),
    [arranged],
  )
  const onAll = useCallback(() => setPicked((now) => all(now, arranged)), [arranged])
  const onNone = useCallback(() => setPicked(NOTHING), [])
  const onRetry = useCallback((id: string) => void attempt(client.retryPhotos([id])), [client])
  const taken = useRef<(readonly string[])[]>([])
  const putBack = useCallback(
    (gone: readonly string[]) => {
      taken.current = taken.current.filter((other) => other !== gone)
      void attempt(client.restorePhotos(gone))
    },
    [client],
  )
  const remove = useCallback(
    async (gone: readonly string[]) => {
      if (readOnly || gone.length === 0) return
      setPicked(NOTHING)
      if ((await attempt(client.removePhotos(gone).then(() => true))) === null) return
      taken.current.push(gone)
      const text = `${formatPlural(gone.length, 'photo')} removed`
      say({ tone: 'plain', text, action: { label: 'Undo', run: () => putBack(gone) } })
    },
    [client, readOnly, putBack],
  )
  const latest = useRef(selection)
  useLayoutEffect(() => {
    latest.current = selection
  }, [selection])
  const onRemove = useCallback(
    (id: string) => {
      const { chosen } = latest.current
      const gone = chosen.size > 0 ? [...chosen] : [id]
      void remove(gone)
      return readOnly ? [] : gone
    },
    [remove, readOnly],
  )
  const onUndo = useCallback(() => {
    const last = taken.current.at(-1)
    if (last) putBack(last)
  }, [putBack])
  useShortcuts({ a: onAll, z: onUndo, leave: onNone })

  useEffect(() => {
    // Never its name: browsers write titles into their history, a file on the disk that is not encrypted.
    document.title = 'Project · Vitrine'
  }, [])

  if (!project) return null
  const finished = () => {
    const { photos } = useStudio.getState()
    return ids.filter((id) => photos.get(id)?.state.at === 'done' && (selection.chosen.size === 0 || selection.chosen.has(id)))
  }
  return (
    <div className="project">
      <ProjectHead
        project={project}
        readOnly={readOnly}
        photos={ids.length}
        ready={ready}
        chosen={selection.chosen.size}
        onExport={() => setExporting(finished())}
      />
      {readOnly ? (
        <div className="banner banner--warn" role="status">
          <p className="project__banner">This project is open in another tab. You can look at it here; changes are made there.</p>
          <button type="button" className="button button--small" onClick={() => void attempt(client.openProject(project.id))}>
            Check again
          </button>
        </div>
      ) : (
        <AddPhotos intake={intake} size={ids.length === 0 ? 'area' : 'strip'}>
          <Care key={project.id} project={project} />
        </AddPhotos>
      )}
      {readOnly ? null : <WindowDrop intake={intake} into={`“${project.name}”`} />}
      {ids.length > 0 ? (
        <>
          <BatchBar project={project.id} readOnly={readOnly} />
          <Toolbar
            filter={filter}
            sort={sort}
            chosen={selection.chosen.size}
            stageable={ready}
            readOnly={readOnly}
            onFilter={setFilter}
            onSort={setSort}
            onAll={onAll}
            onNone={onNone}
            onRemove={() => void remove([...selection.chosen])}
            onStage={() => setStaging(finished())}
          />
          <PhotoGrid
            key={project.id}
            project={project.id}
            shown={shown}
            selection={marked}
            onPick={onPick}
            onAll={onAll}
            onRemove={onRemove}
            onRetry={onRetry}
          />
          {shown.length === 0 ? (
            <div className="empty-state">
              <p>{filter === 'look' ? 'No photo needs a look.' : 'No photo failed.'}</p>
              <button type="button" className="button button--small" onClick={() => setFilter('all')}>
                Show all
              </button>
            </div>
          ) : null}
        </>
      ) : null}
      {staging ? (
        <Suspense fallback={null}>
          <Staging ids={staging} onClose={() => setStaging(null)} />
        </Suspense>
      ) : null}
      {exporting ? (
        <Suspense fallback={null}>
          <Exporting ids={exporting} onClose={() => setExporting(null)} />
        </Suspense>
      ) : null}
    </div>
  )
}

function Staging({ ids, onClose }: { readonly ids: readonly string[]; readonly onClose: () => void }) {
  const client = useClient()
  const photos = useStudio(useShallow((state) => ids.map((id) => state.photos.get(id)).filter((photo) => photo !== undefined)))
  const all = useStudio(useShallow((state) => state.ids.map((id) => state.photos.get(id)).filter((photo) => photo !== undefined)))
  if (photos.length === 0) return null
  const staged = (text: string, back: () => Promise<void>) => {
    onClose()
    say({ tone: 'plain', text, action: { label: 'Undo', run: () => void attempt(back()) } })
  }
  return <StageDialog client={client} photos={photos} all={all} onClose={onClose} onStaged={staged} />
}

function Exporting({ ids, onClose }: { readonly ids: readonly string[]; readonly onClose: () => void }) {
  const client = useClient()
  const project = useStudio((state) => state.project)
  const photos = useStudio(useShallow((state) => ids.map((id) => state.photos.get(id)).filter((photo) => photo !== undefined)))
  if (!project) return null
  return <ExportPanel client={client} project={project} photos={photos} onClose={onClose} />
}
