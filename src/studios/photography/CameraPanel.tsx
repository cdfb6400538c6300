import type { Client } from '../../core/client'
import type { Photo } from '../../core/project'
import type { Camera } from '../../core/scene/document'
import { atHeight, depthOfField, fieldOfView, focusOf, lensHeight, withFocal } from '../../core/scene/lens'
import { clamp } from '../../core/scene/numbers'
import { ChoiceRow } from './ChoiceRow'
import type { Desk } from './desk'
import { extentOf } from './edits'
import { Amount, Length, Section, Switch } from './Fields'
import { MatchSection } from './MatchSection'
import { formatLength, formatTilt } from './measure'
import { Angle, Kelvin, Stops } from './Units'

const LENSES = [24, 35, 50, 85, 100, 135] as const
/** Full stops and thirds, as on a lens. */
const F_NUMBERS = [1.4, 2, 2.8, 4, 5.6, 8, 11, 16, 22, 32] as const
const CROPS: readonly (readonly [aspect: number, title: string])[] = [
  [1, '1:1'],
  [0.8, '4:5'],
  [0.75, '3:4'],
  [2 / 3, '2:3'],
  [9 / 16, '9:16'],
  [4 / 3, '4:3'],
  [1.5, '3:2'],
  [16 / 9, '16:9'],
]

interface CameraPanelProps {
  readonly client: Client
  readonly desk: Desk
  readonly photo: Photo
  readonly photos: readonly Photo[]
}

/** Lens, place, focus and exposure. */
export function CameraPanel({ client, desk, photo, photos }: CameraPanelProps) {
  const { scene, disabled } = desk
  const { camera, aspect } = scene
  const to = (change: Partial<Camera>) => ({ ...scene, camera: { ...camera, ...change } })
  const { near, far } = depthOfField(camera, focusOf(scene))
  const stop = Math.log2(camera.fNumber) * 2
  return (
    <>
      <Section title="Lens" act={<span className="hint number">{Math.round(fieldOfView(camera, aspect).across)}° across</span>}>
        <div className="set-fields">
          <ChoiceRow
            title="Lenses"
            options={LENSES.map((focal) => [focal, `${focal} mm`] as const)}
            disabled={disabled}
            chosen={(focal) => Math.round(camera.focal) === focal}
            tip={(focal) => `${focal} mm; the product stays as large`}
            onChoose={(focal) => desk.commit({ ...scene, camera: withFocal(camera, focal) })}
          />
          <Length
            desk={desk}
            label="Focal length"
            value={camera.focal}
            least={14}
            most={400}
            tell={(mm) => `${Math.round(mm)} mm`}
            to={(focal) => ({ ...scene, camera: withFocal(camera, focal) })}
          />
          <Amount
            desk={desk}
            label="Aperture"
            value={stop}
            least={0}
            most={12}
            step={1 / 3}
            tell={(value) => `f/${nearestStop(value)}`}
            to={(value) => to({ fNumber: nearestStop(value) })}
          />
        </div>
      </Section>
      <Section
        title="Focus"
        act={
          <span className="hint number">
            {far === Number.POSITIVE_INFINITY ? `sharp from ${formatLength(near)} on` : `sharp over ${formatLength(far - near)}`}
          </span>
        }
      >
        <div className="set-fields">
          <Switch
            label="On the product"
            on={camera.focus === null}
            disabled={disabled}
            onChange={() => desk.commit(to({ focus: camera.focus === null ? clamp(Math.round(focusOf(scene)), 50, 40_000) : null }))}
          />
          {camera.focus === null ? null : (
            <Length desk={desk} label="Focus distance" value={camera.focus} least={50} most={40_000} to={(focus) => to({ focus })} />
          )}
        </div>
      </Section>
      <Section title="Place">
        <div className="set-fields">
          <Length desk={desk} label="Distance" value={camera.distance} least={50} most={20_000} to={(distance) => to({ distance })} />
          <Amount
            desk={desk}
            label="Height"
            value={Math.round(lensHeight(camera))}
            least={0}
            most={Math.max(1000, Math.round(camera.distance))}
            step={5}
            tell={formatLength}
            to={(height) => ({ ...scene, camera: atHeight(camera, height) })}
          />
          <Amount
            desk={desk}
            label="Tilt"
            value={camera.tilt}
            least={-20}
            most={90}
            step={0.5}
            tell={formatTilt}
            to={(tilt) => to({ tilt })}
          />
          <Angle
            desk={desk}
            label="Around the set"
            value={camera.azimuth}
            rest={0}
            tell={(angle) => (Math.round(angle) === 0 ? 'in front' : `${Math.abs(Math.round(angle))}° ${angle < 0 ? 'left' : 'right'}`)}
            to={(azimuth) => to({ azimuth })}
          />
          <Amount
            desk={desk}
            label="Looks at"
            value={camera.target[1]}
            least={0}
            most={Math.max(500, 2 * extentOf(scene))}
            step={1}
            tell={(mm) => `${formatLength(mm)} above the ground`}
            to={(y) => to({ target: [camera.target[0], y, camera.target[2]] })}
          />
        </div>
      </Section>
      <MatchSection client={client} desk={desk} photo={photo} photos={photos} />
      <Section title="Exposure">
        <div className="set-fields">
          <Stops desk={desk} label="Exposure" value={camera.exposure} least={-4} most={4} rest={0} to={(exposure) => to({ exposure })} />
          <Kelvin desk={desk} label="White balance" value={camera.kelvin} to={(kelvin) => to({ kelvin })} />
        </div>
      </Section>
      <Section title="Crop">
        <ChoiceRow
          title="Crop"
          options={CROPS}
          disabled={disabled}
          chosen={(ratio) => Math.abs(aspect - ratio) < 0.005}
          onChoose={(ratio) => desk.commit({ ...scene, aspect: ratio })}
        />
      </Section>
    </>
  )
}

/** The f-number of `stops` half-doublings, as it is engraved on lenses. */
function nearestStop(stops: number): number {
  const exact = 2 ** (stops / 2)
  const engraved = F_NUMBERS.find((one) => Math.abs(Math.log2(one / exact)) < 0.05)
  return engraved ?? Number(exact.toPrecision(2))
}
