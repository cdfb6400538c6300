import { Menu } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { Link, Redirect, Route, Router, Switch, useLocation, useRoute } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import type { Client } from '../core/client'
import { Dialog } from '../ui/Dialog'
import { Boundary } from './Boundary'
import { ClientContext, useClient } from './context'
import { sayDeleted } from './deletion'
import { Foot } from './Foot'
import { Loading } from './Loading'
import { Locked } from './Locked'
import { Mark } from './Mark'
import { OpenProject } from './OpenProject'
import { PhotoScreen } from './PhotoScreen'
import { ProjectScreen } from './ProjectScreen'
import { Rail } from './Rail'
import { relock, watchLock } from './relock'
import { Start } from './Start'
import { useStudio } from './store'
import { Toasts } from './Toasts'
import { Update } from './Update'
import { useIdleLock } from './useIdleLock'
import { useLockKey } from './useLockKey'

const Privacy = lazy(() => import('../trust/Privacy'))
const Device = lazy(() => import('../trust/Device'))

function Home() {
  const ready = useStudio((state) => state.ready)
  const projects = useStudio((state) => state.projects)
  const recent = projects.reduce((best, project) => (best && best.opened >= project.opened ? best : project), projects[0])
  if (!ready) return <Loading />
  return recent ? <Redirect to={`/project/${recent.id}`} replace /> : <Start />
}

function PrivacyScreen() {
  const parts = useStudio((state) => state.parts)
  const engine = useStudio((state) => state.engine)
  return <Privacy client={useClient()} parts={parts} engine={engine} />
}

function DeviceScreen() {
  const parts = useStudio((state) => state.parts)
  const engine = useStudio((state) => state.engine)
  const projects = useStudio((state) => state.projects)
  const vault = useStudio((state) => state.vault)
  const client = useClient()
  const lock = () => void relock(client)
  return <Device client={client} parts={parts} engine={engine} projects={projects} vault={vault} deleted={sayDeleted} lock={lock} />
}

function Nowhere() {
  return (
    <div className="empty-state">
      <h1 className="title">There is nothing at this address</h1>
      <Link href="/" className="button">
        Go to the start
      </Link>
    </div>
  )
}

/** The narrow screen's rail: a bar with the sign, and the rail in a dialog. */
function TopBar() {
  const [open, setOpen] = useState(false)
  return (
    <header className="topbar">
      <button type="button" className="icon-button" aria-label="Menu" title="Menu" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Menu size={19} aria-hidden />
      </button>
      <Link href="/" className="rail__brand">
        <Mark size={20} />
        Vitrine
      </Link>
      {open ? (
        <Dialog title="Menu" shape="sheet" onClose={() => setOpen(false)}>
          <Rail onGo={() => setOpen(false)} />
        </Dialog>
      ) : null}
    </header>
  )
}

const TITLES: Record<string, string> = { '/privacy': 'Privacy', '/device': 'This device' }

function Shell() {
  const client = useClient()
  useIdleLock(client)
  useLockKey(client)
  const [place] = useLocation()
  const [atPhoto] = useRoute('/project/:id/photo/:photo/:studio?')
  const main = useRef<HTMLElement>(null)
  const first = useRef(true)
  useEffect(() => {
    const title = TITLES[place]
    if (title) document.title = `${title} · Vitrine`
    // A new screen is announced and read from its beginning; the page's own first focus is left alone.
    if (!first.current) main.current?.focus({ preventScroll: true })
    first.current = false
  }, [place])
  return (
    <div className={atPhoto ? 'shell shell--photo' : 'shell'}>
      <button type="button" className="button button--primary skip" onClick={() => main.current?.focus()}>
        Skip to content
      </button>
      {atPhoto ? null : (
        <>
          <TopBar />
          <div className="shell__rail">
            <Rail />
          </div>
        </>
      )}
      {/* Pages to read have little to focus: there the page itself takes the keyboard, to be scrolled. */}
      <main ref={main} className="shell__main" tabIndex={TITLES[place] ? 0 : -1} id="main">
        <Boundary place={place}>
          <Suspense fallback={<Loading />}>
            <Switch>
              <Route path="/" component={Home} />
              <Route path="/new" component={Start} />
              <Route path="/privacy" component={PrivacyScreen} />
              <Route path="/device" component={DeviceScreen} />
              <Route path="/project/:id/photo/:photo/:studio?">
                {({ id, photo, studio }) => (
                  <OpenProject id={id}>
                    <PhotoScreen photo={photo} studio={studio} />
                  </OpenProject>
                )}
              </Route>
              <Route path="/project/:id">
                {({ id }) => (
                  <OpenProject id={id}>
                    <ProjectScreen key={id} />
                  </OpenProject>
                )}
              </Route>
              <Route component={Nowhere} />
            </Switch>
          </Suspense>
        </Boundary>
      </main>
      <Foot />
      <Toasts />
      <Update />
    </div>
  )
}

/** The lock before the studio, and the studio behind it. */
function Door() {
  const ready = useStudio((state) => state.ready)
  const vault = useStudio((state) => state.vault)
  useEffect(watchLock, [])
  if (ready) return vault && !vault.open ? <Locked vault={vault} /> : <Shell />
  return (
    <main className="locked">
      <Loading />
      <Toasts />
    </main>
  )
}

/** The whole studio over a client whose news the store follows. */
export function App({ client }: { readonly client: Client }) {
  return (
    <ClientContext.Provider value={client}>
      <Router hook={useHashLocation}>
        <Door />
      </Router>
    </ClientContext.Provider>
  )
}
