import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { MeshValue } from '../src/core/mesh'
import type { ImageValue } from '../src/core/recipe'
import type { Model } from '../src/core/scene/document'
import { run as readMesh } from '../src/ops/mesh/run'
import { lamp, type Prop, type Sketch, take } from './bench/studio/take'
import { cube, GltfBuilder } from './support/glb'

const none = () => Promise.reject(new Error('not here'))
const ctx = { signal: new AbortController().signal, alive() {}, network: none, infer: none, part: none }
const read = (bytes: Uint8Array<ArrayBuffer>): Promise<MeshValue> =>
  readMesh({ file: { kind: 'file', blob: new Blob([bytes]) } }, {}, ctx) as Promise<MeshValue>

/** A picture of columns, left to right. */
async function striped(columns: readonly string[], side = 8): Promise<Uint8Array> {
  const canvas = new OffscreenCanvas(side * columns.length, side)
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D
  columns.forEach((colour, i) => {
    context.fillStyle = colour
    context.fillRect(i * side, 0, side, side)
  })
  return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer())
}

/** A box of 100 mm in these colours, matt. */
async function boxOf(columns: readonly string[], more: object = {}): Promise<MeshValue> {
  const builder = new GltfBuilder()
  const index = builder.texture(await striped(columns))
  return await read(
    cube(builder, { material: { pbrMetallicRoughness: { baseColorTexture: { index }, metallicFactor: 0 }, ...more } }).glb(),
  )
}

const model: Model = { file: 'a'.repeat(64), title: 'Box', dress: 'file', colour: [128, 128, 128], outline: [] }
const prop = (more: Partial<Prop> = {}): Prop => ({
  id: 'own',
  kind: 'model',
  at: [0, 0, 0],
  size: [100, 100, 100],
  material: { kind: 'paper', colour: [180, 60, 40], roughness: 1, relief: 0 },
  model,
  ...more,
})
const SIDE = 72
/** Seen from the front and a little above, a large light from the left. */
const seen = (props: Prop[], models: readonly MeshValue[], more: Sketch = {}) =>
  take(
    {
      camera: { target: [0, 50, 0], distance: 1000, tilt: 12, focal: 100, fNumber: 32 },
      lights: [lamp({ azimuth: -60, elevation: 45, width: 60, height: 60, power: 0 })],
      environment: { kind: 'studio', power: -3 },
      props,
      products: [{ id: 'p', at: [0, 0, -5000], size: { by: 'height', height: 1 } }],
      ...more,
    },
    { width: SIDE, height: SIDE, samples: 12 },
    [],
    undefined,
    models,
  )
const at = ({ data }: ImageValue, x: number, y: number) => {
  const p = (Math.round(y * SIDE) * SIDE + Math.round(x * SIDE)) * 4
  return [data[p], data[p + 1], data[p + 2]] as [number, number, number]
}

beforeEach(() => {
  vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('refused'))
  vi.spyOn(XMLHttpRequest.prototype, 'open').mockImplementation(() => {
    throw new Error('refused')
  })
})
afterEach(() => {
  expect(fetch).not.toHaveBeenCalled()
  expect(XMLHttpRequest.prototype.open).not.toHaveBeenCalled()
  vi.restoreAllMocks()
})

test('a 3D file stands in its own colours, the right way round, and throws its shadow', { timeout: 300_000 }, async () => {
  const box = await boxOf(['#c02020', '#2020c0'])
  const [bare, full] = [await seen([], []), await seen([prop()], [box])]
  const [left, right] = [at(full, 0.44, 0.5), at(full, 0.56, 0.5)]
  expect(left[0]).toBeGreaterThan(2 * left[2])
  expect(right[2]).toBeGreaterThan(2 * right[0])
  // The ground beside it, away from the light and towards it.
  expect(at(full, 0.7, 0.6)[1]).toBeLessThan(0.7 * at(bare, 0.7, 0.6)[1])
  expect(Math.abs(at(full, 0.1, 0.7)[1] - at(bare, 0.1, 0.7)[1])).toBeLessThan(8)
  // Its top and its left side are lit, its front is seen aslant: all from one light.
  expect(at(full, 0.44, 0.36)[0]).toBeGreaterThan(left[0])
})

test('its colours come out as those of a prop that is made here, and its size is the prop’s', { timeout: 300_000 }, async () => {
  const box = await boxOf(['rgb(180,60,40)'])
  const made = await seen([prop({ kind: 'box', model: undefined, size: [120, 80, 100] })], [])
  for (const dress of ['file', 'material'] as const) {
    const own = await seen([prop({ size: [120, 80, 100], model: { ...model, dress } })], [box])
    const apart = own.data.reduce((sum, value, i) => sum + Math.abs(value - (made.data[i] as number)), 0) / own.data.length
    expect(apart).toBeLessThan(2.5)
  }
})

test('what is clear lets light and sight through, and a file that is not here is left out', { timeout: 300_000 }, async () => {
  const glass = await boxOf(['#ffffff'], {
    alphaMode: 'BLEND',
    pbrMetallicRoughness: { baseColorFactor: [0.1, 0.1, 0.1, 0.4], metallicFactor: 0 },
  })
  const solid = await boxOf(['#ffffff'], { pbrMetallicRoughness: { baseColorFactor: [0.1, 0.1, 0.1, 1], metallicFactor: 0 } })
  const [bare, clear, dark] = [await seen([prop()], []), await seen([prop()], [glass]), await seen([prop()], [solid])]
  expect(bare.data).toEqual((await seen([], [])).data)
  const grey = (picture: ImageValue) => at(picture, 0.5, 0.5)[1]
  expect(grey(dark)).toBeLessThan(grey(clear) - 20)
  expect(grey(clear)).toBeLessThan(grey(bare) - 20)
  const shadow = (picture: ImageValue) => at(picture, 0.7, 0.6)[1]
  expect(shadow(clear)).toBeGreaterThan(shadow(dark) + 20)
})
