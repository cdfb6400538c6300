import { RotateCcw } from 'lucide-react'
import type { Client } from '../core/client'
import type { Photo } from '../core/project'
import { formatMoment, formatShare } from './format'
import { ProgressBar } from './ProgressBar'

interface StateProps {
  readonly client: Client
  readonly photo: Photo
  readonly paused: boolean
  readonly readOnly: boolean
}

/** How far this photo is, on the stage: nothing when it is done. */
export function State({ client, photo, paused, readOnly }: StateProps) {
  const { state } = photo
  if (state.at === 'done') return null
  if (state.at === 'failed') {
    return (
      <div className="stage-note banner banner--fail" role="alert">
        <div className="stage-note-text">
          <strong>{state.fault.sentence}</strong>
          <p>{state.fault.remedy}</p>
        </div>
        {readOnly || !state.fault.retry ? null : (
          <button type="button" className="button button--small" onClick={() => void client.retryPhotos([photo.id])}>
            <RotateCcw size={15} aria-hidden /> Try again
          </button>
        )}
      </div>
    )
  }
  if (state.at === 'exported') {
    return (
      <p className="stage-note card" role="status">
        Exported, and its original deleted on {formatMoment(state.on)}. Add the same file again to go on with it: what you decided about it
        is still here.
      </p>
    )
  }
  if (state.at === 'working') {
    return (
      <div className="stage-note card" role="status">
        <div className="spread">
          <span>{state.doing}</span>
          <span className="number">{formatShare(state.share)}</span>
        </div>
        <ProgressBar label={state.doing} share={state.share} />
      </div>
    )
  }
  return (
    <p className="stage-note card" role="status">
      {state.at === 'adding' ? 'The photo is being stored.' : paused ? 'Waits: the batch is paused.' : 'Waits for its turn in the batch.'}
    </p>
  )
}
