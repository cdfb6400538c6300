import type { MeshValue } from '../../core/mesh'
import { over } from '../../core/over'
import type { ImageValue, RunContext, Runner } from '../../core/recipe'
import type { Product } from '../../core/scene/document'
import { Exposure, type Kept } from './exposure'
import type { render } from './index'
import { layerOf } from './layer'
import type { Shot } from './shot'
import type { Studio } from './studio'
import { type Tile, tilesOf } from './tile'

export type Wish = Parameters<Runner<typeof render>>[1]

/** Unfinished pictures are shown up to this sample. */
const SHOWN = 32

/** A picture in the making. What is done of it lies with the processor, so that it outlives the graphics: `take` goes on where it stopped. */
export class Picture {
  readonly #products: readonly ImageValue[]
  readonly #models: readonly MeshValue[]
  readonly #wish: Wish
  readonly #whole: ImageValue
  readonly #tiles: readonly Tile[]
  readonly #plate: ImageValue | null
  /** Those whose own pixels are in the picture. */
  readonly #shown: readonly Product[]
  #means: ReadonlyMap<string, number> | null = null
  #done = 0
  #kept: Kept | null = null

  /** `models`: those of the scene's props, in their order; `reach` = longest side of a tile, px. */
  constructor(products: readonly ImageValue[], models: readonly MeshValue[], wish: Wish, reach: number) {
    const { scene, width, height, layer, only } = wish
    this.#products = products
    this.#models = models
    this.#wish = wish
    this.#whole = { kind: 'image', width, height, data: new Uint8ClampedArray(width * height * 4) }
    this.#tiles = tilesOf(width, height, reach)
    const plated = scene.backdrop.kind === 'plate' && layer !== 'shadow' && layer !== 'products'
    this.#plate = plated ? (products[scene.products.length] ?? null) : null
    this.#shown = layer === 'all' || layer === 'products' ? scene.products.filter((_, i) => only === undefined || i === only) : []
  }

  /** Throws the faults `no-product` and `graphics-lost`. */
  async take(room: Studio, ctx: RunContext): Promise<ImageValue> {
    const { scene, width, height, layer } = this.#wish
    const alone = this.#tiles.length === 1
    if (!alone && this.#shown.length > 0) this.#means ??= await this.#meansOf(room, ctx)
    const shot = room.shoot(scene, this.#products, width, height, layer === 'shadow', layer === 'bare', this.#models)
    try {
      while (this.#done < this.#tiles.length) {
        const tile = this.#tiles[this.#done] as Tile
        paste(this.#whole, await this.#expose(room, shot, tile, alone, ctx), tile)
        this.#done++
        this.#kept = null
        const share = this.#done / this.#tiles.length
        if (ctx.show && share < 1) await ctx.show({ ...this.#whole, data: this.#whole.data.slice() }, share)
      }
    } finally {
      shot.dispose()
    }
    return this.#whole
  }

  async #expose(room: Studio, shot: Shot, tile: Tile, shown: boolean, ctx: RunContext): Promise<ImageValue> {
    const { layer } = this.#wish
    const exposure = new Exposure(shot, room, tile, this.#shown, this.#kept)
    const samples = layer === 'products' && exposure.placing.still ? 1 : this.#wish.samples
    try {
      while (exposure.taken < samples) {
        await exposure.take(ctx)
        const { taken } = exposure
        if (taken === samples || !moment(taken)) continue
        this.#kept = exposure.keep()
        if (ctx.show && shown && taken <= SHOWN) await ctx.show(this.#finish(shot, tile, exposure, this.#kept), taken / samples)
      }
      return this.#finish(shot, tile, exposure, exposure.keep())
    } finally {
      exposure.dispose()
    }
  }

  #finish(shot: Shot, tile: Tile, { placing }: Exposure, { light, plates }: Kept): ImageValue {
    const { width, height } = tile
    const { layer } = this.#wish
    const data = new Uint8ClampedArray(width * height * 4)
    if (this.#plate) over(data, width, covering(this.#plate, this.#wish, tile))
    if (layer !== 'products') over(data, width, { left: 0, top: 0, width, height, data: shot.develop(light, layer === 'shadow') })
    for (const own of placing.layers(plates, this.#means)) over(data, width, own)
    return { kind: 'image', width, height, data }
  }

  /** A small picture of the whole frame tells what light falls on each product in the mean, so that its tiles agree. */
  async #meansOf(room: Studio, ctx: RunContext): Promise<ReadonlyMap<string, number>> {
    const wish = this.#wish
    const scale = Math.min(1, 512 / Math.max(wish.width, wish.height))
    const [width, height] = [Math.round(wish.width * scale), Math.round(wish.height * scale)]
    const shot = room.shoot(wish.scene, this.#products, width, height, false, false, this.#models)
    const exposure = new Exposure(shot, room, { left: 0, top: 0, width, height }, wish.scene.products)
    try {
      if (!exposure.placing.asks) return new Map()
      while (exposure.taken < 16) await exposure.take(ctx)
      return exposure.placing.means(exposure.keep().plates)
    } finally {
      exposure.dispose()
      shot.dispose()
    }
  }
}

/** When the film is copied to where a lost device does not take it along: after 1, 2, 4, 8 samples and so on. */
const moment = (taken: number) => (taken & (taken - 1)) === 0

function paste(whole: ImageValue, part: ImageValue, { left, top }: Tile): void {
  for (let y = 0; y < part.height; y++) {
    whole.data.set(part.data.subarray(y * part.width * 4, (y + 1) * part.width * 4), ((top + y) * whole.width + left) * 4)
  }
}

/** A photo that fills the frame, its middle in the middle. */
function covering(photo: ImageValue, { width, height }: Pick<Wish, 'width' | 'height'>, tile: Tile) {
  const scale = Math.max(width / photo.width, height / photo.height)
  const [left, top] = [(width - photo.width * scale) / 2, (height - photo.height * scale) / 2]
  return layerOf(photo, { left, top, across: scale, down: scale, mirrored: false, depth: 1, mm: 1 }, tile)
}
