import { type DataTexture, type WebGLProgram, WebGLRenderer } from 'three'
import { fail } from '../../core/fault'
import type { ImageValue } from '../../core/recipe'
import type { Scene as Document } from '../../core/scene/document'
import { viewOf } from '../../core/scene/geometry'
import { Atlas } from './atlas'
import { type Figure, Figures } from './figures'
import { Keep } from './keep'
import { DIRECTIONS, lightingOf } from './lighting'
import { Rig } from './rig'
import { Shot } from './shot'
import { domeTexture, Stages } from './stage'
import { Surfaces } from './surface'

/** Side of all shadow maps together, px: what devices have and their memory holds. */
const ATLAS = 4096

/** The darkroom: one GL context, in which one picture after the other is taken. What the next one needs again is kept. */
export class Studio {
  readonly renderer: WebGLRenderer
  readonly rig = new Rig()
  readonly #surfaces: Surfaces
  readonly #stages: Stages
  readonly #figures: Figures
  readonly #domes = new Keep<DataTexture>((texture) => texture.dispose())
  readonly #atlases = new Keep<Atlas>((atlas) => atlas.dispose())
  readonly #warm = new Set<WebGLProgram>()
  #lost = false

  /** Throws the fault `no-webgl`. */
  constructor() {
    const { canvas, renderer } = opened()
    this.renderer = renderer
    this.renderer.autoClear = false
    this.renderer.sortObjects = false
    canvas.addEventListener('webglcontextlost', () => {
      this.#lost = true
    })
    this.#surfaces = new Surfaces(this.renderer, this.rig)
    this.#stages = new Stages(this.rig, this.#surfaces)
    this.#figures = new Figures(this.rig, this.#stages.threshold)
  }

  /**
   * Resolves once the device has drawn what it was asked to. A slow one would else be asked for hundreds of samples at once, and neither
   * say that it is at work nor hear that it is to stop.
   */
  async drawn(): Promise<void> {
    const gl = this.renderer.getContext() as WebGL2RenderingContext
    const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0)
    gl.flush()
    while (fence && !this.lost && gl.getSyncParameter(fence, gl.SYNC_STATUS) === gl.UNSIGNALED) await new Promise((go) => setTimeout(go, 1))
    gl.deleteSync(fence)
  }

  get lost(): boolean {
    return this.#lost || this.renderer.getContext().isContextLost()
  }
  get threshold(): { value: number } {
    return this.#stages.threshold
  }

  /** Builds a scene before the camera, for a frame. `products`: cutouts in the scene's order. */
  shoot(document: Document, products: readonly ImageValue[], width: number, height: number, shadow = false): Shot {
    const view = viewOf(document.camera, document.aspect, width, height)
    const figures: Figure[] = this.#figures.of(document, products, view)
    const stage = this.#stages.of(document, figures, shadow, Math.max(width, height) > 1200 ? 2048 : 512)
    const lighting = lightingOf(document, shadow)
    const dome = this.#domes.get(document.environment, () => domeTexture(lighting.dome))
    const side = Math.max(width, height)
    const maps = lighting.lamps.length + DIRECTIONS
    const room = Math.floor(ATLAS / Math.ceil(Math.sqrt(maps)))
    const size = Math.min(room, side <= 320 ? 384 : side <= 1200 ? 640 : 1280)
    const atlas = this.#atlases.get([size, maps], () => new Atlas(size, maps))
    return new Shot({ studio: this, document, view, stage, lighting, figures, atlas, dome })
  }

  /** A picture is taken: what it did not need goes. Programs stay: to compile one takes longer than many samples, and there are not many. */
  settle(): void {
    for (const program of this.renderer.info.programs ?? []) {
      if (this.#warm.has(program)) continue
      this.#warm.add(program)
      program.usedTimes++
    }
    for (const kept of [this.#surfaces, this.#stages, this.#figures, this.#domes, this.#atlases]) kept.settle()
  }
}

function opened(): { canvas: OffscreenCanvas; renderer: WebGLRenderer } {
  try {
    const canvas = new OffscreenCanvas(1, 1)
    const renderer = new WebGLRenderer({ canvas, antialias: false, depth: false, stencil: false, powerPreference: 'high-performance' })
    return { canvas, renderer }
  } catch {
    return fail(
      'no-webgl',
      'This browser cannot draw the set: it has no WebGL 2.',
      'Turn on hardware acceleration in the browser’s settings, or use a current Chrome, Edge, Firefox or Safari.',
    )
  }
}
