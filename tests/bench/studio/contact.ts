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
/** How far from the product its shadow is looked for, px. */
const REACH = 60

/** The light that a shadow comes from: behind, so that it falls towards the camera, or before, so that only the surroundings are shut out. */
const LIGHTS = {
  behind: { azimuth: 150, elevation: 45 },
  before: { azimuth: -40, elevation: 45 },
  beside: { azimuth: -90, elevation: 45 },
} as const

const sketchOf = (light: keyof typeof LIGHTS, form: Form | null, lift = 0): Sketch => ({
  camera: { target: [0, 90, 0], distance: 1200, tilt: 12, focal: 85, fNumber: 64 },
  lights: [lamp({ ...LIGHTS[light], width: 200, height: 200, power: -1, distance: 1200 })],
  environment: { kind: 'overcast', power: -1 },
  products: [{ id: 'p', at: [0, lift, 0], size: { by: 'fit', width: 200, height: 220 }, form }],
})

/** How a shadow is walked up to: down from the contact line, or to the right from its right end. */
interface Walk {
  readonly tile: Tile
  /** Lines that are walked, and how many of a line's first px may be the product's. */
  readonly lines: number
  readonly before: number
  /** The pixel of the tile that is so many px along a line. */
  at(line: number, px: number): number
}

type Ends = { readonly left: number; readonly right: number; readonly line: number }

function downFrom({ left, right, line }: Ends): Walk {
  // The middle of what touches tells as much as all of it.
  const width = Math.min(480, Math.floor(right - left))
  const tile = { left: Math.round((left + right - width) / 2), top: Math.round(line) - 12, width, height: 12 + REACH + 8 }
  return { tile, lines: width, before: 12, at: (x, y) => y * width + x }
}

function rightFrom({ right, line }: Ends): Walk {
  const width = 12 + REACH + 8
  const tile = { left: Math.round(right) - 12, top: Math.round(line) - 24, width, height: 18 }
  return { tile, lines: tile.height, before: 12, at: (y, x) => y * width + x }
}

/**
 * How many px of lit ground there are between a product that stands, or is held `lift` mm over the ground, and its shadow: from its edge
 * to where the ground is half as darkened as it gets within 60 px. 95 of 100 lines have less.
 */
async function gap(picture: ImageValue, light: keyof typeof LIGHTS, form: Form | null, lift = 0): Promise<number> {
  const product = withoutShadow(picture)
  const scene = sceneOf(sketchOf(light, form, lift), 1)
  const outline = outlineOf(product)
  const stand = standOf(scene.products[0] as (typeof scene.products)[0], outline, viewOf(scene.camera, 1, FRAME, FRAME))
  if (!stand) return Number.NaN
  const [[left], [right]] = contactOf({ contact: null }, outline).map((spot) => seenAt(stand, outline, spot)) as [Spot, Spot]
  const [, line] = seenAt(stand, outline, anchorOf({ contact: null, pose: 'standing' }, outline))
  const walk = (light === 'beside' ? rightFrom : downFrom)({ left, right, line })
  const size = { width: FRAME, height: FRAME, samples: 32 }
  const bare = await detail(scene, size, walk.tile, [])
  const shaded = await detail(scene, size, walk.tile, [product])
  return gapAlong(walk, darkness(shaded.set, bare.set), shaded.cover)
}

function gapAlong({ lines, before, at }: Walk, dark: Float32Array, cover: Uint8Array): number {
  const gaps: number[] = []
  for (let line = 0; line < lines; line++) {
    let edge = before + 8
    while (edge > 0 && (cover[at(line, edge - 1)] as number) < 128) edge--
    // What is not down at the line is over the ground, not on it.
    if (Math.abs(edge - before) > 2) continue
    const way = Array.from({ length: REACH }, (_, i) => meanOf(dark, lines, line, (near) => at(near, edge + i)))
    const most = Math.max(...way)
    gaps.push(most < 0.01 ? REACH : way.findIndex((one) => one >= most / 2))
  }
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length * 0.95)] ?? Number.NaN
}

/** How much of the light on the ground is taken from it, 0 to 1. */
function darkness(shaded: Uint8ClampedArray, bare: Uint8ClampedArray): Float32Array {
  const light = (data: Uint8ClampedArray, p: number) =>
    luminance([0, 1, 2].map((c) => toLinear((data[p + c] as number) / 255)) as [number, number, number])
  return Float32Array.from({ length: shaded.length / 4 }, (_, i) => 1 - light(shaded, i * 4) / light(bare, i * 4))
}

/** Mean over nine neighbouring lines: one sample more or less is no edge. */
function meanOf(values: Float32Array, lines: number, line: number, at: (line: number) => number): number {
  let [sum, n] = [0, 0]
  for (let near = Math.max(0, line - 4); near <= Math.min(lines - 1, line + 4); near++) {
    sum += values[at(near)] as number
    n++
  }
  return sum / n
}

type Drawn = readonly [name: string, picture: () => ImageValue, form: Form]

const drawn: readonly Drawn[] = [
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
  const row = (name: string, measure: Row['measure'], goal = 'at most 1', met: Row['met'] = (px) => px <= 1): Row => ({
    part: 'contact',
    name: `ground between ${name}, px of 2,000`,
    goal,
    measure,
    met,
  })
  const [box, , , card] = drawn as [Drawn, Drawn, Drawn, Drawn]
  return [
    ...all.flatMap(({ name, picture, form }) =>
      (['behind', 'before'] as const).map((light) =>
        row(`${name} and its shadow, light from ${light}`, async () => gap(await picture(), light, form)),
      ),
    ),
    row('a box and its shadow, light from its left', () => gap(box[1](), 'beside', box[2])),
    // Were there a gap, it would be found.
    row(
      'a card held 5 mm high and its shadow',
      () => gap(card[1](), 'behind', card[2], 5),
      'over 5',
      (px) => px > 5,
    ),
  ]
}
