import type { RunContext } from '../../core/recipe'
import type { Product } from '../../core/scene/document'
import type { Sum } from './accumulation'
import { graphicsLost } from './lost'
import { Placing, type Plates } from './placing'
import type { Film, Shot } from './shot'
import type { Studio } from './studio'
import type { Tile } from './tile'

/** What is exposed of a tile, as it lies with the processor. */
export interface Kept {
  /** Samples. */
  readonly taken: number
  readonly light: Sum
  readonly plates: Plates
}

/** A tile on its film, with its products, sample after sample. */
export class Exposure {
  readonly film: Film
  readonly placing: Placing
  readonly #shot: Shot
  readonly #room: Studio
  #taken: number

  /** `products`: those whose own pixels are in the picture; `begun`: what to go on from. */
  constructor(shot: Shot, room: Studio, tile: Tile, products: readonly Product[], begun: Kept | null = null) {
    this.#shot = shot
    this.#room = room
    this.#taken = begun?.taken ?? 0
    this.film = shot.film(tile, begun?.light)
    this.placing = new Placing(shot, tile, products, begun?.plates)
  }

  /** Samples by now. */
  get taken(): number {
    return this.#taken
  }

  /** One sample more; nothing is begun once the picture is not wanted any longer. Throws the fault `graphics-lost`. */
  async take(ctx: RunContext): Promise<void> {
    await ctx.listen?.()
    ctx.signal.throwIfAborted()
    ctx.alive()
    this.#shot.light(this.#taken)
    this.#shot.expose(this.film, this.#taken)
    this.placing.expose(this.film, this.#taken)
    await this.#room.drawn()
    if (this.#room.lost) graphicsLost()
    this.#taken++
  }

  /** Everything that was exposed. Throws the fault `graphics-lost`. */
  keep(): Kept {
    const { renderer } = this.#room
    const kept = { taken: this.#taken, light: this.film.light.sum(renderer), plates: this.placing.plates(renderer) }
    // A device that went away while it was read gave noughts.
    if (this.#room.lost) graphicsLost()
    return kept
  }

  dispose(): void {
    this.film.light.dispose()
    this.film.mirror?.dispose()
    this.placing.dispose()
  }
}
