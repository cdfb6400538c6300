import { afterEach, expect, test, vi } from 'vitest'
import type { ImageValue } from '../src/core/recipe'
import { render } from '../src/ops/render'
import { darkroom } from '../src/ops/render/run'
import { stripes } from './bench/studio/measures'
import { context, lamp, type Size, type Sketch, sceneOf } from './bench/studio/take'

const original = OffscreenCanvas.prototype.getContext
afterEach(() => {
  OffscreenCanvas.prototype.getContext = original
})

/** A product in soft light on a ground that mirrors it, a ball before a part of it. */
const set = (relight: number, more: Sketch = {}): Sketch => ({
  camera: { target: [0, 45, 0], distance: 700, tilt: 14, focal: 85, fNumber: 5.6 },
  lights: [lamp({ azimuth: -60, elevation: 35, width: 300, height: 300, power: 0 })],
  environment: { kind: 'studio', power: -2 },
  ground: { material: { kind: 'acrylic', colour: [180, 190, 200], roughness: 0.1 } },
  backdrop: { kind: 'sweep', distance: 400, radius: 150 },
  props: [{ id: 'ball', kind: 'sphere', at: [30, 0, 30], size: [40, 40, 40], material: { kind: 'plaster' } }],
  products: [{ id: 'p', size: { by: 'height', height: 90 }, relight, form: { kind: 'cylinder', depth: 1 } }],
  ...more,
})

/** Where nothing is lost. */
const calm = darkroom()

type Hearing = (sample: number, lose: () => void) => void

/** Takes a sketch in a darkroom of its own, which is heard before each sample; tells how many samples were begun. */
async function taken(sketch: Sketch, size: Size, hear: Hearing = () => {}, by = calm): Promise<{ image: ImageValue; begun: number }> {
  let gl: WebGL2RenderingContext | null = null
  vi.spyOn(OffscreenCanvas.prototype, 'getContext').mockImplementation(function (this: OffscreenCanvas, ...wish: unknown[]) {
    const given = Reflect.apply(original, this, wish)
    if (given instanceof WebGL2RenderingContext) gl = given
    return given
  })
  let begun = 0
  const listen = async () => hear(begun++, () => gl?.getExtension('WEBGL_lose_context')?.loseContext())
  const wish = render.params.parse({ scene: sceneOf(sketch, size.width / size.height), ...size })
  return { image: await by({ products: [stripes(48, 64)], masks: [], models: [] }, wish, context({ listen })), begun }
}

const size: Size = { width: 64, height: 64, samples: 8 }

test('a picture whose graphics are lost on the way goes on from its last copy, and is the same', { timeout: 300_000 }, async () => {
  const { image } = await taken(set(0.5), size)
  const kept = await taken(set(0.5), size, (sample, lose) => sample === 6 && lose(), darkroom())
  expect(kept.image.data).toEqual(image.data)
  // Seven were begun, four of them were kept.
  expect(kept.begun).toBe(7 + 4)
})

test('graphics that are lost twice end the picture with a clear fault, and the next one is taken', { timeout: 300_000 }, async () => {
  const by = darkroom()
  const lost = taken(set(0.5), size, (sample, lose) => (sample === 2 || sample === 3) && lose(), by)
  await expect(lost).rejects.toMatchObject({ fault: { code: 'graphics-lost', retry: true } })
  const { image } = await taken(set(0.5), { ...size, samples: 1 })
  expect((await taken(set(0.5), { ...size, samples: 1 }, () => {}, by)).image.data).toEqual(image.data)
})

test('tiles that are done are not done again', { timeout: 300_000 }, async () => {
  const few = { ...size, samples: 2 }
  const kept = await taken(set(0), few, (sample, lose) => sample === 6 && lose(), darkroom(32))
  expect(kept.begun).toBe(4 * 2 + 1)
  expect(apart(kept.image, (await taken(set(0), few)).image).mean).toBeLessThan(0.25)
})

/** Mean and largest difference of the bytes of two pictures, of the rows from `from` to `to`. */
function apart(a: ImageValue, b: ImageValue, from = 0, to = a.height): { mean: number; most: number } {
  let [sum, most] = [0, 0]
  for (let p = from * a.width * 4; p < to * a.width * 4; p++) {
    const d = Math.abs((a.data[p] as number) - (b.data[p] as number))
    sum += d
    most = Math.max(most, d)
  }
  return { mean: sum / ((to - from) * a.width * 4), most }
}

test('a picture in tiles is the one that is taken at once, without a seam', { timeout: 300_000 }, async () => {
  const few = { ...size, samples: 2 }
  const inTiles = darkroom(32)
  for (const sketch of [set(0), set(1, { ground: { material: { kind: 'water' } } })]) {
    const [once, tiled] = [await taken(sketch, few), await taken(sketch, few, () => {}, inTiles)]
    expect(apart(once.image, tiled.image).mean).toBeLessThan(0.25)
    // The rows at the seam are full of the relit product, whose mean light a tile takes from a picture of more samples.
    expect(apart(once.image, tiled.image, 30, 34).mean).toBeLessThan(1)
  }
})

test('a browser without WebGL 2 and a cutout without a product are told in clear words', { timeout: 300_000 }, async () => {
  const wish = render.params.parse({ scene: sceneOf(set(0), 1), ...size })
  vi.spyOn(OffscreenCanvas.prototype, 'getContext').mockReturnValue(null)
  const without = darkroom()({ products: [stripes(48, 64)], masks: [], models: [] }, wish, context())
  await expect(without).rejects.toMatchObject({ fault: { code: 'no-webgl', remedy: expect.stringMatching(/hardware acceleration/) } })
  OffscreenCanvas.prototype.getContext = original
  const empty: ImageValue = { kind: 'image', width: 48, height: 64, data: new Uint8ClampedArray(48 * 64 * 4) }
  await expect(calm({ products: [empty], masks: [], models: [] }, wish, context())).rejects.toMatchObject({ fault: { code: 'no-product' } })
})
