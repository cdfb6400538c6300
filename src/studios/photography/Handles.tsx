import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react'
import type { Spot } from '../../core/scene/horizon'
import { wayOf } from './floor'

/** A point over a picture that a hand can move. */
export interface Handle {
  readonly id: string
  readonly name: string
  /** Px of the picture. */
  readonly at: Spot
}

interface HandlesProps {
  readonly label: string
  /** Of the picture below, px: what handles are measured in. */
  readonly size: { readonly width: number; readonly height: number }
  /** Picture px per CSS px. */
  readonly unit: number
  readonly handles: readonly Handle[]
  readonly disabled?: boolean
  /** A hand or a key moves one. */
  onMove(handle: string, to: Spot): void
  /** The gesture has ended. */
  onEnd?(): void
  /** What the handles hold, in SVG. */
  readonly children?: ReactNode
}

const share = (part: number, whole: number) => `${((part / whole) * 100).toFixed(1)} %`

/**
 * Points over a picture that are dragged, or moved with the arrow keys by 1 % of its longer side (Shift 5 %, Alt 0.1 %). Escape puts back what
 * is in hand.
 */
export function Handles({ label, size, unit, handles, disabled = false, onMove, onEnd, children }: HandlesProps) {
  const svg = useRef<SVGSVGElement>(null)
  const [held, setHeld] = useState<{ readonly handle: Handle; readonly grip: Spot; readonly pointer: number } | null>(null)
  const keyed = useRef(false)
  const thousandth = Math.max(size.width, size.height) / 1000

  const spot = (event: PointerEvent): Spot => {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.current?.getScreenCTM()?.inverse())
    return { x: point.x, y: point.y }
  }
  const down = (handle: Handle) => (event: PointerEvent<SVGGElement>) => {
    if (event.button !== 0 || disabled) return
    event.stopPropagation()
    const at = spot(event)
    event.currentTarget.setPointerCapture(event.pointerId)
    setHeld({ handle, grip: { x: at.x - handle.at.x, y: at.y - handle.at.y }, pointer: event.pointerId })
  }
  const move = (event: PointerEvent) => {
    if (held?.pointer !== event.pointerId) return
    const at = spot(event)
    onMove(held.handle.id, { x: at.x - held.grip.x, y: at.y - held.grip.y })
  }
  const up = (event: PointerEvent) => {
    if (held?.pointer !== event.pointerId) return
    if (event.type !== 'pointerup') onMove(held.handle.id, held.handle.at)
    setHeld(null)
    onEnd?.()
  }
  const press = (handle: Handle) => (event: KeyboardEvent) => {
    if (event.key === 'Escape' && held) {
      event.preventDefault()
      event.stopPropagation()
      onMove(held.handle.id, held.handle.at)
      setHeld(null)
      return onEnd?.()
    }
    const way = wayOf(event)
    if (!way || disabled) return
    event.preventDefault()
    event.stopPropagation()
    keyed.current = true
    onMove(handle.id, { x: handle.at.x + way.x * thousandth, y: handle.at.y + way.z * thousandth })
  }
  const release = () => {
    if (!keyed.current) return
    keyed.current = false
    onEnd?.()
  }

  return (
    <svg
      ref={svg}
      className="handles"
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="application"
      data-arrows
      aria-label={label}
      aria-roledescription="points over a picture"
    >
      {children}
      {handles.map((handle) => (
        // biome-ignore lint/a11y/useSemanticElements: no HTML button goes into an SVG
        <g
          key={handle.id}
          className="handle"
          role="button"
          tabIndex={disabled ? -1 : 0}
          aria-label={`${handle.name}: ${share(handle.at.x, size.width)} from the left, ${share(handle.at.y, size.height)} from the top`}
          aria-disabled={disabled}
          data-held={held?.handle.id === handle.id ? '' : undefined}
          transform={`translate(${handle.at.x} ${handle.at.y}) scale(${unit})`}
          onPointerDown={down(handle)}
          onPointerMove={move}
          onPointerUp={up}
          onPointerCancel={up}
          onKeyDown={press(handle)}
          onKeyUp={release}
          onBlur={release}
        >
          <title>{handle.name}</title>
          <circle className="handle-grip" r={16} />
          <circle className="handle-ring" r={7} />
          <circle className="handle-dot" r={1.5} />
        </g>
      ))}
    </svg>
  )
}
