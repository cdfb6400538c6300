import type { Product, Scene } from '../../core/scene/document'
import type { Body } from '../../core/scene/framing'
import type { Chosen } from './edits'

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
