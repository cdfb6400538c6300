import { type RefObject, useEffect, useRef, useState } from 'react'
import type { PhotoDoc } from '../../core/project'
import type { Repair } from '../../core/repair'
import { Drawn } from './Drawn'
import { directionOf, type Settings, type ToolId, toolOf } from './tools'
import { type Pen, usePen } from './usePen'
import type { Frame, Place, Size } from './view'

interface ToolLayerProps {
  readonly pen: RefObject<Pen | null>
  readonly tool: ToolId
  /** What the tool does here, where it is not what it is made for. */
  readonly does?: string
  readonly settings: Settings
  readonly frame: Frame
  readonly stage: Size
  readonly turn: PhotoDoc['turn']
  /** Whether the pictures in sight show the document as it is: until then what was drawn stays in sight. */
  readonly fresh: boolean
  onRepair(repair: Repair): void
}

/** Over the pictures: what is being drawn, the ring of the brush, the crosshair of the keyboard. It reads no pixel. */
export function ToolLayer({ pen, tool, does: here, settings, frame, stage, turn, fresh, onRepair }: ToolLayerProps) {
  const layer = useRef<HTMLDivElement>(null)
  const [hover, setHover] = useState<Place | null>(null)
  const [pending, setPending] = useState<readonly Repair[]>([])
  const { drawing, cross, told, aim } = usePen(pen, {
    tool,
    settings,
    frame,
    stage,
    turn,
    onRepair(repair) {
      setPending((was) => [...was, repair])
      onRepair(repair)
    },
  })
  const { title, does, draws } = toolOf(tool)

  useEffect(() => {
    if (fresh && pending.length > 0) setPending([])
  }, [fresh, pending.length])
  useEffect(() => {
    if (tool !== 'move') layer.current?.focus({ preventScroll: true })
  }, [tool])

  if (tool === 'move') return null
  const radius = (settings.size / 2) * Math.max(frame.width, frame.height)
  const at = cross ?? hover
  const to = drawing?.to ?? directionOf(tool, settings, false)
  return (
    <div
      ref={layer}
      className="draw"
      data-draws={draws}
      role="application"
      aria-label={`${title}: arrow keys move the crosshair, Space puts the tool down and lifts it. ${here ?? does}.`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard draws here
      tabIndex={0}
      onPointerMove={(event) => {
        aim(null)
        if (event.pointerType === 'touch') return
        const box = event.currentTarget.getBoundingClientRect()
        const place = { x: event.clientX - box.left, y: event.clientY - box.top }
        setHover(place)
        if (draws === 'polygon' && event.buttons === 0) pen.current?.move([place], { straight: event.shiftKey, opposite: false })
      }}
      onPointerLeave={() => setHover(null)}
    >
      <svg className="draw-lines" width={stage.width} height={stage.height} aria-hidden="true">
        {pending.map((repair, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they only ever vanish together
          <Drawn key={i} repair={repair} frame={frame} turn={turn} />
        ))}
        {drawing ? <Drawn drawing={drawing} settings={settings} frame={frame} turn={turn} /> : null}
        {at && draws === 'stroke' ? (
          <g className="draw-ring" data-to={to}>
            <circle cx={at.x} cy={at.y} r={Math.max(1.5, radius)} />
            <circle cx={at.x} cy={at.y} r={Math.max(1.5, radius)} />
          </g>
        ) : null}
        {cross ? (
          <path
            className="draw-cross"
            d={`M${cross.x - 14} ${cross.y}h10m8 0h10M${cross.x} ${cross.y - 14}v10m0 8v10`}
            data-testid="crosshair"
          />
        ) : null}
      </svg>
      <p className="visually-hidden" role="status">
        {told}
      </p>
    </div>
  )
}
