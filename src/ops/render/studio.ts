import {
  Camera,
  type Material,
  type Matrix4,
  type Mesh,
  PMREMGenerator,
  Scene,
  Sphere,
  Vector3,
  WebGLRenderer,
  type WebGLRenderTarget,
} from 'three'
import { fail } from '../../core/fault'
import { type Scene as Document, heroOf } from '../../core/scene/document'
import { project, type View, viewOf } from '../../core/scene/geometry'
import { linearOf } from '../../core/scene/light'
import { Accumulation } from './accumulation'
import { Atlas } from './atlas'
import { develop, gainOf } from './develop'
import { bouncesOf, DIRECTIONS, type Lighting, lightingOf, sparksOf } from './lighting'
import { facetOf, Mirror, slope } from './mirror'
import { apertureOf, projectionOf, type Tile, viewMatrix } from './rays'
import { Rig } from './rig'
import { centred, onDisc, tent } from './sequence'
import { faceOf, GROUND, type Stage, skyOf, stageOf } from './stage'

/** The darkroom with its camera: one GL context, used by one picture after the other. */
export class Studio {
  readonly renderer: WebGLRenderer
  readonly #rig = new Rig()
  readonly #reflections: PMREMGenerator
  #atlas: { key: string; atlas: Atlas } | null = null
  #lost = false

  constructor() {
    const canvas = new OffscreenCanvas(1, 1)
    this.renderer = rendererOf(canvas)
    this.renderer.autoClear = false
    this.renderer.sortObjects = false
    canvas.addEventListener('webglcontextlost', () => {
      this.#lost = true
    })
    this.#reflections = new PMREMGenerator(this.renderer)
  }

  get lost(): boolean {
    return this.#lost || this.renderer.getContext().isContextLost()
  }

