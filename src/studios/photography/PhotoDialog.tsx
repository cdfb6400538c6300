import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import type { Client } from '../../core/client'
import type { Photo } from '../../core/project'
import type { Repair } from '../../core/repair'
import { Dialog } from '../../ui/Dialog'
import '../../ui/easel/easel.css'
import { Drawn } from '../../ui/easel/Drawn'
import { Picture } from '../../ui/easel/Picture'
import { ToolLayer } from '../../ui/easel/ToolLayer'
import { ToolOptions } from '../../ui/easel/ToolOptions'
import { FIRST, type ToolId } from '../../ui/easel/tools'
import { useGestures } from '../../ui/easel/useGestures'
import type { Pen } from '../../ui/easel/usePen'
import { useStage } from '../../ui/easel/useStage'
import { sideFor, turned } from '../../ui/easel/view'

interface PhotoDialogProps {
  readonly client: Client
  readonly photo: Photo
  readonly which: 'original' | 'cutout'
  readonly title: string
  readonly hint: string
  readonly tool: ToolId
  /** What the tool does here, for who cannot see it. */
  readonly does: string
  /** What was drawn on it before. */
  readonly marks: readonly Repair[]
  /** Beside the hint: what else can be chosen. */
  readonly children?: ReactNode
  readonly foot: ReactNode
  onRepair(repair: Repair): void
  onClose(): void
}

const UNKNOWN = { width: 1, height: 1 }
const nothing = () => undefined
/** CSS px of one press of an arrow key, and with Shift. */
const [STEP, FAR] = [8, 40]
const WAYS: Record<string, readonly [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

/** A photo to be drawn on, with one tool of the easel in hand. */
export function PhotoDialog(props: PhotoDialogProps) {
  const { client, photo, which, title, hint, tool, does, marks, children, foot, onRepair, onClose } = props
  const { turn } = photo.doc
  const [settings, setSettings] = useState({ ...FIRST, size: 0.08, hardness: 0.4 })
  const pen = useRef<Pen | null>(null)
  const size = photo.facts ? turned(photo.facts, turn) : UNKNOWN
  const stage = useStage(size, `${photo.id} ${turn}`)
  useGestures(stage, pen)
  const { frame } = stage

  const press = (event: KeyboardEvent) => {
    const hand = pen.current
    if (!hand || !(event.target instanceof Element) || event.target.getAttribute('role') !== 'application') return
    const way = WAYS[event.key]
    const step = event.shiftKey ? FAR : STEP
    if (way) hand.step({ x: way[0] * step, y: way[1] * step })
    else if (event.key === ' ') hand.press()
    else if (event.key === 'Enter') hand.finish()
    // Escape drops what is being drawn first, and closes after that.
    else if (event.key !== 'Escape' || !hand.stop()) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <Dialog title={title} shape="wide" onClose={onClose} foot={foot}>
      <div className="set-photo">
        <p className="hint">{hint}</p>
        {children}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: keys that bubble from the sheet in it */}
        <div className="set-easel" onKeyDown={press}>
          <ToolOptions tool={tool} settings={settings} photo={size} onSettings={setSettings} />
          <div className="stage mat" ref={stage.element} data-movable={!stage.fitted || undefined} data-tool={tool}>
            <div className="stage-layer">
              <Picture
                client={client}
                photo={photo.id}
                which={which}
                doc={photo.doc}
                side={sideFor(stage.zoom, size)}
                stamp={`${photo.file} ${which} ${turn}`}
                ready
                turn={turn}
                frame={frame}
                sharp={false}
                label={photo.name}
                onShown={nothing}
                onFault={nothing}
              />
            </div>
            <svg className="draw-lines" width={stage.size.width} height={stage.size.height} aria-hidden="true">
              {marks.map((mark, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a stroke has no name but its place
                <Drawn key={i} repair={mark} frame={frame} turn={turn} />
              ))}
            </svg>
            <ToolLayer
              pen={pen}
              tool={tool}
              does={does}
              settings={settings}
              frame={frame}
              stage={stage.size}
              turn={turn}
              fresh
              onRepair={onRepair}
            />
          </div>
        </div>
      </div>
    </Dialog>
  )
}
