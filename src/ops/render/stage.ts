import {
  BackSide,
  Box3,
  type BufferGeometry,
  Color,
  DataTexture,
  DataUtils,
  HalfFloatType,
  LinearFilter,
  LinearMipmapLinearFilter,
  Matrix4,
  Mesh,
  type MeshPhysicalMaterial,
  type Object3D,
  PlaneGeometry,
  RepeatWrapping,
  RGBAFormat,
  Scene,
  ShaderMaterial,
  Sphere,
  SphereGeometry,
  Vector3,
} from 'three'
import type { MeshValue } from '../../core/mesh'
import type { Card, Scene as Document } from '../../core/scene/document'
import { type Face, faceOfLight } from '../../core/scene/face'
import { towards } from '../../core/scene/geometry'
import { type Linear, linearOf } from '../../core/scene/light'
import type { Material } from '../../core/scene/materials'
import { modelsIn } from '../../core/scene/models'
import { type Caster, castersOf } from './casters'
import type { Dome } from './dome'
import type { Figure } from './figures'
import { goboOf } from './gobos'
import { type Base, baseOf } from './ground'
import { Keep } from './keep'
import { cardFace } from './lamps'
import { Models, modelOf } from './models'
import { propOf } from './props'
import type { Part, Rig } from './rig'
import type { Surfaces } from './surface'

/** Layers: what the camera sees is on 0, what only mirrors see on 1, the ground on 2, what nothing sees on 31. Gobos are casters of a layer of their own. */
export const UNSEEN = 1
const ABSENT = 31
export const GROUND = 2
export const gobosLayer = (light: number) => 4 + light

/** The set in three's terms. */
export interface Stage {
  /** What is seen. */
  readonly set: Scene
  /** What throws shadows. */
  readonly casters: Scene
  /** Everything that can throw one, but gobos and the backdrop. */
  readonly around: Sphere
  /** Roughness of a ground that mirrors; null where it does not. */
  readonly mirrors: number | null
  /** The ground takes shadows and reflections and is not seen itself. */
  readonly catcher: boolean
  /** Mean colour of the ground, linear. */
  readonly ground: Linear
}

/** Grounds smoother than this mirror what stands on them. */
const SMOOTH = 0.42

/** A thing of the set with what throws its shadow. */
interface Thing {
  readonly object: Object3D
  readonly casters: readonly Caster[]
  /** What goes when it goes. */
  readonly own: readonly { dispose(): void }[]
}

/** Builds sets. What stays the same from one picture to the next is kept. */
export class Stages {
  /** Above it leaves and cutouts are solid, in the sample at hand. */
  readonly threshold = { value: 0.5 }
  readonly #rig: Rig
  readonly #surfaces: Surfaces
  readonly #bases = new Keep<Base>((base) => {
    for (const geometry of [base.floor, base.rise, base.wall]) geometry?.dispose()
  })
  readonly #things = new Keep<Thing>(({ own }) => {
    for (const one of own) one.dispose()
  })
  readonly #models: Models

  constructor(rig: Rig, surfaces: Surfaces) {
    this.#rig = rig
    this.#surfaces = surfaces
    this.#models = new Models(rig, this.threshold)
  }

  /**
   * The set of a scene; `shadow`: nothing but what its shadows fall on; `bare`: the products throw none and are not mirrored, and all else
   * is as they leave it. `detail` = px of textures' sides; `models` = those of its props.
   */
  of(document: Document, figures: readonly Figure[], shadow: boolean, bare: boolean, detail: number, models: readonly MeshValue[]): Stage {
    const { ground, backdrop, props, cards } = document
    const [set, casters, around] = [new Scene(), new Scene(), new Box3()]
    const catcher = shadow || ((backdrop.kind === 'none' || backdrop.kind === 'plate') && !ground.size)
    const { roughness } = this.#surfaces.get(ground.material, detail)
    const mirrors = !shadow && roughness < SMOOTH ? roughness : null
    const part: Part = mirrors === null ? (catcher ? 'catcher' : 'thing') : catcher ? 'mirror-catcher' : 'mirror'
    const { material, albedo } = this.#surfaces.get(ground.material, detail, part)
    const base = this.#bases.get([ground.size, backdrop], () => baseOf(ground, backdrop))
    const floor = new Mesh(base.floor, material)
    floor.layers.set(GROUND)
    set.add(floor)
    const wall = (geometry: BufferGeometry, of: Material) => set.add(new Mesh(geometry, this.#surfaces.get(of, detail).material))
    if (base.rise && !shadow) wall(base.rise, ground.material)
    if (base.wall && backdrop.kind === 'wall' && !shadow) wall(base.wall, backdrop.material)

    const stand = ({ object, casters: own }: Pick<Thing, 'object' | 'casters'>) => {
      if (!shadow) set.add(object)
      for (const caster of own) {
        around.union(new Box3().setFromObject(caster))
        casters.add(caster)
      }
    }
    const modelled = new Map(modelsIn(document).map(({ id }, i) => [id, models[i]]))
    for (const prop of props) {
      const { material: shared } = this.#surfaces.get(prop.material, detail)
      if (prop.kind === 'model') {
        const model = this.#models.get(modelled.get(prop.id))
        if (model)
          stand(this.#things.get([prop, detail, model.number], () => this.#dressed(modelOf(prop, model, shared), shared, model.kept)))
      } else stand(this.#things.get([prop, detail], () => this.#dressed(propOf(prop, shared), shared)))
    }
    for (const card of cards) stand(this.#things.get(['card', card], () => this.#card(card)))
    for (const { reflected, caster } of figures) {
      reflected.layers.set(bare ? ABSENT : UNSEEN)
      caster.layers.set(bare ? ABSENT : 0)
      stand({ object: reflected, casters: [caster] })
    }
    if (around.isEmpty()) around.setFromCenterAndSize(new Vector3(), new Vector3(100, 100, 100))
    document.lights
      .filter(({ on }) => on)
      .forEach((light, i) => {
        const { gobo, aim, azimuth, elevation } = light
        if (!gobo) return
        const thing = this.#things.get(['gobo', light], () => {
          const object = goboOf(gobo)
          const face = faceOfLight(light)
          const back = (axis: readonly [number, number, number]) => axis.map((n) => -n) as [number, number, number]
          const at = towards(aim, azimuth, elevation, gobo.distance)
          return this.#dressed(placed(object, { right: back(face.right), up: face.up, normal: back(face.normal), at }), null)
        })
        for (const caster of thing.casters) {
          caster.layers.set(gobosLayer(i))
          casters.add(caster)
        }
      })
    set.updateMatrixWorld(true)
    casters.updateMatrixWorld(true)
    set.matrixWorldAutoUpdate = false
    casters.matrixWorldAutoUpdate = false
    const under = backdrop.kind === 'none' && catcher ? linearOf(backdrop.colour) : albedo
    return { set, casters, around: around.getBoundingSphere(new Sphere()), mirrors, catcher, ground: under }
  }

  /** What no picture has wanted since the last call goes. */
  settle(): void {
    this.#bases.settle()
    this.#things.settle()
    this.#models.settle()
  }

  /** Puts an object under the set's lights; `shared` is there already, `null` = it is never seen. What is `lent` is there, too, and stays. */
  #dressed(object: Object3D, shared: MeshPhysicalMaterial | null, lent: ReadonlySet<unknown> = new Set()): Thing {
    const done = new Set<unknown>([shared, ...lent])
    object.traverse((part) => {
      const mesh = part as Mesh
      if (!mesh.isMesh || !shared) return
      for (const material of [mesh.material].flat()) {
        if (done.has(material)) continue
        done.add(material)
        this.#rig.light(material)
      }
    })
    const casters = castersOf(object, this.threshold)
    return { object, casters, own: goingWith(object, casters, new Set([shared, ...lent])) }
  }

  #card(card: Card): Thing {
    const paper = { kind: 'paper', colour: sheets[card.kind], accent: null, roughness: 0.9, scale: 1, relief: 0, seed: 0 } as const
    const { material } = this.#surfaces.get({ ...paper, colour: [...paper.colour] }, 64)
    const object = placed(new Mesh(new PlaneGeometry(card.width, card.height), material), cardFace(card))
    if (!card.seen) object.layers.set(UNSEEN)
    const casters = castersOf(object, this.threshold)
    // It is a lamp of its own: what it closes of the surroundings sends nothing more.
    for (const caster of casters) caster.material.uniforms.albedo = { value: new Color(0) }
    return { object, casters, own: goingWith(object, casters, new Set([material])) }
  }
}

