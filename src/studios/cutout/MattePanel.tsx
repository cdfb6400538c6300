import { ImageUp, Undo2 } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Client } from '../../core/client'
import type { Photo } from '../../core/project'
import { FileField } from '../../ui/FileField'
import { saveFile } from '../../ui/save'
import type { DocEditor } from '../../ui/useDoc'

interface MattePanelProps {
  readonly client: Client
  readonly photo: Photo
  readonly editor: DocEditor
  readonly readOnly: boolean
  /** Something was thrown by the engine. */
  onTrouble(thrown: unknown): void
}

/** Mattes from elsewhere, and this one for elsewhere. */
export function MattePanel({ client, photo, editor, readOnly, onTrouble }: MattePanelProps) {
  const file = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const during = (work: Promise<unknown>) => {
    setBusy(true)
    void work.catch(onTrouble).finally(() => setBusy(false))
  }
  const take = (chosen: File) => during(client.importMatte(photo.id, chosen).then(({ matte }) => editor.commit({ matte })))
  const save = () => during(client.exportMatte(photo.id).then((png) => saveFile(png, `${photo.name.replace(/\.[^.]+$/, '')}-alpha.png`)))
  return (
    <section className="editor-section" aria-labelledby="matte">
      <h2 id="matte" className="editor-heading">
        Matte
      </h2>
      <p className="hint editor-said">
        {editor.doc.matte
          ? 'This photo uses a matte of your own. Repairs go on top of it.'
          : 'White or opaque is the product. A matte from another program must have this photo’s shape.'}
      </p>
      <div className="row">
        <button type="button" className="button" disabled={readOnly || busy || photo.file === null} onClick={() => file.current?.click()}>
          <ImageUp size={16} aria-hidden /> Use my own matte…
        </button>
        {editor.doc.matte ? (
          <button type="button" className="button" disabled={readOnly} onClick={() => editor.commit({ matte: null })}>
            <Undo2 size={16} aria-hidden /> Back to the network’s matte
          </button>
        ) : null}
        <button type="button" className="button" disabled={busy || photo.state.at !== 'done'} onClick={save}>
          Save alpha as PNG
        </button>
      </div>
      <FileField ref={file} label="Matte file" accept="image/*" onFiles={([chosen]) => chosen && take(chosen)} />
    </section>
  )
}
