import { Clapperboard, Trash2, X } from 'lucide-react'
import { useShallow } from 'zustand/react/shallow'
import { formatCount, formatPlural } from '../ui/format'
import { useStudio } from './store'
import { type Filter, type Sort, tally } from './view'

interface ToolbarProps {
  readonly filter: Filter
  readonly sort: Sort
  readonly chosen: number
  /** Photos that can be staged: those that are cut out, of the chosen ones or of all. */
  readonly stageable: number
  readonly readOnly: boolean
  readonly onFilter: (filter: Filter) => void
  readonly onSort: (sort: Sort) => void
  readonly onAll: () => void
  readonly onNone: () => void
  readonly onRemove: () => void
  readonly onStage: () => void
}

/** Above the list: which photos, in what order; or, when some are chosen, what to do with them. */
export function Toolbar({ filter, sort, chosen, stageable, readOnly, onFilter, onSort, onAll, onNone, onRemove, onStage }: ToolbarProps) {
  const { total, look, failed, cancelled } = useStudio(useShallow((state) => tally(state.photos)))
  const filters: { id: Filter; name: string; count: number }[] = [
    { id: 'all', name: 'All', count: total },
    { id: 'look', name: 'Needs a look', count: look },
    { id: 'failed', name: 'Failed', count: failed + cancelled },
  ]
  const stage = readOnly ? null : (
    <button
      type="button"
      className="button button--small button--quiet"
      title="Put products into a set: light, surface, lens"
      disabled={stageable === 0}
      onClick={onStage}
    >
      <Clapperboard size={15} aria-hidden />
      Stage…
    </button>
  )
  return (
    <div className="toolbar" role="toolbar" aria-label="Photos shown">
      {chosen > 0 ? (
        <div className="row">
          <button
            type="button"
            className="icon-button icon-button--small"
            aria-label="Clear selection"
            title="Clear selection (Esc)"
            onClick={onNone}
          >
            <X size={16} aria-hidden />
          </button>
          <span className="number toolbar__chosen">{formatPlural(chosen, 'photo')} selected</span>
          <button type="button" className="button button--small button--quiet" onClick={onAll}>
            Select all
          </button>
          {stage}
          {readOnly ? null : (
            <button type="button" className="button button--small button--quiet" onClick={onRemove}>
              <Trash2 size={15} aria-hidden />
              Remove
            </button>
          )}
        </div>
      ) : (
        <div className="row">
          <fieldset className="segmented">
            <legend className="visually-hidden">Show</legend>
            {filters.map(({ id, name, count }) => (
              <label key={id}>
                <input type="radio" name="filter" checked={filter === id} onChange={() => onFilter(id)} />
                <span>
                  {name} <span className="number toolbar__count">{formatCount(count)}</span>
                </span>
              </label>
            ))}
          </fieldset>
          {stage}
        </div>
      )}
      <label className="toolbar__sort">
        <span className="hint">Sort by</span>
        <select className="input" autoComplete="off" value={sort} onChange={(event) => onSort(event.currentTarget.value as Sort)}>
          <option value="added">Added</option>
          <option value="name">Name</option>
          <option value="state">State</option>
          <option value="confidence">Confidence</option>
        </select>
      </label>
    </div>
  )
}
