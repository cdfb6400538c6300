import { useRef, useState } from 'react'
import type { Client } from '../../core/client'
import { type Fault, faultOf } from '../../core/fault'
import type { Photo } from '../../core/project'
import { FaultNote } from '../../ui/FaultNote'
import { FileField } from '../../ui/FileField'

interface DepthFieldProps {
  readonly client: Client
  /** The one that the product comes from. */
  readonly photo: Photo
  /** There is one already. */
  readonly there: boolean
  readonly disabled: boolean
  onMap(map: string): void
}

/** The seller's own depth map for a product's body. */
export function DepthField({ client, photo, there, disabled, onMap }: DepthFieldProps) {
  const file = useRef<HTMLInputElement>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const bring = ([chosen]: readonly File[]) => {
    if (!chosen) return
    setFault(null)
    client.importDepths(photo.id, chosen).then(onMap, (thrown: unknown) => setFault(faultOf(thrown)))
  }
  return (
    <>
      <FileField ref={file} label="Depth map" accept="image/*" onFiles={bring} />
      <button
        type="button"
        className="button button--small set-start"
        disabled={disabled}
        title="A grey picture in the shape of the whole photo: light is near"
        onClick={() => file.current?.click()}
      >
        {there ? 'Another depth map…' : 'Use a depth map of your own…'}
      </button>
      <FaultNote fault={fault} />
    </>
  )
}
