/** Which photos are chosen; `anchor` is where a shift-click's range begins. */
export interface Selection {
  readonly chosen: ReadonlySet<string>
  readonly anchor: string | null
}

export const NOTHING: Selection = { chosen: new Set(), anchor: null }

/** Adds the photo, or takes it out. */
export function toggle({ chosen }: Selection, id: string): Selection {
  const next = new Set(chosen)
  if (!next.delete(id)) next.add(id)
  return { chosen: next, anchor: id }
}

/** Adds everything between the anchor and `id` in the order shown. Without an anchor, `id` alone. */
export function extend(selection: Selection, id: string, shown: readonly string[]): Selection {
  const from = selection.anchor === null ? -1 : shown.indexOf(selection.anchor)
  const to = shown.indexOf(id)
  if (from < 0 || to < 0) return { chosen: new Set([...selection.chosen, id]), anchor: id }
  return { chosen: new Set([...selection.chosen, ...shown.slice(Math.min(from, to), Math.max(from, to) + 1)]), anchor: selection.anchor }
}

/** Everything shown; a second time, nothing. */
export function all(selection: Selection, shown: readonly string[]): Selection {
  return shown.every((id) => selection.chosen.has(id)) ? NOTHING : { chosen: new Set(shown), anchor: selection.anchor }
}

/** Without photos that are gone. The same object when none is. */
export function prune(selection: Selection, there: { has(id: string): boolean }): Selection {
  const kept = [...selection.chosen].filter((id) => there.has(id))
  return kept.length === selection.chosen.size ? selection : { chosen: new Set(kept), anchor: selection.anchor }
}

/** Where the arrow keys lead in a grid of `columns`. Null when the key is none of theirs. */
export function moveTo(key: string, at: number, count: number, columns: number): number | null {
  const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  const step = steps[key]
  if (step === undefined) return null
  const next = at + step
  return next < 0 || next >= count ? at : next
}
