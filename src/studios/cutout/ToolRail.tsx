import { Brush, CircleMinus, CirclePlus, Eraser, Hand, type LucideIcon, MousePointerClick, Pentagon, SquareDashed } from 'lucide-react'
import { TOOLS, type ToolId } from '../../ui/easel/tools'

const ICONS: Record<ToolId, LucideIcon> = {
  move: Hand,
  keep: CirclePlus,
  remove: CircleMinus,
  brush: Brush,
  eraser: Eraser,
  polygon: Pentagon,
  rectangle: SquareDashed,
  choose: MousePointerClick,
}

interface ToolRailProps {
  readonly tool: ToolId
  /** Nothing is cut out yet, or another tab has the project. */
  readonly disabled: boolean
  onTool(tool: ToolId): void
}

/** Beside the stage: the tools that repair a cutout. */
export function ToolRail({ tool, disabled, onTool }: ToolRailProps) {
  return (
    <div className="tools" role="toolbar" aria-label="Tools">
      {TOOLS.map(({ id, title, key, does }) => {
        const Icon = ICONS[id]
        return (
          <button
            key={id}
            type="button"
            className="icon-button tool"
            data-tool={id}
            aria-label={title}
            title={`${title} (${key.toUpperCase()}): ${does}`}
            aria-pressed={tool === id}
            disabled={disabled}
            onClick={() => onTool(id)}
          >
            <Icon size={19} strokeWidth={1.75} aria-hidden />
          </button>
        )
      })}
    </div>
  )
}
