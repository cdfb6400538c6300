import { type RefObject, useEffect, useRef, useState } from 'react'
import type { PhotoDoc } from '../../core/project'
import type { Point, Repair } from '../../core/repair'
import { begin, corner, type Drawing, finished, move } from './sketch'
import { directionOf, repairOf, type Settings, type ToolId, toolOf } from './tools'
import { pointAt } from './trace'
import type { Frame, Place, Size } from './view'

/** Keys held while drawing: Shift draws straight, Alt turns keep and remove round. */
export interface Held {
  readonly straight: boolean
  readonly opposite: boolean
}
const FREE: Held = { straight: false, opposite: false }

/** The tool in hand, as the pointer and the keys lead it. Places are CSS px from the stage's left top. */
export interface Pen {
  down(at: Place, held: Held): void
  move(ways: readonly Place[], held: Held): void
  up(): void
  /** Lets the stroke go, as if never begun; a polygon keeps the corners it has. */
  cancel(): void
  /** Moves the crosshair, and what is being drawn with it. */
  step(by: Place): void
  /** Puts the tool down at the crosshair, or lifts it. False when there is no crosshair. */
  press(): boolean
  /** Closes a polygon, lifts a stroke. */
  finish(): void
  /** Drops what is being drawn. False when there was nothing. */
  stop(): boolean
}

export interface PenWishes {
  readonly tool: ToolId
  readonly settings: Settings
  readonly frame: Frame
  readonly stage: Size
  readonly turn: PhotoDoc['turn']
  onRepair(repair: Repair): void
}

export interface PenState {
  readonly drawing: Drawing | null
  /** Where the keys have led the crosshair; null while the pointer leads. */
  readonly cross: Place | null
  /** What to tell who cannot see it. */
  readonly told: string
  aim(at: Place | null): void
}

/** Draws with the tool in hand; every finished stroke or shape is one repair. The pen itself goes into `pen` while there is a tool. */
export function usePen(pen: RefObject<Pen | null>, wishes: PenWishes): PenState {
  const [state, setState] = useState<{ drawing: Drawing | null; cross: Place | null; told: string }>({
    drawing: null,
    cross: null,
    told: '',
  })
  const latest = useRef(wishes)
  const now = useRef(state)
  const last = useRef<Point | null>(null)
  useEffect(() => {
    latest.current = wishes
  })
  const { tool } = wishes

  useEffect(() => {
    const set = (change: Partial<typeof state>) => {
      now.current = { ...now.current, ...change }
      setState(now.current)
    }
    const point = (place: Place) => pointAt(place, latest.current.frame, latest.current.turn)
    // Distances are as seen; the unturned photo's width lies along the stage's height after a quarter turn.
    const seen = (): Size => {
      const { frame, turn } = latest.current
      return turn % 2 ? { width: frame.height, height: frame.width } : frame
    }
    const end = (drawing: Drawing) => {
      const points = finished(drawing, seen())
      const repair = repairOf(drawing.tool, latest.current.settings, drawing.to, points)
      last.current = points.at(-1) ?? null
      set({ drawing: null, told: repair ? 'Done.' : 'Nothing drawn on the photo.' })
      if (repair) latest.current.onRepair(repair)
    }
    const { draws, title } = toolOf(tool)
    const hand: Pen = {
      down(place, held) {
        const at = point(place)
        const { drawing } = now.current
        if (drawing && draws === 'polygon') return hand.move([place], held)
        const to = directionOf(tool, latest.current.settings, held.opposite)
        set({ drawing: begin(tool, to, at, held.straight ? last.current : null), told: `${title} down.` })
      },
      move(places, { straight }) {
        const { drawing } = now.current
        if (drawing) set({ drawing: move(drawing, places.map(point), straight, seen()) })
      },
      up() {
        const { drawing } = now.current
        if (!drawing) return
        if (draws !== 'polygon') return end(drawing)
        const more = corner(drawing, seen())
        if (more) set({ drawing: more, told: `${more.points.length} corners.` })
        else end(drawing)
      },
      cancel() {
        if (draws !== 'polygon' || now.current.drawing?.points.length === 0) set({ drawing: null })
      },
      step(by) {
        const { stage } = latest.current
        const from = now.current.cross ?? { x: stage.width / 2, y: stage.height / 2 }
        const cross = { x: Math.min(stage.width, Math.max(0, from.x + by.x)), y: Math.min(stage.height, Math.max(0, from.y + by.y)) }
        set({ cross })
        hand.move([cross], FREE)
      },
      press() {
        const { cross, drawing } = now.current
        if (!cross) return false
        const lasting = draws === 'stroke' || draws === 'rectangle'
        if (drawing && lasting) hand.up()
        else {
          hand.down(cross, FREE)
          if (!lasting) hand.up()
        }
        return true
      },
      finish() {
        const { drawing } = now.current
        if (!drawing) return void hand.press()
        if (draws !== 'polygon' || drawing.points.length >= 3) end(drawing)
      },
      stop() {
        if (!now.current.drawing) return false
        set({ drawing: null, told: 'Dropped.' })
        return true
      },
    }
    pen.current = tool === 'move' ? null : hand
    set({ drawing: null, told: '' })
    return () => {
      pen.current = null
    }
  }, [tool, pen])

  return {
    ...state,
    aim: (cross) => {
      if (cross === null && now.current.cross === null) return
      now.current = { ...now.current, cross }
      setState(now.current)
    },
  }
}
