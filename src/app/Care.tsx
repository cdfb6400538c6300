import { useState } from 'react'
import type { Project } from '../core/project'
import { CareChoice } from '../ui/CareChoice'
import { useClient } from './context'
import { useStudio } from './store'
import { attempt } from './toasts'

/** How much care the network takes with photos that are added from now on. Single photos are changed in the editor. */
export function Care({ project }: { readonly project: Project }) {
  const client = useClient()
  const networks = useStudio((state) => state.networks)
  // The choice shows at once; the project follows when it is stored.
  const [wish, setWish] = useState<Project['cutout'] | null>(null)
  const choose = (care: Project['cutout']) => {
    setWish(care)
    void attempt(client.changeProject(project.id, { cutout: care })).then((done) => done === null && setWish(null))
  }
  return (
    <div className="care">
      <span className="hint" aria-hidden="true">
        Cutout
      </span>
      <CareChoice
        client={client}
        care={wish ?? project.cutout}
        networks={networks}
        legend="Cutout of photos added from now on"
        note="For photos added from now on."
        onChoose={choose}
      />
    </div>
  )
}
