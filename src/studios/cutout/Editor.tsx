import { Download } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Client } from '../../core/client'
import type { Colour } from '../../core/colour'
import { type Fault, faultOf } from '../../core/fault'
import type { OwnNetwork } from '../../core/network'
import type { Photo, Project } from '../../core/project'
import { EditorHead } from '../../ui/EditorHead'
import { DocPanel, quarter } from './DocPanel'
import '../../ui/editor.css'
import '../../ui/easel/easel.css'
import { ToolOptions } from '../../ui/easel/ToolOptions'
import { FIRST, type Settings, sized, type ToolId } from '../../ui/easel/tools'
import type { Pen } from '../../ui/easel/usePen'
import { useStage } from '../../ui/easel/useStage'
import { tooLargeForScreen, turned } from '../../ui/easel/view'
import { runShared } from '../../ui/editor-keys'
import { Shortcuts } from '../../ui/Shortcuts'
import { State } from '../../ui/State'
import { saveFile } from '../../ui/save'
import { useDoc } from '../../ui/useDoc'
import { useKeys } from '../../ui/useKeys'
import { FileTells, Looks } from './FileTells'
import { type Command, commandOf, SHORTCUTS } from './keys'
import { MattePanel } from './MattePanel'
import { RepairPanel } from './RepairPanel'
import { Stage } from './Stage'
import { StageBar } from './StageBar'
import { type Ground, groundColour, type Kind, nextGround } from './sight'
import { ToolRail } from './ToolRail'

export interface EditorProps {
  readonly client: Client
  readonly project: Project
  readonly photo: Photo
  /** The photos that previous and next go through, in the order shown. */
  readonly photos: readonly Photo[]
  readonly networks: readonly OwnNetwork[]
  /** Opens another photo, or with null the project again. */
  readonly go: (photo: string | null) => void
  readonly readOnly: boolean
}

const CLOSER = 1.5
const UNKNOWN = { width: 1200, height: 900 }

// What was looked at last is looked at again on the next photo, also when the page lets go of the editor in between.
let lastKind: Kind = 'compare'
let lastGround: Ground = 'checkerboard'
let lastSettings: Settings = FIRST

