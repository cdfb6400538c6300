import { useEffect, useState } from 'react'
import type { Client } from '../../core/client'
import type { Photo } from '../../core/project'

/** Address of the small picture of a photo's cutout; null = none yet. */
export function useThumb(client: Client, { id, thumb }: Photo): string | null {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    let here = true
    let made: string | null = null
    if (thumb !== null) {
      client.thumbnail(id).then(
        (blob) => {
          if (!here || !blob) return
          made = URL.createObjectURL(blob)
          setUrl(made)
        },
        () => undefined,
      )
    }
    return () => {
      here = false
      if (made) URL.revokeObjectURL(made)
      setUrl(null)
    }
  }, [client, id, thumb])
  return url
}
