import { Pipette } from 'lucide-react'
import { useState } from 'react'
import type { Client } from '../../core/client'
import { type Fault, faultOf } from '../../core/fault'
import type { Photo } from '../../core/project'
import type { Illuminant } from '../../core/scene/balance'
import { FaultNote } from '../../ui/FaultNote'
import { PhotoDialog } from './PhotoDialog'

interface NeutralPickerProps {
  readonly client: Client
  readonly photo: Photo
  readonly disabled: boolean
  onPick(light: Illuminant): void
}

/** Points at something grey in the photo: its colour is that of the light. */
export function NeutralPicker({ client, photo, disabled, onPick }: NeutralPickerProps) {
  const [open, setOpen] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  return (
    <>
      <button
        type="button"
        className="button button--small set-start"
        disabled={disabled}
        onClick={() => {
          setFault(null)
          setOpen(true)
        }}
      >
        <Pipette size={14} aria-hidden /> Pick something grey…
      </button>
      {open ? (
        <PhotoDialog
          client={client}
          photo={photo}
          which="original"
          title="Pick something grey"
          hint="Click on white paper in shadow, grey card or metal: the photo’s white balance is set so that it comes out without a colour. Exposure stays."
          tool="choose"
          does="Reads the colour of the light from what is there"
          marks={[]}
          onRepair={(repair) => {
            if (repair.act !== 'choose') return
            client.illuminant(photo.id, repair.at).then(
              (light) => {
                setOpen(false)
                onPick(light)
              },
              (thrown: unknown) => setFault(faultOf(thrown)),
            )
          }}
          onClose={() => setOpen(false)}
          foot={
            <button type="button" className="button" onClick={() => setOpen(false)}>
              Cancel
            </button>
          }
        >
          <FaultNote fault={fault} />
        </PhotoDialog>
      ) : null}
    </>
  )
}
