import type { Runner } from '../../core/recipe'
import type { render } from './index'
import { graphicsLost } from './lost'
import { pictureOf } from './mask'
import { Picture } from './picture'
import { withoutShadow } from './shadow'
import { Studio } from './studio'

/** The longest side of a tile, px: what every device can draw on, and what fits into its memory. */
const REACH = 1536

/**
 * A runner with a darkroom of its own. It throws the faults `no-webgl`, `no-product` (an empty cutout) and `graphics-lost`, when the device's
 * graphics went away twice in one picture; after the first time it goes on from what was done. A soft shadow that a cutout brings along is left
 * out. The products' solid pixels are their cutouts' own wherever nothing asks for other light.
 */
export function darkroom(reach = REACH): Runner<typeof render> {
  let studio: Studio | null = null
  return async ({ products, masks, models }, wish, ctx) => {
    const cleaned = products.map((picture, i) => (i < wish.scene.products.length ? withoutShadow(picture) : picture))
    const picture = new Picture([...cleaned, ...masks.map(pictureOf)], models, wish, reach)
    for (let again = false; ; again = true) {
      if (studio?.lost) studio = null
      try {
        studio ??= new Studio()
        return await picture.take(studio, ctx)
      } catch (error) {
        const gone = studio ? studio.lost : again
        if (!gone || ctx.signal.aborted) throw error
        // A driver that was reset comes back, once.
        if (again) return graphicsLost()
      } finally {
        studio?.settle()
      }
    }
  }
}

export const run = darkroom()
