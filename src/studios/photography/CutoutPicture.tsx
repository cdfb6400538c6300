import { useEffect, useRef } from 'react'
import type { Client } from '../../core/client'
import type { PhotoDoc } from '../../core/project'
import { handOver } from '../../ui/bitmap'

interface CutoutPictureProps {
  readonly client: Client
  readonly photo: string
  readonly doc: PhotoDoc
  readonly side: number
  readonly name: string
}

/** The cutout as it is, over the set, while somebody compares. */
export function CutoutPicture({ client, photo, doc, side, name }: CutoutPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    let here = true
    client.picture(photo, 'cutout', side, doc).then(
      (bitmap) => {
        handOver(bitmap, here ? canvas.current : null)
      },
      // What fails here is told by the cutout studio, where it can be mended.
      () => undefined,
    )
    return () => {
      here = false
    }
  }, [client, photo, doc, side])
  return (
    <div className="set-compare checkerboard">
      <canvas ref={canvas} role="img" aria-label={`Cutout of ${name}`} />
    </div>
  )
}
