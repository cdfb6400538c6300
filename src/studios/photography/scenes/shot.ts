import type { Colour } from '../../../core/colour'
import type { Camera, Card, Environment, Light, Point, Prop, Scene } from '../../../core/scene/document'
import { SENSOR, towards } from '../../../core/scene/geometry'
import type { Material } from '../../../core/scene/materials'
import { rad } from '../../../core/scene/numbers'
import type { z } from '../../../core/schema'

/** A scene that comes with the studio. */
export interface ShippedScene {
  readonly id: string
  readonly title: string
  /** One short sentence, for the picker: why it works. */
  readonly says: string
  readonly scene: z.input<typeof Scene>
}

/** A trade and the sets that it is photographed in. */
export interface Industry {
  readonly id: string
  readonly title: string
  readonly scenes: readonly ShippedScene[]
}

type SceneInput = z.input<typeof Scene>
type MaterialInput = z.input<typeof Material>
type LightInput = z.input<typeof Light>

/** A light as a photographer sets it up: its place, its face and what an incident meter at its aim reads. */
export interface Lamp {
  kind: LightInput['kind']
  role: LightInput['role']
  /** Azimuth and elevation (degrees), distance from the aim (mm). */
  from: readonly [azimuth: number, elevation: number, distance: number]
  /** Of its face, mm: a disc's diameter, or width and height. */
  face: number | readonly [width: number, height: number]
  /** Stops at the aim, compared with the set's other lights; the camera's exposure brings their sum right. */
  level: number
  kelvin?: number
  spread?: number
  gobo?: LightInput['gobo']
  /** Without one: the hero's middle. */
  aim?: Point
}

/** What differs from set to set. */
export interface Shot {
  /** Width to height. */
  aspect: number
  lens: Omit<z.input<typeof Camera>, 'target' | 'distance' | 'exposure'>
  /** Share of the frame's height that the hero takes, if its width leaves room at the sides. */
  fills?: number
  /** Height of the frame's middle on the hero: 0 = its foot, 1 = its top. */
  lift?: number
  /** By how much the hero stands beside the frame's middle, in shares of the frame's width; to the right > 0. */
  aside?: number
  hero: Omit<SceneInput['products'][number], 'id' | 'size'> & { fit: readonly [width: number, height: number] }
  lights: readonly Lamp[]
  cards?: readonly Omit<z.input<typeof Card>, 'id'>[]
  /** Linear value of a white card, lying or facing the camera, whichever is brighter. */
  white?: number
  environment: z.input<typeof Environment>
  ground: MaterialInput
  /** Of what lies there, mm; null = without end. */
  groundSize?: [number, number]
  backdrop: SceneInput['backdrop']
  props?: readonly Omit<z.input<typeof Prop>, 'id'>[]
}

/** `#rrggbb` */
export const rgb = (hex: string): Colour => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Colour

/** A material by its kind, colour and what else is not as by nature. */
export const of = (kind: MaterialInput['kind'], colour?: string, more: Partial<MaterialInput> = {}): MaterialInput => ({
  kind,
  ...(colour && { colour: rgb(colour) }),
  ...more,
})

/** Something on the set, by the middle of its foot and its width, height and depth (mm). */
export const prop = (
  kind: z.input<typeof Prop>['kind'],
  at: Point,
  size: z.input<typeof Prop>['size'],
  material: MaterialInput,
  more: { turn?: number; count?: number; seed?: number } = {},
) => ({ kind, at, size, material, ...more })

const round = (value: number, step: number) => Math.round(value / step) / Math.round(1 / step)
const cosine = (degrees: number) => Math.cos(degrees * rad)

function lightOf(lamp: Lamp, id: string, middle: Point): LightInput {
  const { kind, role, from, face, level, kelvin, spread, gobo, aim = middle } = lamp
  const [azimuth, elevation, distance] = from
  const [width, height] = typeof face === 'number' ? [face, face] : face
  // Of a Lambertian disc as large as the face: E is in proportion to 1 / (d² + r²).
  const square = (width * height) / Math.PI
  const power = round(level + Math.log2((distance ** 2 + square) / (1000 ** 2 + square)), 0.01)
  return {
    id,
    kind,
    role,
    azimuth,
    elevation,
    distance,
    width,
    height,
    power,
    aim,
    ...(kelvin && { kelvin }),
    ...(spread && { spread }),
    ...(gobo && { gobo }),
  }
}

/** Light of the set on a white card that lies there, or faces the camera; whichever is brighter. */
function brighter({ lights, environment, lens }: Shot): number {
  const sum = (facing: (lamp: Lamp) => number) =>
    lights.reduce((all, lamp) => (lamp.role === 'background' ? all : all + 2 ** lamp.level * Math.max(0, facing(lamp))), 0)
  const open = 2 ** (environment.power ?? -1.5)
  const lying = sum(({ from: [, elevation] }) => cosine(90 - elevation)) + open
  const standing = sum(({ from: [azimuth, elevation] }) => cosine(azimuth - (lens.azimuth ?? 0)) * cosine(elevation)) + open / 2
  return Math.max(lying, standing)
}

/** The document of a set: lights at their powers, the camera where the hero fills the frame as wanted, the exposure metered. */
export function shot(set: Shot): SceneInput {
  const { aspect, lens, fills = 0.55, lift = 0.5, aside = 0, hero, white = 0.85, groundSize } = set
  const { fit, ...product } = hero
  const [width, height] = fit
  const at = hero.at ?? [0, 0, 0]
  const flat = hero.pose === 'lying'
  const perMm = lens.focal / SENSOR
  const distance = Math.round(Math.max((height / fills) * Math.max(1, aspect), width / 0.64 / Math.min(1, aspect)) * perMm)
  const middle: Point = flat ? at : [at[0], round(at[1] + height / 2, 0.1), at[2]]
  const frame = (distance / perMm) * Math.min(1, aspect)
  const beside = towards(flat ? at : [at[0], round(at[1] + height * lift, 0.1), at[2]], (lens.azimuth ?? 0) - 90, 0, aside * frame)
  const counts = new Map<string, number>()
  const named = (kind: string) => {
    const n = (counts.get(kind) ?? 0) + 1
    counts.set(kind, n)
    return n > 1 ? `${kind}-${n}` : kind
  }
  return {
    aspect,
    camera: {
      ...lens,
      distance,
      target: beside.map((value) => round(value, 0.1)) as Point,
      exposure: round(Math.log2(white / brighter(set)), 0.01),
    },
    lights: set.lights.map((lamp) => lightOf(lamp, named(lamp.role), middle)),
    cards: (set.cards ?? []).map((card) => ({ ...card, id: named(`${card.kind}-card`) })),
    environment: set.environment,
    ground: { material: set.ground, ...(groundSize && { size: groundSize }) },
    backdrop: set.backdrop,
    props: (set.props ?? []).map((each) => ({ ...each, id: named(each.kind) })),
    products: [{ ...product, id: 'hero', size: { by: 'fit', width, height } }],
  }
}
