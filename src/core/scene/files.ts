import type { Hash } from '../recipe'
import type { Product, Scene } from './document'
import { modelsIn, withoutModels } from './models'

/** The stored files of the seller's that a scene itself names, beside those of its products' photos. */
export const filesOfScene = (scene: Scene): Hash[] => [
  ...(scene.backdrop.kind === 'plate' ? [scene.backdrop.photo as Hash] : []),
  ...modelsIn(scene).map(({ model }) => model.file as Hash),
  ...scene.products.flatMap(({ form }) => (form?.kind === 'depth' ? [form.map as Hash] : [])),
]

/** What stands where a plate stood whose file is gone. */
const BARE = { kind: 'none', colour: [236, 234, 230] } as const

/** The scene without the files that are not `here`: what was made of them is left out, all else stays. */
export function keptScene(scene: Scene, here: (file: Hash) => boolean): Scene {
  if (filesOfScene(scene).every(here)) return scene
  const { backdrop, products, ...set } = withoutModels(scene, (file) => !here(file as Hash))
  const bare = backdrop.kind === 'plate' && !here(backdrop.photo as Hash)
  const kept = (product: Product): Product =>
    product.form?.kind === 'depth' && !here(product.form.map as Hash) ? { ...product, form: null } : product
  return { ...set, backdrop: bare ? { ...BARE, colour: [...BARE.colour] } : backdrop, products: products.map(kept) }
}
