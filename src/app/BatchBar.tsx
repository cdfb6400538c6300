import { Pause, Play, RotateCcw, X } from 'lucide-react'
import { useShallow } from 'zustand/react/shallow'
import { formatCount, formatLeft } from '../ui/format'
import { ProgressBar } from '../ui/ProgressBar'
import { useClient } from './context'
import { useStudio } from './store'
import { attempt } from './toasts'
import { tally } from './view'

/** How far the batch is, how long it will take, and the buttons that hold it. */
export function BatchBar({ project, readOnly }: { readonly project: string; readonly readOnly: boolean }) {
  const client = useClient()
  const batch = useStudio((state) => (state.batch?.project === project ? state.batch : null))
  const paused = useStudio((state) => state.batch?.project === project && state.batch.paused)
  const { total, done, look, failed, cancelled, worked } = useStudio(useShallow((state) => tally(state.photos)))
  if (total === 0) return null
  const open = total - done - failed - cancelled
  const ended = open === 0

  const retryAll = () => {
    const again = [...useStudio.getState().photos.values()].filter((photo) => photo.state.at === 'failed' && photo.state.fault.retry)
    void attempt(client.retryPhotos(again.map((photo) => photo.id)))
  }
  const end = [
    `${formatCount(done)} done`,
    look > 0 ? `${formatCount(look)} ${look === 1 ? 'needs' : 'need'} a look` : '',
    failed > 0 ? `${formatCount(failed)} failed` : '',
    cancelled > 0 ? `${formatCount(cancelled)} cancelled` : '',
  ].filter(Boolean)
  const count = `${formatCount(total - open)} of ${formatCount(total)}`
  const left = paused ? 'paused' : formatLeft(batch?.secondsLeft ?? null)

  return (
    <div className="batch">
      {ended ? null : <ProgressBar label="Batch" share={worked / total} text={count} />}
      <div className="batch__line">
        <p className="batch__count number">{ended ? '' : [count, left].filter(Boolean).join(' · ')}</p>
        <p className="batch__end number" role="status">
          {ended ? end.join(', ') : ''}
        </p>
        {readOnly ? null : (
          <div className="row">
            {ended ? null : paused ? (
              <button type="button" className="button button--small" onClick={() => void attempt(client.resume(project))}>
                <Play size={14} aria-hidden />
                Resume
              </button>
            ) : (
              <button type="button" className="button button--small" onClick={() => void attempt(client.pause(project))}>
                <Pause size={14} aria-hidden />
                Pause
              </button>
            )}
            {ended ? null : (
              <button type="button" className="button button--small button--quiet" onClick={() => void attempt(client.cancel(project))}>
                <X size={14} aria-hidden />
                Cancel
              </button>
            )}
            {ended && (failed > 0 || cancelled > 0) ? (
              <button type="button" className="button button--small" onClick={retryAll}>
                <RotateCcw size={14} aria-hidden />
                {cancelled > 0 ? 'Go on' : 'Try all again'}
              </button>
            ) : null}
          </div>
        )}
      </div>
    </div>
  )
}
