import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import type { Client } from '../../core/client'
import { type Fault, faultOf } from '../../core/fault'
import type { PhotoDoc } from '../../core/project'
import { handOver } from '../../ui/bitmap'
import { type Asker, asker } from './asking'

interface Wish {
  readonly photo: string
  readonly doc: PhotoDoc
  readonly frame: { readonly width: number; readonly height: number }
}

interface Shown {
  readonly canvas: RefObject<HTMLCanvasElement | null>
  /** 0 to 1 of the way to the finished picture; null = there is none yet. */
  readonly share: number | null
  readonly fault: Fault | null
  again(): void
}

/** The photo's scene on a canvas that never reads a pixel, better and better while nothing changes. `doc` null asks for nothing. */
export function usePicture(client: Client, photo: string, doc: PhotoDoc | null, width: number, height: number): Shown {
  const canvas = useRef<HTMLCanvasElement>(null)
  const asking = useRef<Asker<Wish> | null>(null)
  const [share, setShare] = useState<number | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const wish = useMemo(
    () => (doc && width > 0 && height > 0 ? { photo, doc, frame: { width, height } } : null),
    [photo, doc, width, height],
  )

  useEffect(() => {
    const made = asker<Wish, ImageBitmap>((wish, hear) => client.scenePicture(wish.photo, wish.doc, wish.frame, hear), {
      picture(bitmap, share) {
        if (!handOver(bitmap, canvas.current)) return
        setShare(share)
        setFault(null)
      },
      fault: (thrown) => setFault(faultOf(thrown)),
      stale: (bitmap) => bitmap.close(),
    })
    asking.current = made
    return () => {
      made.stop()
      void client.leaveScene()
      setShare(null)
      setFault(null)
    }
  }, [client])
  useEffect(() => {
    if (wish) asking.current?.ask(wish)
  }, [wish])
  return { canvas, share, fault, again: () => wish && asking.current?.ask(wish) }
}
