import { Eye } from 'lucide-react'
import type { ReactNode } from 'react'

interface SetBarProps {
  /** The button that shows the cutout is pressed, or let go. */
  onCompare(held: boolean): void
  readonly children?: ReactNode
}

/** Under the stage: what is said in words, and the cutout to compare. */
export function SetBar({ onCompare, children }: SetBarProps) {
  return (
    <div className="stage-bar set-bar">
      {children}
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
