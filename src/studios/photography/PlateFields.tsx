import { ImageUp } from 'lucide-react'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import type { Client } from '../../core/client'
import { type Fault, faultOf } from '../../core/fault'
import type { Photo } from '../../core/project'
import { onPlate } from '../../core/scene/plate'
import { FaultNote } from '../../ui/FaultNote'
import { FileField } from '../../ui/FileField'
import type { Desk } from './desk'
import { plain } from './edits'
import { PlateFit } from './PlateFit'
import type { Tracing } from './useTracing'

interface PlateFieldsProps {
  readonly client: Client
  readonly desk: Desk
  readonly photo: Photo
  readonly tracing: Tracing
  /** A photo has become the backdrop. */
  onTaken(): void
}

/** A photo of the seller's as backdrop: chosen, dropped or pasted; then fitted to the set. */
export function PlateFields({ client, desk, photo, tracing, onTaken }: PlateFieldsProps) {
  const { scene } = desk
  const { backdrop } = scene
  const file = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [over, setOver] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const disabled = desk.disabled || busy
  const latest = useRef(desk)
  useEffect(() => {
    latest.current = desk
  })
  const take = (files: readonly File[]) => {
    const [chosen] = files
    if (!chosen || disabled) return
    setFault(null)
    setBusy(true)
    client
      .importPlate(photo.id, chosen)
      .then(
        (plate) => {
          const { scene, commit } = latest.current
          // What takes the shadows is the photo's own ground: matt, and without edges.
          const ground = scene.backdrop.kind === 'plate' ? scene.ground : { material: plain('paper'), size: null }
          commit(onPlate({ ...scene, ground }, plate))
          onTaken()
        },
        (thrown: unknown) => setFault(faultOf(thrown)),
      )
      .finally(() => setBusy(false))
  }
  const hold = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setOver(true)
  }
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button in it does the same by keyboard */}
      <div
        className="plate-choose"
        data-over={over || undefined}
        onDragOver={hold}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          take([...event.dataTransfer.files])
        }}
        onPaste={(event) => {
          const files = [...event.clipboardData.files]
          if (files.length === 0) return
          event.preventDefault()
          take(files)
        }}
      >
        <button type="button" className="button" disabled={disabled} onClick={() => file.current?.click()}>
          <ImageUp size={16} aria-hidden /> {backdrop.kind === 'plate' ? 'Another backdrop photo…' : 'Choose a backdrop photo…'}
        </button>
        <p className="hint" role="status">
          {busy ? 'The photo is being opened…' : 'Or drop one here, or paste it while this button is in focus.'}
        </p>
      </div>
      <FileField ref={file} label="Backdrop photo" accept="image/*,.heic,.heif,.tif,.tiff,.avif,.webp,.bmp" onFiles={take} />
      <FaultNote fault={fault} />
      {backdrop.kind === 'plate' ? <PlateFit desk={desk} plate={backdrop} tracing={tracing} /> : null}
    </>
  )
}
