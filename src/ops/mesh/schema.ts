import { z } from '../../core/schema'

/**
 * What is read of a glTF 2.0 file, by the names of its specification. Whatever else it says (cameras, lights, scripts, extras, unknown
 * extensions) is dropped here and reaches no loader.
 */
const index = z.int().min(0).max(1e6)
const bytes = z
  .int()
  .min(0)
  .max(2 ** 32)
const number = z.number().min(-1e12).max(1e12)
/** Exporters write 1.0000001. */
const share = z
  .number()
  .min(-0.01)
  .max(1.01)
  .transform((value) => Math.min(1, Math.max(0, value)))
const pair = z.tuple([number, number])
const triple = z.tuple([number, number, number])
const colour = z.tuple([z.number().min(0).max(1e3), z.number().min(0).max(1e3), z.number().min(0).max(1e3)])
const list = <T extends z.ZodType>(of: T, most: number) => z.array(of).max(most).default([])

const TextureInfo = z.object({
  index,
  texCoord: z.int().min(0).max(1).optional(),
  extensions: z
    .object({
      KHR_texture_transform: z
        .object({
          offset: pair.optional(),
          rotation: number.optional(),
          scale: pair.optional(),
          texCoord: z.int().min(0).max(1).optional(),
        })
        .optional(),
    })
    .optional(),
})
const NormalInfo = TextureInfo.extend({ scale: number.optional() })
const texture = TextureInfo.optional()

const Material = z.object({
  pbrMetallicRoughness: z
    .object({
      baseColorFactor: z.tuple([share, share, share, share]).optional(),
      baseColorTexture: texture,
      metallicFactor: share.optional(),
      roughnessFactor: share.optional(),
      metallicRoughnessTexture: texture,
    })
    .optional(),
  normalTexture: NormalInfo.optional(),
  occlusionTexture: TextureInfo.extend({ strength: share.optional() }).optional(),
  emissiveTexture: texture,
  emissiveFactor: colour.optional(),
  alphaMode: z.enum(['OPAQUE', 'MASK', 'BLEND']).optional(),
  alphaCutoff: z.number().min(0).max(1e3).optional(),
  doubleSided: z.boolean().optional(),
  extensions: z
    .object({
      KHR_materials_unlit: z.object({}).optional(),
      KHR_materials_emissive_strength: z.object({ emissiveStrength: z.number().min(0).max(1e6).optional() }).optional(),
      KHR_materials_ior: z.object({ ior: z.number().min(0).max(10).optional() }).optional(),
      KHR_materials_transmission: z.object({ transmissionFactor: share.optional(), transmissionTexture: texture }).optional(),
      KHR_materials_specular: z
        .object({
          specularFactor: share.optional(),
          specularTexture: texture,
          specularColorFactor: colour.optional(),
          specularColorTexture: texture,
        })
        .optional(),
      KHR_materials_sheen: z
        .object({
          sheenColorFactor: colour.optional(),
          sheenColorTexture: texture,
          sheenRoughnessFactor: share.optional(),
          sheenRoughnessTexture: texture,
        })
        .optional(),
      KHR_materials_clearcoat: z
        .object({
          clearcoatFactor: share.optional(),
          clearcoatTexture: texture,
          clearcoatRoughnessFactor: share.optional(),
          clearcoatRoughnessTexture: texture,
          clearcoatNormalTexture: NormalInfo.optional(),
        })
        .optional(),
      KHR_materials_anisotropy: z
        .object({ anisotropyStrength: share.optional(), anisotropyRotation: number.optional(), anisotropyTexture: texture })
        .optional(),
    })
    .optional(),
})

const Sparse = z.object({
  count: z.int().min(1).max(1e7),
  indices: z.object({ bufferView: index, byteOffset: bytes.optional(), componentType: z.literal([5121, 5123, 5125]) }),
  values: z.object({ bufferView: index, byteOffset: bytes.optional() }),
})

const Accessor = z.object({
  bufferView: index.optional(),
  byteOffset: bytes.optional(),
  componentType: z.literal([5120, 5121, 5122, 5123, 5125, 5126]),
  normalized: z.boolean().optional(),
  count: z.int().min(1).max(1e8),
  type: z.enum(['SCALAR', 'VEC2', 'VEC3', 'VEC4', 'MAT2', 'MAT3', 'MAT4']),
  sparse: Sparse.optional(),
})

/** What of an attribute's name is read: other sets, and a program's own, are left. */
const Attributes = z.object({
  POSITION: index.optional(),
  NORMAL: index.optional(),
  TANGENT: index.optional(),
  TEXCOORD_0: index.optional(),
  TEXCOORD_1: index.optional(),
  COLOR_0: index.optional(),
  JOINTS_0: index.optional(),
  WEIGHTS_0: index.optional(),
})

const Node = z.object({
  children: list(index, 20_000),
  mesh: index.optional(),
  skin: index.optional(),
  matrix: z.array(number).length(16).optional(),
  translation: triple.optional(),
  rotation: z.tuple([number, number, number, number]).optional(),
  scale: triple.optional(),
  weights: z.array(number).max(256).optional(),
})

const counted = z.array(z.unknown()).max(100_000).default([])

export const Gltf = z.object({
  asset: z.object({ version: z.string().max(20) }),
  extensionsUsed: list(z.string().max(100), 200),
  extensionsRequired: list(z.string().max(100), 200),
  scene: index.optional(),
  scenes: list(z.object({ nodes: list(index, 20_000) }), 64),
  nodes: list(Node, 20_000),
  meshes: list(
    z.object({
      primitives: z
        .array(
          z.object({
            attributes: Attributes,
            indices: index.optional(),
            material: index.optional(),
            mode: z.int().min(0).max(6).optional(),
            targets: z
              .array(Attributes.pick({ POSITION: true, NORMAL: true }))
              .max(256)
              .optional(),
          }),
        )
        .max(2000),
      weights: z.array(number).max(256).optional(),
    }),
    20_000,
  ),
  materials: list(Material, 2000),
  textures: list(
    z.object({
      source: index.optional(),
      sampler: index.optional(),
      extensions: z
        .object({ EXT_texture_webp: z.object({ source: index }).optional(), EXT_texture_avif: z.object({ source: index }).optional() })
        .optional(),
    }),
    2000,
  ),
  images: list(z.object({ uri: z.string().optional(), bufferView: index.optional() }), 2000),
  samplers: list(
    z.object({ wrapS: z.literal([33071, 33648, 10497]).optional(), wrapT: z.literal([33071, 33648, 10497]).optional() }),
    2000,
  ),
  skins: list(z.object({ joints: z.array(index).min(1).max(2000), inverseBindMatrices: index.optional() }), 2000),
  accessors: list(Accessor, 100_000),
  bufferViews: list(
    z.object({
      buffer: index,
      byteOffset: bytes.optional(),
      byteLength: bytes,
      byteStride: z.int().min(4).max(252).multipleOf(4).optional(),
    }),
    100_000,
  ),
  buffers: list(z.object({ byteLength: bytes, uri: z.string().optional() }), 64),
  animations: counted,
  cameras: counted,
})
export type Gltf = z.infer<typeof Gltf>
