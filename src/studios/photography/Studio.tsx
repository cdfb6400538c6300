import { useId, useRef, useState } from 'react'
import type { Client } from '../../core/client'
import type { Photo, Project } from '../../core/project'
import { EditorHead } from '../../ui/EditorHead'
import '../../ui/editor.css'
import './studio.css'
import { runShared } from '../../ui/editor-keys'
import { FaultNote } from '../../ui/FaultNote'
import { Shortcuts } from '../../ui/Shortcuts'
import { State } from '../../ui/State'
import { useDoc } from '../../ui/useDoc'
import { useKeys } from '../../ui/useKeys'
import { shapeOf } from './body'
import { duplicated, removed, stepped, wearing } from './edits'
import { type Command, commandOf, compares, SHORTCUTS } from './keys'
import { PanelRail } from './PanelRail'
import { Panels } from './Panels'
import { PlateMarks } from './PlateMarks'
import type { PanelId } from './panels'
import { SetBar } from './SetBar'
import { SetNote } from './SetNote'
import { SetStage } from './SetStage'
import { useDesk } from './useDesk'
import { useTracing } from './useTracing'
import { WordsField } from './WordsField'

interface StudioProps {
  readonly client: Client
  readonly project: Project
  readonly photo: Photo
  /** The photos that previous and next go through, in the order shown. */
  readonly photos: readonly Photo[]
  /** Opens another photo, or with null the project again. */
  readonly go: (photo: string | null) => void
  readonly readOnly: boolean
}

const STEP = 1.12

// The part that was worked in last is opened again on the next photo.
let lastPanel: PanelId = 'scenes'

/** One photo's product in its set: light, lens, surface and props around pixels that stay the seller's own. */
export default function Studio({ client, project, photo, photos, go, readOnly }: StudioProps) {
  const [panel, setPanel] = useState(lastPanel)
  const [help, setHelp] = useState(false)
  const [held, setHeld] = useState(false)
  const controls = useId()
  const words = useRef<HTMLInputElement>(null)
  const editor = useDoc(client, photo, readOnly)
  // The matte survives a new cutout's making, so the set stays in sight meanwhile.
  const ready = photo.state.at === 'done' || photo.matte !== null
  const room = useDesk(editor, photo, photos, readOnly || !ready)
  const { desk, solo, setSolo } = room
  const tracing = useTracing(desk)
  const { scene, chosen } = desk

  const show = (to: PanelId) => {
    lastPanel = to
    setPanel(to)
  }
  const step = (by: number) => {
    if (!desk.disabled) desk.commit(stepped(scene, by))
  }
  const run = (command: Command) => {
    switch (command.do) {
      case 'cutout':
        location.hash = `/project/${project.id}/photo/${photo.id}`
        return
      case 'words':
        return words.current?.focus()
      case 'panel':
        return show(command.to)
      case 'nearer':
        return step(1 / STEP)
      case 'farther':
        return step(STEP)
      case 'solo':
        return chosen?.in === 'lights' && setSolo(solo === chosen.id ? null : chosen.id)
      case 'remove':
        return !desk.disabled && chosen && 'id' in chosen && desk.commit(removed(scene, chosen.in, chosen.id))
      case 'duplicate':
        return (
          !desk.disabled && chosen && 'id' in chosen && chosen.in !== 'products' && desk.commit(duplicated(scene, chosen.in, chosen.id))
        )
      default:
        return runShared(command, { photo, photos, editor, go, help: () => setHelp(true) })
    }
  }
  const heldKey = useKeys('c', (event, focus) => {
    if (compares(event, focus)) return 'held'
    const command = commandOf(event, focus)
    if (command) run(command)
    return command && 'done'
  })
  const comparing = heldKey || held

  return (
    <article className="editor set" aria-label={photo.name}>
      <EditorHead studio="photography" photo={photo} photos={photos} editor={editor} go={go} onKeys={() => setHelp(true)} />
      <PanelRail panel={panel} controls={controls} onPanel={show} />
      <div className="editor-view">
        <SetStage
          key={photo.id}
          client={client}
          photo={photo}
          doc={room.doc}
          desk={desk}
          ready={ready}
          comparing={comparing}
          over={panel === 'surfaces' && !desk.disabled ? (frame) => <PlateMarks desk={desk} tracing={tracing} frame={frame} /> : undefined}
        >
          <SetNote room={room} />
          <State client={client} photo={photo} paused={project.paused} readOnly={readOnly} />
        </SetStage>
        <SetBar onCompare={setHeld}>
          <WordsField key={photo.id} desk={desk} input={words} />
        </SetBar>
      </div>
      <div className="editor-panel set-panel" role="tabpanel" id={controls} aria-label={panel}>
        {readOnly ? (
          <p className="banner banner--warn editor-section">Another tab works on this project. Here it can only be looked at.</p>
        ) : null}
        <FaultNote fault={editor.fault} />
        <Panels
          panel={panel}
          client={client}
          photo={photo}
          photos={photos}
          desk={desk}
          room={room}
          tracing={tracing}
          onScene={(look) => desk.commit(wearing(look, editor.doc.scene, shapeOf(photo)))}
        />
      </div>
      {help ? <Shortcuts list={SHORTCUTS} onClose={() => setHelp(false)} /> : null}
    </article>
  )
}
