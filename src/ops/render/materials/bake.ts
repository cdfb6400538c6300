import {
  Color,
  FloatType,
  GLSL3,
  type IUniform,
  LinearFilter,
  LinearMipmapLinearFilter,
  NearestFilter,
  NoBlending,
  RawShaderMaterial,
  RedFormat,
  RepeatWrapping,
  SRGBColorSpace,
  type Texture,
  Vector2,
  type WebGLRenderer,
  WebGLRenderTarget,
} from 'three'
import { FullScreenQuad } from 'three/addons/postprocessing/Pass.js'
import type { Colour } from '../../../core/colour'
import { noise } from './noise'
import { type Pattern, surfaceHead } from './pattern'

/** Where and how finely textures are made. `size` = px of their sides: 512 for a preview, 2048 for a final picture. */
export interface Bake {
  readonly renderer: WebGLRenderer
  readonly size: number
}

/** A tile in pixels: colour (sRGB), normals (slopes over the pattern's steepest), roughness in green and metal in blue. */
export interface Tile {
  readonly colour: Texture
  readonly normal: Texture
  readonly gloss: Texture
  /** What holds the three, in this order: colour, gloss, normal. */
  readonly target: WebGLRenderTarget
}

const vertex = /* glsl */ `
in vec3 position;
in vec2 uv;
out vec2 at;
void main() { at = uv; gl_Position = vec4(position, 1.0); }`

const paint = (pattern: Pattern) => /* glsl */ `
precision highp float; precision highp int;
in vec2 at;
${noise}${surfaceHead}${pattern.glsl}
layout(location = 0) out vec4 colourOut;
layout(location = 1) out vec4 glossOut;
layout(location = 2) out vec4 heightOut;
void main() {
  Surface s = Surface(colour, 0.0, roughness, 0.0);
  surface(at, s);
  colourOut = vec4(clamp(s.albedo, 0.0, 1.0), 1.0);
  glossOut = vec4(1.0, clamp(s.rough, 0.01, 1.0), s.metal, 1.0);
  heightOut = vec4(s.height, 0.0, 0.0, 1.0);
}`

/** Adds slopes by central differences. Half a step of noise before rounding keeps soft ones from banding in a mirror. */
const finish = /* glsl */ `
precision highp float; precision highp int;
${noise}
uniform sampler2D painted, gloss, heights;
uniform float slope;
in vec2 at;
layout(location = 0) out vec4 colourOut;
layout(location = 1) out vec4 glossOut;
layout(location = 2) out vec4 normalOut;
void main() {
  ivec2 size = textureSize(heights, 0), p = ivec2(gl_FragCoord.xy);
  #define H(dx, dy) texelFetch(heights, (p + ivec2(dx, dy) + size) % size, 0).r
  vec2 rise = vec2(H(1, 0) - H(-1, 0), H(0, 1) - H(0, -1)) * vec2(size) / (2.0 * tile);
  vec2 level = 127.0 * clamp(-rise / slope, -1.0, 1.0) + 128.0;
  vec2 grain = mix(vec2(0.0), hash(p, 999).xy - 0.5, notEqual(rise, vec2(0.0)));
  normalOut = vec4((level + grain) / 255.0, 1.0, 1.0);
  colourOut = texelFetch(painted, p, 0);
  glossOut = texelFetch(gloss, p, 0);
}`

const linear = ([r, g, b]: Colour) => new Color().setRGB(r / 255, g / 255, b / 255, SRGBColorSpace)

function repeating(texture: Texture, anisotropy: number): void {
  texture.wrapS = texture.wrapT = RepeatWrapping
  texture.magFilter = LinearFilter
  texture.minFilter = LinearMipmapLinearFilter
  texture.generateMipmaps = true
  texture.anisotropy = anisotropy
}

/** Paints one tile of a pattern on the GPU. The renderer's state is left as it was. Throws nothing; a lost context gives black. */
export function bakeTile(
  pattern: Pattern,
  look: { colour: Colour; accent: Colour; roughness: number; seed: number },
  { renderer, size }: Bake,
): Tile {
  const scratch = new WebGLRenderTarget(size, size, { count: 3, depthBuffer: false, minFilter: NearestFilter, magFilter: NearestFilter })
  const [painted, gloss, heights] = scratch.textures as [Texture, Texture, Texture]
  painted.colorSpace = SRGBColorSpace
  heights.type = FloatType
  heights.format = RedFormat
  const target = new WebGLRenderTarget(size, size, { count: 3, depthBuffer: false })
  const tile = target.textures as [Texture, Texture, Texture]
  tile[0].colorSpace = SRGBColorSpace
  for (const texture of tile) repeating(texture, Math.min(8, renderer.capabilities.getMaxAnisotropy()))

  const common = { tile: { value: new Vector2(...pattern.tile) }, seed: { value: look.seed } }
  const before = renderer.getRenderTarget()
  draw(renderer, scratch, paint(pattern), {
    ...common,
    colour: { value: linear(look.colour) },
    accent: { value: linear(look.accent) },
    roughness: { value: look.roughness },
  })
  draw(renderer, target, finish, {
    ...common,
    painted: { value: painted },
    gloss: { value: gloss },
    heights: { value: heights },
    slope: { value: pattern.slope },
  })
  renderer.setRenderTarget(before)
  scratch.dispose()
  return { colour: tile[0], gloss: tile[1], normal: tile[2], target }
}

/** The programs of a renderer: compiling one costs more than painting with it. */
const programs = new WeakMap<WebGLRenderer, Map<string, RawShaderMaterial>>()

function programOf(renderer: WebGLRenderer, fragmentShader: string, uniforms: Uniforms): RawShaderMaterial {
  const known = programs.get(renderer) ?? new Map<string, RawShaderMaterial>()
  programs.set(renderer, known)
  const program =
    known.get(fragmentShader) ??
    new RawShaderMaterial({
      glslVersion: GLSL3,
      vertexShader: vertex,
      fragmentShader,
      uniforms: Object.fromEntries(Object.keys(uniforms).map((name) => [name, { value: null }])),
      depthTest: false,
      depthWrite: false,
      blending: NoBlending,
    })
  known.set(fragmentShader, program)
  for (const [name, { value }] of Object.entries(uniforms)) (program.uniforms[name] as IUniform).value = value
  return program
}

type Uniforms = Readonly<Record<string, IUniform>>

function draw(renderer: WebGLRenderer, target: WebGLRenderTarget, fragmentShader: string, uniforms: Uniforms): void {
  renderer.setRenderTarget(target)
  // Its triangle is one for all: freed, it would be uploaded anew for the next.
  new FullScreenQuad(programOf(renderer, fragmentShader, uniforms)).render(renderer)
}
