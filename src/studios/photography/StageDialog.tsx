import { useState } from 'react'
import type { Client } from '../../core/client'
import { type Fault, faultOf } from '../../core/fault'
import type { Photo } from '../../core/project'
import type { Scene } from '../../core/scene/document'
import { Dialog } from '../../ui/Dialog'
import { FaultNote } from '../../ui/FaultNote'
import { formatPlural } from '../../ui/format'
import './studio.css'
import { shapeOf } from './body'
import { wearing } from './edits'
import { LookPicker } from './LookPicker'
import { ScenePicker } from './ScenePicker'
import { useThumb } from './useThumb'

interface StageDialogProps {
  readonly client: Client
  /** The photos that are staged; at least one. */
  readonly photos: readonly Photo[]
  /** All of the project, whose sets can be worn by others. */
  readonly all: readonly Photo[]
  onClose(): void
  /** It is done; `back` puts every photo as it was. */
  onStaged(says: string, back: () => Promise<void>): void
}

/** Puts many photos into one set: each keeps its own body, contact line and true size. */
export default function StageDialog({ client, photos, all, onClose, onStaged }: StageDialogProps) {
  const [look, setLook] = useState<Scene | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const [busy, setBusy] = useState(false)
  const thumb = useThumb(client, photos[0] as Photo)
  const worn = photos.some(({ doc }) => doc.scene !== null)
  const count = formatPlural(photos.length, 'photo')

  const put = (says: string, sceneOf: (photo: Photo) => Scene | null) => {
    const before = photos.map(({ id, doc }) => ({ id, doc }))
    setBusy(true)
    client.editPhotos(photos.map((photo) => ({ id: photo.id, doc: { ...photo.doc, scene: sceneOf(photo) } }))).then(
      () => onStaged(says, () => client.editPhotos(before)),
      (thrown: unknown) => {
        setBusy(false)
        setFault(faultOf(thrown))
      },
    )
  }
  return (
    <Dialog
      title={`Stage ${count}`}
      shape="wide"
      onClose={onClose}
      foot={
        <>
          {worn ? (
            <button
              type="button"
              className="button button--quiet set-off"
              disabled={busy}
              onClick={() => put(`${count} taken out of the set`, () => null)}
            >
              Take them out of their sets
            </button>
          ) : null}
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button
            type="button"
            className="button button--primary"
            disabled={busy || look === null}
            onClick={() => look && put(`${count} staged`, (photo) => wearing(look, photo.doc.scene, shapeOf(photo)))}
          >
            Stage {count}
          </button>
        </>
      }
    >
      <div className="stack stage-dialog">
        <FaultNote fault={fault} />
        <p className="hint">
          Every product is placed by its own contact line and fitted to the scene; light, lens and surface are the same for all. Their
          pixels stay as they are.
        </p>
        <LookPicker all={all} chosen={look} onChoose={setLook} />
        <ScenePicker now={look} disabled={busy} thumb={thumb} onChoose={setLook} />
      </div>
    </Dialog>
  )
}
