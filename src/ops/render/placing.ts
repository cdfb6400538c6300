import type { WebGLRenderer } from 'three'
import type { Product } from '../../core/scene/document'
import { circleOf } from '../../core/scene/standing'
import { Accumulation, meanOf, type Sum } from './accumulation'
import { meanLight, type Pass, type Shading, shaded } from './compose'
import type { Figure } from './figures'
import { layerOf } from './layer'
import type { Film, Shot } from './shot'
import type { Layer, Tile } from './tile'

/** The light on each product, far ones first; null for those that do not ask for it. */
export type Plates = readonly (Sum | null)[]

/** A product's pixels in a tile, and the film for the light on them. */
interface Sitter {
  readonly figure: Figure
  readonly layer: Layer
  /** Where light may change it, lying as the layer does; null = all over. */
  readonly mask: Layer | null
  /** Where the layer lies in the frame. */
  readonly part: Tile
  /** Null where its pixels stay as they are and nothing can stand before them. */
  readonly plate: Accumulation | null
}

/** Products in a tile, far ones first: their own pixels, lit and hidden as the samples say. */
export class Placing {
  readonly #shot: Shot
  readonly #sitters: readonly Sitter[]

  /** `begun`: the light that was added up before, product by product. */
  constructor(shot: Shot, tile: Tile, products: readonly Product[], begun: Plates | null = null) {
    this.#shot = shot
    const { camera } = shot.document
    this.#sitters = shot.figures
      .filter(({ product }) => products.includes(product))
      .toSorted((a, b) => b.stand.depth - a.stand.depth)
      .flatMap((figure) => {
        const { stand, cutout } = figure
        const circle = circleOf(camera, shot.view, shot.focus, stand.depth)
        const layer = layerOf(cutout, stand, tile, circle)
        if (layer.width === 0 || layer.height === 0) return []
        const part = { left: tile.left + layer.left, top: tile.top + layer.top, width: layer.width, height: layer.height }
        const mask = figure.mask && layerOf(figure.mask, stand, tile, circle)
        return [{ figure, layer, mask, part }]
      })
      .map((sitter, i) => {
        const { figure, layer } = sitter
        return { ...sitter, plate: this.#lit(figure) ? new Accumulation(layer.width, layer.height, 2, begun?.[i] ?? null) : null }
      })
  }

  /** Whether the light changes any of them. */
  get asks(): boolean {
    return this.#sitters.some(({ figure }) => changes(figure.product))
  }

  /** Whether they are the same in every sample: no light falls on them, and nothing can stand before them. */
  get still(): boolean {
    return this.#sitters.every(({ plate }) => plate === null)
  }

  /** After each exposure of the tile's film. */
  expose(film: Film, sample: number): void {
    for (const { figure, plate, part } of this.#sitters) if (plate) this.#shot.exposeProduct(figure, plate, part, film, sample)
  }

  /** The light on them as it is added up by now. */
  plates(renderer: WebGLRenderer): Plates {
    return this.#sitters.map(({ plate }) => plate?.sum(renderer) ?? null)
  }

  /** The products in that light. `means`: the light that each photo is taken to be made in, where the whole frame has told it. */
  layers(plates: Plates, means: ReadonlyMap<string, number> | null): Layer[] {
    return this.#sitters.map(({ figure, layer, mask }, i) => {
      const plate = plates[i]
      if (!plate) return layer
      const pass = passOf(plate)
      const alone = { ...layer, left: 0, top: 0 }
      const lit = shaded(alone, pass, figure.product, means?.get(figure.product.id) ?? meanLight(alone, pass), mask)
      return { ...lit, left: layer.left, top: layer.top }
    })
  }

  /** Mean light on each product that asks for it. */
  means(plates: Plates): Map<string, number> {
    return new Map(
      this.#sitters.flatMap(({ figure, layer }, i) => {
        const plate = plates[i]
        return plate ? [[figure.product.id, meanLight({ ...layer, left: 0, top: 0 }, passOf(plate))] as const] : []
      }),
    )
  }

  dispose(): void {
    for (const { plate } of this.#sitters) plate?.dispose()
  }

  #lit({ product, stand }: Figure): boolean {
    if (changes(product)) return true
    const { props, cards } = this.#shot.document
    const { eye, into } = this.#shot.view
    const depth = ([x, y, z]: readonly number[], reach: number) =>
      ((x as number) - eye[0]) * into[0] + ((y as number) - eye[1]) * into[1] + ((z as number) - eye[2]) * into[2] - reach
    return (
      props.some(({ at, size }) => depth([at[0], at[1] + size[1] / 2, at[2]], Math.hypot(...size) / 2) < stand.depth) ||
      cards.some(({ seen, at, width, height }) => seen && depth(at, Math.hypot(width, height) / 2) < stand.depth)
    )
  }
}

const changes = ({ relight, tint, gloss }: Shading) => relight > 0 || tint > 0 || gloss > 0

function passOf(plate: Sum): Pass {
  const { width, height } = plate
  const [first, second] = [meanOf(plate, 0), meanOf(plate, 1)]
  const n = width * height
  const pass = { width, height, light: new Float32Array(n * 3), shine: new Float32Array(n * 3), seen: new Float32Array(n) }
  for (let i = 0; i < n; i++) {
    // Where the body covers a pixel in part, what it covers speaks for all of it.
    const cover = first[i * 4 + 3] as number
    pass.seen[i] = cover > 0 ? Math.min(1, (second[i * 4 + 3] as number) / cover) : 1
    for (let c = 0; c < 3 && cover > 0; c++) {
      pass.light[i * 3 + c] = (first[i * 4 + c] as number) / cover
      pass.shine[i * 3 + c] = (second[i * 4 + c] as number) / cover
    }
  }
  return pass
}
