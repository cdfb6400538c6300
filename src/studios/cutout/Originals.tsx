import { Trash2 } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import type { Client } from '../../core/client'
import { type Fault, faultOf } from '../../core/fault'
import { FaultNote } from '../../ui/FaultNote'
import { formatBytes, formatPlural } from '../../ui/format'

interface OriginalsProps {
  readonly client: Client
  /** Photos that were exported whole. */
  readonly photos: readonly string[]
  /** Their files are known to lie where they were to go. */
  readonly sure: boolean
}

/** The end of the originals, in a project that keeps them only until they are exported. After a download it waits for a word. */
export function Originals({ client, photos, sure }: OriginalsProps) {
  const [gone, setGone] = useState<{ readonly photos: number; readonly bytes: number } | 'busy' | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const drop = useCallback(() => {
    setGone('busy')
    client.deleteOriginals(photos).then(setGone, (thrown: unknown) => {
      setGone(null)
      setFault(faultOf(thrown))
    })
  }, [client, photos])
  useEffect(() => {
    if (sure) drop()
  }, [sure, drop])
  if (photos.length === 0) return null
  if (fault) return <FaultNote fault={fault} />
  if (gone && gone !== 'busy') {
    return (
      <p className="banner" role="status">
        {formatPlural(gone.photos, 'original')} ({formatBytes(gone.bytes)}) deleted, as this project asks for.
      </p>
    )
  }
  if (sure || gone === 'busy') {
    return (
      <p className="banner" role="status">
        Deleting the originals…
      </p>
    )
  }
  return (
    <div className="banner spread" role="status">
      <span>This project keeps originals only until they are exported. Look whether the zip is there and opens, then:</span>
      <button type="button" className="button button--small button--danger" onClick={drop}>
        <Trash2 size={15} aria-hidden /> Delete {formatPlural(photos.length, 'original')}
      </button>
    </div>
  )
}
