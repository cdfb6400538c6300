import type { Photo } from '../../core/project'
import type { Scene } from '../../core/scene/document'
import { formatPlural } from '../../ui/format'
import { bareSet } from './ScenePicker'
import { SceneSketch } from './SceneSketch'

interface LookPickerProps {
  readonly all: readonly Photo[]
  readonly chosen: Scene | null
  onChoose(scene: Scene): void
}

/** The sets that photos wear, each once, with the names of those in it; the most worn first. */
function wornIn(photos: readonly Photo[]): { readonly scene: Scene; readonly names: readonly string[] }[] {
  const looks = new Map<string, { scene: Scene; names: string[] }>()
  for (const { doc, name } of photos) {
    if (!doc.scene) continue
    const set = bareSet(doc.scene)
    const same = looks.get(set)
    if (same) same.names.push(name)
    else looks.set(set, { scene: doc.scene, names: [name] })
  }
  return [...looks.values()].sort((a, b) => b.names.length - a.names.length)
}

/** The looks of this project, to be worn by other photos too. Nothing without any. */
export function LookPicker({ all, chosen, onChoose }: LookPickerProps) {
  const looks = wornIn(all)
  if (looks.length === 0) return null
  const now = chosen && bareSet(chosen)
  return (
    <section className="looks" aria-label="Looks of this project">
      <h3 className="field__label">Looks of this project</h3>
      <ul className="scenes scenes--small">
        {looks.map(({ scene, names }) => (
          <li key={names[0]}>
            <button
              type="button"
              className="scene"
              aria-pressed={now === bareSet(scene)}
              title={names.slice(0, 12).join(', ')}
              onClick={() => onChoose(scene)}
            >
              <SceneSketch scene={scene} product={null} picture={null} />
              <span className="scene-title clip">{names[0]}</span>
              <span className="hint">{formatPlural(names.length, 'photo')}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
