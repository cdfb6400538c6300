import {
  Camera,
  DepthTexture,
  FloatType,
  Matrix4,
  NearestFilter,
  type Scene,
  type Sphere,
  Vector3,
  type WebGLRenderer,
  WebGLRenderTarget,
} from 'three'

/** A shadow map that is wanted: from where, or (with `far`) from which direction. */
export interface Looking {
  readonly at: readonly [number, number, number]
  readonly far: boolean
  /** What can throw a shadow. */
  readonly around: Sphere
  /** Turn of the map about its axis, radians: its texels fall elsewhere in every sample. */
  readonly roll: number
  /** The layer of casters that this light alone has in its way, beside layer 0. */
  readonly layer: number | null
}

/** A shadow map in the atlas. */
export interface Seen {
  readonly shadow: Matrix4
  readonly tile: readonly [number, number, number, number]
  readonly texel: number
}

/** All the shadow maps of a sample side by side in one texture: depth, and the albedo of what throws the shadow. */
export class Atlas {
  readonly #target: WebGLRenderTarget
  readonly #size: number
  readonly #columns: number

  /** Room for `count` maps of `size` x `size` px. */
  constructor(size: number, count: number) {
    this.#size = size
    this.#columns = Math.ceil(Math.sqrt(count))
    const [width, height] = [this.#columns * size, Math.ceil(count / this.#columns) * size]
    const depth = new DepthTexture(width, height, FloatType)
    this.#target = new WebGLRenderTarget(width, height, { depthTexture: depth, minFilter: NearestFilter, magFilter: NearestFilter })
  }

  get depth() {
    return this.#target.depthTexture as DepthTexture
  }
  get albedo() {
    return this.#target.texture
  }

  draw(renderer: WebGLRenderer, casters: Scene, wanted: readonly Looking[]): Seen[] {
    const { width, height } = this.#target
    const size = this.#size
    this.#target.viewport.set(0, 0, width, height)
    this.#target.scissorTest = false
    renderer.setRenderTarget(this.#target)
    renderer.setClearColor(0x000000, 1)
    renderer.clear()
    return wanted.map((looking, i) => {
      const [x, y] = [(i % this.#columns) * size, Math.floor(i / this.#columns) * size]
      this.#target.viewport.set(x, y, size, size)
      renderer.setRenderTarget(this.#target)
      const { camera, texel } = lookingCamera(looking, size)
      renderer.render(casters, camera)
      const shadow = new Matrix4().multiplyMatrices(halves, camera.projectionMatrix).multiply(camera.matrixWorldInverse)
      return { shadow, tile: [x / width, y / height, size / width, size / height], texel }
    })
  }

  dispose(): void {
    this.#target.depthTexture?.dispose()
    this.#target.dispose()
  }
}

/** From -1 to 1 to 0 to 1. */
const halves = new Matrix4().set(0.5, 0, 0, 0.5, 0, 0.5, 0, 0.5, 0, 0, 0.5, 0.5, 0, 0, 0, 1)

function lookingCamera({ at, far, around, roll, layer }: Looking, size: number): { camera: Camera; texel: number } {
  const camera = new Camera()
  camera.matrixAutoUpdate = false
  camera.matrixWorldAutoUpdate = false
  const { center, radius } = around
  const eye = far ? new Vector3(...at).multiplyScalar(radius * 4).add(center) : new Vector3(...at)
  const into = center.clone().sub(eye)
  const distance = into.length()
  into.divideScalar(distance)
  const up = Math.abs(into.y) > 0.9 ? new Vector3(1, 0, 0) : new Vector3(0, 1, 0)
  camera.matrixWorld.lookAt(eye, eye.clone().add(into), up).setPosition(eye)
  camera.matrixWorld.multiply(new Matrix4().makeRotationZ(roll))
  camera.matrixWorldInverse.copy(camera.matrixWorld).invert()
  if (layer !== null) camera.layers.enable(layer)
  if (far) {
    camera.projectionMatrix.makeOrthographic(-radius, radius, radius, -radius, distance - radius, distance + radius)
    return { camera, texel: (2 * radius) / size }
  }
  // A gobo may hang right before the light.
  const near = layer === null ? Math.max(distance - radius, Math.min(20, distance / 10)) : Math.max(5, distance / 100)
  // Inside of the set, or nearly: as wide as one map can be.
  const tangent = Math.min(4, radius / Math.sqrt(Math.max(distance * distance - radius * radius, radius * radius * 0.0625)))
  const edge = tangent * near
  camera.projectionMatrix.makePerspective(-edge, edge, edge, -edge, near, distance + radius)
  return { camera, texel: (2 * tangent) / size }
}
