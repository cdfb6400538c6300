import type { ImageValue, RunContext } from '../../../src/core/recipe'
import { Scene } from '../../../src/core/scene/document'
import { toLinear } from '../../../src/core/scene/light'
import type { z } from '../../../src/core/schema'
import { render } from '../../../src/ops/render'
import { run } from '../../../src/ops/render/run'

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

/** Takes a picture of the bare set with what a sketch changes in it. */
export async function take(
  sketch: Sketch,
  size: Size,
  products: readonly ImageValue[] = [],
  show?: RunContext['show'],
): Promise<ImageValue> {
  const scene = Scene.parse({ ...bare, aspect: size.width / size.height, ...sketch })
  const ctx: RunContext = {
    signal: new AbortController().signal,
    alive() {},
    network: none,
    infer: none,
    part: none,
    ...(show ? { show } : {}),
  }
  return await run({ products }, render.params.parse({ scene, ...size }), ctx)
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
