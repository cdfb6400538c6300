import { useState } from 'react'
import type { Scene } from '../../core/scene/document'
import { Choice, Section } from './Fields'
import { SceneSketch } from './SceneSketch'
import { useIndustries } from './useIndustries'

interface ScenesPanelProps {
  /** Which of the list it is now, if it is one unchanged. */
  readonly now: Scene | null
  readonly disabled: boolean
  /** Address of a small picture of the seller's own cutout; null = none yet. */
  readonly thumb: string | null
  onChoose(scene: Scene, title: string): void
}

// The trade that was looked at last is shown again on the next photo.
let lastTrade = ''

/** The scenes that come with the studio, by trade. */
export function ScenesPanel({ now, disabled, thumb, onChoose }: ScenesPanelProps) {
  const industries = useIndustries()
  const [trade, setTrade] = useState(lastTrade)
  if (!industries) {
    return (
      <Section title="Scenes">
        <p className="hint" role="status">
          Opening the scenes…
        </p>
      </Section>
    )
  }
  const shown = industries.find(({ id }) => id === trade) ?? industries[0]
  if (!shown) return null
  return (
    <Section title="Scenes">
      <Choice
        label="Trade"
        value={shown.id}
        options={[...industries].sort((a, b) => a.title.localeCompare(b.title)).map(({ id, title }) => [id, title] as const)}
        disabled={false}
        onChoose={(id) => {
          lastTrade = id
          setTrade(id)
        }}
      />
      <ul className="scenes">
        {shown.scenes.map(({ id, title, says, scene }) => (
          <li key={id}>
            <button
              type="button"
              className="scene"
              aria-pressed={now !== null && sameSet(now, scene)}
              disabled={disabled}
              onClick={() => onChoose(scene, title)}
            >
              <SceneSketch scene={scene} product={thumb} />
              <span className="scene-title">{title}</span>
              <span className="hint">{says}</span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Whether two scenes are the same but for their products. */
function sameSet(a: Scene, b: Scene): boolean {
  const bare = ({ products, ...set }: Scene) => JSON.stringify(set)
  return bare(a) === bare(b)
}
