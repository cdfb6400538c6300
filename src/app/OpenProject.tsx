import { type ReactNode, useEffect, useState } from 'react'
import { Link } from 'wouter'
import { type Fault, faultOf } from '../core/fault'
import { useClient } from './context'
import { Loading } from './Loading'
import { useStudio } from './store'

/** Opens the project that the address names, and shows `children` once it is open. */
export function OpenProject({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const client = useClient()
  const open = useStudio((state) => state.project?.id === id)
  const [fault, setFault] = useState<Fault | null>(null)
  useEffect(() => {
    setFault(null)
    if (useStudio.getState().project?.id === id) return
    let here = true
    client.openProject(id).catch((thrown) => here && setFault(faultOf(thrown)))
    return () => {
      here = false
    }
  }, [client, id])
  if (open) return children
  if (!fault) return <Loading />
  return (
    <div className="empty-state" role="alert">
      <h1 className="title">This project cannot be opened</h1>
      <p>
        {fault.sentence} {fault.remedy}
      </p>
      <Link href="/" className="button">
        Go to the start
      </Link>
    </div>
  )
}
