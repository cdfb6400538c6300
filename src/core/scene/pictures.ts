import type { Product, Scene } from './document'

/** Places in the list of pictures that a scene is rendered from; null = there is none. */
export interface Pictures {
  /** Of the photo that the backdrop is. */
  readonly plate: number | null
  /** Of the depth map and the light mask of each product, in their order. */
  readonly products: readonly { readonly depth: number | null; readonly mask: number | null }[]
}

/** The list's order: the products' cutouts, the plate, depth maps, light masks. */
export function picturesIn({ products, backdrop }: Pick<Scene, 'products' | 'backdrop'>): Pictures {
  let next = products.length
  const take = (there: boolean) => (there ? next++ : null)
  const plate = take(backdrop.kind === 'plate')
  const depths = products.map(({ form }) => take(form?.kind === 'depth'))
  const masks = products.map(({ mask }: Product) => take(mask !== null))
  return { plate, products: products.map((_, i) => ({ depth: depths[i] ?? null, mask: masks[i] ?? null })) }
}
