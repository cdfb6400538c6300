import { Colour } from '../colour'
import { Repair } from '../repair'
import { z } from '../schema'
import { Balance } from './balance'
import { Material } from './materials'

/**
 * A scene of the photography studio: a plain document in mm, degrees, stops and kelvin.
 *
 * The set's axes are right-handed: x to the camera's right, y up, z towards the camera; the origin lies on the ground, under
 * the hero. Azimuths are seen from above: 0° comes from the camera's side (+z), 90° from the right (+x), 180° from behind.
 */
const mm = (limit: number) => z.number().min(-limit).max(limit)
const id = z.string().min(1).max(40)
export const Point = z.tuple([mm(20_000), mm(20_000), mm(20_000)])
export type Point = z.infer<typeof Point>

/** Something between a light and the set that casts a pattern. It stands in the light's way and is as soft as the geometry says. */
export const Gobo = z.object({
  kind: z.enum(['window', 'blinds', 'slats', 'leaves', 'palm', 'branch', 'eucalyptus', 'grid', 'dots', 'water']),
  /** From the aim towards the light, mm. */
  distance: z.number().min(50).max(10_000),
  /** Size of its pattern; 1 = as in nature. */
  scale: z.number().min(0.1).max(10).default(1),
  /** About the light's axis, degrees. */
  turn: z.number().min(-180).max(180).default(0),
  seed: z.int().min(0).max(9999).default(0),
})
export type Gobo = z.infer<typeof Gobo>

export const LightKind = z.enum(['softbox', 'octabox', 'strip', 'spot', 'window', 'sun', 'bare-bulb'])
export type LightKind = z.infer<typeof LightKind>

export const Light = z.object({
  id,
  kind: LightKind,
  role: z.enum(['key', 'fill', 'rim', 'background', 'accent']),
  on: z.boolean().default(true),
  /** What it points at. */
  aim: Point.default([0, 100, 0]),
  azimuth: z.number().min(-360).max(360),
  elevation: z.number().min(-30).max(90),
  /** From the aim, mm. */
  distance: z.number().min(100).max(20_000),
  /** Of its face, mm; a disc for `octabox`, `spot`, `sun` and `bare-bulb` (the width counts), a rectangle for others. */
  width: z.number().min(1).max(6000),
  height: z.number().min(1).max(6000),
  /** Stops. At 0 a white card (albedo 1) 1,000 mm before its face, facing it, comes out at linear 1 at exposure 0, whatever its size. */
  power: z.number().min(-10).max(10).default(0),
  kelvin: z.number().min(1500).max(15_000).default(5500),
  /** Full angle of its beam, degrees; 180 = Lambertian. */
  spread: z.number().min(5).max(180).default(180),
  gobo: Gobo.nullable().default(null),
})
export type Light = z.infer<typeof Light>

/** A bounce card or a flag. */
export const Card = z.object({
  id,
  kind: z.enum(['white', 'silver', 'gold', 'black']),
  /** Its middle. */
  at: Point,
  width: z.number().min(10).max(4000),
  height: z.number().min(10).max(4000),
  /** Where its face looks to. */
  azimuth: z.number().min(-360).max(360),
  elevation: z.number().min(-90).max(90).default(0),
  /** Flags are usually out of the picture; a card that is seen is a prop. */
  seen: z.boolean().default(false),
})
export type Card = z.infer<typeof Card>

/** The light that comes from all around: what shadows are filled with and what shines in glossy things. */
export const Environment = z.object({
  kind: z.enum(['studio', 'overcast', 'window', 'sky', 'sunset', 'warm-room', 'night']),
  /** Stops; at 0 a white card lying open under it comes out at linear 1 at exposure 0. */
  power: z.number().min(-12).max(6).default(-1.5),
  kelvin: z.number().min(1500).max(15_000).default(5500),
  azimuth: z.number().min(-360).max(360).default(0),
})
export type Environment = z.infer<typeof Environment>

export const Camera = z.object({
  /** What stands in the middle of the frame. */
  target: Point.default([0, 100, 0]),
  /** From the target, mm. */
  distance: z.number().min(50).max(20_000),
  /** Above the target, degrees: 0 = level, 90 = straight down. */
  tilt: z.number().min(-20).max(90),
  azimuth: z.number().min(-180).max(180).default(0),
  /** mm, before a sensor whose longer side is 36 mm. */
  focal: z.number().min(14).max(400),
  fNumber: z.number().min(1).max(64).default(11),
  /** Distance that is sharp, mm from the camera; null = the hero. */
  focus: z.number().min(50).max(40_000).nullable().default(null),
  /** Stops. */
  exposure: z.number().min(-6).max(6).default(0),
  /** White balance: light of this colour comes out neutral. */
  kelvin: z.number().min(1500).max(15_000).default(5500),
})
export type Camera = z.infer<typeof Camera>

export const Ground = z.object({
  material: Material,
  /** Of what lies there, mm, centred on the set; null = without end. */
  size: z
    .tuple([z.number().min(50).max(40_000), z.number().min(50).max(40_000)])
    .nullable()
    .default(null),
})

