import { memo, useEffect, useRef, useState } from 'react'
import type { Client, PictureKind } from '../../core/client'
import { type Fault, faultOf } from '../../core/fault'
import type { PhotoDoc } from '../../core/project'
import { handOver } from '../bitmap'
import type { Frame } from './view'

export interface PictureProps {
  readonly client: Client
  readonly photo: string
  readonly which: PictureKind
  /** What to show, committed or not. */
  readonly doc: PhotoDoc
  /** Longest side wanted, px. */
  readonly side: number
  /** Differs whenever the picture does. */
  readonly stamp: string
  /** Whether the engine has this picture; until then an older one stays. */
  readonly ready: boolean
  /** The quarter turns to show: until a turned picture arrives, the old one is turned on the screen. */
  readonly turn: PhotoDoc['turn']
  readonly frame: Frame
  readonly sharp: boolean
  readonly label: string
  /** Called with the stamp of the picture that is there now, with null when it goes. */
  onShown(stamp: string | null): void
  onFault(fault: Fault | null): void
}

/** Longest side of the first picture of anything new: it is there within a blink, also while a slider moves. */
const QUICK = 1536
/** When nothing has changed for this long, the picture is made as sharp as the zoom shows it. */
const REST_MS = 350

interface Made {
  readonly stamp: string
  readonly side: number
  readonly turn: PhotoDoc['turn']
}

/**
 * One picture of the engine on a canvas that never reads a pixel: the bitmap is handed over whole. At most one is being
 * made at a time; what is wanted by then is asked for next, so the last wish wins and no queue grows behind a slider.
 */
export const Picture = memo(function Picture(props: PictureProps) {
  const { client, photo, which, doc, side, stamp, ready, turn, frame, sharp, label, onShown, onFault } = props
  const canvas = useRef<HTMLCanvasElement>(null)
  const here = useRef(true)
  const [shown, setShown] = useState<Made | null>(null)
  const [failed, setFailed] = useState<{ stamp: string; fault: Fault } | null>(null)
  const [busy, setBusy] = useState(false)
  const latest = useRef({ stamp, shown })
  useEffect(() => {
    latest.current = { stamp, shown }
  })

  const current = shown?.stamp === stamp
  const idle = !ready || busy || failed?.stamp === stamp || (current && shown.side >= side)
  useEffect(() => {
    if (idle) return
    const ask = current ? side : Math.min(side, QUICK)
    const made: Made = { stamp, side: ask, turn: doc.turn }
    const begin = () => {
      setBusy(true)
      client
        .picture(photo, which, ask, doc)
        .then(
          (bitmap) => {
            const stale = latest.current.stamp !== stamp && latest.current.shown?.stamp === latest.current.stamp
            if (!handOver(bitmap, here.current && !stale ? canvas.current : null)) return
            setShown(made)
            setFailed(null)
            onShown(stamp)
            onFault(null)
          },
          (thrown: unknown) => {
            if (!here.current) return
            const fault = faultOf(thrown)
            setFailed({ stamp, fault })
            if (latest.current.stamp === stamp) onFault(fault)
          },
        )
        .finally(() => here.current && setBusy(false))
    }
    if (!current) return begin()
    const rest = setTimeout(begin, REST_MS)
    return () => clearTimeout(rest)
  }, [client, photo, which, doc, side, stamp, idle, current, onShown, onFault])

  // Undone, what could not be made is no trouble any more.
  useEffect(() => {
    if (current) onFault(null)
  }, [current, onFault])

  // A cutout that failed may succeed when it has been made anew.
  useEffect(() => {
    if (!ready) setFailed(null)
  }, [ready])

  useEffect(() => {
    const element = canvas.current
    here.current = true
    return () => {
      here.current = false
      // Lets go of the pixels at once instead of whenever the element is collected.
      element?.getContext('bitmaprenderer')?.transferFromImageBitmap(null)
      onShown(null)
    }
  }, [onShown])

  const quarter = shown ? (((turn - shown.turn + 4) % 4) as PhotoDoc['turn']) : 0
  const [width, height] = quarter % 2 ? [frame.height, frame.width] : [frame.width, frame.height]
  const empty = failed?.stamp === stamp && failed.fault.code === 'no-product'
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={label}
      className="stage-picture"
      data-which={which}
      data-sharp={sharp || undefined}
      hidden={shown === null || empty}
      style={{
        left: frame.left + (frame.width - width) / 2,
        top: frame.top + (frame.height - height) / 2,
        width,
        height,
        transform: quarter ? `rotate(${quarter * 90}deg)` : undefined,
      }}
    />
  )
})
