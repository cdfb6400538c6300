import { Download, FolderOpen, Share2 } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Client } from '../../core/client'
import { type Fault, faultOf } from '../../core/fault'
import type { Photo } from '../../core/project'
import type { Scene } from '../../core/scene/document'
import { type Look, lookOf, openLook } from '../../core/scene/looks'
import { FaultNote } from '../../ui/FaultNote'
import { FileField } from '../../ui/FileField'
import { formatPlural } from '../../ui/format'
import { saveFile } from '../../ui/save'
import { TextField } from '../../ui/TextField'
import { shapeOf } from './body'
import type { Desk } from './desk'
import { wearing } from './edits'
import { Section } from './Fields'
import { LookPicker } from './LookPicker'

interface LooksPanelProps {
  readonly client: Client
  readonly desk: Desk
  readonly photo: Photo
  readonly photos: readonly Photo[]
  onScene(scene: Scene): void
}

/** "slate-and-strip", for the name of a file. */
const slug = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '') || 'look'

/** This set for other photos, other sets for this photo, and sets in files. */
export function LooksPanel({ client, desk, photo, photos, onScene }: LooksPanelProps) {
  const { scene, disabled } = desk
  const file = useRef<HTMLInputElement>(null)
  const [title, setTitle] = useState('')
  const [fault, setFault] = useState<Fault | null>(null)
  const [left, setLeft] = useState<readonly string[]>([])
  const [given, setGiven] = useState<readonly Photo[]>([])
  const others = photos.filter(({ id, state }) => id !== photo.id && state.at === 'done')
  const look = (): Look => {
    const name = title || `Look of ${photo.name}`
    return { v: 1, id: slug(name).slice(0, 40), title: name.slice(0, 80), scene: lookOf(scene, shapeOf(photo)) }
  }
  const failed = (thrown: unknown) => setFault(faultOf(thrown))
  const give = () => {
    setFault(null)
    const set = look().scene
    const edits = others.map((other) => ({ id: other.id, doc: { ...other.doc, scene: wearing(set, other.doc.scene, shapeOf(other)) } }))
    client.editPhotos(edits).then(() => setGiven(others), failed)
  }
  const takeBack = () => {
    client.editPhotos(given.map(({ id, doc }) => ({ id, doc }))).then(() => setGiven([]), failed)
  }
  return (
    <>
      <FaultNote fault={fault} />
      <Section
        title="This look"
        hint="Light, lens, surface and props, without the product. Another product is fitted to it and stands on its own contact line."
      >
        <div className="set-fields">
          {given.length > 0 ? (
            <p className="spread" role="status">
              <span>{formatPlural(given.length, 'photo')} staged</span>
              <button type="button" className="button button--small" onClick={takeBack}>
                Take it back
              </button>
            </p>
          ) : (
            <button type="button" className="button" disabled={disabled || others.length === 0} onClick={give}>
              <Share2 size={16} aria-hidden /> Give it to {others.length === 0 ? 'others' : formatPlural(others.length, 'other photo')}
            </button>
          )}
          <TextField
            label="Name of the look"
            value={title}
            placeholder={`Look of ${photo.name}`}
            maxLength={80}
            disabled={false}
            onCommit={setTitle}
          />
          <button
            type="button"
            className="button"
            onClick={() => {
              const made = look()
              saveFile(`${slug(made.title)}.look.json`, () => new Blob([JSON.stringify(made)], { type: 'application/json' })).catch(failed)
            }}
          >
            <Download size={16} aria-hidden /> Save as a file
          </button>
        </div>
      </Section>
      <Section title="Other looks">
        <LookPicker all={photos.filter(({ id }) => id !== photo.id)} chosen={scene} onChoose={onScene} />
        <p className="hint">A look in a file, from another project or another device:</p>
        <FileField
          ref={file}
          label="Open a look"
          accept=".json,application/json"
          onFiles={([chosen]) => {
            setFault(null)
            setLeft([])
            chosen
              ?.text()
              .then((text) => {
                const { look, left } = openLook(text)
                onScene(look.scene)
                setLeft(left)
              })
              .catch(failed)
          }}
        />
        <button type="button" className="button" disabled={disabled} onClick={() => file.current?.click()}>
          <FolderOpen size={16} aria-hidden /> Open a look…
        </button>
        {left.length > 0 ? (
          <p className="hint" role="status">
            Left out, because a look brings no files along: {left.join(', ')}. Add {left.length > 1 ? 'them' : 'it'} from your own disk.
          </p>
        ) : null}
      </Section>
    </>
  )
}
