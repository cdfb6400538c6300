import { useEffect, useMemo, useRef, useState } from 'react'
import type { Client } from '../../core/client'
import { type Fault, faultOf } from '../../core/fault'
import type { Photo } from '../../core/project'
import { perspectiveOf } from '../../core/scene/horizon'
import { USUAL_LENS } from '../../core/scene/plate'
import { handOver } from '../../ui/bitmap'
import { Dialog } from '../../ui/Dialog'
import { FaultNote } from '../../ui/FaultNote'
import { useBox } from '../../ui/useBox'
import { type Aid, aidsOf, type Drawing, freshAid, handlesOf, redrawn } from './aids'
import { boxOf } from './body'
import { Exact, Switch } from './Fields'
import { Handles } from './Handles'
import { formatTilt } from './measure'

interface MatchDialogProps {
  readonly client: Client
  readonly photo: Photo
  onClose(): void
  /** Degrees that the photo's camera looked down; its lens, mm, where that was found or said. */
  onFound(tilt: number, focal: number | null): void
}

/** Longest side of the photo that is drawn upon, px. */
const SIDE = 1200
/** Aids that differ by more contradict each other, degrees. */
const DISCORD = 3
const AIDS: readonly (readonly [aid: Aid, label: string])[] = [
  ['rim', 'A round rim'],
  ['foot', 'A round foot'],
  ['edges', 'Two upright edges'],
]
const NOTHING: Drawing = { edges: null, rim: null, foot: null }

/** The product's photo with aids drawn over it, from which its camera follows. Nothing is changed before it is taken. */
export function MatchDialog({ client, photo, onClose, onFound }: MatchDialogProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const { element, size: box } = useBox()
  const [size, setSize] = useState<{ readonly width: number; readonly height: number } | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const [drawing, setDrawing] = useState(NOTHING)
  const [lens, setLens] = useState(photo.facts?.focal ?? null)
  useEffect(() => {
    let here = true
    client.picture(photo.id, 'original', SIDE, photo.doc).then(
      (bitmap) => {
        const { width, height } = bitmap
        if (!handOver(bitmap, here ? canvas.current : null)) return
        const ground = { width, height }
        setSize(ground)
        setDrawing({ ...NOTHING, rim: freshAid('rim', ground, boxOf(photo)) })
      },
      (thrown: unknown) => here && setFault(faultOf(thrown)),
    )
    return () => {
      here = false
    }
  }, [client, photo])

  const all = useMemo(() => size && perspectiveOf(aidsOf(drawing), size, lens ?? USUAL_LENS), [drawing, size, lens])
  const found = all && all.discord < DISCORD ? all : null
  const focal = found && (found.focalFound || lens !== null) ? found.focal : null
  const unit = size && box.width > 0 ? size.width / box.width : 1
  const drawn = AIDS.some(([aid]) => drawing[aid])
  return (
    <Dialog
      title="Match the photo"
      shape="wide"
      onClose={onClose}
      foot={
        <>
          <p className="match-says number" role="status">
            {found
              ? `${formatTilt(found.tilt)}${focal === null ? '' : `, ${Math.round(focal)} mm`}`
              : drawn
                ? 'The aids contradict each other: lay them closer, or leave one out.'
                : size || fault
                  ? 'Nothing is drawn yet.'
                  : 'The photo is being opened…'}
          </p>
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button
            type="button"
            className="button button--primary"
            disabled={!found}
            onClick={() => found && onFound(found.tilt, focal === null ? null : Math.round(focal))}
          >
            Use this camera
          </button>
        </>
      }
    >
      <div className="match">
        <FaultNote fault={fault} />
        <div
          className="match-picture"
          ref={element}
          style={size ? { aspectRatio: `${size.width} / ${size.height}`, maxWidth: `${(52 * size.width) / size.height}dvh` } : undefined}
        >
          <canvas ref={canvas} role="img" aria-label={`Photo ${photo.name}`} />
          {size ? (
            <Handles
              label={`Aids over ${photo.name}`}
              size={size}
              unit={unit}
              handles={handlesOf(drawing)}
              onMove={(handle, to) => setDrawing((was) => redrawn(was, handle, to, size))}
            >
              <Lines drawing={drawing} />
            </Handles>
          ) : null}
        </div>
        <div className="match-fields">
          <p className="hint">
            Lay the oval on a rim or a foot that is round in truth, the lines on edges that are upright. Two aids find the lens, too.
          </p>
          {AIDS.map(([aid, label]) => (
            <Switch
              key={aid}
              label={label}
              on={drawing[aid] !== null}
              disabled={!size}
              onChange={() => size && setDrawing((was) => ({ ...was, [aid]: was[aid] ? null : freshAid(aid, size, boxOf(photo)) }))}
            />
          ))}
          <Exact
            label="Lens of the photo, mm"
            value={found?.focalFound ? found.focal : (lens ?? USUAL_LENS)}
            least={14}
            most={400}
            disabled={!size || (found?.focalFound ?? false)}
            hint={found?.focalFound ? 'Found by the aids.' : lensHint(lens, photo)}
            onCommit={setLens}
          />
        </div>
      </div>
    </Dialog>
  )
}

function lensHint(lens: number | null, { facts }: Photo): string {
  return lens !== null && lens === facts?.focal ? 'As the camera noted it.' : 'As on a camera of 36 mm; a phone’s main lens has about 28.'
}

/** Every line twice, dark under light, so that it shows on any product. */
function Lines({ drawing: { edges, rim, foot } }: { readonly drawing: Drawing }) {
  const shapes = (className: string) => (
    <g className={className}>
      {edges?.map(([a, b]) => (
        <path key={`${a.x} ${a.y}`} d={`M${a.x} ${a.y}L${b.x} ${b.y}`} />
      ))}
      {[rim, foot].map((round) =>
        round ? <ellipse key={round.middle.y} cx={round.middle.x} cy={round.middle.y} rx={round.across} ry={round.down} /> : null,
      )}
    </g>
  )
  return (
    <g aria-hidden>
      {shapes('handle-line-under')}
      {shapes('handle-line')}
    </g>
  )
}
