import { Cpu } from 'lucide-react'
import { lazy, Suspense, useId, useState } from 'react'
import type { Client } from '../core/client'
import type { OwnNetwork } from '../core/network'
import { isOwn } from '../core/own'
import type { Care } from '../core/project'

const OwnNetworks = lazy(() => import('./OwnNetworks'))

const CHOICES: readonly { readonly care: Care; readonly name: string; readonly says: string }[] = [
  {
    care: 'best',
    name: 'Best',
    says: 'Up to three looks: the whole photo, from farther or nearer, and mirrored. Takes two to three times as long',
  },
  { care: 'fine', name: 'Fine', says: 'One look at full size' },
  { care: 'fast', name: 'Fast', says: 'One look at a smaller size, about twice as fast' },
]

interface CareChoiceProps {
  readonly client: Client
  readonly care: Care
  readonly networks: readonly OwnNetwork[]
  /** Said after what a choice does, e.g. that it is for photos added from now on. */
  readonly note?: string
  readonly disabled?: boolean
  /** Id of the element that names the choice; without it the legend does. */
  readonly labelledBy?: string
  readonly legend: string
  onChoose(care: Care): void
}

/** Which network cuts out, and with how much care: best, fine, fast, or one that the seller brought. */
export function CareChoice({ client, care, networks, note = '', disabled, labelledBy, legend, onChoose }: CareChoiceProps) {
  const name = useId()
  const [open, setOpen] = useState(false)
  const own = isOwn(care)
  const known = networks.some(({ id }) => id === care)
  const first = networks[0]?.id
  const title = networks.find(({ id }) => id === care)?.title ?? 'A network that was removed'
  return (
    <fieldset className="row care-choice" disabled={disabled} aria-labelledby={labelledBy}>
      {labelledBy ? null : <legend className="visually-hidden">{legend}</legend>}
      <div className="segmented">
        {CHOICES.map((choice) => (
          <label key={choice.care} title={`${choice.says}. ${note}`}>
            <input type="radio" name={name} checked={care === choice.care} onChange={() => onChoose(choice.care)} />
            <span>{choice.name}</span>
          </label>
        ))}
        {own || first ? (
          <label title={own ? title : 'Your own network'}>
            <input type="radio" name={name} checked={own} onChange={() => first && onChoose(first)} />
            <span>Own</span>
          </label>
        ) : null}
      </div>
      {own && (networks.length > 1 || !known) ? (
        <select
          className="input care-network"
          aria-label="Which of your own networks"
          value={care}
          onChange={(event) => onChoose(event.currentTarget.value as Care)}
        >
          {known ? null : <option value={care}>{title}</option>}
          {networks.map((network) => (
            <option key={network.id} value={network.id}>
              {network.title}
            </option>
          ))}
        </select>
      ) : null}
      <button
        type="button"
        className="icon-button icon-button--small"
        aria-label="Your own network…"
        title="Your own network…"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Cpu size={16} aria-hidden />
      </button>
      {open ? (
        <Suspense fallback={null}>
          <OwnNetworks client={client} networks={networks} onAdded={(id) => onChoose(id)} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </fieldset>
  )
}
