import { Eye } from 'lucide-react'
import type { RefObject } from 'react'
import type { Desk } from './desk'
import { nameOf } from './names'
import type { Room } from './useDesk'

interface SetBarProps {
  readonly desk: Desk
  readonly room: Room
  readonly words: RefObject<HTMLInputElement | null>
  /** The button that shows the cutout is pressed, or let go. */
  onCompare(held: boolean): void
}

/** Under the stage: whether the set is kept, what is looked at, and the cutout to compare. */
export function SetBar({ desk, room, onCompare }: SetBarProps) {
  const { solo, staged } = room
  return (
    <div className="stage-bar set-bar">
      {solo ? (
        <p className="row">
          <span>{nameOf(desk.scene, { in: 'lights', id: solo })} alone</span>
          <button type="button" className="button button--small" onClick={() => room.setSolo(null)}>
            All lights
          </button>
        </p>
      ) : staged ? null : (
        <p className="row">
          <span className="hint">A first proposal. It is kept once you choose a scene or change anything.</span>
          <button type="button" className="button button--small" disabled={desk.disabled} onClick={() => desk.commit(desk.scene)}>
            Keep it
          </button>
        </p>
      )}
      <button
        type="button"
        className="button button--quiet set-push"
        title="Hold to see the cutout (C)"
        onPointerDown={() => onCompare(true)}
        onPointerUp={() => onCompare(false)}
        onPointerLeave={() => onCompare(false)}
        onKeyDown={(event) => {
          if (event.key !== ' ' && event.key !== 'Enter') return
          event.preventDefault()
          onCompare(true)
        }}
        onKeyUp={() => onCompare(false)}
        onBlur={() => onCompare(false)}
      >
        <Eye size={16} aria-hidden /> Hold for the cutout
      </button>
    </div>
  )
}