/** One photo, full screen: before and after, and what the user decides about it. */
export default function Editor({ client, project, photo, photos, networks, go, readOnly }: EditorProps) {
  const [kind, setKind] = useState<Kind>(lastKind)
  const [ground, setGround] = useState<Ground>(lastGround)
  const [wanted, setWanted] = useState<ToolId>('move')
  const [shownBefore, setShownBefore] = useState<Kind | null>(null)
  const [settings, setSettings] = useState<Settings>(lastSettings)
  const pen = useRef<Pen | null>(null)
  const [picking, setPicking] = useState<Colour | null>(null)
  const [help, setHelp] = useState(false)
  const [trouble, setTrouble] = useState<Fault | null>(null)
  const editor = useDoc(client, photo, readOnly)
  const { doc } = editor
  const size = photo.facts ? turned(photo.facts, doc.turn) : UNKNOWN
  const stage = useStage(size, `${photo.id} ${doc.turn}`)

  const done = photo.state.at === 'done'
  // The matte survives a new cutout's making, so the old one stays in sight meanwhile.
  const cut = done || photo.matte !== null
  const shownKind = cut ? kind : 'original'
  const tool = cut && !readOnly ? wanted : 'move'
  const brand = picking ?? project.brand
  const seen = ground === 'backdrop' && doc.backdrop === null ? 'checkerboard' : ground

  const show = (to: Kind) => {
    lastKind = to
    setKind(to)
    setShownBefore(null)
  }
  const layOn = (to: Ground) => {
    lastGround = to
    setGround(to)
  }
  /** A tool shows what it does: where the view would not, the outline is shown until the tool is put away. */
  const take = (to: ToolId) => {
    setWanted(to)
    if (to === 'move') {
      if (shownBefore) show(shownBefore)
    } else if (kind === 'compare' || kind === 'original') {
      setKind('outline')
      setShownBefore(kind)
    }
  }
  const set = (to: Settings) => {
    lastSettings = to
    setSettings(to)
  }
  const run = (command: Command) => {
    switch (command.do) {
      case 'tool':
        return take(command.to)
      case 'size':
        return set(sized(settings, command.by))
      case 'aim':
        return pen.current?.step(command)
      case 'finish':
        return pen.current?.finish()
      case 'stop':
        return pen.current?.stop() || take('move')
      case 'fit':
        return stage.fit()
      case 'zoom':
        return stage.zoomTo(command.to)
      case 'closer':
        return stage.zoomBy(CLOSER)
      case 'farther':
        return stage.zoomBy(1 / CLOSER)
      case 'pan':
        return stage.pan(command)
      case 'view':
        return show(command.to)
      case 'ground':
        return layOn(nextGround(seen, doc.backdrop !== null))
      case 'left':
        return editor.commit({ turn: quarter(doc.turn, 3) })
      case 'right':
        return editor.commit({ turn: quarter(doc.turn, 1) })
      default:
        return runShared(command, { photo, photos, editor, go, help: () => setHelp(true) })
    }
  }
  const space = useKeys(' ', (event, focus) => {
    if (event.key === ' ' && (focus === 'none' || (event.target as HTMLInputElement).type === 'range'))
      // To a tool with a crosshair the space bar means something else.
      return event.repeat || pen.current?.press() ? 'done' : 'held'
    const command = commandOf(event, focus, tool)
    if (command) run(command)
    return command && 'done'
  })
  const told = (thrown: unknown) => setTrouble(faultOf(thrown))
  const fault = trouble ?? editor.fault

  return (
    <article className="editor" aria-label={photo.name} data-space={space || undefined}>
      <EditorHead studio="cutout" photo={photo} photos={photos} editor={editor} go={go} onKeys={() => setHelp(true)} />

      <ToolRail tool={tool} disabled={!cut || readOnly} onTool={take} />
      <div className="editor-view">
        <ToolOptions tool={tool} settings={settings} photo={size} onSettings={set} onClose={() => take('move')} />
        <Stage
          client={client}
          photo={photo}
          doc={doc}
          kind={shownKind}
          ground={groundColour(seen, doc, { brand })}
          size={size}
          stage={stage}
          ready={done}
          tool={tool}
          settings={settings}
          pen={pen}
          onRepair={(repair) => editor.commit({ repairs: [...doc.repairs, repair] })}
        >
          <State client={client} photo={photo} paused={project.paused} readOnly={readOnly} />
        </Stage>
        <StageBar kind={shownKind} cut={cut} ground={seen} doc={doc} project={{ brand }} stage={stage} onKind={show} onGround={layOn} />
      </div>

      <aside className="editor-panel" aria-label="This photo">
        {readOnly ? (
          <p className="banner banner--warn editor-section">Another tab works on this project. Here it can only be looked at.</p>
        ) : null}
        {fault ? (
          <p className="banner banner--fail editor-section" role="alert">
            {fault.sentence} {fault.remedy}
          </p>
        ) : null}
        <Looks photo={photo} doc={doc} />
        <RepairPanel editor={editor} disabled={!cut || readOnly} />
        <DocPanel
          client={client}
          networks={networks}
          photo={photo}
          brand={brand}
          editor={editor}
          readOnly={readOnly}
          onBrandPreview={setPicking}
          onBrandCommit={(colour) => client.changeProject(project.id, { brand: colour }).then(() => setPicking(null), told)}
        />
        <MattePanel client={client} photo={photo} editor={editor} readOnly={readOnly} onTrouble={told} />
        <FileTells photo={photo} />
        {photo.facts && tooLargeForScreen(photo.facts) ? (
          <p className="hint editor-section">Too large to show whole at full size here. Exports use all of it.</p>
        ) : null}
        <div className="editor-section">
          <button
            type="button"
            className="button"
            disabled={photo.file === null}
            onClick={() => void saveFile(photo.name, () => client.original(photo.id)).catch(told)}
          >
            <Download size={16} aria-hidden /> Save original
          </button>
        </div>
      </aside>
      {help ? <Shortcuts list={SHORTCUTS} onClose={() => setHelp(false)} /> : null}
    </article>
  )
}
