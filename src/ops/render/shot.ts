import { Camera, type DataTexture, type Matrix4, Scene, Sphere, Vector3, type WebGLRenderer } from 'three'
import type { Scene as Document } from '../../core/scene/document'
import type { View } from '../../core/scene/geometry'
import { focusOf } from '../../core/scene/lens'
import { type Linear, linearOf } from '../../core/scene/light'
import { Accumulation, meanOf, type Sum } from './accumulation'
import type { Atlas } from './atlas'
import { coverageOf } from './casters'
import { develop, gainOf } from './develop'
import type { Figure } from './figures'
import { bouncesOf, type Lighting, sparksOf } from './lighting'
import { BEND, facetOf, Mirror, mirroredIn, slope } from './mirror'
import { apertureOf, type Jitter, projectionOf, viewMatrix } from './rays'
import type { Rig } from './rig'
import { centred, onDisc, point, tent } from './sequence'
import { GROUND, type Stage, skyOf } from './stage'
import type { Tile } from './tile'

/** What a tile is exposed on. */
export interface Film {
  readonly tile: Tile
  readonly light: Accumulation
  readonly mirror: Mirror | null
}

/** What shots are taken with. */
export interface Bench {
  readonly renderer: WebGLRenderer
  readonly rig: Rig
  /** Above it leaves and cutouts are solid, in the sample at hand. */
  readonly threshold: { value: number }
}

interface Parts {
  readonly studio: Bench
  readonly document: Document
  readonly view: View
  readonly stage: Stage
  readonly lighting: Lighting
  readonly figures: readonly Figure[]
  readonly atlas: Atlas
  readonly dome: DataTexture
}

/** Of the camera's far plane, mm. */
const FAR = 100_000

/** A scene before the camera. */
export class Shot {
  readonly document: Document
  readonly view: View
  readonly figures: readonly Figure[]
  /** Depth of what is sharp, mm. */
  readonly focus: number
  readonly #parts: Parts
  readonly #wide: Sphere
  readonly #matrix: Matrix4
  readonly #camera = new Camera()
  readonly #near: number
  readonly #gain: Linear
  readonly #sky: ReturnType<typeof skyOf> | null

