import { fail } from '../../core/fault'
import { over } from '../../core/over'
import type { ImageValue, RunContext, Runner } from '../../core/recipe'
import { Exposure } from './exposure'
import type { render } from './index'
import { layerOf } from './layer'
import { withoutShadow } from './shadow'
import type { Shot } from './shot'
import { Studio } from './studio'
import type { Tile } from './tile'

let studio: Studio | null = null

type Wish = Parameters<Runner<typeof render>>[1]

/**
 * Throws the faults `no-webgl`, `no-product` (an empty cutout) and `graphics-lost`, when the device's graphics went away twice in one
 * picture. A soft shadow that a cutout brings along is left out. The products' solid pixels are their cutouts' own wherever nothing asks for other light.
 */
export const run: Runner<typeof render> = async ({ products: pictures }, wish, ctx) => {
  const products = pictures.map((picture, i) => (i < wish.scene.products.length ? withoutShadow(picture) : picture))
  try {
    return await taken(products, wish, ctx)
  } catch (error) {
    if (!studio?.lost) throw error
    // A driver that was reset comes back, once.
    studio = null
    return await taken(products, wish, ctx)
  }
}

async function taken(products: readonly ImageValue[], wish: Wish, ctx: RunContext): Promise<ImageValue> {
  if (studio?.lost) studio = null
  studio ??= new Studio()
  const { scene, width, height, layer } = wish
  const shot = studio.shoot(scene, products, width, height, layer === 'shadow', layer === 'bare')
  try {
    return await exposed(studio, shot, products, wish, ctx)
  } finally {
    shot.dispose()
    studio.settle()
  }
}

async function exposed(room: Studio, shot: Shot, products: readonly ImageValue[], wish: Wish, ctx: RunContext): Promise<ImageValue> {
  const { scene, width, height, layer, only } = wish
  const tiles = tilesOf(width, height, room.reach)
  const whole: ImageValue = { kind: 'image', width, height, data: new Uint8ClampedArray(width * height * 4) }
  const plate =
    scene.backdrop.kind === 'plate' && layer !== 'shadow' && layer !== 'products' ? (products[scene.products.length] ?? null) : null
  const shown = layer === 'all' || layer === 'products' ? scene.products.filter((_, i) => only === undefined || i === only) : []
  const means = tiles.length > 1 && shown.length > 0 ? await meansOf(room, products, wish, ctx) : null
  for (const [i, tile] of tiles.entries()) {
    const exposure = new Exposure(shot, room, tile, shown)
    // Pixels that no light falls on, and nothing stands before, are the same in every sample.
    const samples = layer === 'products' && !exposure.placing.asks ? 1 : wish.samples
    const finish = (): ImageValue => {
      const { width, height } = tile
      const data = new Uint8ClampedArray(width * height * 4)
      if (plate) over(data, width, covering(plate, wish, tile))
      if (layer !== 'products') over(data, width, { left: 0, top: 0, width, height, data: shot.develop(exposure.film, layer === 'shadow') })
      for (const own of exposure.placing.layers(means)) over(data, width, own)
      return { kind: 'image', width, height, data }
    }
    try {
      for (let sample = 0; sample < samples; sample++) {
        await exposure.take(sample, ctx)
        const taken = sample + 1
        if (ctx.show && tiles.length === 1 && taken < samples && taken <= 32 && (taken & sample) === 0)
          await ctx.show(finish(), taken / samples)
      }
      paste(whole, finish(), tile)
      if (ctx.show && i + 1 < tiles.length) await ctx.show({ ...whole, data: whole.data.slice() }, (i + 1) / tiles.length)
    } finally {
      exposure.dispose()
    }
  }
  if (room.lost) return graphicsLost()
  return whole
}

const graphicsLost = () =>
  fail(
    'graphics-lost',
    'The device’s graphics stopped while the picture was taken.',
    'Close other tabs that draw much, or take the picture smaller, and try again.',
    true,
  )

/** A small picture of the whole frame tells what light falls on each product in the mean, so that its tiles agree. */
async function meansOf(room: Studio, products: readonly ImageValue[], wish: Wish, ctx: RunContext): Promise<Map<string, number>> {
  const scale = 512 / Math.max(wish.width, wish.height)
  const [width, height] = [Math.round(wish.width * scale), Math.round(wish.height * scale)]
  const shot = room.shoot(wish.scene, products, width, height)
  const exposure = new Exposure(shot, room, { left: 0, top: 0, width, height }, wish.scene.products)
  try {
    for (let sample = 0; sample < 16 && exposure.placing.asks; sample++) await exposure.take(sample, ctx)
    return exposure.placing.means()
  } finally {
    exposure.dispose()
    shot.dispose()
  }
}

/** The frame in tiles that the device can draw, as equal as may be. */
function tilesOf(width: number, height: number, reach: number): Tile[] {
  const [columns, rows] = [Math.ceil(width / reach), Math.ceil(height / reach)]
  const edge = (i: number, n: number, length: number) => Math.round((i * length) / n)
  return Array.from({ length: rows * columns }, (_, k) => {
    const [i, j] = [k % columns, Math.floor(k / columns)]
    const [left, top] = [edge(i, columns, width), edge(j, rows, height)]
    return { left, top, width: edge(i + 1, columns, width) - left, height: edge(j + 1, rows, height) - top }
  })
}

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
