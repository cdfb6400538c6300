import {
  FloatType,
  GLSL3,
  HalfFloatType,
  Mesh,
  NearestFilter,
  OrthographicCamera,
  PlaneGeometry,
  RawShaderMaterial,
  type Texture,
  type WebGLRenderer,
  WebGLRenderTarget,
} from 'three'

/** Adds samples up in 32 bits, by turns in two targets: not every device can blend into floats. */
export class Accumulation {
  /** Where a sample is drawn. */
  readonly sample: WebGLRenderTarget
  #sum: WebGLRenderTarget
  #next: WebGLRenderTarget
  #count = 0
  readonly #quad: Mesh<PlaneGeometry, RawShaderMaterial>
  readonly #camera = new OrthographicCamera(-1, 1, 1, -1, 0, 1)

  constructor(width: number, height: number) {
    const still = { minFilter: NearestFilter, magFilter: NearestFilter, depthBuffer: false } as const
    this.sample = new WebGLRenderTarget(width, height, { ...still, type: HalfFloatType, depthBuffer: true })
    this.#sum = new WebGLRenderTarget(width, height, { ...still, type: FloatType })
    this.#next = this.#sum.clone()
    this.#quad = new Mesh(
      new PlaneGeometry(2, 2),
      new RawShaderMaterial({
        glslVersion: GLSL3,
        depthTest: false,
        depthWrite: false,
        uniforms: { sum: { value: null as Texture | null }, taken: { value: this.sample.texture }, first: { value: true } },
        vertexShader: 'in vec3 position; void main() { gl_Position = vec4(position, 1.0); }',
        fragmentShader: /* glsl */ `
          precision highp float;
          uniform sampler2D sum;
          uniform sampler2D taken;
          uniform bool first;
          out vec4 total;
          void main() {
            ivec2 at = ivec2(gl_FragCoord.xy);
            vec4 light = min(texelFetch(taken, at, 0), vec4(60.0));
            total = first ? light : texelFetch(sum, at, 0) + light;
          }`,
      }),
    )
    this.#quad.frustumCulled = false
  }

  get count(): number {
    return this.#count
  }

  /** Takes the sample that was drawn. */
  add(renderer: WebGLRenderer): void {
    const uniforms = this.#quad.material.uniforms as Record<'sum' | 'first', { value: unknown }>
    uniforms.sum.value = this.#sum.texture
    uniforms.first.value = this.#count === 0
    renderer.setRenderTarget(this.#next)
    renderer.render(this.#quad, this.#camera)
    ;[this.#sum, this.#next] = [this.#next, this.#sum]
    this.#count++
  }

  /** The mean of the samples: linear RGBA, rows from the top. */
  read(renderer: WebGLRenderer): Float32Array<ArrayBuffer> {
    const { width, height } = this.#sum
    const raw = new Float32Array(width * height * 4)
    renderer.readRenderTargetPixels(this.#sum, 0, 0, width, height, raw)
    const out = new Float32Array(raw.length)
    const row = width * 4
    for (let y = 0; y < height; y++) {
      const from = (height - 1 - y) * row
      for (let i = 0, to = y * row; i < row; i++, to++) out[to] = (raw[from + i] as number) / this.#count
    }
    return out
  }

  restart(): void {
    this.#count = 0
  }

  dispose(): void {
    for (const target of [this.sample, this.#sum, this.#next]) target.dispose()
    this.#quad.geometry.dispose()
    this.#quad.material.dispose()
  }
}
