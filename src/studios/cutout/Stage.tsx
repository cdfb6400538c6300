import { type ReactNode, type RefObject, useMemo, useState } from 'react'
import type { Client, PictureKind } from '../../core/client'
import type { Colour } from '../../core/colour'
import { nothingLeft } from '../../core/doc'
import type { Fault } from '../../core/fault'
import type { Photo, PhotoDoc } from '../../core/project'
import type { Repair } from '../../core/repair'
import { hexOf } from '../../ui/colour'
import { Picture } from '../../ui/easel/Picture'
import { ToolLayer } from '../../ui/easel/ToolLayer'
import type { Settings, ToolId } from '../../ui/easel/tools'
import { useGestures } from '../../ui/easel/useGestures'
import type { Pen } from '../../ui/easel/usePen'
import type { StageControl } from '../../ui/easel/useStage'
import { type Size, sideFor } from '../../ui/easel/view'
import { Compare } from './Compare'
import type { Kind } from './sight'

interface StageProps {
  readonly client: Client
  readonly photo: Photo
  readonly doc: PhotoDoc
  readonly kind: Kind
  /** Null = checkerboard. */
  readonly ground: Colour | null
  readonly size: Size
  readonly stage: StageControl
  readonly ready: boolean
  readonly tool: ToolId
  readonly settings: Settings
  readonly pen: RefObject<Pen | null>
  onRepair(repair: Repair): void
  readonly children: ReactNode
}

/** Device px per photo px from which single px are drawn as squares. */
const SQUARES = 2

const LABELS: Record<PictureKind, (name: string) => string> = {
  original: (name) => `Original of ${name}`,
  cutout: (name) => `Cutout of ${name}`,
  alpha: (name) => `Alpha of ${name}: white is kept, black is not`,
  outline: (name) => `Outline of the cutout of ${name}: what is removed lies under a veil`,
}

/** The photo, zoomed and panned, before on the left and after on the right of a divider, under the tool in hand. */
export function Stage({ client, photo, doc, kind, ground, size, stage, ready, tool, settings, pen, onRepair, children }: StageProps) {
  const [at, setAt] = useState(0.5)
  const [there, setThere] = useState<Partial<Record<PictureKind, string>>>({})
  const [faults, setFaults] = useState<Partial<Record<PictureKind, Fault>>>({})
  useGestures(stage, pen)

  const { frame, size: box, zoom, density } = stage
  const side = sideFor(zoom, size)
  // What needs the network, or another frame, shows when the engine has it; all else at once.
  const { cutout, matte, turn } = photo.doc
  const made = useMemo(() => ({ ...doc, cutout, matte, turn }), [doc, cutout, matte, turn])
  const stamps = useMemo(() => {
    const { sku, backdrop, ...asked } = made
    return { original: `${photo.file} ${made.turn}`, cutout: `${photo.file} ${JSON.stringify(asked)}` }
  }, [made, photo.file])
  const hear = useMemo(() => {
    const of = (which: PictureKind) => ({
      shown: (stamp: string | null) =>
        setThere((was) => (was[which] === (stamp ?? undefined) ? was : { ...was, [which]: stamp ?? undefined })),
      fault: (fault: Fault | null) => setFaults((was) => (fault === null && !was[which] ? was : { ...was, [which]: fault ?? undefined })),
    })
    return { original: of('original'), cutout: of('cutout'), alpha: of('alpha'), outline: of('outline') }
  }, [])

  const picture = (which: PictureKind) => (
    <Picture
      key={`${photo.id} ${which}`}
      client={client}
      photo={photo.id}
      which={which}
      doc={made}
      side={side}
      ready={which === 'original' || ready}
      stamp={which === 'original' ? stamps.original : stamps.cutout}
      turn={doc.turn}
      frame={frame}
      sharp={zoom >= SQUARES}
      label={LABELS[which](photo.name)}
      onShown={hear[which].shown}
      onFault={hear[which].fault}
    />
  )

  // The divider travels over the part of the photo that is in sight.
  const from = Math.max(0, frame.left)
  const to = Math.min(box.width, frame.left + frame.width)
  const cut = Math.round((from + at * (to - from)) * density) / density
  const under = { left: frame.left, top: frame.top, width: frame.width, height: frame.height }
  const laidOut = box.width > 0 && box.height > 0
  const before = kind === 'original' || kind === 'compare' || kind === 'outline'
  const after = kind === 'cutout' || kind === 'compare'
  // While a photo is cut out anew the old cutout stays in sight.
  const split = ready || Boolean(there.cutout)
  const main = kind === 'compare' ? 'cutout' : kind
  const fault = emptied(faults[main], doc) ?? (before ? faults.original : undefined)
  const fresh = there[main] === (main === 'original' ? stamps.original : stamps.cutout) || faults[main] !== undefined

  return (
    <div className="stage mat" ref={stage.element} data-movable={!stage.fitted || undefined} data-tool={tool === 'move' ? undefined : tool}>
      {laidOut && before ? <div className="stage-layer">{picture('original')}</div> : null}
      {laidOut && after ? (
        <div
          className="stage-layer"
          style={kind === 'compare' ? { clipPath: `inset(0 0 0 ${cut}px)` } : undefined}
          hidden={!split && kind === 'compare'}
        >
          <div
            className={ground ? 'stage-ground' : 'stage-ground checkerboard'}
            style={{ ...under, background: ground ? hexOf(ground) : undefined }}
          />
          {picture('cutout')}
        </div>
      ) : null}
      {laidOut && kind === 'alpha' ? (
        <div className="stage-layer">
          <div className="stage-ground" style={{ ...under, background: '#000' }} />
          {picture('alpha')}
        </div>
      ) : null}
      {laidOut && kind === 'outline' ? <div className="stage-layer">{picture('outline')}</div> : null}
      {laidOut ? (
        <ToolLayer
          key={photo.id}
          pen={pen}
          tool={tool}
          settings={settings}
          frame={frame}
          stage={box}
          turn={doc.turn}
          fresh={fresh}
          onRepair={onRepair}
        />
      ) : null}
      {kind === 'compare' && split && to > from ? (
        <Compare
          at={at}
          from={from}
          to={to}
          top={Math.max(0, frame.top)}
          onMove={(to) => stage.element.current?.dataset.pinched === undefined && setAt(to)}
        />
      ) : null}
      {!there[before ? 'original' : main] && (ready || before) && !fault ? (
        <p className="stage-wait" role="status">
          <span className="spinner" aria-hidden /> Opening the photo…
        </p>
      ) : null}
      {fault && ready ? (
        <p className="stage-note banner banner--fail" role="alert">
          {fault.sentence} {fault.remedy}
        </p>
      ) : null}
      {children}
    </div>
  )
}

/** Where the repairs left nothing, that is what to say, not how to photograph. */
function emptied(fault: Fault | undefined, doc: PhotoDoc): Fault | undefined {
  return fault?.code === 'no-product' && doc.repairs.length > 0 ? nothingLeft : fault
}
