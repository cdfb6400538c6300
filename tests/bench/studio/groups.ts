import type { Colour } from '../../../src/core/colour'
import type { ImageValue } from '../../../src/core/recipe'
import type { Scene } from '../../../src/core/scene/document'
import type { Body } from '../../../src/core/scene/framing'
import { project, shifted, type View, viewOf } from '../../../src/core/scene/geometry'
import { grouped } from '../../../src/core/scene/layouts'
import { LAYOUTS, type Layout } from '../../../src/core/scene/plans'
import type { Row } from './row'
import { type Sketch, sceneOf, take } from './take'

/** Around a product in its photo, px. */
const MARGIN = 3

/** A product of one colour that fills its picture but for a margin. */
function slab(width: number, height: number, colour: Colour): ImageValue {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let y = MARGIN; y < height - MARGIN; y++)
    for (let x = MARGIN; x < width - MARGIN; x++) data.set([...colour, 255], (y * width + x) * 4)
  return { kind: 'image', width, height, data }
}

/** The products of a scene alone, in a square frame. Those at three places are red, green and blue, the others black. */
async function figures(scene: Scene, bodies: readonly Body[], side: number, shown: readonly number[]): Promise<ImageValue> {
  const primary = (i: number): Colour => [0, 1, 2].map((c) => (shown[c] === i ? 255 : 0)) as [number, number, number]
  // Photos of different sizes: 1, 2 or 3 px for each mm.
  const cutouts = bodies.map(({ width, height }, i) =>
    slab(width * (1 + (i % 3)) + 2 * MARGIN, height * (1 + (i % 3)) + 2 * MARGIN, primary(i)),
  )
  return await take(scene, { width: side, height: side, samples: 4, layer: 'products' }, cutouts)
}

interface Seen {
  /** Px². */
  readonly area: number
  /** Px, in its middle third. */
  readonly width: number
  readonly height: number
  /** Px from the frame's upper left corner. */
  readonly middle: number
  readonly foot: number
}

/** What is seen of the product in a primary colour: sums of what it covers of each pixel, exact below the pixel. */
function seenOf({ width, height, data }: ImageValue, channel: number): Seen {
  const [columns, rows] = [new Float64Array(width), new Float64Array(height)]
  let area = 0
  for (let y = 0, p = 0; y < height; y++) {
    for (let x = 0; x < width; x++, p += 4) {
      const cover = ((data[p + channel] as number) / 255) * ((data[p + 3] as number) / 255)
      columns[x] = (columns[x] as number) + cover
      rows[y] = (rows[y] as number) + cover
      area += cover
    }
  }
  // A rectangle's columns are all as high, but for its edges.
  const inner = (sums: Float64Array) => {
    const full = Math.max(...sums)
    const whole = Array.from(sums).filter((sum) => sum > 0.9 * full)
    return whole.reduce((sum, one) => sum + one, 0) / whole.length
  }
  const [high, wide] = [inner(columns), inner(rows)]
  const mean = (sums: Float64Array) => sums.reduce((sum, one, i) => sum + one * (i + 0.5), 0) / area
  return { area, width: wide, height: high, middle: mean(columns), foot: mean(rows) + high / 2 }
}

/** Where a body's picture is seen by the camera: the plane that looks at the camera, over the point it stands on. */
function expected(view: View, at: Scene['products'][number]['at'], { width, height }: Body): Seen {
  const foot = project(view, at)
  const top = project(view, shifted(at, view, 0, height))
  const side = project(view, shifted(at, view, width, 0))
  const [wide, high] = [side.x - foot.x, foot.y - top.y]
  return { area: wide * high, width: wide, height: high, middle: foot.x, foot: foot.y }
}

const THREE: readonly Body[] = [
  { width: 60, height: 180, depth: 60 },
  { width: 105, height: 95, depth: 60 },
  { width: 160, height: 42, depth: 60 },
]
const SIDE = 400

/** Three products in a picture, and where the camera's geometry puts them. `back` = how far each stands behind the first, mm. */
async function three(back: readonly number[], camera: { tilt: number; focal: number }): Promise<{ seen: Seen; wanted: Seen }[]> {
  const distance = 1500 * (camera.focal / 85)
  const sketch: Sketch = {
    camera: { target: [0, 70, 0], distance, fNumber: 64, ...camera },
    products: THREE.map(({ height }, i) => ({ id: `p${i}`, at: [150 * (i - 1), 0, -(back[i] ?? 0)], size: { by: 'height', height } })),
  }
  const scene = sceneOf(sketch, 1)
  const picture = await figures(scene, THREE, SIDE, [0, 1, 2])
  const view = viewOf(scene.camera, 1, SIDE, SIDE)
  return scene.products.map(({ at }, i) => ({ seen: seenOf(picture, i), wanted: expected(view, at, THREE[i] as Body) }))
}

