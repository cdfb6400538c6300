/** Undo as data: every version of an immutable document, oldest first. Nothing is ever dropped. */
export interface History<D> {
  readonly past: readonly D[]
  readonly present: D
  /** What `redo` brings back, nearest first. */
  readonly future: readonly D[]
}

/** A history that begins with `present`: nothing to undo, nothing to redo. */
export function begin<D>(present: D): History<D> {
  return { past: [], present, future: [] }
}

/** Makes `next` the present. What had been undone is gone. Committing the very present changes nothing. */
export function commit<D>(history: History<D>, next: D): History<D> {
  if (Object.is(next, history.present)) return history
  return { past: [...history.past, history.present], present: next, future: [] }
}

/** One step back; the same history when there is none. */
export function undo<D>(history: History<D>): History<D> {
  if (history.past.length === 0) return history
  const present = history.past[history.past.length - 1] as D
  return { past: history.past.slice(0, -1), present, future: [history.present, ...history.future] }
}

/** One step forward again; the same history when nothing was undone. */
export function redo<D>(history: History<D>): History<D> {
  if (history.future.length === 0) return history
  const present = history.future[0] as D
  return { past: [...history.past, history.present], present, future: history.future.slice(1) }
}

export const canUndo = (history: History<unknown>): boolean => history.past.length > 0
export const canRedo = (history: History<unknown>): boolean => history.future.length > 0
