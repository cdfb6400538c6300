import { memo, useEffect, useRef, useState } from 'react'
import type { Client } from '../../core/client'
import { type Fault, faultOf } from '../../core/fault'
import type { PhotoDoc } from '../../core/project'
import type { Frame } from './view'

export type Which = 'original' | 'cutout' | 'alpha'

export interface PictureProps {
  readonly client: Client
  readonly photo: string
  readonly which: Which
  /** Longest side wanted, px. */
  readonly side: number
  /** Changes whenever the engine's picture does. */
  readonly stamp: string
  /** Whether the engine has this picture; until then an older one stays. */
  readonly ready: boolean
  /** The quarter turns in the engine's picture, and those to show. */
  readonly made: PhotoDoc['turn']
  readonly turn: PhotoDoc['turn']
  readonly frame: Frame
  readonly sharp: boolean
  readonly label: string
  /** Called with true when the first picture is there, with false when it goes. */
  onShown(shown: boolean): void
  onFault(fault: Fault | null): void
}

/**
 * One picture of the engine on a canvas that never reads a pixel: the bitmap is handed over whole. A larger picture replaces a
 * smaller one when it arrives; until a turned one arrives, the old one is shown turned.
 */
export const Picture = memo(function Picture({
  client,
  photo,
  which,
  side,
  stamp,
  ready,
  made,
  turn,
  frame,
  sharp,
  label,
  onShown,
  onFault,
}: PictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [shown, setShown] = useState<{ key: string; side: number; turn: PhotoDoc['turn'] } | null>(null)
  const key = `${photo} ${stamp}`
  const enough = !ready || (shown?.key === key && shown.side >= side)

  useEffect(() => {
    if (enough) return
    let wanted = true
    client.picture(photo, which, side).then(
      (bitmap) => {
        const context = wanted ? canvas.current?.getContext('bitmaprenderer') : null
        if (!context || !canvas.current) return bitmap.close()
        canvas.current.width = bitmap.width
        canvas.current.height = bitmap.height
        context.transferFromImageBitmap(bitmap)
        setShown({ key, side, turn: made })
        onShown(true)
        onFault(null)
      },
      (thrown: unknown) => {
        if (wanted) onFault(faultOf(thrown))
      },
    )
    return () => {
      wanted = false
    }
  }, [client, photo, which, side, key, made, enough, onShown, onFault])

  useEffect(() => {
    const element = canvas.current
    return () => {
      // Lets go of the pixels at once instead of whenever the element is collected.
      element?.getContext('bitmaprenderer')?.transferFromImageBitmap(null)
      onShown(false)
    }
  }, [onShown])

  const quarter = shown ? (((turn - shown.turn + 4) % 4) as PhotoDoc['turn']) : 0
  const [width, height] = quarter % 2 ? [frame.height, frame.width] : [frame.width, frame.height]
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={label}
      className="stage-picture"
      data-which={which}
      data-sharp={sharp || undefined}
      hidden={shown === null}
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
