import { useEffect, useState } from 'react'
import type { Client } from '../../core/client'
import type { Photo } from '../../core/project'
import { boxOf } from './body'

/** A small picture of a cutout. */
export interface Thumb {
  readonly url: string
  /** Its size, px, and what the product fills of it. */
  readonly width: number
  readonly height: number
  readonly box: ReturnType<typeof boxOf>
}

/** The small picture of a photo's cutout; null = none yet. */
export function useThumb(client: Client, photo: Photo): Thumb | null {
  const { id, thumb } = photo
  const [shown, setShown] = useState<{ url: string; width: number; height: number } | null>(null)
  useEffect(() => {
    let here = true
    let url: string | null = null
    const show = async () => {
      const blob = thumb === null ? null : await client.thumbnail(id)
      if (!here || !blob) return
      url = URL.createObjectURL(blob)
      const image = new Image()
      image.src = url
      await image.decode()
      if (here) setShown({ url, width: image.naturalWidth, height: image.naturalHeight })
    }
    // Without it there is a plain shape in its place.
    show().catch(() => undefined)
    return () => {
      here = false
      if (url) URL.revokeObjectURL(url)
      setShown(null)
    }
  }, [client, id, thumb])
  return shown && { ...shown, box: boxOf(photo) }
}
