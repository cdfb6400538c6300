import {
  Camera,
  DepthTexture,
  FloatType,
  HalfFloatType,
  Matrix4,
  NearestFilter,
  type Scene,
  type WebGLRenderer,
  WebGLRenderTarget,
} from 'three'
import type { Point } from '../../core/scene/document'
import { onDisc } from './sequence'
import type { Tile } from './tile'

/** Y -> -Y: the mirrored world under the ground. */
const mirrored = new Matrix4().makeScale(1, -1, 1)
const flipped = new Matrix4().makeScale(-1, 1, 1)

/**
 * How far a ray that leaves a ground is carried sideways for each mm that it rises (x, z), when the ground's facet is tilted, beyond
 * where a level one would send it. `into` is the direction of view, unit; `facet` the facet's normal.
 */
export function slope(into: Point, facet: Point): [number, number] {
  const leaving = (n: Point): [number, number] => {
    const d = 2 * (into[0] * n[0] + into[1] * n[1] + into[2] * n[2])
    const [x, y, z] = [into[0] - d * n[0], into[1] - d * n[1], into[2] - d * n[2]]
    const rise = Math.max(y, 0.08)
    return [x / rise, z / rise]
  }
  const [a, b] = [leaving(facet), leaving([0, 1, 0])]
  return [a[0] - b[0], a[1] - b[1]]
}

/** A facet of a rough ground: its normal as GGX has them (Walter et al., 2007); the middle of the square is a level one. */
export function facetOf(at: readonly [number, number], roughness: number): Point {
  const [x, z] = onDisc(at)
  const share = Math.min(0.999, x * x + z * z)
  // tan = alpha * sqrt(u / (1 - u)) for u evenly spread, as the disc's squared radius is.
  const tangent = (roughness * roughness) / Math.sqrt(1 - share)
  const cosine = 1 / Math.sqrt(1 + tangent * tangent * share)
  return [x * tangent * cosine, cosine, z * tangent * cosine]
}

/** How far a bump of slope 1 bends what is mirrored, in shares of the frame. */
export const BEND = 0.12
/** No ground is so rough that it bends it farther. */
const FARTHEST = 0.04

/** What a tile of a frame has to see mirrored: bumps bend in what lies beside it. */
export function mirroredIn({ left, top, width, height }: Tile, frame: Pick<Tile, 'width' | 'height'>): Tile {
  const margin = Math.ceil(FARTHEST * Math.max(frame.width, frame.height))
  const [l, t] = [Math.max(0, left - margin), Math.max(0, top - margin)]
  const [right, bottom] = [Math.min(frame.width, left + width + margin), Math.min(frame.height, top + height + margin)]
  return { left: l, top: t, width: right - l, height: bottom - t }
}

/** The set as a level ground mirrors it. Roughness leans the mirrored world, so that its foot stays and what is high is blurred. */
export class Mirror {
  readonly tile: Tile
  readonly #target: WebGLRenderTarget
  readonly #camera = new Camera()

  /** `tile` = the part of the frame that it shows. */
  constructor(tile: Tile) {
    const { width, height } = tile
    this.tile = tile
    const depthTexture = new DepthTexture(width, height, FloatType)
    depthTexture.magFilter = NearestFilter
    depthTexture.minFilter = NearestFilter
    this.#target = new WebGLRenderTarget(width, height, { type: HalfFloatType, depthTexture })
    this.#camera.matrixAutoUpdate = false
    this.#camera.matrixWorldAutoUpdate = false
  }

  get texture() {
    return this.#target.texture
  }

  /** How far off what it shows is, as the projection has it; 1 where nothing but the sky is. */
  get depth() {
    return this.#target.depthTexture
  }

  /** Draws what the camera (`view`, `projection`) sees in the ground: layer 0 and layer 1. The picture is flipped left to right. */
  draw(renderer: WebGLRenderer, scene: Scene, view: Matrix4, projection: Matrix4, [x, z]: readonly [number, number]): void {
    const camera = this.#camera
    camera.layers.set(0)
    camera.layers.enable(1)
    // A view of a mirrored world would turn its triangles inside out; flipped once more it is a plain camera again.
    camera.matrixWorldInverse.copy(flipped).multiply(view).multiply(mirrored)
    camera.matrixWorld.copy(camera.matrixWorldInverse).invert()
    const lean = new Matrix4().set(1, -x, 0, 0, 0, 1, 0, 0, 0, -z, 1, 0, 0, 0, 0, 1)
    camera.projectionMatrix
      .copy(flipped)
      .multiply(projection)
      .multiply(flipped)
      .multiply(new Matrix4().copy(camera.matrixWorldInverse).multiply(lean).multiply(camera.matrixWorld))
    camera.projectionMatrixInverse.copy(camera.projectionMatrix).invert()
    renderer.setRenderTarget(this.#target)
    renderer.setClearColor(0x000000, 0)
    renderer.clear()
    renderer.render(scene, camera)
  }

  dispose(): void {
    this.#target.dispose()
  }
}
