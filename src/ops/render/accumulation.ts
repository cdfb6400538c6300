import {
  DataTexture,
  DepthTexture,
  FloatType,
  GLSL3,
  HalfFloatType,
  type IUniform,
  NearestFilter,
  RawShaderMaterial,
  RGBAFormat,
  type WebGLRenderer,
  WebGLRenderTarget,
} from 'three'
import { FullScreenQuad } from 'three/addons/postprocessing/Pass.js'

const adding = (planes: 1 | 2) =>
  new RawShaderMaterial({
    glslVersion: GLSL3,
    depthTest: false,
    depthWrite: false,
    defines: { PLANES: planes },
    uniforms: { sum: { value: null }, sum2: { value: null }, taken: { value: null }, taken2: { value: null }, first: { value: true } },
    vertexShader: 'in vec3 position; void main() { gl_Position = vec4(position, 1.0); }',
    fragmentShader: /* glsl */ `
      precision highp float;
      uniform sampler2D sum;
      uniform sampler2D taken;
      uniform bool first;
      layout(location = 0) out vec4 total;
      #if PLANES > 1
        uniform sampler2D sum2;
        uniform sampler2D taken2;
        layout(location = 1) out vec4 total2;
      #endif
      void main() {
        ivec2 at = ivec2(gl_FragCoord.xy);
        vec4 light = min(texelFetch(taken, at, 0), vec4(60.0));
        total = first ? light : texelFetch(sum, at, 0) + light;
        #if PLANES > 1
          vec4 more = min(texelFetch(taken2, at, 0), vec4(60.0));
          total2 = first ? more : texelFetch(sum2, at, 0) + more;
        #endif
      }`,
  })
/** One for all, so that it is compiled once. */
const adders = { 1: adding(1), 2: adding(2) }

/** Samples added up, as they lie with the processor. */
export interface Sum {
  readonly width: number
  readonly height: number
  /** How many they are. */
  readonly count: number
  /** Linear RGBA of each texture that is drawn on, rows from the bottom. */
  readonly planes: readonly Float32Array<ArrayBuffer>[]
}

/** The mean of the samples: linear RGBA, rows from the top. */
export function meanOf({ width, height, count, planes }: Sum, plane = 0): Float32Array<ArrayBuffer> {
  const raw = planes[plane] as Float32Array
  const out = new Float32Array(raw.length)
  const row = width * 4
  for (let y = 0; y < height; y++) {
    const from = (height - 1 - y) * row
    for (let i = 0, to = y * row; i < row; i++, to++) out[to] = (raw[from + i] as number) / count
  }
  return out
}

/** Adds samples up in 32 bits, by turns in two targets: not every device can blend into floats. */
export class Accumulation {
  /** Where a sample is drawn. */
  readonly sample: WebGLRenderTarget
  #sum: WebGLRenderTarget
  #next: WebGLRenderTarget
  #count: number
  /** What the sum begins with, until something is added to it. */
  #begun: readonly DataTexture[] | null
  readonly #planes: 1 | 2

  /** `planes` = textures that a sample is drawn on at once; `begun` = what was added up before, of the same size. */
  constructor(width: number, height: number, planes: 1 | 2 = 1, begun: Sum | null = null) {
    const still = { minFilter: NearestFilter, magFilter: NearestFilter, depthBuffer: false } as const
    const depthTexture = new DepthTexture(width, height, FloatType)
    this.sample = new WebGLRenderTarget(width, height, { ...still, type: HalfFloatType, depthBuffer: true, depthTexture, count: planes })
    this.#sum = new WebGLRenderTarget(width, height, { ...still, type: FloatType, count: planes })
    this.#next = this.#sum.clone()
    this.#planes = planes
    this.#count = begun?.count ?? 0
    this.#begun = begun?.planes.map((plane) => textureOf(plane, width, height)) ?? null
  }

  /** Takes the sample that was drawn. */
  add(renderer: WebGLRenderer): void {
    const adder = adders[this.#planes]
    const [[sum, sum2], [taken, taken2]] = [this.#begun ?? this.#sum.textures, this.sample.textures]
    const values = { sum, sum2: sum2 ?? null, taken, taken2: taken2 ?? null, first: this.#count === 0 }
    for (const [name, value] of Object.entries(values)) Object.assign(adder.uniforms[name] as IUniform, { value })
    renderer.setRenderTarget(this.#next)
    new FullScreenQuad(adder).render(renderer)
    ;[this.#sum, this.#next] = [this.#next, this.#sum]
    this.#count++
    this.#forget()
  }

  /** What is added up by now; something is. */
  sum(renderer: WebGLRenderer): Sum {
    const { width, height } = this.#sum
    const planes = Array.from({ length: this.#planes }, (_, plane) => {
      const raw = new Float32Array(width * height * 4)
      renderer.readRenderTargetPixels(this.#sum, 0, 0, width, height, raw, undefined, plane)
      return raw
    })
    return { width, height, count: this.#count, planes }
  }

  dispose(): void {
    this.sample.depthTexture?.dispose()
    for (const target of [this.sample, this.#sum, this.#next]) target.dispose()
    this.#forget()
  }

  #forget(): void {
    for (const texture of this.#begun ?? []) texture.dispose()
    this.#begun = null
  }
}

function textureOf(plane: Float32Array<ArrayBuffer>, width: number, height: number): DataTexture {
  const texture = new DataTexture(plane, width, height, RGBAFormat, FloatType)
  texture.needsUpdate = true
  return texture
}
