import type { Point, Repair } from '../../core/repair'

export type ToolId = 'move' | 'keep' | 'remove' | 'brush' | 'eraser' | 'polygon' | 'rectangle' | 'choose'
/** What is drawn becomes part of the product, or is taken away from it. */
export type To = 'keep' | 'remove'

export interface Tool {
  readonly id: ToolId
  readonly title: string
  readonly key: string
  readonly does: string
  /** What the pointer draws: a line of the brush's thickness, a closed shape, one point, or nothing. */
  readonly draws: 'stroke' | 'polygon' | 'rectangle' | 'point' | 'nothing'
}

/** In the order of the rail. */
export const TOOLS: readonly Tool[] = [
  { id: 'move', title: 'Move', key: 'v', does: 'Drag the photo', draws: 'nothing' },
  { id: 'keep', title: 'Keep', key: 'k', does: 'Draw over what is missing: all that belongs to it comes back', draws: 'stroke' },
  { id: 'remove', title: 'Remove', key: 'd', does: 'Draw over what should go: all that belongs to it goes', draws: 'stroke' },
  { id: 'brush', title: 'Brush', key: 'b', does: 'Paint back exactly what you touch', draws: 'stroke' },
  { id: 'eraser', title: 'Eraser', key: 'e', does: 'Erase exactly what you touch', draws: 'stroke' },
  {
    id: 'polygon',
    title: 'Polygon',
    key: 'p',
    does: 'Click around an area; Enter or a click on the first corner closes it',
    draws: 'polygon',
  },
  { id: 'rectangle', title: 'Rectangle', key: 'm', does: 'Drag over an area', draws: 'rectangle' },
  { id: 'choose', title: 'Choose object', key: 'w', does: 'Click the one object to keep', draws: 'point' },
]

export const toolOf = (id: ToolId): Tool => TOOLS.find((tool) => tool.id === id) as Tool
export const paints = (id: ToolId) => id === 'brush' || id === 'eraser'

/** How the tools are set. Sizes are diameters as shares of the photo's longer side, so that they mean the same on every photo. */
export interface Settings {
  readonly size: number
  readonly hardness: number
  readonly opacity: number
  /** What polygons and rectangles do. */
  readonly to: To
}

export const FIRST: Settings = { size: 0.03, hardness: 0.8, opacity: 1, to: 'remove' }
export const SIZE_LEAST = 0.001
export const SIZE_MOST = 0.4
/** One press of [ or ]. */
export const SIZE_STEP = 1.25

export const sized = (settings: Settings, by: number): Settings => ({
  ...settings,
  size: Math.min(SIZE_MOST, Math.max(SIZE_LEAST, settings.size * by)),
})

/** Whether the tool keeps or removes; `opposite` (Alt, the far end of a pen) turns it round. */
export function directionOf(tool: ToolId, settings: Settings, opposite: boolean): To {
  const to = tool === 'keep' || tool === 'brush' ? 'keep' : tool === 'remove' || tool === 'eraser' ? 'remove' : settings.to
  return opposite ? (to === 'keep' ? 'remove' : 'keep') : to
}

/** The correction that these points make; null when they make none: too few, without any area, or wholly beside the photo. */
export function repairOf(tool: ToolId, settings: Settings, to: To, points: readonly Point[]): Repair | null {
  const line = [...points]
  const radius = settings.size / 2
  switch (toolOf(tool).draws) {
    case 'nothing':
      return null
    case 'point':
      return line[0] && touches(line.slice(0, 1), 0) ? { act: 'choose', at: line[0] } : null
    case 'stroke': {
      // The photo's shorter side has larger shares; twice the radius is room enough for any photo up to 1 : 2, and more does no harm.
      if (line.length === 0 || !touches(line, radius * 2)) return null
      if (!paints(tool)) return { act: 'select', to, points: line, radius }
      return { act: 'paint', to, points: line, radius, hardness: settings.hardness, opacity: settings.opacity }
    }
    case 'polygon':
    case 'rectangle':
      return line.length >= 3 && areaOf(line) > 1e-7 && touches(line, 0) ? { act: 'shape', to, points: line } : null
  }
}

/** Whether the box around the points, widened by `margin`, meets the photo. */
function touches(points: readonly Point[], margin: number): boolean {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const meets = (all: readonly number[]) => Math.min(...all) - margin <= 1 && Math.max(...all) + margin >= 0
  return meets(xs) && meets(ys)
}

/** Twice the area within the corners, of any winding; a figure of eight counts as its difference. */
function areaOf(points: readonly Point[]): number {
  return Math.abs(
    points.reduce((sum, [x, y], i) => {
      const [nextX, nextY] = points[(i + 1) % points.length] as Point
      return sum + x * nextY - nextX * y
    }, 0),
  )
}

/** A repair in words, for the list of them. */
export function tellRepair(repair: Repair): string {
  const done = 'to' in repair && repair.to === 'keep' ? 'kept' : 'removed'
  switch (repair.act) {
    case 'select':
      return repair.to === 'keep' ? 'Keep stroke' : 'Remove stroke'
    case 'paint':
      return repair.to === 'keep' ? 'Brush' : 'Eraser'
    case 'shape':
      return `${repair.points.length === 4 && upright(repair.points) ? 'Rectangle' : 'Polygon'}, ${done}`
    case 'fill-holes':
      return 'Holes filled'
    case 'largest':
      return 'Largest object kept'
    case 'choose':
      return 'Object chosen'
  }
}

const upright = (points: readonly Point[]): boolean =>
  points.every(([x, y], i) => {
    const [nextX, nextY] = points[(i + 1) % points.length] as Point
    return x === nextX || y === nextY
  })
