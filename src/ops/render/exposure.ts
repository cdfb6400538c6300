import type { RunContext } from '../../core/recipe'
import type { Product } from '../../core/scene/document'
import { Placing } from './placing'
import type { Film, Shot } from './shot'
import type { Studio } from './studio'
import type { Tile } from './tile'

/** A tile on its film, with its products, sample after sample. */
export class Exposure {
  readonly film: Film
  readonly placing: Placing
  readonly #shot: Shot
  readonly #room: Studio

  /** `products`: those whose own pixels are in the picture. */
  constructor(shot: Shot, room: Studio, tile: Tile, products: readonly Product[]) {
    this.#shot = shot
    this.#room = room
    this.film = shot.film(tile)
    this.placing = new Placing(shot, room, tile, products)
  }

  /** One sample more; nothing is begun once the picture is not wanted any longer. */
  async take(sample: number, ctx: RunContext): Promise<void> {
    await ctx.listen?.()
    ctx.signal.throwIfAborted()
    ctx.alive()
    this.#shot.light(sample)
    this.#shot.expose(this.film, sample)
    this.placing.expose(this.film, sample)
    await this.#room.drawn()
  }

  dispose(): void {
    this.film.light.dispose()
    this.film.mirror?.dispose()
    this.placing.dispose()
  }
}
