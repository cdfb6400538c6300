import { Bookmark, Camera, Clapperboard, Grid2x2, Lamp, Layers2, type LucideIcon, Package, Shapes } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { PANELS, type PanelId } from './panels'

const ICONS: Record<PanelId, LucideIcon> = {
  scenes: Clapperboard,
  light: Lamp,
  camera: Camera,
  surfaces: Layers2,
  props: Shapes,
  product: Package,
  group: Grid2x2,
  looks: Bookmark,
}

interface PanelRailProps {
  readonly panel: PanelId
  /** The id of the panel that they show. */
  readonly controls: string
  onPanel(panel: PanelId): void
}

/** Beside the stage: the studio's parts. One stop of the Tab key; arrow keys go on. */
export function PanelRail({ panel, controls, onPanel }: PanelRailProps) {
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const at = PANELS.findIndex(({ id }) => id === panel)
    const step = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }[event.key]
    const to =
      event.key === 'Home' ? 0 : event.key === 'End' ? PANELS.length - 1 : step ? (at + step + PANELS.length) % PANELS.length : null
    const next = to === null ? undefined : PANELS[to]
    if (!next) return
    event.preventDefault()
    onPanel(next.id)
    event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')[to ?? 0]?.focus()
  }
  return (
    <div className="tools set-rail" role="tablist" aria-label="Parts of the studio" onKeyDown={press}>
      {PANELS.map(({ id, title }, i) => {
        const Icon = ICONS[id]
        return (
          <button
            key={id}
            type="button"
            role="tab"
            className="set-tab"
            aria-selected={panel === id}
            aria-controls={controls}
            tabIndex={panel === id ? 0 : -1}
            title={`${title} (${i + 1})`}
            onClick={() => onPanel(id)}
          >
            <Icon size={19} strokeWidth={1.6} aria-hidden />
            <span>{title}</span>
          </button>
        )
      })}
    </div>
  )
}
