import {
  BackSide,
  Box3,
  BoxGeometry,
  type BufferGeometry,
  CircleGeometry,
  Color,
  DataTexture,
  DataUtils,
  DoubleSide,
  HalfFloatType,
  LinearFilter,
  type Material,
  Matrix4,
  Mesh,
  MeshBasicMaterial,
  type MeshPhysicalMaterial,
  type Object3D,
  PlaneGeometry,
  RGBAFormat,
  Scene,
  ShaderMaterial,
  Sphere,
  SphereGeometry,
  Vector3,
} from 'three'
import { type Card, type Scene as Document, heroOf, type Prop } from '../../core/scene/document'
import { type Linear, linearOf } from '../../core/scene/light'
import { casterMaterial, castersOf } from './casters'
import type { Dome } from './dome'
import { baseOf } from './ground'
import { cardFace, type Lamp, radianceOf } from './lamps'
import type { Rig } from './rig'
import { type Surface, surfaceOf } from './surface'

/** Layers: what the camera sees is on 0, what only mirrors see on 1, the mirroring ground on 2. Gobos are casters of a layer of their own. */
export const UNSEEN = 1
export const GROUND = 2
export const gobosLayer = (light: number) => 4 + light

/** The set in three's terms. */
export interface Stage {
  /** What is seen. */
  readonly set: Scene
  /** What throws shadows. */
  readonly casters: Scene
  /** Everything that can throw one, but the backdrop. */
  readonly around: Sphere
  /** Roughness of a ground that mirrors; null where it does not. */
  readonly mirrors: number | null
  /** The ground takes shadows and reflections and is not seen itself. */
  readonly catcher: boolean
  /** Mean colour of the ground, linear. */
  readonly ground: Linear
  /** The threshold above which leaves and cutouts are solid, in this sample. */
  readonly threshold: { value: number }
}

/** Grounds smoother than this mirror what stands on them. */
const SMOOTH = 0.42

export interface Figure {
  /** Seen in mirrors alone. */
  readonly reflected: Object3D
  readonly casters: readonly Mesh[]
}

/** Builds the set. `shadow`: the ground as a catcher, whatever it is made of. */
export function stageOf(document: Document, rig: Rig, figures: readonly Figure[], shadow: boolean): Stage {
  const { ground, backdrop, props, cards } = document
  const set = new Scene()
  const casters = new Scene()
  const threshold = { value: 0.5 }
  const catcher = shadow || ((backdrop.kind === 'none' || backdrop.kind === 'plate') && !ground.size)
  const surface = surfaceOf(ground.material)
  const mirrors = !shadow && surface.roughness < SMOOTH ? surface.roughness : null
  const base = baseOf(ground, backdrop)
  const floor = new Mesh(
    base.floor,
    rig.light(
      surface.material,
      `${mirrors === null ? '' : 'mirror'}${mirrors !== null && catcher ? '-' : ''}${catcher ? 'catcher' : mirrors === null ? 'thing' : ''}` as 'thing',
    ),
  )
  floor.layers.set(GROUND)
  set.add(floor)
  const wall = (geometry: BufferGeometry, { material, albedo }: Surface) => {
    if (shadow) return
    set.add(new Mesh(geometry, rig.light(material)))
    const caster = new Mesh(geometry, casterMaterial(new Color(...albedo), null, 'a', threshold))
    caster.userData.backdrop = true
    casters.add(caster)
  }
  if (base.rise) wall(base.rise, surfaceOf(ground.material))
  if (base.wall && backdrop.kind === 'wall') wall(base.wall, surfaceOf(backdrop.material))

  const around = new Box3()
  const cast = (made: readonly Mesh[]) => {
    for (const caster of made) {
      caster.geometry.computeBoundingBox()
      around.union(new Box3().setFromObject(caster))
      casters.add(caster)
    }
  }
  for (const prop of props) {
    const object = standingProp(prop)
    lit(object, rig)
    if (!shadow) set.add(object)
    cast(castersOf(object, threshold))
  }
  for (const card of cards) {
    const object = cardOf(card)
    lit(object, rig)
    if (!card.seen) object.traverse((part) => part.layers.set(UNSEEN))
    if (!shadow) set.add(object)
    cast(castersOf(object, threshold))
  }
  for (const { reflected, casters: own } of figures) {
    reflected.traverse((part) => part.layers.set(UNSEEN))
    set.add(reflected)
    cast(own)
  }
  if (around.isEmpty()) around.setFromCenterAndSize(new Vector3(...heroOf(document).at), new Vector3(100, 100, 100))
  set.updateMatrixWorld(true)
  casters.updateMatrixWorld(true)
  set.matrixWorldAutoUpdate = false
  casters.matrixWorldAutoUpdate = false
  const behind = backdrop.kind === 'none' && catcher ? linearOf(backdrop.colour) : surface.albedo
  return { set, casters, around: around.getBoundingSphere(new Sphere()), mirrors, catcher, ground: behind, threshold }
}

