import type { MeshValue } from '../../../src/core/mesh'
import { over } from '../../../src/core/over'
import type { ImageValue, RunContext } from '../../../src/core/recipe'
import { Scene } from '../../../src/core/scene/document'
import { toLinear } from '../../../src/core/scene/light'
import type { z } from '../../../src/core/schema'
import { render } from '../../../src/ops/render'
import { Exposure } from '../../../src/ops/render/exposure'
import { run } from '../../../src/ops/render/run'
import { Studio } from '../../../src/ops/render/studio'
import type { Tile } from '../../../src/ops/render/tile'

export type Sketch = Partial<z.input<typeof Scene>>
export type Prop = NonNullable<Sketch['props']>[number]
export type Light = z.input<typeof Scene>['lights'][number]

const none = () => Promise.reject(new Error('not here'))

/** A bare white set seen from straight above, without light. */
const bare: z.input<typeof Scene> = {
  camera: { target: [0, 0, 0], distance: 1500, tilt: 90, focal: 100, fNumber: 32 },
  lights: [],
  environment: { kind: 'overcast', power: -12 },
  ground: { material: { kind: 'paper', colour: [255, 255, 255], relief: 0 } },
  backdrop: { kind: 'wall', distance: 20_000, material: { kind: 'paper' } },
  products: [{ id: 'p', size: { by: 'height', height: 100 } }],
}

export interface Size {
  readonly width: number
  readonly height: number
  readonly samples: number
  readonly layer?: z.input<typeof render.params>['layer']
  readonly only?: number
}

/** The bare set with what a sketch changes in it. */
export const sceneOf = (sketch: Sketch, aspect: number): Scene => Scene.parse({ ...bare, aspect, ...sketch })

/** What a runner is told, if nothing else is said: nobody is looking, and nothing comes. */
export const context = (more: Partial<RunContext> = {}): RunContext => ({
  signal: new AbortController().signal,
  alive() {},
  network: none,
  infer: none,
  part: none,
  ...more,
})

/** Takes a picture of the bare set with what a sketch changes in it. */
export async function take(
  sketch: Sketch,
  size: Size,
  products: readonly ImageValue[] = [],
  show?: RunContext['show'],
  models: readonly MeshValue[] = [],
): Promise<ImageValue> {
  const scene = sceneOf(sketch, size.width / size.height)
  return await run({ products, masks: [], models }, render.params.parse({ scene, ...size }), context(show ? { show } : {}))
}

let room: Studio | null = null

/** A part of a large frame: what its film shows without the products, and the alpha that they have there. */
export async function detail(
  scene: Scene,
  { width, height, samples }: Size,
  tile: Tile,
  products: readonly ImageValue[],
): Promise<{ set: Uint8ClampedArray; cover: Uint8Array }> {
  room ??= new Studio()
  const shot = room.shoot(scene, products, width, height)
  const exposure = new Exposure(shot, room, tile, scene.products)
  try {
    for (let sample = 0; sample < samples; sample++) await exposure.take(context())
    const data = new Uint8ClampedArray(tile.width * tile.height * 4)
    const kept = exposure.keep()
    for (const layer of exposure.placing.layers(kept.plates, null)) over(data, tile.width, layer)
    return {
      set: shot.develop(kept.light, false),
      cover: Uint8Array.from({ length: data.length / 4 }, (_, i) => data[i * 4 + 3] as number),
    }
  } finally {
    exposure.dispose()
    shot.dispose()
    room.settle()
  }
}

/** A light from straight above, if nothing else is said. */
export const lamp = (more: Partial<Light> = {}): Light => ({
  id: 'key',
  kind: 'softbox',
  role: 'key',
  aim: [0, 0, 0],
  azimuth: 0,
  elevation: 90,
  distance: 1000,
  width: 20,
  height: 20,
  power: -2,
  ...more,
})

/** Linear light of a channel in the mean of a square, `side` px wide, about a point. */
export function linearAt({ data, width }: ImageValue, x: number, y: number, channel: number, side = 5): number {
  const from = Math.floor(side / 2)
  let sum = 0
  for (let j = 0; j < side; j++) {
    for (let i = 0; i < side; i++) sum += toLinear((data[((y - from + j) * width + x - from + i) * 4 + channel] as number) / 255)
  }
  return sum / (side * side)
}

/** Where a rising or falling row of values crosses a share of the way from its first to its last one, between pixels. */
export function crossing(row: readonly number[], share: number): number {
  const [first, last] = [row[0] as number, row[row.length - 1] as number]
  const at = row.map((value) => (value - first) / (last - first))
  const i = at.findIndex((value) => value >= share)
  const [a, b] = [at[i - 1] as number, at[i] as number]
  return i - 1 + (share - a) / (b - a)
}
