import { useRef } from 'react'
import type { Scene } from '../../core/scene/document'
import type { Spot } from '../../core/scene/horizon'
import { clamp } from '../../core/scene/numbers'
import { horizonIn, onPlate, withHorizon } from '../../core/scene/plate'
import type { Desk } from './desk'
import { type Handle, Handles } from './Handles'
import { MARKS, type Mark, type Tracing } from './useTracing'

interface PlateMarksProps {
  readonly desk: Desk
  readonly tracing: Tracing
  /** Of the picture, CSS px. */
  readonly frame: { readonly width: number; readonly height: number }
}

const NAMES: Record<Mark, string> = { foot: 'Foot, where it stands', top: 'Top', tip: 'Tip of its shadow' }

/** Where along the horizon its handle is: beside what usually stands in the middle. */
const GRIP = 0.12

/** A backdrop photo's horizon, and the marks of what is traced in it, over the picture. */
export function PlateMarks({ desk, tracing, frame }: PlateMarksProps) {
  const { scene } = desk
  const last = useRef<Scene | null>(null)
  const { backdrop, aspect } = scene
  if (backdrop.kind !== 'plate') return null
  const { width, height } = frame
  const y = horizonIn(backdrop, aspect) * height
  const names: readonly Mark[] = tracing.what ? MARKS[tracing.what] : []
  const spot = (mark: Mark): Spot => ({ x: tracing.marks[mark].x * width, y: tracing.marks[mark].y * height })
  const handles: Handle[] = [
    { id: 'horizon', name: 'Horizon', at: { x: GRIP * width, y } },
    ...names.map((mark) => ({ id: mark, name: NAMES[mark], at: spot(mark) })),
  ]
  const move = (id: string, to: Spot) => {
    if (id === 'horizon') {
      last.current = onPlate(scene, withHorizon(backdrop, aspect, to.y / height))
      return desk.preview(last.current)
    }
    tracing.mark(id as Mark, { x: clamp(to.x / width, 0, 1), y: clamp(to.y / height, 0, 1) })
  }
  const end = () => {
    if (last.current) desk.commit(last.current)
    last.current = null
  }
  const line = names.map((mark, i) => `${i === 0 ? 'M' : 'L'}${spot(mark).x} ${spot(mark).y}`).join('')
  // The shadow lies from the foot to its tip, not from the top.
  const drawn =
    tracing.what === 'shadow'
      ? `M${spot('top').x} ${spot('top').y}L${spot('foot').x} ${spot('foot').y}L${spot('tip').x} ${spot('tip').y}`
      : line
  return (
    <Handles label="Aids over the backdrop photo" size={frame} unit={1} handles={handles} onMove={move} onEnd={end}>
      {['handle-line-under', 'handle-line'].map((className) => (
        <g key={className} className={className}>
          <path d={`M0 ${y}H${width}`} />
          {drawn ? <path d={drawn} /> : null}
        </g>
      ))}
      <text className="handle-tag" x={GRIP * width + 16} y={y - 7} aria-hidden>
        Horizon
      </text>
    </Handles>
  )
}