function lit(object: Object3D, rig: Rig): void {
  object.traverse((part) => {
    const mesh = part as Mesh
    if (mesh.isMesh) for (const material of [mesh.material].flat()) rig.light(material as MeshPhysicalMaterial)
  })
}

function standingProp(prop: Prop): Object3D {
  const [width, height, depth] = prop.size
  const { material } = surfaceOf(prop.material)
  const mesh = new Mesh(prop.kind === 'sphere' ? new SphereGeometry(0.5, 48, 32) : new BoxGeometry(1, 1, 1), material)
  mesh.scale.set(width, height, depth)
  mesh.position.set(prop.at[0], prop.at[1] + height / 2, prop.at[2])
  mesh.rotation.y = (prop.turn * Math.PI) / 180
  return mesh
}

const sheets: { readonly [K in Card['kind']]: readonly [number, number, number] } = {
  white: [240, 240, 240],
  silver: [214, 216, 219],
  gold: [226, 184, 118],
  black: [12, 12, 12],
}

function cardOf(card: Card): Object3D {
  const { material } = surfaceOf({
    kind: 'paper',
    colour: [...sheets[card.kind]],
    accent: null,
    roughness: 0.8,
    scale: 1,
    relief: 0,
    seed: 0,
  })
  material.side = DoubleSide
  return placed(new Mesh(new PlaneGeometry(card.width, card.height), material), cardFace(card))
}

/** An object in the xy plane, stood where a face is. */
export function placed<O extends Object3D>(object: O, { right, up, normal, at }: Pick<Lamp, 'right' | 'up' | 'normal' | 'at'>): O {
  object.applyMatrix4(new Matrix4().makeBasis(new Vector3(...right), new Vector3(...up), new Vector3(...normal)).setPosition(...at))
  return object
}

/** The lights' faces as mirrors see them. */
export function faceOf(lamp: Lamp): Mesh {
  const { width, height, round } = lamp
  const shape = round ? new CircleGeometry(0.5, 48) : new PlaneGeometry(1, 1)
  const face = new Mesh(shape, new MeshBasicMaterial({ color: new Color(...radianceOf(lamp)), toneMapped: false, fog: false }))
  face.scale.set(width, height, 1)
  const stood = placed(face, lamp)
  stood.layers.set(UNSEEN)
  return stood
}

/** The dome as mirrors see it: a sphere far off. */
export function skyOf(dome: Dome, radius: number): Mesh {
  const texture = new DataTexture(
    Uint16Array.from(dome.radiance, (l) => DataUtils.toHalfFloat(l)),
    dome.width,
    dome.height,
    RGBAFormat,
    HalfFloatType,
  )
  texture.minFilter = texture.magFilter = LinearFilter
  texture.needsUpdate = true
  const sky = new Mesh(
    new SphereGeometry(radius, 32, 24),
    new ShaderMaterial({
      side: BackSide,
      depthWrite: false,
      uniforms: { dome: { value: texture } },
      vertexShader:
        'varying vec3 way; void main() { way = position; gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0); }',
      fragmentShader: /* glsl */ `
        varying vec3 way;
        uniform sampler2D dome;
        void main() {
          vec3 d = normalize(way);
          vec2 at = vec2(fract(atan(d.x, d.z) / 6.2831853), 0.5 - asin(d.y) / 3.14159265);
          gl_FragColor = vec4(textureLod(dome, at, 0.0).rgb, 1.0);
        }`,
    }),
  )
  sky.layers.set(UNSEEN)
  sky.frustumCulled = false
  return sky
}

export const disposeOf = (material: Material | Material[]): void => {
  for (const one of [material].flat()) one.dispose()
}
