import type { z } from 'zod'
import type { ImageValue } from '../../../src/core/recipe'
import { Camera, type Scene } from '../../../src/core/scene/document'
import { SENSOR, shifted, viewOf } from '../../../src/core/scene/geometry'
import { anchorOf } from '../../../src/core/scene/standing'
import { outlineOf } from '../../../src/ops/render/outline'
import { of } from '../../../src/studios/photography/scenes/shot'

type Set = Omit<z.input<typeof Scene>, 'camera' | 'products' | 'aspect'>

/** A picture of the trade, and the set that it seems to have been taken in. */
export interface Reference {
  /** Its file, without what it ends with. */
  readonly photo: string
  /** The product's height in the picture, mm. */
  readonly height: number
  readonly lens: Omit<z.input<typeof Camera>, 'target' | 'distance'>
  readonly product?: Omit<z.input<typeof Scene>['products'][number], 'id' | 'size'>
  readonly set: Set
}

/** Five product photos taken by others, rebuilt. */
export const references: readonly Reference[] = [
  {
    photo: 'unsplash-charles-deluvio-695736',
    height: 260,
    lens: { tilt: 7, focal: 70, fNumber: 8, exposure: 0.12, kelvin: 5500 },
    product: { form: { kind: 'cylinder', depth: 0.9 } },
    set: {
      lights: [
        {
          id: 'key',
          kind: 'octabox',
          role: 'key',
          aim: [0, 60, 0],
          azimuth: -50,
          elevation: 40,
          distance: 1100,
          width: 1500,
          height: 1500,
          power: -0.9,
        },
        {
          id: 'fill',
          kind: 'softbox',
          role: 'fill',
          aim: [0, 110, 0],
          azimuth: 45,
          elevation: 40,
          distance: 1500,
          width: 1600,
          height: 1600,
          power: -1.2,
        },
      ],
      environment: { kind: 'studio', power: -1.1 },
      ground: { material: of('paper', '#dbbd97', { relief: 0.4 }) },
      backdrop: { kind: 'sweep', distance: 420, radius: 380 },
    },
  },
  {
    photo: 'unsplash-eniko-kis-663725',
    height: 110,
    lens: { tilt: 7, focal: 60, fNumber: 5.6, exposure: 0.72, kelvin: 5650 },
    product: { form: { kind: 'box', depth: 0.6 } },
    set: {
      lights: [
        {
          id: 'key',
          kind: 'window',
          role: 'key',
          aim: [0, 60, 0],
          azimuth: -62,
          elevation: 42,
          distance: 1500,
          width: 1500,
          height: 1700,
          power: -0.8,
          kelvin: 5600,
        },
      ],
      environment: { kind: 'studio', power: -0.9, kelvin: 5700 },
      ground: { material: of('acrylic', '#c8c5ca', { roughness: 0.34 }) },
      backdrop: { kind: 'wall', distance: 210, material: of('paper', '#ecebee', { relief: 0.3 }) },
    },
  },
  {
    photo: 'unsplash-alexander-andrews-260988',
    height: 140,
    lens: { tilt: 90, focal: 60, fNumber: 8, exposure: -0.2 },
    product: { pose: 'lying', form: { kind: 'box', depth: 0.45 } },
    set: {
      lights: [
        {
          id: 'key',
          kind: 'window',
          role: 'key',
          aim: [0, 0, 0],
          azimuth: -165,
          elevation: 42,
          distance: 620,
          width: 900,
          height: 700,
          power: -1.2,
        },
      ],
      environment: { kind: 'studio', power: -1.6 },
      ground: { material: of('paper', '#e4e4e3', { relief: 0.4 }) },
      backdrop: { kind: 'sweep', distance: 4000, radius: 100 },
    },
  },
  {
    photo: 'unsplash-oscar-ivan-esquivel-arteaga-687447',
    height: 60,
    lens: { tilt: 24, focal: 80, fNumber: 11, exposure: -0.5 },
    product: { form: { kind: 'inflated', depth: 0.55 } },
    set: {
      lights: [
        {
          id: 'key',
          kind: 'softbox',
          role: 'key',
          aim: [0, 30, -60],
          azimuth: 176,
          elevation: 50,
          distance: 420,
          width: 420,
          height: 320,
          power: -1.3,
        },
      ],
      environment: { kind: 'studio', power: -1.6 },
      ground: { material: of('paper', '#e9e8e6', { relief: 0.2 }) },
      backdrop: { kind: 'sweep', distance: 300, radius: 250 },
    },
  },
  {
    photo: 'unsplash-thomas-serer-420833',
    height: 130,
    lens: { tilt: 5, focal: 60, fNumber: 8, exposure: -0.2, kelvin: 5300 },
    product: { form: { kind: 'inflated', depth: 0.35 } },
    set: {
      lights: [
        {
          id: 'key',
          kind: 'strip',
          role: 'key',
          aim: [0, 30, 0],
          azimuth: -135,
          elevation: 48,
          distance: 1100,
          width: 160,
          height: 600,
          power: 0.2,
        },
        {
          id: 'glow',
          kind: 'spot',
          role: 'background',
          aim: [-170, 230, -500],
          azimuth: -20,
          elevation: 50,
          distance: 800,
          width: 120,
          height: 120,
          power: -0.2,
          spread: 45,
        },
        {
          id: 'front',
          kind: 'softbox',
          role: 'fill',
          aim: [0, 0, 100],
          azimuth: 0,
          elevation: 70,
          distance: 900,
          width: 500,
          height: 300,
          power: -2.2,
        },
      ],
      environment: { kind: 'studio', power: -3.2, kelvin: 6200 },
      ground: { material: of('paper', '#e4eaec', { relief: 0.2 }) },
      backdrop: { kind: 'sweep', distance: 500, radius: 250 },
    },
  },
]

/**
 * The reference's document: its product stands at the origin, and the camera looks so that the cutout (straight alpha, in the photo's frame) lies
 * where the photo has it.
 */
export function documentOf({ height, lens, product, set }: Reference, cutout: ImageValue): z.input<typeof Scene> {
  const outline = outlineOf(cutout)
  const { width, height: rows, box } = outline
  const aspect = width / rows
  const mm = height / (box.bottom - box.top)
  const [x, y] = anchorOf({ pose: 'standing', contact: null, ...product }, outline)
  const distance = (mm * lens.focal * Math.max(width, rows)) / SENSOR
  const view = viewOf(Camera.parse({ ...lens, target: [0, 0, 0], distance }), aspect, width, rows)
  const target = shifted([0, 0, 0], view, (width / 2 - x) * mm, (y - rows / 2) * mm)
  return { ...set, aspect, camera: { ...lens, target, distance }, products: [{ ...product, id: 'hero', size: { by: 'height', height } }] }
}
