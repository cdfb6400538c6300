import { useState } from 'react'
import type { Plate } from '../../core/scene/document'
import { viewOf } from '../../core/scene/geometry'
import { lightFromShadow } from '../../core/scene/horizon'
import { lensHeight } from '../../core/scene/lens'
import { HORIZONS, heightFrom, onPlate, seesPlate, USUAL_LENS } from '../../core/scene/plate'
import type { Desk } from './desk'
import { changed } from './edits'
import { Amount, Choice, Exact, Length } from './Fields'
import { formatLength } from './measure'
import type { Traced, Tracing } from './useTracing'

interface PlateFitProps {
  readonly desk: Desk
  readonly plate: Plate
  readonly tracing: Tracing
}

const TRACED: readonly (readonly [Traced | 'nothing', string])[] = [
  ['nothing', 'Only the horizon'],
  ['height', 'Something of known height'],
  ['distance', 'A spot at a known distance'],
  ['shadow', 'A shadow, for the key light'],
]

/** The set's camera and key light brought together with a backdrop photo: numbers, and marks that are drawn over the picture. */
export function PlateFit({ desk, plate, tracing }: PlateFitProps) {
  const { scene, disabled } = desk
  const fitted = (change: Partial<Plate>) => onPlate(scene, { ...plate, ...change })
  return (
    <>
      <Amount
        desk={desk}
        label="Horizon"
        value={plate.horizon * 100}
        least={HORIZONS.least * 100}
        most={HORIZONS.most * 100}
        step={0.5}
        tell={(share) => (share < 0 ? `${Math.round(-share)} % above the photo` : `${share.toFixed(1)} % from the top`)}
        to={(share) => fitted({ horizon: share / 100 })}
      />
      <Exact
        label="Lens of the photo, mm"
        value={plate.focal ?? USUAL_LENS}
        least={14}
        most={400}
        disabled={disabled}
        hint={plate.focal === null ? 'The photo does not say; a phone’s main lens has about 28.' : 'As on a camera of 36 mm.'}
        onCommit={(focal) => desk.commit(fitted({ focal }))}
      />
      <Length
        desk={desk}
        label="Height of the photo’s camera"
        value={Math.max(1, lensHeight(scene.camera))}
        least={1}
        most={20_000}
        to={(height) => fitted({ height })}
      />
      {plate.height === null ? (
        <p className="hint">By the product’s size in the frame, until a length is known.</p>
      ) : (
        <button type="button" className="button button--small" disabled={disabled} onClick={() => desk.commit(fitted({ height: null }))}>
          Not known: keep the product’s size
        </button>
      )}
      {seesPlate(scene, plate) ? null : (
        <p className="spread" role="status">
          <span className="hint">The camera has left the photo’s view.</span>
          <button type="button" className="button button--small" disabled={disabled} onClick={() => desk.commit(fitted({}))}>
            Back to it
          </button>
        </p>
      )}
      <Choice
        label="Mark over the picture"
        value={tracing.what ?? 'nothing'}
        options={TRACED}
        disabled={disabled}
        onChoose={(what) => tracing.trace(what === 'nothing' ? null : what)}
      />
      {tracing.what === 'shadow' ? <FromShadow desk={desk} tracing={tracing} /> : null}
      {tracing.what === 'height' || tracing.what === 'distance' ? (
        <FromLength desk={desk} plate={plate} tracing={tracing} what={tracing.what} />
      ) : null}
    </>
  )
}

const frameView = ({ scene }: Desk) => viewOf(scene.camera, scene.aspect, scene.aspect, 1)
const spots = ({ scene }: Desk, { marks }: Tracing) => {
  const of = ({ x, y }: { x: number; y: number }) => ({ x: x * scene.aspect, y })
  return { foot: of(marks.foot), top: of(marks.top), tip: of(marks.tip) }
}

const LENGTHS = {
  height: { label: 'Its height, mm', says: 'Lay the marks on the foot and the top of something upright.', usual: 750 },
  distance: { label: 'From under the camera, mm', says: 'Lay the mark on a spot of the ground.', usual: 2000 },
} as const

/** The height of the photo's camera, from one length that the seller knows. */
function FromLength({ desk, plate, tracing, what }: PlateFitProps & { readonly what: 'height' | 'distance' }) {
  const { label, says, usual } = LENGTHS[what]
  const [lengths, setLengths] = useState<Partial<Record<typeof what, number>>>({})
  const mm = lengths[what] ?? usual
  const { foot, top } = spots(desk, tracing)
  const height = heightFrom(frameView(desk), what === 'height' ? { what, foot, top, mm } : { what, foot, mm })
  return (
    <>
      <p className="hint">{says}</p>
      <Exact
        label={label}
        value={mm}
        least={1}
        most={50_000}
        disabled={desk.disabled}
        onCommit={(mm) => setLengths((was) => ({ ...was, [what]: mm }))}
      />
      <p className="spread" role="status">
        <span className="number">{height === null ? 'The foot is not on the ground.' : `Camera ${formatLength(height)} high`}</span>
        <button
          type="button"
          className="button button--small"
          disabled={desk.disabled || height === null}
          onClick={() => height !== null && desk.commit(onPlate(desk.scene, { ...plate, height }))}
        >
          Set the camera
        </button>
      </p>
    </>
  )
}

/** The key light, from the shadow of something upright in the photo. */
function FromShadow({ desk, tracing }: Omit<PlateFitProps, 'plate'>) {
  const { scene } = desk
  const { foot, top, tip } = spots(desk, tracing)
  const found = lightFromShadow(frameView(desk), foot, top, tip)
  const key = scene.lights.find(({ role }) => role === 'key')
  const says = key
    ? 'Lay the marks on the foot and the top of something upright, and on the tip of its shadow.'
    : 'The set has no key light.'
  return (
    <>
      <p className="hint">{says}</p>
      <p className="spread" role="status">
        <span className="number">
          {found ? `From ${Math.round(found.azimuth)}°, ${Math.round(found.elevation)}° high` : 'No light falls so.'}
        </span>
        <button
          type="button"
          className="button button--small"
          disabled={desk.disabled || !found || !key}
          onClick={() => found && key && desk.commit(changed(scene, 'lights', key.id, found))}
        >
          Set the key light
        </button>
      </p>
    </>
  )
}
