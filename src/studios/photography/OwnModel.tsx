import { Box } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Client } from '../../core/client'
import { type Fault, faultOf } from '../../core/fault'
import type { Photo } from '../../core/project'
import { MOST } from '../../core/scene/document'
import type { BroughtModel } from '../../core/scene/models'
import { FaultNote } from '../../ui/FaultNote'
import { FileField } from '../../ui/FileField'
import { type Desk, taken } from './desk'
import { fitsSets, withModel } from './edits'
import { Section } from './Fields'
import { formatLength } from './measure'

interface OwnModelProps {
  readonly client: Client
  readonly desk: Desk
  readonly photo: Photo
}

/** Puts a 3D file of the seller's into the set, chosen or dropped here. */
export function OwnModel({ client, desk, photo }: OwnModelProps) {
  const file = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [over, setOver] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const full = desk.scene.props.length >= MOST.props
  const off = desk.disabled || busy || full
  // The scene may have changed while the file was read.
  const now = useRef(desk)
  now.current = desk
  const take = (chosen: File) => {
    setBusy(true)
    setFault(null)
    setSaid(null)
    client
      .importModel(photo.id, chosen)
      .then((model) => {
        const { current } = now
        taken(current, 'props', withModel(current.scene, model))
        setSaid(sayOf(model))
      })
      .catch((thrown: unknown) => setFault(faultOf(thrown)))
      .finally(() => setBusy(false))
  }
  return (
    <Section
      title="Your own 3D file"
      hint="glTF in one file (.glb, or .gltf with everything inside), up to 50 MB. It stays on this device."
    >
      <fieldset
        className="set-drop"
        aria-label="Drop a 3D file here"
        data-over={over ? '' : undefined}
        disabled={off}
        onDragOver={(event) => {
          event.preventDefault()
          event.dataTransfer.dropEffect = off ? 'none' : 'copy'
          setOver(!off)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          const [dropped] = event.dataTransfer.files
          if (dropped && !off) take(dropped)
        }}
      >
        <button type="button" className="button" disabled={off} onClick={() => file.current?.click()}>
          <Box size={16} aria-hidden /> {busy ? 'Reading it…' : 'Add your 3D file…'}
        </button>
        <span className="hint" aria-hidden>
          or drop it here
        </span>
      </fieldset>
      <FileField
        ref={file}
        label="3D file"
        accept=".glb,.gltf,model/gltf-binary,model/gltf+json"
        onFiles={([chosen]) => chosen && take(chosen)}
      />
      <FaultNote fault={fault} />
      {said ? (
        <p className="hint" role="status">
          {said}
        </p>
      ) : null}
    </Section>
  )
}

/** What became of the file, in a few sentences. */
function sayOf({ title, size, triangles, left }: BroughtModel): string {
  const long = `${formatLength(size[0])} × ${formatLength(size[1])} × ${formatLength(size[2])}`
  const count = Math.round(triangles).toLocaleString('en-GB')
  return [
    `“${title}”: ${long}, ${count} triangles.`,
    fitsSets(size) ? '' : 'No set has room for that size, so it was given another: put it right above.',
    left.length > 0 ? `Not shown: the file’s ${left.join(' and ')}.` : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}
