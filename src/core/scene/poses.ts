import type { Product } from './document'

/** How far above what it stood on a product hangs or floats, in its heights. */
const LIFT = 0.15

/** Height of a product's lowest point above what it stands, hangs or floats over, mm. `height` is its own. */
export const liftOf = (pose: Product['pose'], height: number): number => (pose === 'hanging' || pose === 'floating' ? LIFT * height : 0)

/** A product (height in mm) in another pose: lifted where it leaves the ground, let down where it comes back. */
export function posed(product: Product, pose: Product['pose'], height: number): Product {
  const [x, y, z] = product.at
  return { ...product, pose, at: [x, Math.max(0, y + (liftOf(pose, height) - liftOf(product.pose, height))), z] }
}
