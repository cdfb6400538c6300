import { useState } from 'react'
import type { Project } from '../core/project'
import { useClient } from './context'
import { attempt } from './toasts'

const CHOICES: { care: Project['cutout']; name: string; says: string }[] = [
  { care: 'fine', name: 'Fine', says: 'The best edges' },
  { care: 'fast', name: 'Fast', says: 'About twice as fast, with simpler edges' },
]

/** How much care the network takes with photos that are added from now on. Single photos are changed in the editor. */
export function Care({ project }: { readonly project: Project }) {
  const client = useClient()
  // The choice shows at once; the project follows when it is stored.
  const [wish, setWish] = useState<Project['cutout'] | null>(null)
  const choose = (care: Project['cutout']) => {
    setWish(care)
    void attempt(client.changeProject(project.id, { cutout: care })).then((done) => done === null && setWish(null))
  }
  return (
    <fieldset className="care">
      <legend className="visually-hidden">Cutout of photos added from now on</legend>
      <span className="hint" aria-hidden="true">
        Cutout
      </span>
      <div className="segmented">
        {CHOICES.map(({ care, name, says }) => (
          <label key={care} title={`${says}. For photos added from now on.`}>
            <input type="radio" name="care" checked={(wish ?? project.cutout) === care} onChange={() => choose(care)} />
            <span>{name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
