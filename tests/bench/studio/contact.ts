import type { ImageValue } from '../../../src/core/recipe'
import type { Form } from '../../../src/core/scene/document'
import { viewOf } from '../../../src/core/scene/geometry'
import { luminance, toLinear } from '../../../src/core/scene/light'
import { anchorOf, contactOf, type Spot, seenAt, standOf } from '../../../src/core/scene/standing'
import { outlineOf } from '../../../src/ops/render/outline'
import { withoutShadow } from '../../../src/ops/render/shadow'
import type { Tile } from '../../../src/ops/render/tile'
import { cutout, cylinder, disc, rectangle } from '../../support/products'
import { cutoutAt } from './cutout-at'
import type { Row } from './row'
import { detail, lamp, type Sketch, sceneOf } from './take'

/** Of the whole frame, px. */
const FRAME = 2000
/** How far below the contact line its shadow is looked for, px. */
const BELOW = 60

/** The light that a shadow comes from: behind, so that it falls towards the camera, or before, so that only the surroundings are shut out. */
const LIGHTS = { behind: { azimuth: 150, elevation: 45 }, before: { azimuth: -40, elevation: 45 } } as const

const sketchOf = (light: keyof typeof LIGHTS, form: Form | null): Sketch => ({
  camera: { target: [0, 90, 0], distance: 1200, tilt: 12, focal: 85, fNumber: 64 },
  lights: [lamp({ ...LIGHTS[light], width: 200, height: 200, power: -1, distance: 1200 })],
  environment: { kind: 'overcast', power: -1 },
  products: [{ id: 'p', size: { by: 'fit', width: 200, height: 220 }, form }],
})

/**
 * How many px of lit ground there are between a product's lower edge, where it stands on its contact line, and its shadow: the way down
 * from the edge to where the ground is half as darkened as it gets within 60 px. 95 of 100 columns have less.
 */
async function gap(picture: ImageValue, light: keyof typeof LIGHTS, form: Form | null): Promise<number> {
  const product = withoutShadow(picture)
  const scene = sceneOf(sketchOf(light, form), 1)
  const outline = outlineOf(product)
  const stand = standOf(scene.products[0] as (typeof scene.products)[0], outline, viewOf(scene.camera, 1, FRAME, FRAME))
  if (!stand) return Number.NaN
  const [[left], [right]] = contactOf({ contact: null }, outline).map((spot) => seenAt(stand, outline, spot)) as [Spot, Spot]
  const [, line] = seenAt(stand, outline, anchorOf({ contact: null, pose: 'standing' }, outline))
  // The middle of what touches tells as much as all of it.
  const width = Math.min(480, Math.floor((right as number) - (left as number)))
  const tile: Tile = {
    left: Math.round(((left as number) + (right as number) - width) / 2),
    top: Math.round(line) - 12,
    width,
    height: 12 + BELOW + 8,
  }
  const size = { width: FRAME, height: FRAME, samples: 32 }
  const bare = await detail(scene, size, tile, [])
  const shaded = await detail(scene, size, tile, [product])
  const dark = darkness(shaded.set, bare.set)
  const gaps: number[] = []
  for (let x = 0; x < width; x++) {
    let edge = 24
    while (edge > 0 && (shaded.cover[(edge - 1) * width + x] as number) < 128) edge--
    // What is not down at the line is over the ground, not on it.
    if (Math.abs(edge - (line - tile.top)) > 1.5) continue
    const column = Array.from({ length: BELOW }, (_, i) => meanAround(dark, width, x, edge + i))
    const most = Math.max(...column)
    gaps.push(most < 0.01 ? BELOW : column.findIndex((one) => one >= most / 2))
  }
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length * 0.95)] ?? Number.NaN
}

/** How much of the light on the ground is taken from it, 0 to 1. */
function darkness(shaded: Uint8ClampedArray, bare: Uint8ClampedArray): Float32Array {
  const light = (data: Uint8ClampedArray, p: number) =>
    luminance([0, 1, 2].map((c) => toLinear((data[p + c] as number) / 255)) as [number, number, number])
  return Float32Array.from({ length: shaded.length / 4 }, (_, i) => 1 - light(shaded, i * 4) / light(bare, i * 4))
}

/** Mean of 9 px of a row: one sample more or less is no edge. */
function meanAround(values: Float32Array, width: number, x: number, y: number): number {
  let [sum, n] = [0, 0]
  for (let i = Math.max(0, x - 4); i <= Math.min(width - 1, x + 4); i++) {
    sum += values[y * width + i] as number
    n++
  }
  return sum / n
}

const drawn: readonly (readonly [name: string, picture: () => ImageValue, form: Form | null])[] = [
  ['a box', () => cutout(400, 480, rectangle(10, 10, 390, 470)), { kind: 'box', depth: 0.5 }],
  ['a cylinder', () => cylinder(320, 520, 140, 460, 12), { kind: 'cylinder', depth: 1 }],
  ['an inflated form', () => cutout(480, 400, (x, y) => y < 380 && disc(240, 260, 220)(x, y)), { kind: 'inflated', depth: 0.5 }],
  ['a flat card', () => cutout(400, 480, rectangle(10, 10, 390, 470)), { kind: 'flat', depth: 0.02 }],
]
const real = [
  'saleor-apple-drink',
  'saleor-mighty-mug',
  'saleor-dash-force-1',
  'saleor-white-plimsolls-4',
  'solidus-bottles-1',
  'solidus-cap-gray-2',
]

/** The gap between what stands and its shadow. `folder` = where the real cutouts are served; null = they are not there. */
export const contacts = (folder: string | null): Row[] => {
  const all = [
    ...drawn.map(([name, picture, form]) => ({ name, form, picture: async () => picture() })),
    ...(folder ? real : []).map((name) => ({ name, form: null, picture: () => cutoutAt(`${folder}/${name}.png`) })),
  ]
  return all.flatMap(({ name, picture, form }) =>
    (['behind', 'before'] as const).map((light) => ({
      part: 'contact',
      name: `ground between ${name} and its shadow, light from ${light}, px of 2,000`,
      goal: 'at most 1',
      measure: async () => gap(await picture(), light, form),
      met: (px: number) => px <= 1,
    })),
  )
}
