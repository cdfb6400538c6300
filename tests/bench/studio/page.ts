import { Scene } from '../../../src/core/scene/document'
import { render } from '../../../src/ops/render'
import { run } from '../../../src/ops/render/run'
import { cutoutAt } from './cutout-at'

/** A picture that the page is asked for. `products`: addresses of cutouts (PNG), in the scene's order. */
export interface Order {
  readonly scene: unknown
  readonly width: number
  readonly height: number
  readonly samples: number
  readonly layer?: 'all' | 'set' | 'products' | 'shadow'
  readonly products: readonly string[]
}

/** Renders a scene: PNG as base64, ms of the whole, and ms until each unfinished picture was shown. */
async function picture(order: Order): Promise<{ png: string; ms: number; shown: number[] }> {
  const products = await Promise.all(order.products.map(cutoutAt))
  const params = render.params.parse({ ...order, scene: Scene.parse(order.scene) })
  const start = performance.now()
  const shown: number[] = []
  const image = await run({ products, masks: [], models: [] }, params, {
    signal: new AbortController().signal,
    alive() {},
    network: () => Promise.reject(new Error('no network here')),
    infer: () => Promise.reject(new Error('no network here')),
    part: () => Promise.reject(new Error('no parts here')),
    async show() {
      shown.push(performance.now() - start)
    },
  })
  const ms = performance.now() - start
  const canvas = new OffscreenCanvas(image.width, image.height)
  canvas.getContext('2d')?.putImageData(new ImageData(image.data, image.width, image.height), 0, 0)
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer())
  return { png: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')), ms, shown }
}

Object.assign(window, { picture })