  constructor(parts: Parts) {
    const { document, view, stage, figures, dome } = parts
    this.#parts = parts
    this.document = document
    this.view = view
    this.figures = figures
    const { camera } = document
    this.focus = focusOf(document)
    this.#matrix = viewMatrix(view)
    // What a gobo's pattern can fall on: about what the camera sees around its target.
    const reach = (camera.distance * Math.hypot(view.width, view.height)) / view.focal
    this.#wide = new Sphere(new Vector3(...camera.target), Math.max(reach, stage.around.radius))
    this.#near = Math.max(5, camera.distance / 40)
    this.#gain = gainOf(camera)
    for (const { reflected } of figures) Object.assign(reflected.material.uniforms.gain as object, { value: new Vector3(...this.#gain) })
    this.#sky = stage.catcher || stage.mirrors === null ? null : skyOf(dome, 45_000)
    if (this.#sky) stage.set.add(this.#sky)
    this.#camera.matrixAutoUpdate = false
    this.#camera.matrixWorldAutoUpdate = false
    this.#camera.layers.enable(GROUND)
    this.#camera.matrixWorldInverse.copy(this.#matrix)
    this.#camera.matrixWorld.copy(this.#matrix).invert()
  }

  /** `begun`: the light that fell on it before. */
  film(tile: Tile, begun: Sum | null = null): Film {
    const { width, height } = tile
    return {
      tile,
      light: new Accumulation(width, height, 1, begun),
      mirror: this.#parts.stage.mirrors === null ? null : new Mirror(mirroredIn(tile, this.view)),
    }
  }

  /** Lights the set for a sample: every shadow map is drawn. */
  light(sample: number): void {
    const { studio, stage, lighting, atlas, dome } = this.#parts
    const { uniforms } = studio.rig
    const { mean, below, open, wall, wallLight } = bouncesOf(lighting, stage.ground)
    for (const [name, value] of Object.entries({
      rigMean: mean,
      rigBelow: below,
      rigOpen: open,
      rigWall: wall,
      rigWallLight: wallLight,
      rigDome: dome,
    }))
      Object.assign(uniforms[name] as object, { value })
    studio.threshold.value = 0.1 + 0.8 * centred(sample, 5)[0]
    stage.casters.children.forEach((caster, i) => {
      const coverage = coverageOf(caster)
      caster.visible = coverage >= 1 || point(sample, 1000 + i)[0] < coverage
    })
    const { drafts, wanted } = sparksOf(lighting, sample, stage.around, this.#wide)
    const seen = atlas.draw(studio.renderer, stage.casters, wanted)
    studio.rig.set(
      drafts.map((draft, i) => ({ ...draft, ...(seen[i] as (typeof seen)[number]) })),
      atlas.depth,
      atlas.albedo,
    )
  }

  /** Exposes a film once more, in the light of `light(sample)`. */
  expose(film: Film, sample: number): void {
    const { studio, stage } = this.#parts
    const { renderer, rig } = studio
    const { tile } = film
    const jitter = this.#jitter(sample)
    if (stage.mirrors !== null && film.mirror) {
      const wide = film.mirror.tile
      film.mirror.draw(
        renderer,
        stage.set,
        this.#matrix,
        this.#projectionOf(wide, jitter),
        slope(this.view.into, facetOf(centred(sample, 3), stage.mirrors)),
      )
      Object.assign(rig.uniforms.rigMirror as object, { value: film.mirror.texture })
      Object.assign(rig.uniforms.rigMirrorDepth as object, { value: film.mirror.depth })
      Object.assign(rig.uniforms.rigPlanes as object, { value: [this.#near, FAR] })
      Object.assign(rig.uniforms.rigFrame as object, { value: [wide.width, wide.height] })
      Object.assign(rig.uniforms.rigMargin as object, { value: [tile.left - wide.left, wide.top + wide.height - tile.top - tile.height] })
      Object.assign(rig.uniforms.rigBend as object, { value: [BEND * this.view.width, BEND * this.view.height] })
    }
    this.#aim(this.#projectionOf(tile, jitter))
    renderer.setRenderTarget(film.light.sample)
    renderer.setClearColor(0x000000, 0)
    renderer.clear()
    renderer.render(stage.set, this.#camera)
    film.light.add(renderer)
  }

  /** Exposes the light on one product, and what stands before it; `plate` covers a part of the film that was exposed just before. */
  exposeProduct(figure: Figure, plate: Accumulation, part: Tile, film: Film, sample: number): void {
    const { studio } = this.#parts
    const { renderer, rig } = studio
    const below = film.tile.top + film.tile.height - part.top - part.height
    Object.assign(rig.uniforms.rigSet as object, { value: film.light.sample.depthTexture })
    Object.assign(rig.uniforms.rigCorner as object, { value: [part.left - film.tile.left, below] })
    this.#aim(this.#projectionOf(part, this.#jitter(sample)))
    const alone = new Scene()
    alone.matrixWorldAutoUpdate = false
    alone.children.push(figure.lit)
    renderer.setRenderTarget(plate.sample)
    renderer.setClearColor(0x000000, 0)
    renderer.clear()
    renderer.render(alone, this.#camera)
    plate.add(renderer)
  }

  /** The picture of a film's light, without the products. */
  develop(light: Sum, transparent: boolean): Uint8ClampedArray<ArrayBuffer> {
    const { backdrop } = this.document
    const see = transparent || backdrop.kind === 'plate'
    const behind = see ? null : linearOf(backdrop.kind === 'none' ? backdrop.colour : [255, 255, 255])
    const out = new Uint8ClampedArray(light.width * light.height * 4)
    develop(meanOf(light), this.#gain, behind, out)
    return out
  }

  dispose(): void {
    this.#sky?.geometry.dispose()
    this.#sky?.material.dispose()
  }

  #jitter(sample: number): Jitter {
    const [u, v] = centred(sample, 1)
    const [x, y] = onDisc(centred(sample, 2))
    const half = apertureOf(this.document.camera, this.focus) / 2
    return { pixel: [tent(u), tent(v)], lens: [x * half, y * half] }
  }

  #projectionOf(tile: Tile, jitter: Jitter): Matrix4 {
    return projectionOf(this.view, tile, jitter, this.focus, this.#near, FAR)
  }

  #aim(projection: Matrix4): void {
    this.#camera.projectionMatrix.copy(projection)
    this.#camera.projectionMatrixInverse.copy(projection).invert()
  }
}
