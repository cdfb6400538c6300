import type { ImageValue, Runner } from '../../core/recipe'
import type { render } from './index'
import { Studio } from './studio'

let studio: Studio | null = null

/** Throws the fault `no-webgl`. */
export const run: Runner<typeof render> = async (_input, { scene, width, height, samples, layer }, ctx) => {
  if (!studio || studio.lost) studio = new Studio()
  const shot = studio.shoot(scene, width, height, layer === 'shadow')
  const data = new Uint8ClampedArray(width * height * 4)
  const image: ImageValue = { kind: 'image', width, height, data }
  const film = shot.film(width, height)
  try {
    const tile = { left: 0, top: 0, width, height }
    for (let sample = 0; sample < samples; sample++) {
      ctx.signal.throwIfAborted()
      ctx.alive()
      shot.expose(tile, sample, film)
      const taken = sample + 1
      if (ctx.show && taken < samples && taken <= 32 && (taken & sample) === 0) {
        shot.develop(film, data, layer === 'shadow')
        await ctx.show({ ...image, data: data.slice() }, taken / samples)
      }
    }
    shot.develop(film, data, layer === 'shadow')
    return image
  } finally {
    film.light.dispose()
    film.mirror?.dispose()
    shot.dispose()
  }
}