const CAMERAS = [
  { tilt: 0, focal: 85 },
  { tilt: 12, focal: 50 },
  { tilt: 35, focal: 28 },
]
const worst = (values: readonly number[]) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
const overCameras = async (measure: (camera: (typeof CAMERAS)[number]) => Promise<readonly number[]>): Promise<number> => {
  const all: number[] = []
  for (const camera of CAMERAS) all.push(...(await measure(camera)))
  return worst(all)
}

/** How far heights and widths at one depth are from their ratios in mm, per cent. */
const relativeScale = () =>
  overCameras(async (camera) => {
    const found = await three([0, 0, 0], camera)
    const { seen: first } = found[0] as (typeof found)[0]
    const unit = first.height / (THREE[0] as Body).height
    return found.flatMap(({ seen }, i) => [
      100 * (seen.height / unit / (THREE[i] as Body).height - 1),
      100 * (seen.width / unit / (THREE[i] as Body).width - 1),
    ])
  })

/** The same at three depths, against what the camera's projection says, per cent. */
const projectedScale = () =>
  overCameras(async (camera) =>
    (await three([0, 120, 260], camera)).flatMap(({ seen, wanted }) => [
      100 * (seen.height / wanted.height - 1),
      100 * (seen.width / wanted.width - 1),
    ]),
  )

/** How far feet and middles are from the points that they stand on, px. */
const places = () =>
  overCameras(async (camera) =>
    (await three([0, 120, 260], camera)).flatMap(({ seen, wanted }) => [seen.foot - wanted.foot, seen.middle - wanted.middle]),
  )

/** Widths and heights of what may stand in a group, mm; all of them solid boxes, which hide the most. */
const DOZEN: readonly Body[] = (
  [
    [70, 180],
    [60, 240],
    [120, 90],
    [200, 60],
    [45, 130],
    [90, 90],
    [150, 210],
    [30, 100],
    [80, 300],
    [180, 140],
    [55, 55],
    [110, 160],
  ] as const
).map(([width, height]) => ({ width, height, depth: Math.min(80, width * 0.6) }))

/** The largest share, per cent, of a product's picture that is not seen, in groups of 2 to 12. */
async function mostHidden(layout: Layout): Promise<number> {
  const side = 320
  let most = 0
  for (let count = 2; count <= 12; count++) {
    const bodies = DOZEN.slice(0, count)
    const scene = grouped(
      sceneOf(
        {
          camera: { distance: 1200, tilt: 6 * (count % 4), focal: 85, fNumber: 64 },
          products: bodies.map((_, i) => ({
            id: `p${i}`,
            size: { by: 'fit', width: 100, height: 100 },
            form: { kind: 'box', depth: 0.5 },
          })),
        },
        1,
      ),
      layout,
      bodies,
    )
    const view = viewOf(scene.camera, 1, side, side)
    for (let from = 0; from < count; from += 3) {
      const shown = [from, from + 1, from + 2].filter((i) => i < count)
      const picture = await figures(scene, bodies, side, shown)
      for (const [channel, i] of shown.entries()) {
        const { area } = expected(view, (scene.products[i] as Scene['products'][number]).at, bodies[i] as Body)
        most = Math.max(most, 100 * (1 - seenOf(picture, channel).area / area))
      }
    }
  }
  return most
}

/** Layouts in which nothing stands before a product; of stairs the next step may, seen from the side. */
const OPEN: ReadonlySet<Layout> = new Set(['row', 'flat lay'])

/** Products of a group: their true sizes and places, and how much of each is seen. */
export const groups: readonly Row[] = [
  { part: 'groups', name: 'three at one depth: relative sizes off, %', goal: 'at most 1', measure: relativeScale, met: (v) => v <= 1 },
  {
    part: 'groups',
    name: 'three at three depths: sizes off the projection, %',
    goal: 'at most 1',
    measure: projectedScale,
    met: (v) => v <= 1,
  },
  { part: 'groups', name: 'three at three depths: off their places, px', goal: 'at most 1', measure: places, met: (v) => v <= 1 },
  ...LAYOUTS.map((layout): Row => {
    const asked = OPEN.has(layout) ? 0 : 15
    return {
      part: 'layouts',
      name: `${layout}, 2 to 12 products: most of one that others hide, %`,
      goal: `at most ${asked}`,
      measure: () => mostHidden(layout),
      // A hundredth is what edges below the pixel leave unsure.
      met: (v) => v <= asked + 1,
    }
  }),
]