/** What stands behind the set. Of `sweep` the ground's own material rises in a cove; a `wall` stands on the ground. */
export const Backdrop = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none'), colour: Colour }),
  z.object({
    kind: z.literal('sweep'),
    /** From the set's middle to the wall, mm. */
    distance: z.number().min(50).max(20_000),
    /** Of the cove, mm. */
    radius: z.number().min(0).max(5000),
  }),
  z.object({ kind: z.literal('wall'), distance: z.number().min(50).max(20_000), material: Material }),
  /** A photo of the seller's, seen as it is and filling the frame, its middle in the middle; the ground takes the set's shadows and nothing else. */
  z.object({
    kind: z.literal('plate'),
    /** Hash of its file. */
    photo: z.string(),
    /** Where its horizon is, as a share of its height from the top. */
    horizon: z.number().min(-1).max(2),
    /** Its width to its height; null = the frame's. */
    aspect: z.number().min(0.02).max(50).nullable().default(null),
    /** Of its lens, mm before a sensor whose longer side is 36 mm; null = not known. */
    focal: z.number().min(14).max(400).nullable().default(null),
    /** How high its camera was above the ground, mm; null = not known. */
    height: z.number().min(1).max(20_000).nullable().default(null),
  }),
])
export type Backdrop = z.infer<typeof Backdrop>
/** A backdrop that is a photo. */
export type Plate = Extract<Backdrop, { kind: 'plate' }>

export const PropKind = z.enum([
  'box',
  'cylinder',
  'disc',
  'sphere',
  'arch',
  'half-arch',
  'steps',
  'plinth',
  'wedge',
  'ring',
  'cone',
  'slab',
  'frame',
  'tray',
  'bowl',
  'vase',
  'drape',
  'stone',
  'pebbles',
  'petals',
  'leaves',
  'eucalyptus',
  'palm-leaf',
  'grass-tuft',
  'branch',
  'ice',
  'drops',
  'citrus',
  'berries',
  'beans',
  'book',
  'candle',
  'curtain',
  'column',
  'log',
  'sticks',
  'cushion',
  'pencils',
  'ribbon',
  'confetti',
])
export type PropKind = z.infer<typeof PropKind>

export const Prop = z.object({
  id,
  kind: PropKind,
  /** The middle of its foot. */
  at: Point,
  /** Width, height and depth of what it fills, mm; of scattered things (petals, drops, pebbles) the area that they lie in. */
  size: z.tuple([z.number().min(1).max(10_000), z.number().min(0.2).max(10_000), z.number().min(1).max(10_000)]),
  /** About the vertical, degrees. */
  turn: z.number().min(-360).max(360).default(0),
  material: Material,
  /** How many pieces a scattered one has. */
  count: z.int().min(1).max(200).default(12),
  seed: z.int().min(0).max(9999).default(0),
})
export type Prop = z.infer<typeof Prop>

/** Where on a product light may change its pixels: painted on its photo, stroke by stroke, from nothing or from all of it. */
export const LightMask = z.object({
  from: z.enum(['nothing', 'all']),
  /** Keeping = light acts there; removing = it does not. */
  strokes: z.array(Repair).min(1).max(200),
})
export type LightMask = z.infer<typeof LightMask>

/** Depth, in widths of the product. */
const BodyDepth = z.number().min(0.005).max(3)

/** The body that a product is taken for, where light and shadow are concerned: its picture stays as it is. */
export const Form = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['inflated', 'flat', 'box', 'cylinder', 'sphere']), depth: BodyDepth }),
  /** As a picture of the seller's says (hash of its file), stretched over the whole photo as it was taken: what is light in it is near. */
  z.object({ kind: z.literal('depth'), depth: BodyDepth, map: z.string().max(64) }),
])
export type Form = z.infer<typeof Form>

export const Product = z.object({
  id,
  /** The photo it comes from; null = the one that the scene belongs to. */
  photo: z.string().max(60).nullable().default(null),
  /** The point of the ground, or of what stands on it, that its contact line is over, mm. */
  at: Point.default([0, 0, 0]),
  /** `fit` = as large as this box allows, mm; `height` = its true height, mm. */
  size: z.discriminatedUnion('by', [
    z.object({ by: z.literal('fit'), width: z.number().min(1).max(10_000), height: z.number().min(1).max(10_000) }),
    z.object({ by: z.literal('height'), height: z.number().min(1).max(10_000) }),
  ]),
  /** `standing` on its contact line, `lying` flat on the ground, `hanging` or `floating` with `at` under its lowest point. */
  pose: z.enum(['standing', 'lying', 'hanging', 'floating']).default('standing'),
  mirrored: z.boolean().default(false),
  /** Null = as fitted to its matte. */
  form: Form.nullable().default(null),
  /** Where it touches the ground, as shares of the photo's height from the top: left and right end. Null = found in the matte. */
  contact: z.tuple([z.number(), z.number()]).nullable().default(null),
  /** How far the scene's light shapes it, 0 = its pixels as they are. It changes lightness alone. */
  relight: z.number().min(0).max(1).default(0),
  /** How far it shines: a highlight of the scene's lights on it. */
  gloss: z.number().min(0).max(1).default(0),
  /** How far the colour of the scene's light tints it; 0 = colours are kept. */
  tint: z.number().min(0).max(1).default(0),
  /** Its photo's exposure and white balance, corrected as a whole; null = as photographed. */
  balance: Balance.nullable().default(null),
  /** Where relight, gloss and tint act; null = all over. */
  mask: LightMask.nullable().default(null),
})
export type Product = z.infer<typeof Product>

/** The most of each that a scene may hold: limits keep a stranger's file from costing more than a scene can need. */
export const MOST = { lights: 12, cards: 12, props: 60, products: 12 } as const

export const Scene = z.object({
  v: z.literal(1).default(1),
  /** Width to height of the frame. */
  aspect: z.number().min(0.2).max(5).default(1),
  camera: Camera,
  lights: z.array(Light).max(MOST.lights),
  cards: z.array(Card).max(MOST.cards).default([]),
  environment: Environment,
  ground: Ground,
  backdrop: Backdrop,
  props: z.array(Prop).max(MOST.props).default([]),
  products: z.array(Product).min(1).max(MOST.products),
})
export type Scene = z.infer<typeof Scene>

/** The scene's product that it is all about. */
export const heroOf = ({ products }: Pick<Scene, 'products'>): Product => products[0] as Product
