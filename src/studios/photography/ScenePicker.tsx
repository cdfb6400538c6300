import { useState } from 'react'
import type { Scene } from '../../core/scene/document'
import { Choice } from './Fields'
import { SceneSketch } from './SceneSketch'
import { useIndustries } from './useIndustries'
import type { Thumb } from './useThumb'

interface ScenePickerProps {
  /** Which of the list it is now, if it is one unchanged. */
  readonly now: Scene | null
  readonly disabled: boolean
  /** A small picture of the seller's own cutout; null = none yet. */
  readonly thumb: Thumb | null
  onChoose(scene: Scene): void
}

// The trade that was looked at last is shown again on the next photo.
let lastTrade = ''

/** The scenes that come with the studio, by trade, each with the seller's own product in it. */
export function ScenePicker({ now, disabled, thumb, onChoose }: ScenePickerProps) {
  const trades = useIndustries()
  const [trade, setTrade] = useState(lastTrade)
  const shown = trades?.find(({ id }) => id === trade) ?? trades?.[0]
  if (!trades || !shown) {
    return (
      <p className="hint" role="status">
        Opening the scenes…
      </p>
    )
  }
  const worn = now && bareSet(now)
  return (
    <>
      <Choice
        label="Trade"
        value={shown.id}
        options={trades.map(({ id, title }) => [id, title] as const).sort(([, a], [, b]) => a.localeCompare(b))}
        disabled={false}
        onChoose={(id) => {
          lastTrade = id
          setTrade(id)
        }}
      />
      <ul className="scenes">
        {shown.scenes.map(({ id, title, says, scene, picture }) => (
          <li key={id}>
            <button
              type="button"
              className="scene"
              aria-pressed={worn === bareSet(scene)}
              disabled={disabled}
              onClick={() => onChoose(scene)}
            >
              <SceneSketch scene={scene} product={thumb} picture={picture} />
              <span className="scene-title">{title}</span>
              <span className="hint">{says}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What two scenes share that are the same but for their products, and the camera's place that follows from these. */
export function bareSet({ products, camera, ...set }: Scene): string {
  return JSON.stringify([set, camera.focal, camera.fNumber, camera.exposure, camera.kelvin])
}
