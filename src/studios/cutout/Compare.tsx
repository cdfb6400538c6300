import type { CSSProperties } from 'react'
import './compare.css'

interface CompareProps {
  /** Where the divider stands, 0 (all cutout) to 1 (all original) between `from` and `to`. */
  readonly at: number
  /** The visible part of the photo on the stage, CSS px. */
  readonly from: number
  readonly to: number
  /** Top of the photo's visible part. */
  readonly top: number
  onMove(at: number): void
}

/** Steps of the native range: fine under the pointer, 2 % with an arrow key. */
const WHOLE = 1000
const ARROW = 20

/** The divider between before (left) and after (right): a native slider whose thumb is the line. */
export function Compare({ at, from, to, top, onMove }: CompareProps) {
  const share = Math.round(at * 100)
  return (
    <div className="compare" style={{ left: from, width: to - from, '--at': at, '--top': `${top}px` } as CSSProperties}>
      <span className="compare-line" aria-hidden />
      <span className="compare-word compare-word--before" aria-hidden>
        Before
      </span>
      <span className="compare-word compare-word--after" aria-hidden>
        After
      </span>
      <input
        type="range"
        className="compare-input"
        aria-label="Compare before and after"
        aria-valuetext={`Original on the left ${share} %, cutout on the right ${100 - share} %`}
        min={0}
        max={WHOLE}
        value={Math.round(at * WHOLE)}
        onChange={(event) => onMove(Number(event.target.value) / WHOLE)}
        onKeyDown={(event) => {
          const way = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key]
          if (!way || event.ctrlKey || event.metaKey || event.altKey) return
          event.preventDefault()
          onMove(Math.min(1, Math.max(0, at + (way * (event.shiftKey ? 5 * ARROW : ARROW)) / WHOLE)))
        }}
      />
    </div>
  )
}