/** What of an object and its casters is nobody else's. */
function goingWith(object: Object3D, casters: readonly Caster[], lent: ReadonlySet<unknown>): { dispose(): void }[] {
  const own = new Set<{ dispose(): void }>(casters.map(({ material }) => material))
  object.traverse((part) => {
    const mesh = part as Mesh
    if (mesh.isMesh) for (const one of [mesh.geometry, mesh.material].flat()) if (!lent.has(one)) own.add(one)
  })
  return [...own]
}

const sheets: { readonly [K in Card['kind']]: readonly [number, number, number] } = {
  white: [240, 240, 240],
  silver: [214, 216, 219],
  gold: [226, 184, 118],
  black: [12, 12, 12],
}

/** An object in the xy plane, stood where a face is. */
function placed<O extends Object3D>(object: O, { right, up, normal, at }: Pick<Face, 'right' | 'up' | 'normal' | 'at'>): O {
  object.applyMatrix4(new Matrix4().makeBasis(new Vector3(...right), new Vector3(...up), new Vector3(...normal)).setPosition(...at))
  return object
}

/** The dome as a texture, blurred in its mipmaps. */
export function domeTexture(dome: Dome): DataTexture {
  const light = Uint16Array.from(dome.radiance, (l) => DataUtils.toHalfFloat(l))
  const texture = new DataTexture(light, dome.width, dome.height, RGBAFormat, HalfFloatType)
  texture.wrapS = RepeatWrapping
  texture.magFilter = LinearFilter
  texture.minFilter = LinearMipmapLinearFilter
  texture.generateMipmaps = true
  texture.needsUpdate = true
  return texture
}

/** The dome as a mirroring ground sees it: a sphere far off. */
export function skyOf(dome: DataTexture, radius: number): Mesh<BufferGeometry, ShaderMaterial> {
  const sky = new Mesh(
    new SphereGeometry(radius, 32, 24),
    new ShaderMaterial({
      side: BackSide,
      depthWrite: false,
      uniforms: { dome: { value: dome } },
      vertexShader:
        'varying vec3 way; void main() { way = position; gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0); }',
      fragmentShader: /* glsl */ `
        varying vec3 way;
        uniform sampler2D dome;
        void main() {
          vec3 d = normalize(way);
          vec2 at = vec2(fract(atan(d.x, d.z) / 6.2831853), acos(clamp(d.y, 0.02, 1.0)) / 3.14159265);
          gl_FragColor = vec4(textureLod(dome, at, 0.0).rgb, 1.0);
        }`,
    }),
  )
  sky.layers.set(UNSEEN)
  sky.frustumCulled = false
  return sky
}