  /** Sets a scene up for a frame. */
  shoot(document: Document, width: number, height: number, shadow: boolean): Shot {
    const stage = stageOf(document, this.#rig, [], shadow)
    return new Shot(this, this.#rig, document, stage, width, height)
  }

  atlas(size: number, count: number): Atlas {
    const key = `${size} ${count}`
    if (this.#atlas?.key !== key) {
      this.#atlas?.atlas.dispose()
      this.#atlas = { key, atlas: new Atlas(size, count) }
    }
    return this.#atlas.atlas
  }

  /** The surroundings and the lights' faces as glossy things mirror them. */
  reflections(lighting: Lighting, from: Vector3): WebGLRenderTarget {
    const around = new Scene()
    around.add(skyOf(lighting.dome, 45_000))
    for (const lamp of lighting.lamps) around.add(faceOf(lamp))
    around.traverse((part) => part.layers.set(0))
    return this.#reflections.fromScene(around, 0, 1, 60_000, { size: 256, position: from })
  }
}

function rendererOf(canvas: OffscreenCanvas): WebGLRenderer {
  try {
    return new WebGLRenderer({
      canvas,
      antialias: false,
      depth: false,
      stencil: false,
      powerPreference: 'high-performance',
    })
  } catch {
    return fail(
      'no-webgl',
      'This browser cannot draw the set: it has no WebGL 2.',
      'Turn on hardware acceleration in the browser’s settings, or use a current Chrome, Edge, Firefox or Safari.',
    )
  }
}

/** A scene before the camera. */
export class Shot {
  readonly view: View
  readonly #studio: Studio
  readonly #rig: Rig
  readonly #document: Document
  readonly #stage: Stage
  readonly #lighting: Lighting
  readonly #wide: Sphere
  readonly #focus: number
  readonly #matrix: Matrix4
  readonly #camera = new Camera()
  readonly #atlas: Atlas
  readonly #near: number
  readonly #shine: WebGLRenderTarget

  constructor(studio: Studio, rig: Rig, document: Document, stage: Stage, width: number, height: number) {
    this.#studio = studio
    this.#rig = rig
    this.#document = document
    this.#stage = stage
    this.view = viewOf(document.camera, document.aspect, width, height)
    this.#lighting = lightingOf(document)
    const hero = heroOf(document).at
    this.#focus = Math.max(document.camera.focal * 1.05, document.camera.focus ?? project(this.view, hero).depth)
    this.#matrix = viewMatrix(this.view)
    // What a gobo's pattern can fall on: about what the camera sees around its target.
    const reach = (document.camera.distance * Math.hypot(width, height)) / this.view.focal
    this.#wide = new Sphere(new Vector3(...document.camera.target), Math.max(reach, stage.around.radius))
    this.#near = Math.max(5, document.camera.distance / 40)
    const detail = Math.max(width, height)
    this.#atlas = studio.atlas(detail <= 320 ? 384 : detail <= 1200 ? 640 : 1280, this.#lighting.lamps.length + DIRECTIONS)
    const { mean, below, open } = bouncesOf(this.#lighting, stage.ground)
    Object.assign(rig.uniforms.rigMean as object, { value: mean })
    Object.assign(rig.uniforms.rigBelow as object, { value: below })
    Object.assign(rig.uniforms.rigOpen as object, { value: open })
    this.#shine = studio.reflections(this.#lighting, stage.around.center)
    stage.set.environment = this.#shine.texture
    if (!stage.catcher) stage.set.add(skyOf(this.#lighting.dome, 45_000))
    for (const lamp of this.#lighting.lamps) if (!stage.catcher) stage.set.add(faceOf(lamp))
    stage.set.updateMatrixWorld(true)
    this.#camera.matrixAutoUpdate = false
    this.#camera.matrixWorldAutoUpdate = false
    this.#camera.layers.enable(GROUND)
    this.#camera.matrixWorldInverse.copy(this.#matrix)
    this.#camera.matrixWorld.copy(this.#matrix).invert()
  }

  /** Exposes a tile once more. */
  expose(tile: Tile, sample: number, film: Film): void {
    const { renderer } = this.#studio
    const { set, casters, around, mirrors, threshold } = this.#stage
    const { camera } = this.#document
    threshold.value = 0.1 + 0.8 * centred(sample, 5)[0]
    const { drafts, wanted } = sparksOf(this.#lighting, sample, around, this.#wide)
    const seen = this.#atlas.draw(renderer, casters, wanted)
    this.#rig.set(
      drafts.map((draft, i) => ({ ...draft, ...(seen[i] as (typeof seen)[number]) })),
      this.#atlas.depth,
      this.#atlas.albedo,
    )
    const [u, v] = centred(sample, 1)
    const [x, y] = onDisc(centred(sample, 2))
    const half = apertureOf(camera) / 2
    const jitter = { pixel: [tent(u), tent(v)], lens: [x * half, y * half] } as const
    const projection = projectionOf(this.view, tile, jitter, this.#focus, this.#near, 100_000)
    if (mirrors !== null && film.mirror) {
      const facet = facetOf(centred(sample, 3), mirrors)
      film.mirror.draw(renderer, set, this.#matrix, projection, slope(this.view.into, facet))
      Object.assign(this.#rig.uniforms.rigMirror as object, { value: film.mirror.texture })
      Object.assign(this.#rig.uniforms.rigFrame as object, { value: [tile.width, tile.height] })
    }
    this.#camera.projectionMatrix.copy(projection)
    this.#camera.projectionMatrixInverse.copy(projection).invert()
    renderer.setRenderTarget(film.light.sample)
    renderer.setClearColor(0x000000, 0)
    renderer.clear()
    renderer.render(set, this.#camera)
    film.light.add(renderer)
  }

  film(width: number, height: number): Film {
    return { light: new Accumulation(width, height), mirror: this.#stage.mirrors === null ? null : new Mirror(width, height) }
  }

  /** The picture of what was exposed. */
  develop(film: Film, out: Uint8ClampedArray, transparent: boolean): void {
    const { backdrop, camera } = this.#document
    const behind = transparent ? null : backdrop.kind === 'none' ? linearOf(backdrop.colour) : linearOf([255, 255, 255])
    develop(film.light.read(this.#studio.renderer), gainOf(camera), behind, out)
  }

  dispose(): void {
    this.#shine.dispose()
    for (const scene of [this.#stage.set, this.#stage.casters])
      scene.traverse((part) => {
        const mesh = part as Mesh
        if (!mesh.isMesh) return
        mesh.geometry.dispose()
        for (const material of [mesh.material].flat() as Material[]) material.dispose()
      })
  }
}

/** What a tile is exposed on. */
export interface Film {
  readonly light: Accumulation
  readonly mirror: Mirror | null
}
