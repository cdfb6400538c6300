import { useMemo, useState } from 'react'
import type { Spot } from '../../core/scene/horizon'
import type { Desk } from './desk'

/** What can be traced in a backdrop photo, beside its horizon: what stands upright there, a spot of its ground, a shadow. */
export type Traced = 'height' | 'distance' | 'shadow'
export const MARKS = { height: ['foot', 'top'], distance: ['foot'], shadow: ['foot', 'top', 'tip'] } as const
export type Mark = (typeof MARKS)[Traced][number]
/** Shares of the frame from the left and the top. */
export type Marks = Readonly<Record<Mark, Spot>>

/** What is being traced over the picture, and where its marks are. It belongs to the screen, not to the scene. */
export interface Tracing {
  readonly what: Traced | null
  readonly marks: Marks
  trace(what: Traced | null): void
  mark(mark: Mark, at: Spot): void
}

/** Before a hand has moved them, beside the product. */
const FRESH: Marks = { foot: { x: 0.25, y: 0.8 }, top: { x: 0.25, y: 0.62 }, tip: { x: 0.38, y: 0.86 } }

export function useTracing({ scene }: Desk): Tracing {
  const [what, trace] = useState<Traced | null>(null)
  const [marks, setMarks] = useState(FRESH)
  const shown = scene.backdrop.kind === 'plate' ? what : null
  return useMemo(() => ({ what: shown, marks, trace, mark: (mark, at) => setMarks((was) => ({ ...was, [mark]: at })) }), [shown, marks])
}
