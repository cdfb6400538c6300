/** Numbers of a material, named and meant as three's MeshPhysicalMaterial has them. */
export const MESH_NUMBERS = [
  'roughness',
  'metalness',
  'opacity',
  'alphaTest',
  'aoMapIntensity',
  'emissiveIntensity',
  'clearcoat',
  'clearcoatRoughness',
  'sheen',
  'sheenRoughness',
  'specularIntensity',
  'ior',
  'transmission',
  'anisotropy',
  'anisotropyRotation',
] as const
/** Colours of a material, linear. */
export const MESH_COLOURS = ['color', 'emissive', 'sheenColor', 'specularColor'] as const
/** Pictures that vary a material over its surface. */
export const MESH_MAPS = [
  'map',
  'normalMap',
  'roughnessMap',
  'metalnessMap',
  'aoMap',
  'emissiveMap',
  'clearcoatMap',
  'clearcoatRoughnessMap',
  'clearcoatNormalMap',
  'sheenColorMap',
  'sheenRoughnessMap',
  'specularColorMap',
  'specularIntensityMap',
  'anisotropyMap',
] as const
/** Depths of normal maps, across and up. */
export const MESH_SCALES = ['normalScale', 'clearcoatNormalScale'] as const

type Named<N extends readonly string[], T> = { readonly [K in N[number]]?: T }

/** How one of the mesh's pictures lies on a surface; transforms as in KHR_texture_transform. */
export interface MeshMap {
  /** Its place among the mesh's pictures. */
  readonly picture: number
  /** Its colours are sRGB; else they are data. */
  readonly srgb: boolean
  /** Which set of uv it follows, 0 or 1. */
  readonly channel: number
  readonly offset: readonly [number, number]
  readonly repeat: readonly [number, number]
  /** Radians. */
  readonly rotation: number
  readonly wrap: readonly [MeshWrap, MeshWrap]
}
export type MeshWrap = 'repeat' | 'clamp' | 'mirror'

/** A material of a 3D file (metallic-roughness, glTF 2.0). */
export interface MeshMaterial {
  readonly numbers: Named<typeof MESH_NUMBERS, number>
  readonly colours: Named<typeof MESH_COLOURS, readonly [number, number, number]>
  readonly maps: Named<typeof MESH_MAPS, MeshMap>
  readonly scales: Named<typeof MESH_SCALES, readonly [number, number]>
  readonly doubleSided: boolean
  /** Partly clear: what is behind is seen through it. */
  readonly blended: boolean
  /** Facets: its parts have no normals. */
  readonly flat: boolean
  /** Mean colour that it sends back, linear. */
  readonly albedo: readonly [number, number, number]
}

/** All triangles of one material. Axes as the scene's, y up. */
export interface MeshPart {
  /** mm; x, y, z of each corner. */
  readonly positions: Float32Array<ArrayBuffer>
  /** Unit vectors; null where the material is flat. */
  readonly normals: Float32Array<ArrayBuffer> | null
  /** x, y, z and handedness. */
  readonly tangents: Float32Array<ArrayBuffer> | null
  /** u, v from the top left; two sets. */
  readonly uvs: readonly (Float32Array<ArrayBuffer> | null)[]
  /** Linear RGBA, multiplied with the material's colour. */
  readonly colours: Float32Array<ArrayBuffer> | null
  /** Three corners of each triangle, anticlockwise from outside. */
  readonly indices: Uint32Array<ArrayBuffer>
  readonly material: MeshMaterial
}

/** A 3D file, read: triangles, their materials and pictures. It stands on the origin, the middle of its foot there. */
export interface MeshValue {
  readonly kind: 'mesh'
  readonly parts: readonly MeshPart[]
  /** Straight alpha, the top row first. */
  readonly pictures: readonly ImageBitmap[]
  /** Width, height and depth, mm. */
  readonly size: readonly [number, number, number]
  /** What the file holds that is not shown, in a seller's words: "animations". */
  readonly left: readonly string[]
  /** Of memory. */
  readonly bytes: number
}
