import type { Point, Product, Scene } from '../../core/scene/document'
import type { Body } from '../../core/scene/framing'
import { project, type View } from '../../core/scene/geometry'
import { groundAt } from '../../core/scene/horizon'
import { clamp } from '../../core/scene/numbers'
import type { Chosen } from './edits'

/** Where a pixel's ray meets the level `y` mm; null where it looks past it, or so far away that no set reaches there. */
export const onLevel = (view: View, x: number, y: number, level: number): Point | null => groundAt(view, { x, y }, level, 40_000)

/** The product that a hand reaches at a pixel, the nearest first; a little beside it still counts. */
export function productAt(scene: Scene, bodyOf: (product: Product) => Body, view: View, x: number, y: number): Product | null {
  const hit = scene.products
    .map((product) => ({ product, foot: project(view, product.at) }))
    .filter(({ product, foot }) => {
      if (foot.depth <= 0) return false
      const px = view.focal / foot.depth
      const { width, height } = bodyOf(product)
      const half = Math.max(20, (width * px) / 2)
      const high = height * px
      const top = product.pose === 'lying' ? foot.y - high / 2 : foot.y - high
      return Math.abs(x - foot.x) <= half && y >= top - 8 && y <= top + high + 16
    })
    .sort((a, b) => a.foot.depth - b.foot.depth)
  return hit[0]?.product ?? null
}

/** The scene with a product moved along the ground by as much as the hand has, from one pixel to another. */
export function dragged(scene: Scene, view: View, id: string, from: { x: number; y: number }, to: { x: number; y: number }): Scene {
  const product = scene.products.find((one) => one.id === id)
  if (!product) return scene
  const was = onLevel(view, from.x, from.y, product.at[1])
  const is = onLevel(view, to.x, to.y, product.at[1])
  if (!was || !is) return scene
  const place = (mm: number) => Math.round(clamp(mm, -20_000, 20_000))
  const at: Point = [place(product.at[0] + is[0] - was[0]), product.at[1], place(product.at[2] + is[2] - was[2])]
  return { ...scene, products: scene.products.map((one) => (one.id === id ? { ...one, at } : one)) }
}

/** What the arrow keys over the picture move: what is chosen where it stands on the ground, else the hero. */
export function inReach(scene: Scene, chosen: Chosen | null): Chosen {
  if (chosen && (chosen.in === 'products' || chosen.in === 'props')) return chosen
  return { in: 'products', id: scene.products[0]?.id ?? '' }
}

/** The frame of a picture, whole in a box with a margin: CSS px. */
export function frameIn(width: number, height: number, aspect: number, margin: number) {
  const [w, h] = [Math.max(0, width - 2 * margin), Math.max(0, height - 2 * margin)]
  const inner = w / Math.max(1, h) > aspect ? { width: h * aspect, height: h } : { width: w, height: w / aspect }
  return { left: (width - inner.width) / 2, top: (height - inner.height) / 2, ...inner }
}
