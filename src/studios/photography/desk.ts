import type { Product, Scene } from '../../core/scene/document'
import type { Body } from '../../core/scene/framing'
import type { Chosen, List } from './edits'

/** What every panel works on: the scene as it is shown, and the ways to change it. */
export interface Desk {
  readonly scene: Scene
  readonly disabled: boolean
  /** What a product fills, mm. */
  bodyOf(product: Product): Body
  /** What is taken in hand, on the plan and in the panels. */
  readonly chosen: Chosen | null
  choose(chosen: Chosen | null): void
  /** Shows a scene while a gesture lasts. */
  preview(scene: Scene): void
  /** Ends a gesture: one step in the history. */
  commit(scene: Scene): void
}

/** Ends a gesture that added to a list, and takes in hand what it added. */
export function taken(desk: Desk, list: List, next: Scene): void {
  desk.commit(next)
  const made = next[list].at(-1)
  if (made) desk.choose({ in: list, id: made.id })
}
