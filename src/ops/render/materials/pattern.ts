import type { MeshPhysicalMaterialParameters } from 'three'

/** How a kind of material looks across one tile. */
export interface Pattern {
  /** Width and height of the tile, mm. It repeats without a seam. */
  readonly tile: readonly [number, number]
  /** The steepest slope (mm per mm) that its normal map must hold. */
  readonly slope: number
  /**
   * GLSL with `void surface(vec2 uv, inout Surface s)`; what it finds in `s` is the plain material. Colours are linear, `s.height` is in mm.
   */
  readonly glsl: string
  /** What else three's material has to know. */
  readonly physical?: MeshPhysicalMaterialParameters
}

/** What a pattern fills in, and what it may read. */
export const surfaceHead = /* glsl */ `
uniform vec3 colour;
uniform vec3 accent;
uniform float roughness;

struct Surface { vec3 albedo; float height; float rough; float metal; };
`
