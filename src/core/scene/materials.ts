import { Colour } from '../colour'
import { z } from '../schema'

/** What things are made of. Each is made procedurally (see `ops/render/materials`); the docs of a kind stand there. */
export const MaterialKind = z.enum([
  'paper',
  'plaster',
  'concrete',
  'marble',
  'terrazzo',
  'stone',
  'slate',
  'tile',
  'brick',
  'oak',
  'walnut',
  'planks',
  'bamboo',
  'cork',
  'acrylic',
  'glass',
  'mirror',
  'brushed-metal',
  'gold',
  'copper',
  'chalkboard',
  'linen',
  'velvet',
  'satin',
  'wool',
  'leather',
  'sand',
  'soil',
  'grass',
  'moss',
  'snow',
  'ice',
  'water',
  'asphalt',
  'leaf',
  'petal',
  'wax',
  'ceramic',
])
export type MaterialKind = z.infer<typeof MaterialKind>

/** A physically based material. What is null is as the kind has it by nature. */
export const Material = z.object({
  kind: MaterialKind,
  /** sRGB. */
  colour: Colour.nullable().default(null),
  /** Of veins, joints, chips, the second thread; sRGB. */
  accent: Colour.nullable().default(null),
  /** 0 = a mirror, 1 = matt. */
  roughness: z.number().min(0).max(1).nullable().default(null),
  /** Size of its pattern; 1 = as in nature. */
  scale: z.number().min(0.1).max(10).default(1),
  /** Depth of its relief; 1 = as in nature. */
  relief: z.number().min(0).max(3).default(1),
  seed: z.int().min(0).max(9999).default(0),
})
export type Material = z.infer<typeof Material>
