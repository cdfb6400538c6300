import type { Hash } from '../recipe'
import type { Product, Scene } from './document'

/** The stored files of the seller's that a scene itself names, beside those of its products' photos. */
export const filesOfScene = ({ backdrop, products }: Scene): Hash[] => [
  ...(backdrop.kind === 'plate' ? [backdrop.photo as Hash] : []),
  ...products.flatMap(({ form }) => (form?.kind === 'depth' ? [form.map as Hash] : [])),
]

/** What stands where a plate stood whose file is gone. */
const BARE = { kind: 'none', colour: [236, 234, 230] } as const

/** The scene without the files that are not `here`: what was made of them is left out, all else stays. */
export function keptScene(scene: Scene, here: (file: Hash) => boolean): Scene {
  if (filesOfScene(scene).every(here)) return scene
  const { backdrop } = scene
  const bare = backdrop.kind === 'plate' && !here(backdrop.photo as Hash)
  const kept = (product: Product): Product =>
    product.form?.kind === 'depth' && !here(product.form.map as Hash) ? { ...product, form: null } : product
  return { ...scene, backdrop: bare ? { ...BARE, colour: [...BARE.colour] } : backdrop, products: scene.products.map(kept) }
}
