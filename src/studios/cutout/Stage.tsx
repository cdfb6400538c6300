import { type ReactNode, useMemo, useState } from 'react'
import type { Client } from '../../core/client'
import type { Fault } from '../../core/fault'
import type { Colour, Photo, PhotoDoc } from '../../core/project'
import { Compare } from './Compare'
import { hexOf } from './colour'
import { Picture, type Which } from './Picture'
import type { Kind } from './sight'
import { useGestures } from './useGestures'
import type { StageControl } from './useStage'
import { type Size, sideFor } from './view'

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
  readonly children: ReactNode
}

/** Device px per photo px from which single px are drawn as squares. */
const SQUARES = 2

/** The photo, zoomed and panned, before on the left and after on the right of a divider. */
export function Stage({ client, photo, doc, kind, ground, size, stage, ready, children }: StageProps) {
  const [at, setAt] = useState(0.5)
  const [there, setThere] = useState<Partial<Record<Which, boolean>>>({})
  const [faults, setFaults] = useState<Partial<Record<Which, Fault>>>({})
  useGestures(stage)

  const { frame, size: box, zoom, density } = stage
  const side = sideFor(zoom, size)
  const hear = useMemo(() => {
    const of = (which: Which) => ({
      shown: (shown: boolean) => setThere((was) => (Boolean(was[which]) === shown ? was : { ...was, [which]: shown })),
      fault: (fault: Fault | null) => setFaults((was) => (fault === null && !was[which] ? was : { ...was, [which]: fault ?? undefined })),
    })
    return { original: of('original'), cutout: of('cutout'), alpha: of('alpha') }
  }, [])

  const picture = (which: Which) => (
    <Picture
      key={`${photo.id} ${which}`}
      client={client}
      photo={photo.id}
      which={which}
      side={side}
      ready={which === 'original' || ready}
      stamp={
        which === 'original' ? `${photo.file} ${photo.doc.turn}` : `${photo.file} ${photo.thumb} ${photo.doc.turn} ${photo.doc.cutout}`
      }
      made={photo.doc.turn}
      turn={doc.turn}
      frame={frame}
      sharp={zoom >= SQUARES}
      label={
        which === 'original'
          ? `Original of ${photo.name}`
          : which === 'cutout'
            ? `Cutout of ${photo.name}`
            : `Alpha of ${photo.name}: white is kept, black is not`
      }
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
  const before = kind === 'original' || kind === 'compare'
  const after = kind === 'cutout' || kind === 'compare'
  // While a photo is cut out anew the old cutout stays in sight.
  const split = ready || Boolean(there.cutout)
  const fault = faults[kind === 'compare' ? 'cutout' : kind] ?? (before ? faults.original : undefined)

  return (
    <div className="stage mat" ref={stage.element} data-movable={!stage.fitted || undefined}>
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
      {kind === 'compare' && split && to > from ? (
        <Compare
          at={at}
          from={from}
          to={to}
          top={Math.max(0, frame.top)}
          onMove={(to) => stage.element.current?.dataset.pinched === undefined && setAt(to)}
        />
      ) : null}
      {!there[kind === 'compare' ? 'original' : kind] && (ready || before) && !fault ? (
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
