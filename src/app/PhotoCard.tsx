import { CircleAlert, CircleCheck, ImageIcon, TriangleAlert } from 'lucide-react'
import { memo, useRef } from 'react'
import type { Photo } from '../core/project'
import { Badge } from '../ui/Badge'
import { useStudio } from './store'
import { useThumbnail } from './thumbnails'
import { lookText, statusText } from './view'

interface PhotoCardProps {
  readonly id: string
  readonly project: string
  readonly chosen: boolean
  /** The one card of the list that the Tab key reaches; arrow keys move it. */
  readonly active: boolean
  readonly onPick: (id: string, how: 'toggle' | 'extend') => void
  readonly onRetry: (id: string) => void
}

function Status({ photo, tab, onRetry }: { readonly photo: Photo; readonly tab: number; readonly onRetry: (id: string) => void }) {
  const { state } = photo
  const look = lookText(photo)
  const text = statusText(photo)
  if (state.at !== 'failed') {
    return (
      <div className="photo__status">
        <span className={`photo__state photo__state--${state.at} number`}>{text}</span>
        {look ? (
          <Badge tone="warn">
            <CircleAlert size={13} aria-hidden />
            {look}
          </Badge>
        ) : null}
      </div>
    )
  }
  const cancelled = state.fault.code === 'cancelled'
  return (
    <div className="photo__status">
      <Badge tone={cancelled ? 'quiet' : 'fail'}>{text}</Badge>
      {cancelled ? null : (
        <p className="photo__fault">
          {state.fault.sentence} {state.fault.remedy}
        </p>
      )}
      {state.fault.retry ? (
        <button type="button" className="button button--small" tabIndex={tab} onClick={() => onRetry(photo.id)}>
          Try again
        </button>
      ) : null}
    </div>
  )
}

/** One photo of the list: its picture, name and true state. Renders again only when this photo changes. */
export const PhotoCard = memo(function PhotoCard({ id, project, chosen, active, onPick, onRetry }: PhotoCardProps) {
  const photo = useStudio((state) => state.photos.get(id))
  const card = useRef<HTMLLIElement>(null)
  const url = useThumbnail(card, id, photo?.thumb ?? null)
  if (!photo) return null
  const { state } = photo
  const tab = active ? 0 : -1
  return (
    <li ref={card} className={`photo photo--${state.at}`} aria-label={photo.name} data-photo={id} data-chosen={chosen || undefined}>
      <a
        className={state.at === 'done' ? 'photo__tile checkerboard' : 'photo__tile'}
        href={`#/project/${project}/photo/${id}`}
        tabIndex={tab}
        aria-label={`Open ${photo.name}`}
        draggable={false}
        onClick={(event) => {
          if (!event.shiftKey && !event.ctrlKey && !event.metaKey) return
          event.preventDefault()
          onPick(id, event.shiftKey ? 'extend' : 'toggle')
        }}
      >
        {url ? (
          <img src={url} alt="" decoding="async" draggable={false} />
        ) : state.at === 'failed' && state.fault.code !== 'cancelled' ? (
          <TriangleAlert size={24} strokeWidth={1.5} aria-hidden />
        ) : state.at === 'exported' ? (
          <CircleCheck size={24} strokeWidth={1.25} aria-hidden />
        ) : (
          <ImageIcon size={24} strokeWidth={1.25} aria-hidden />
        )}
        {state.at === 'working' ? (
          <span className="photo__work" aria-hidden="true">
            <span style={{ transform: `scaleX(${Math.max(0.02, Math.min(1, state.share))})` }} />
          </span>
        ) : null}
      </a>
      <label className="checkbox photo__check">
        <input
          type="checkbox"
          aria-label={`Select ${photo.name}`}
          tabIndex={tab}
          checked={chosen}
          onChange={() => undefined}
          onClick={(event) => onPick(id, event.shiftKey ? 'extend' : 'toggle')}
        />
      </label>
      <span className="photo__name clip" title={photo.name}>
        {photo.name}
      </span>
      <Status photo={photo} tab={tab} onRetry={onRetry} />
    </li>
  )
})
